/** Folding names until two spellings meet, and choosing whom some words mean. */

/** Letters that no Unicode normalisation takes apart, as people write them without the special key. */
const PLAIN_LETTERS: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
};

/** All that is typed where an apostrophe is meant, the Ukrainian, Hawaiian and Hebrew ones included. */
const APOSTROPHES = /['\u2019\u2018`\u00b4\u2032\u02bc\u02bb\u02b9\u05f3]/g;

/**
 * Lower case, no accents, no apostrophes, single spaces for anything else between words; U.S.A. becomes usa.
 * A name without a letter or digit (an emoji) stays, so that it can still be found. Folding twice changes nothing.
 */
export function foldName(text: string): string {
  if (ASCII.test(text)) return foldAscii(text);
  // The patterns stand here because V8 reads one where it stands: above, every run would pay for them.
  const simple = text
    .replace(APOSTROPHES, '')
    .normalize('NFKD')
    .toLowerCase()
    // Joiners and direction marks inside a name, and the choice between two pictures of one character.
    .replace(/[\p{Cf}\p{Variation_Selector}]/gu, '')
    .replace(APOSTROPHES, '')
    .replace(
      /[\u00df\u00f8\u0142\u0111\u00f0\u0127\u00e6\u0153\u00fe\u0131\u03c2]/g,
      (letter) => PLAIN_LETTERS[letter] ?? letter,
    )
    // Accents, Arabic and Hebrew vowel points; elsewhere (Thai, Devanagari, kana) a mark is part of the letter.
    .replace(
      /([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}])[\p{M}\u0640]+/gu,
      '$1',
    );
  const words = simple
    .replace(/(?<![\p{L}\p{N}])\p{L}(?:\.\p{L})+(?![\p{L}\p{N}])/gu, (initials) =>
      initials.replaceAll('.', ''),
    )
    .replace(/(?<![\p{L}\p{N}\p{M}])\p{M}+|[^\p{L}\p{N}\p{M}]+/gu, ' ');
  return singleSpaced(words) || singleSpaced(simple) || singleSpaced(text);
}

const ASCII = /^[\x20-\x7e]*$/;

/** The same for most names, without the patterns of all scripts, which take V8 a millisecond to compile. */
function foldAscii(text: string): string {
  const simple = text.toLowerCase().replace(/['`]/g, '');
  const words = simple
    .replace(/(?<![a-z0-9])[a-z](?:\.[a-z])+(?![a-z0-9])/g, (initials) => initials.replaceAll('.', ''))
    .replace(/[^a-z0-9]+/g, ' ');
  return singleSpaced(words) || singleSpaced(simple) || singleSpaced(text);
}

function singleSpaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim().normalize('NFC');
}

/** The distinct folded words; what a query must be cut into, too, before it is compared with them. */
export function wordsOf(text: string): string[] {
  return [...new Set(foldName(text).split(' '))].filter((word) => word !== '');
}

export interface Findable {
  name: string;
  words: string[];
}

/**
 * Whom a query means, among people and the words they are found by: one is a choice, several are a question, none is
 * nobody. A query word may be the beginning of a word; of several, one whose whole name it is comes first, then one
 * that has all of it as whole words, so that `ana` is Ana and not Anastasia.
 */
export function matchPeople<T extends Findable>(query: string, candidates: T[]): T[] {
  const asked = wordsOf(query);
  if (asked.length === 0) return [];
  const fitting = candidates.filter(({ words }) =>
    asked.every((part) => words.some((word) => word.startsWith(part))),
  );
  const whole = fitting.filter(({ words }) => asked.every((part) => words.includes(part)));
  const named = fitting.filter(({ name }) => foldName(name) === foldName(query));
  return [fitting, named, whole].find((some) => some.length === 1) ?? fitting;
}

// ── calling somebody by name ──────────────────────────────────────────────────────────────────────

const TITLES = new Set('dr mr mrs ms mx prof professor sir dame herr frau'.split(' '));

function isTitle(word: string): boolean {
  return TITLES.has((word.endsWith('.') ? word.slice(0, -1) : word).toLowerCase());
}

/** What to call them. The whole name where it begins with an initial; "them" where there is none. */
export function givenName(name: string): string {
  const words = name.trim().split(/\s+/);
  while (words.length > 1 && isTitle(words[0]!)) words.shift();
  const first = words[0]!.endsWith(',') ? words[0]!.slice(0, -1) : words[0]!;
  if (first === '') return 'them';
  const letter = first.endsWith('.') ? first.slice(0, -1) : first;
  return isLetter(letter) ? words.join(' ') : first;
}

/** One alone. Only one without capitals has to wait for V8 to learn all letters there are. */
function isLetter(text: string): boolean {
  if (text.length > 2 || [...text].length !== 1) return false;
  return text.toLowerCase() !== text.toUpperCase() || /\p{L}/u.test(text);
}

/** With a capital first letter, as a title begins. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
