/** Words as the search knows them: what is written down and what is asked for are folded alike, then cut into the same words. */
import { foldName } from './names';

/** Written without spaces between words: each character is a word of its own, and a run of them a phrase. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}][\p{M}\u30fc]*/gu;

/** What every link begins with would make each of them an answer to "https". */
const PROTOCOL = /\bhttps?:\/\/(?:www\.)?/gi;

const ASCII = /^[\x20-\x7e]*$/;

/** Folded words with single spaces between; empty where nothing can be looked for. */
export function foldText(text: string): string {
  const bare = text.includes('://') ? text.replace(PROTOCOL, ' ') : text;
  if (bare.trim() === '') return '';
  const folded = foldName(bare);
  // A text of signs alone stays as it is when it is folded.
  if (ASCII.test(folded)) return /[a-z0-9]/.test(folded) ? folded : '';
  // Also what is not of ASCII may be of signs alone; those of ASCII part words, as in the index.
  const parted = folded.replace(UNSPACED, ' $& ').replace(/[^a-z0-9\u0080-\uffff]+/g, ' ');
  return parted.trim();
}

/** Without apostrophes, initials and links, which are more than letters and what parts them. */
const PLAIN = /^(?:[\x20-\x26\x28-\x2d\x2f-\x39\x3b-\x5f\x61-\x7e]|\.(?![a-z])|:(?!\/))*$/i;

/** For the index, which itself parts what is not of letters or digits and takes capitals for small letters: in far less time. */
export function foldedFor(text: string): string {
  return PLAIN.test(text) ? text : foldText(text);
}

// ── what is asked for ─────────────────────────────────────────────────────────────────────────────

/** Words that must stand side by side, or one alone; the last may be the beginning of a word. */
export interface Term {
  words: string[];
  /** Words a slip of the fingers away, which will do as well. */
  near: string[];
}

/**
 * An argument with spaces was quoted, so it is a phrase; so is whatever stands in quotes of its own, and a word that
 * folds into several, such as an address or a name with a hyphen.
 */
export function termsOf(given: readonly string[]): Term[] {
  const parts = given.flatMap((text) => text.split(/["\u201c\u201d\u201e]/));
  return parts
    .map((part) => foldText(part))
    .filter((folded) => folded !== '')
    .map((folded) => ({ words: folded.split(' '), near: [] }));
}

export function isPhrase({ words }: Term): boolean {
  return words.length > 1;
}

/** Every word for itself; only runs of characters without spaces stay together, as one of them says nothing. */
export function loosened(terms: readonly Term[]): Term[] {
  return terms.flatMap(({ words }) => {
    const groups: string[][] = [];
    for (const word of words) {
      const last = groups.at(-1);
      if (last && isUnspaced(word) && isUnspaced(last.at(-1)!)) last.push(word);
      else groups.push([word]);
    }
    return groups.map((group) => ({ words: group, near: [] }));
  });
}

function isUnspaced(word: string): boolean {
  return !ASCII.test(word) && word.search(UNSPACED) === 0;
}

/** One letter may begin anything; but where there are no spaces it is half a name. */
export function mayBegin(word: string): boolean {
  return [...word].length > 1 || isUnspaced(word);
}

// ── slips of the fingers ──────────────────────────────────────────────────────────────────────────

const SHORTEST_SLIP = 4;
const LONGEST_SLIP = 40;

/** Short words are a letter away from too many others, and a number that is off by one is another number. */
export function mayBeSlip(word: string): boolean {
  const { length } = word;
  return length >= SHORTEST_SLIP && length <= LONGEST_SLIP && !/\p{N}/u.test(word) && !isUnspaced(word);
}

/** Kept to be compared with what was mistyped. */
export function isComparable(word: string): boolean {
  return word.length >= SHORTEST_SLIP - 1 && word.length <= LONGEST_SLIP + 1 && !/[0-9]/.test(word);
}

/** A letter too many, too few or another, or two neighbours swapped; not the same word. */
export function isOneSlip(one: string, other: string): boolean {
  if (one === other || Math.abs(one.length - other.length) > 1) return false;
  let from = 0;
  while (from < one.length && one[from] === other[from]) from++;
  let [a, b] = [one.length, other.length];
  while (a > from && b > from && one[a - 1] === other[b - 1]) {
    a--;
    b--;
  }
  const [left, right] = [one.slice(from, a), other.slice(from, b)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
