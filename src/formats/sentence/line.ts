/** A sentence as the rules see it: plain words, `@0` for a person known, `~0` for a name that is not. */
import { type Mention, mentionsIn } from './people';
import type { KnownPerson, Span } from './reading';
import { type Token, tokensOf } from './tokens';

export interface Piece {
  mask: string;
  /** Spelled out, where it was typed shorter. */
  long: string | null;
  /** In the sentence. */
  start: number;
  end: number;
  /** In the line. */
  at: number;
  mention: number | null;
}

export interface Line {
  sentence: string;
  pieces: Piece[];
  text: string;
  mentions: Mention[];
}

/** From piece to piece, the last not part of it. */
export interface Range {
  from: number;
  to: number;
}

export interface Found extends Range {
  groups: Record<string, Range | undefined>;
}

const HARD: Record<string, string> = {
  '–': ';',
  '—': ';',
  '-': ';',
  '|': ';',
  '…': '.',
  '(': '(',
  ')': ')',
  '[': '(',
  ']': ')',
};
const SIGNS = new Set([',', ';', ':', '.', '!', '?', '(', ')', ...Object.keys(HARD)]);

export function lineOf(sentence: string, people: KnownPerson[]): Line {
  const tokens = tokensOf(sentence);
  const mentions = mentionsIn(tokens, people);
  const pieces: Piece[] = [];
  let at = 0;
  let isQuoted = false;
  for (let index = 0; index < tokens.length; ) {
    const token = tokens[index]!;
    const place = mentions.findIndex(({ from }) => from === index);
    const mention = mentions[place];
    const last = tokens[(mention?.to ?? index + 1) - 1]!;
    const isQuote = /^["\u201c\u201d]$/.test(token.text);
    const mask =
      isQuoted || isQuote ? '¤' : mention ? maskOf(mention, place) : plainMask(token, tokens[index - 1]);
    if (isQuote) isQuoted = token.text === '“' || (token.text === '"' && !isQuoted);
    const isPerson = mention !== undefined && mask !== '¤';
    const long = token.short === token.word ? null : token.word;
    pieces.push({ mask, long, start: token.start, end: last.end, at, mention: isPerson ? place : null });
    at += mask.length + 1;
    index = mention?.to ?? index + 1;
  }
  return { sentence, pieces, text: pieces.map(({ mask }) => mask).join(' '), mentions };
}

function maskOf({ fits, tail }: Mention, place: number): string {
  return `${fits.length > 0 ? '@' : '~'}${place}${tail}`;
}

function plainMask(token: Token, before: Token | undefined): string {
  if (token.isWord) return token.word.replace(/[@~]/g, '');
  if (token.text === '&' || token.text === '+') return 'and';
  if (token.text === '@') return 'at';
  if (token.text === '~') return 'about';
  if (token.text === '\u2192' || (token.text === '>' && /^[-=]$/.test(before?.text ?? ''))) return 'todo';
  // "J. Smith", "Dr. Chen"
  if (token.text === '.' && before && /^(?:\p{Lu}|Dr|Mr|Mrs|Ms|Prof)$/u.test(before.text)) return '¤';
  return SIGNS.has(token.text) ? (HARD[token.text] ?? token.text) : '¤';
}

const compiled = new Map<string, RegExp>();

/** What stands at a piece, if the pattern fits whole pieces from there on. */
export function eat(line: Line, at: number, pattern: string): Found | null {
  const piece = line.pieces[at];
  if (!piece) return null;
  let expression = compiled.get(pattern);
  if (!expression) {
    expression = new RegExp(`(?:${pattern})(?= |$)`, 'dy');
    compiled.set(pattern, expression);
  }
  expression.lastIndex = piece.at;
  const found = expression.exec(line.text);
  if (!found || found[0] === '') return null;
  const groups = Object.fromEntries(
    Object.entries(found.indices?.groups ?? {}).map(([name, place]) => [
      name,
      place && rangeAt(line, ...place),
    ]),
  );
  return { ...rangeAt(line, ...found.indices![0]!), groups };
}

function rangeAt(line: Line, start: number, end: number): Range {
  const from = line.pieces.findIndex(({ at }) => at >= start);
  const past = line.pieces.findIndex(({ at }) => at >= end);
  return { from, to: past === -1 ? line.pieces.length : past };
}

export function maskAt(line: Line, at: number): string {
  return line.pieces[at]?.mask ?? '';
}

export function isHard(mask: string): boolean {
  return /^[;:.!?()]$/.test(mask);
}

/** Where the part that a piece is in ends: at the next sign that parts it from what follows. */
export function partEnd(line: Line, from: number): number {
  let at = from;
  while (at < line.pieces.length && !isHard(maskAt(line, at))) at += 1;
  return at;
}

/** Past colons and brackets, which part a sentence less than a full stop does. */
export function sentenceEnd(line: Line, from: number): number {
  let at = from;
  while (at < line.pieces.length && !/^[;.!?]$/.test(maskAt(line, at))) at += 1;
  return at;
}

export function spanOf(line: Line, { from, to }: Range): Span {
  return { start: line.pieces[from]?.start ?? 0, end: line.pieces[to - 1]?.end ?? 0 };
}

/** As it was written. */
export function wordsAt(line: Line, range: Range): string {
  const { start, end } = spanOf(line, range);
  return range.to <= range.from ? '' : line.sentence.slice(start, end);
}

/** As the rules see it. */
export function masksAt(line: Line, { from, to }: Range): string {
  return line.pieces
    .slice(from, to)
    .map(({ mask }) => mask)
    .join(' ');
}

/** As it was written, with what was shortened spelled out: for the readers of days and lengths. */
export function longWordsAt(line: Line, { from, to }: Range): string {
  return line.pieces
    .slice(from, to)
    .map((piece, at) => {
      const gap = at === 0 ? '' : line.sentence.slice(line.pieces[from + at - 1]!.end, piece.start);
      return gap + (piece.long ?? line.sentence.slice(piece.start, piece.end));
    })
    .join('');
}

export function mentionAt(line: Line, at: number): Mention | null {
  const place = line.pieces[at]?.mention;
  return place === null || place === undefined ? null : line.mentions[place]!;
}
