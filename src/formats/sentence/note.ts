/** What no part of the sentence was read from stays as the note, word for word and in order. */
import { isHard, type Line, maskAt, type Range } from './line';

/** Null when nothing but signs is left. */
export function leftover(line: Line, eaten: Range[]): string | null {
  const runs: Range[] = [];
  line.pieces.forEach((_, at) => {
    if (eaten.some(({ from, to }) => at >= from && at < to)) return;
    const last = runs.at(-1);
    if (last && last.to === at) last.to = at + 1;
    else runs.push({ from: at, to: at + 1 });
  });
  const texts = runs.map((run) => textOf(line, run)).filter((text) => /[\p{L}\p{N}]|[^\s\p{P}]/u.test(text));
  return texts.length === 0 ? null : texts.join('; ');
}

/** Without the signs that only parted it from what was read. */
function textOf(line: Line, { from, to }: Range): string {
  let [start, end] = [from, to];
  const isSign = (at: number) => isHard(maskAt(line, at)) || maskAt(line, at) === ',';
  while (start < end && isSign(start) && line.sentence[line.pieces[start]!.start] !== '(') start += 1;
  while (end > start && isSign(end - 1) && !/[?!)]/.test(line.sentence[line.pieces[end - 1]!.start]!))
    end -= 1;
  if (start === end) return '';
  // A joint between two parts that were read says nothing by itself.
  if (line.pieces.slice(start, end).every(({ mask }) => /^(?:and|but|so|then|also|i|we|,)$/.test(mask)))
    return '';
  return line.sentence.slice(line.pieces[start]!.start, line.pieces[end - 1]!.end);
}
