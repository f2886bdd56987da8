/** The names somebody may have meant who typed one that nobody has. */
import { distance } from 'fastest-levenshtein';
import { foldName, wordsOf } from './names';

/** The closest first; empty when nothing is close enough to be a slip of the fingers. */
export function nearestNames(query: string, names: string[], atMost = 3): string[] {
  return [...new Set(names)]
    .map((name) => ({ name, slips: slipsBetween(query, name) }))
    .filter(({ slips }) => slips < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.slips - b.slips)
    .slice(0, atMost)
    .map(({ name }) => name);
}

/** Word by word, or all in one for `anaruiz` and `jean luc`. */
function slipsBetween(query: string, name: string): number {
  const asked = wordsOf(query);
  const words = wordsOf(name);
  if (asked.length === 0) return Number.POSITIVE_INFINITY;
  const apart = asked.map((part) =>
    Math.min(...words.map((word) => (word.startsWith(part) ? 0 : slips(part, word)))),
  );
  const joined = slips(foldName(query).replaceAll(' ', ''), foldName(name).replaceAll(' ', ''));
  return Math.min(
    joined,
    apart.reduce((sum, some) => sum + some, 0),
  );
}

/** Infinite beyond a typo: none in one or two letters, one in three or four, two up to seven, then three. */
function slips(typed: string, meant: string): number {
  const allowed = typed.length < 3 ? 0 : typed.length < 5 ? 1 : typed.length < 8 ? 2 : 3;
  const edits = distance(typed, meant);
  // Two neighbours swapped are one slip, though two edits.
  const slipped = edits === 2 && lettersOf(typed) === lettersOf(meant) ? 1 : edits;
  return slipped <= allowed ? slipped : Number.POSITIVE_INFINITY;
}

function lettersOf(word: string): string {
  return [...word].sort().join('');
}
