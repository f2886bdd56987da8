/** A sentence in pieces: words, numbers, signs, each with its place. */

import { spelledOut } from './shorthand';

export interface Token {
  text: string;
  /** Lower case, one apostrophe, no accents, spelled out: as the rules are written. */
  word: string;
  /** The same, as short as it was typed. */
  short: string;
  start: number;
  end: number;
  isWord: boolean;
}

const TOKEN = new RegExp(
  [
    '[^\\s,;:()<>"\u201c\u201d]+@[^\\s,;:()<>"\u201c\u201d]+\\.\\p{L}{2,}',
    'https?:\\/\\/[^\\s]*[^\\s.,;:!?)]',
    '#\\d+',
    'w/(?!o\\b)',
    // 1:1, 14:30, 03/04, 1.5, 2026-11-22
    '\\d+(?:[:/.,\u2013-]\\d+)+(?:[\\p{L}]+)?',
    // O'Brien, e-mail, dm'd
    "[\\p{L}\\p{N}\\p{M}]+(?:['\u2019\u2018\u02bc-][\\p{L}\\p{N}\\p{M}]+)*",
    '[^\\s]',
  ].join('|'),
  'gu',
);

export function tokensOf(sentence: string): Token[] {
  const found = [...sentence.matchAll(TOKEN)];
  const words = found.map(([text]) => plain(text));
  return found.map((token, at) => {
    const [text] = token;
    const short = words[at]!;
    return {
      text,
      // A capital W or N is an initial.
      word: /^[WN]$/.test(text) ? short : spelledOut(short, words[at + 1]),
      short,
      start: token.index,
      end: token.index + text.length,
      isWord: /[\p{L}\p{N}]/u.test(text),
    };
  });
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[\u2019\u2018\u02bc]/g, "'")
    .replace(/\u2013/g, '-')
    .replace(/\u2044/g, '/')
    .normalize('NFC');
}

export function isCapital(token: Token | undefined): boolean {
  return token !== undefined && /^\p{Lu}/u.test(token.text);
}
