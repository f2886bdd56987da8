/** Which of many things some typed words mean, while they are being typed. */
import { foldName } from './names';

/** Fuzzy finds are many and vague: behind the true ones a few are enough. */
const MOST_FUZZY = 20;
const LEAST_FUZZY_LETTERS = 3;
const LETTERS = '\\p{L}\\p{M}';

/**
 * First what has all the words as whole words, then what has words that begin so, each in the order given; then what is
 * only like it, a slip of the fingers away, the likest first. `keys` are folded, one for each item.
 */
export async function narrowerOf<T>(
  items: readonly T[],
  keys: readonly string[],
): Promise<(typed: string) => T[]> {
  const { default: Fuzzy } = await import('@leeoniya/ufuzzy');
  const fuzzy = new Fuzzy({
    ...{ intraMode: 1, unicode: true, alpha: LETTERS },
    // The library changes the case of the pattern too; the keys are folded already.
    ...{ toUpper: (text) => text, toLower: (text) => text },
    // Where it sees no difference, the order stays.
    compare: () => 0,
  });
  const padded = keys.map((key) => ` ${key} `);
  const every = items.map((_, at) => at);

  function narrow(typed: string): number[] {
    const text = typed.trim() === '' ? '' : foldName(typed.trim());
    if (text === '') return every;
    const words = text.split(' ');
    const begins = every.filter((at) => words.every((word) => padded[at]!.includes(` ${word}`)));
    const isWhole = (at: number) => words.every((word) => padded[at]!.includes(` ${word} `));
    const found = [...begins.filter(isWhole), ...begins.filter((at) => !isWhole(at))];
    if (found.length > 0 || text.length < LEAST_FUZZY_LETTERS) return found;
    const [indexes, info, order] = fuzzy.search(keys as string[], text, 3);
    return (order && info ? order.map((at) => info.idx[at]!) : (indexes ?? [])).slice(0, MOST_FUZZY);
  }

  return (typed) => narrow(typed).map((at) => items[at]!);
}
