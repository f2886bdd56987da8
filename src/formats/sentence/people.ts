/** Where a sentence names somebody: people known, and words that are only written like a name. */
import { foldName, wordsOf } from '../../rules/names';
import type { KnownPerson } from './reading';
import { isGivenHere, smallStrangerAt } from './small-names';
import { isCapital, type Token } from './tokens';
import { COMMON, DOES, MONTH, PARTICLE, PLAIN, THINGS } from './vocabulary';

export interface Mention {
  /** Tokens, the last not part of it. */
  from: number;
  to: number;
  /** What hangs on the last word: `'s`, `'ll`. */
  tail: string;
  /** Whom it fits; nobody for a name that is unknown. */
  fits: KnownPerson[];
  /** Known words beside one that is not: "Ana Torres" where there is only Ana Ruiz. */
  torn: boolean;
}

const LONGEST_NAME = 5;
const TITLE = /^(?:dr|mr|mrs|ms|mx|prof|professor|sir|dame)$/;
const TAIL = /^(.+)'(s|ll|d|ve)$/;
/** After these a word is a name, whatever else it means. */
const BEFORE_NAME =
  /^(?:with|called|phoned|rang|emailed|messaged|texted|met|from|into|to|told|promised|owe|introduced|thanked|and|&|,|both|between|dr|mr|mrs|ms|mx|prof|professor)$/;
const VERB_AFTER = new RegExp(`^(?:${DOES})(?: |$)`);
const MONTH_WORD = new RegExp(`^${MONTH}$`);

export function mentionsIn(tokens: Token[], people: KnownPerson[]): Mention[] {
  const known = people.map((person) => ({ person, words: wordsOf(person.name) }));
  const words = new Set(known.flatMap((one) => one.words));
  const found: Mention[] = [];
  for (let at = 0; at < tokens.length; ) {
    const mention =
      knownAt(tokens, at, { known, words }, found) ??
      strangerAt(tokens, at) ??
      smallStrangerAt(tokens, at, found);
    if (mention) found.push(mention);
    at = mention?.to ?? at + 1;
  }
  return found.map((mention, place) => tornOrWhole(tokens, mention, found[place + 1]));
}

type Known = { person: KnownPerson; words: string[] }[];

interface Index {
  known: Known;
  /** All words of all names: most words of a sentence are none of them. */
  words: Set<string>;
}

function knownAt(tokens: Token[], at: number, { known, words }: Index, found: Mention[]): Mention | null {
  const first = tokens[at]!;
  // "coffee w sam" is no Sam W.
  if (/^(?:with|and)$/.test(first.word)) return null;
  if (/^#\d|@/.test(first.text)) {
    const byPoint = pointedAt(first.text, known);
    if (byPoint.length > 0) return { from: at, to: at + 1, tail: '', fits: byPoint, torn: false };
  }
  const isPart = (word: string) => word.length === 1 || words.has(word);
  if (!TITLE.test(first.word) && !wordsOf(first.short.replace(TAIL, '$1')).some(isPart)) return null;
  for (let to = Math.min(at + LONGEST_NAME, tokens.length); to > at; to--) {
    // "Ana a few days ago": a small a is no initial.
    if (to - at > 1 && /^[ai]$/.test(tokens[to - 1]!.text)) continue;
    const read = nameOf(tokens, at, to);
    const fits = read && fitting(read.words, known);
    if (read && fits && fits.length > 0 && isName(tokens, at, to, fits, found)) {
      return { from: at, to, tail: read.tail, fits, torn: false };
    }
  }
  return null;
}

/** By number or address. */
function pointedAt(text: string, known: Known): KnownPerson[] {
  const number = Number(/^#(\d+)$/.exec(text)?.[1]);
  const address = text.toLowerCase();
  const found = known.filter(({ person }) => person.id === number || person.addresses.includes(address));
  return found.map(({ person }) => person);
}

/** The folded words from one token to another; null where they cannot be one name. */
function nameOf(tokens: Token[], from: number, to: number): { words: string[]; tail: string } | null {
  const words: string[] = [];
  let tail = '';
  for (let at = from; at < to; at++) {
    const token = tokens[at]!;
    const isDot =
      token.text === '.' && at > from && (isInitial(tokens[at - 1]!) || TITLE.test(tokens[at - 1]!.word));
    if (isDot) continue;
    if (!token.isWord || /\d/.test(token.text)) return null;
    if (at === from && to > from + 1 && TITLE.test(token.word)) continue;
    const [, stem, hung] = at === to - 1 ? (TAIL.exec(token.word) ?? []) : [];
    if (hung !== undefined) tail = `'${hung}`;
    words.push(...wordsOf(stem ?? token.text));
  }
  return words.length > 0 && tokens[to - 1]!.text !== '.'
    ? { words, tail }
    : endingInDot(tokens, from, to, words);
}

/** "J." and "Lee C.": the dot belongs to the initial. */
function endingInDot(tokens: Token[], from: number, to: number, words: string[]) {
  const isInitialLast = to - from > 2 && tokens[to - 1]!.text === '.' && isInitial(tokens[to - 2]!);
  return isInitialLast ? { words, tail: '' } : null;
}

function isInitial(token: Token): boolean {
  return /^\p{Lu}$/u.test(token.text);
}

/** Whole words of the name, or initials beside one; of several people, whoever is called exactly so. */
function fitting(words: string[], known: Known): KnownPerson[] {
  const fits = known.filter(
    (one) =>
      words.every((word) =>
        one.words.some(
          (own) => own === word || (words.length > 1 && word.length === 1 && own.startsWith(word)),
        ),
      ) && words.some((word) => word.length > 1 && one.words.includes(word)),
  );
  const named = fits.filter(({ person }) => foldName(person.name) === words.join(' '));
  return (named.length === 1 ? named : fits).map(({ person }) => person);
}

/** Two words of one name are a name; one word alone may be another word. */
function isName(tokens: Token[], from: number, to: number, fits: KnownPerson[], found: Mention[]): boolean {
  if (to - from > 1) return true;
  const token = tokens[from]!;
  const word = token.word.replace(TAIL, '$1');
  const before = tokens[from - 1]?.word;
  const isGiven = fits.some(({ name }) => wordsOf(name)[0] === wordsOf(word)[0]);
  const capital = isCapital(token);
  if (!COMMON.has(word) && !PLAIN.has(word)) return capital || isGiven || BEFORE_NAME.test(before ?? '');
  // "in May", "12 May", "May 12" are days.
  if (MONTH_WORD.test(word)) {
    const besideNumber = /^\d/.test(before ?? '') || /^\d/.test(tokens[from + 1]?.word ?? '');
    if (
      besideNumber ||
      /^(?:in|of|until|till|by|since|early|late|mid|next|last|this|before|after)$/.test(before ?? '')
    )
      return false;
  }
  if (PLAIN.has(word) && !capital && !/^(?:with|called|emailed|met|promised)$/.test(before ?? ''))
    return false;
  if (!capital && isGiven && !PLAIN.has(word) && isGivenHere(tokens, from, found)) return true;
  if (isStart(tokens, from)) return capital && isFollowedByVerb(tokens, to);
  if (!capital) return BEFORE_NAME.test(before ?? '') && !/^(?:and|&|,|to)$/.test(before ?? '');
  return BEFORE_NAME.test(before ?? '') || isFollowedByVerb(tokens, to);
}

function isFollowedByVerb(tokens: Token[], at: number): boolean {
  const rest = tokens.slice(at, at + 3).map(({ word }) => word);
  return VERB_AFTER.test(rest.join(' ')) && rest[0] !== 'will';
}

/** The first word of a sentence is written large whatever it is. */
function isStart(tokens: Token[], at: number): boolean {
  return at === 0 || /^[.!?:;"\u201c\n\u2013\u2014-]$/.test(tokens[at - 1]!.text);
}

function strangerAt(tokens: Token[], from: number): Mention | null {
  if (!isStrange(tokens, from)) return null;
  if (isStart(tokens, from) && !isFollowedByVerb(tokens, from + 1) && !isStrange(tokens, from + 1))
    return null;
  let to = from + 1;
  while (!TAIL.test(tokens[to - 1]!.word)) {
    const isParticle = PARTICLE.test(tokens[to]?.word ?? '') && isStrange(tokens, to + 1);
    if (isParticle) to += 2;
    else if (isStrange(tokens, to)) to += 1;
    else break;
  }
  const [, , hung] = TAIL.exec(tokens[to - 1]!.word) ?? [];
  return { from, to, tail: hung === undefined ? '' : `'${hung}`, fits: [], torn: false };
}

/** Written like a name and nothing else: abbreviations (CV, HR) are none. */
function isStrange(tokens: Token[], at: number): boolean {
  const token = tokens[at];
  if (!token || !isCapital(token) || !token.isWord) return false;
  const word = token.word.replace(TAIL, '$1');
  if (THINGS.has(word) || /\d/.test(word) || /^\p{Lu}+$/u.test(token.text)) return false;
  return !(PLAIN.has(word) || (isStart(tokens, at) && COMMON.has(word)));
}

/** Beside a name that is unknown, a known one is somebody else. */
function tornOrWhole(tokens: Token[], mention: Mention, next: Mention | undefined): Mention {
  if (mention.fits.length === 0 || mention.tail !== '') return mention;
  if (next?.from === mention.to) return { ...mention, torn: true };
  const before = tokens[mention.from - 1];
  const isSurname =
    isCapital(tokens[mention.from]) &&
    before !== undefined &&
    isStrange(tokens, mention.from - 1) &&
    !isStart(tokens, mention.from - 1);
  return isSurname ? { ...mention, torn: true } : mention;
}
