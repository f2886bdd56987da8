/** Words as a shell takes them apart, and candidates as it wants them back. */
import { foldName } from '../rules/names';
import type { Candidate } from './position';

export interface Typed {
  /** The finished words, the program's name first. */
  words: string[];
  /** The word under the cursor: what it means so far, and how it is spelt. */
  last: string;
  raw: string;
  /** The quote that is still open. */
  quote: '' | '"' | "'";
}

/** Quotes and backslashes as bash and fish read them; variables stay as they are, nothing is ever run. */
export function splitLine(line: string): Typed {
  const words: string[] = [];
  let typed: Omit<Typed, 'words'> = { last: '', raw: '', quote: '' };
  for (const [piece] of line.matchAll(/\\[\s\S]|[\s\S]/gu)) {
    const { quote } = typed;
    if (quote === '' && /^\s$/.test(piece)) {
      if (typed.raw !== '') words.push(typed.last);
      typed = { last: '', raw: '', quote: '' };
      continue;
    }
    typed.raw += piece;
    if (piece === quote) typed.quote = '';
    else if (quote === '' && (piece === '"' || piece === "'")) typed.quote = piece;
    else typed.last += meaningOf(piece, quote);
  }
  return { words, ...typed };
}

function meaningOf(piece: string, quote: Typed['quote']): string {
  if (piece.length === 1 || !piece.startsWith('\\') || quote === "'") return piece;
  return quote === '' || /["\\$`]/.test(piece[1]!) ? piece.slice(1) : piece;
}

/** COMP_TYPE of a list on the screen: Tab, Tab twice, and the two of `show-all-if-…`. */
const LISTING = ['9', '63', '33', '64'];

/**
 * Lines for COMPREPLY, which bash inserts as they are. It has no place for descriptions, so they stand behind the words
 * where several are listed: only what all have in common is ever inserted then.
 */
export function forBash(candidates: Candidate[], typed: Typed, compType: string): string[] {
  const cut = replacedFrom(typed);
  const spelt = candidates
    .filter(({ value }) => !(typed.quote === '"' && value.includes('!')))
    .map(({ value, description }) => ({ value: quoteForBash(value, typed.quote).slice(cut), description }));
  if (spelt.length < 2 || !LISTING.includes(compType)) return spelt.map(({ value }) => value);
  const width = Math.max(...spelt.map(({ value }) => value.length));
  const lines = spelt.map(({ value, description }) =>
    description === '' ? value : `${value.padEnd(width)}  (${shortened(description)})`,
  );
  const plain = typed.raw.slice(cut).replace(/^["']/, '');
  // Else bash would put what all have in common, perhaps a single letter, in place of what was typed.
  const safe = extendsWord(lines, plain);
  return safe ? lines : [...lines, ' '];
}

/** bash replaces only what follows the last of its word breaks. */
function replacedFrom({ raw, quote }: Typed): number {
  return quote === '' ? (/^(?:[^\\"']|\\.)*[=:]/s.exec(raw)?.[0].length ?? 0) : 0;
}

function extendsWord(lines: string[], typed: string): boolean {
  const shared = commonStart(lines);
  return foldName(shared).startsWith(foldName(typed)) || shared.startsWith(typed);
}

export function commonStart(lines: string[]): string {
  let length = 0;
  const [first = ''] = lines;
  while (length < first.length && lines.every((line) => line[length] === first[length])) length += 1;
  return first.slice(0, length);
}

export function quoteForBash(value: string, quote: Typed['quote']): string {
  if (quote === "'") return value.replaceAll("'", "'\\''");
  if (quote === '"') return value.replace(/["\\$`]/g, '\\$&');
  return value.replace(/[^\p{L}\p{N}\p{M}_.,:%+=/-]/gu, '\\$&');
}

/** `list` where the shell should only show them: together they would shorten what was typed. */
export function forZsh(candidates: Candidate[], typed: string): string[] {
  const width = Math.max(0, ...candidates.map(({ value }) => value.length));
  const lines = candidates.map(({ value, description }) => {
    const shown = description === '' ? value : `${value.padEnd(width)}  ${shortened(description)}`;
    return `${value}\t${shown}`;
  });
  const safe =
    candidates.length < 2 ||
    extendsWord(
      candidates.map(({ value }) => value),
      typed,
    );
  return [safe ? 'words' : 'list', ...lines];
}

/** fish keeps only what it finds the typed letters in, accents and all: where it would not, the plain letters stand in. */
export function forFish(candidates: Candidate[], typed: string): string[] {
  return candidates.map(({ value, description }) => {
    const found = value.toLowerCase().includes(typed.toLowerCase());
    const shown = found ? description : [value, description].filter((one) => one !== '').join(', ');
    return `${found ? value : foldName(value)}\t${shown}`;
  });
}

const LONGEST = 56;

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1).trimEnd()}…` : text;
}
