/** Who is named where a conversation is told of, and a word beside them that may belong to a name. */
import { eat, isHard, type Line, maskAt, mentionAt, type Range } from './line';
import { dayAt, lengthAt } from './times';
import { COMMON, DOES, NAME, PLAIN } from './vocabulary';

/** Names parted by commas and "and", up to where something else begins. */
export function peopleAt(line: Line, start: number, isClause: (at: number) => boolean) {
  const ranges: Range[] = [];
  let at = eat(line, start, 'both')?.to ?? start;
  let to = start;
  for (;;) {
    const name = eat(line, at, NAME);
    if (!name || (ranges.length > 0 && isClause(at))) break;
    if (ranges.length > 0 && maskAt(line, at - 1) === ',' && !isListed(line, at)) break;
    if (ranges.length > 0 && eat(line, at + 1, `(?:${DOES})`)) break;
    ranges.push({ from: name.from, to: name.to });
    to = name.to;
    const separator = eat(line, to, ', and|, plus|,|and|plus|with|as well as');
    if (!separator) break;
    at = separator.to;
  }
  return { ranges, to, nobody: ranges.length > 0 ? strayAfter(line, at, to) : nobodyAt(line, start) };
}

/** One of the list is followed by more of it, by its end, or by when and where; anything else may be a new clause. */
function isListed(line: Line, at: number): boolean {
  const after = maskAt(line, at + 1);
  if (after === '' || /^(?:,|and|plus)$/.test(after) || isHard(after)) return true;
  const mention = mentionAt(line, at);
  if (!mention || mention.fits.length === 0) return false;
  if (dayAt(line, at + 1) !== null || lengthAt(line, at + 1) !== null) return true;
  return /^(?:at|for|on|over|about|in|to|by|from|via|after|before|during|again|together|re)$/.test(after);
}

/** A small word where a name should be. */
function nobodyAt(line: Line, start: number): Range | null {
  const word = maskAt(line, start);
  return word === '' || isHard(word) || word === ',' ? null : { from: start, to: start + 1 };
}

/** "with ana torres" in small letters: a word that nobody knows may be the rest of the name. */
function strayAfter(line: Line, at: number, to: number): Range | null {
  const next = line.pieces[to];
  if (at > to) {
    const listed = maskAt(line, at);
    const isName =
      /^[a-z]+$/.test(listed) &&
      !PLAIN.has(listed) &&
      !COMMON.has(listed) &&
      !/(?:ing|ed|ly|s)$/.test(listed);
    const after = maskAt(line, at + 1);
    return isName && (after === '' || isHard(after) || after === ',' || dayAt(line, at + 1))
      ? { from: at, to: at + 1 }
      : null;
  }
  const mention = mentionAt(line, to - 1);
  const isSmall = mention !== null && /^\p{Ll}/u.test(line.sentence.slice(line.pieces[to - 1]!.start));
  if (!next || !isSmall || !/^[a-z]{3,}$/.test(next.mask)) return null;
  const isPlain =
    PLAIN.has(next.mask) ||
    COMMON.has(next.mask) ||
    /(?:ing|ed|ly)$/.test(next.mask) ||
    dayAt(line, to) !== null;
  return isPlain ? null : { from: to, to: to + 1 };
}
