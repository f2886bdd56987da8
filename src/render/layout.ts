/** Wrapping and aligning of toned text: words in, lines of spans out. */
import type { Text, Tone } from '../views/view';
import { clean } from './clean';
import { isPlainBy, type Measure } from './width';

export interface Piece {
  text: string;
  tone: Tone;
}
export type Line = Piece[];

export function piecesOf(text: Text): Line {
  const spans = Array.isArray(text) ? text : [text];
  return spans.map((span) => (typeof span === 'string' ? { text: span, tone: 'plain' } : span));
}

export function textsIn(text: Text): string[] {
  const spans = Array.isArray(text) ? text : [text];
  return spans.map((span) => (typeof span === 'string' ? span : span.text));
}

export function plainOf(text: Text): string {
  return typeof text === 'string' ? text : textsIn(text).join('');
}

export function widthOf(line: Line, measure: Measure): number {
  return line.reduce((sum, piece) => sum + measure(piece.text), 0);
}

function isCommand(token: string): boolean {
  return token === 'jobsearch' || token === '(jobsearch';
}

const BREAKS = /(\n|[ \t]+)/;

/**
 * Words, and the space between them. Nearly all text is plain, which has blanks and no other space: for these V8 need not
 * compile a pattern.
 */
function tokensOf(text: string, isClean: boolean): string[] {
  if (!isClean) return text.split(BREAKS);
  const tokens: string[] = [];
  let blanks = '';
  text.split(' ').forEach((word, at) => {
    if (at > 0) blanks += ' ';
    if (word === '') return;
    if (blanks !== '') tokens.push(blanks);
    tokens.push(word);
    blanks = '';
  });
  return blanks === '' ? tokens : [...tokens, blanks];
}

/** From the program's name to the end of what is to be typed: a comma, a dot between thoughts, an "or", a bracket; none in quotes. */
function commandAt(tokens: string[], at: number): string {
  const words = [tokens[at]!];
  let isQuoted = false;
  for (const token of tokens.slice(at + 1)) {
    if (token === '\n') break;
    if (!isQuoted && (token === '·' || token === 'or' || token.startsWith('('))) break;
    words.push(token);
    if ((token.match(/"/g)?.length ?? 0) % 2 === 1) isQuoted = !isQuoted;
    if (!isQuoted && ',;:)'.includes(token.at(-1)!)) break;
  }
  return words.join('').trimEnd();
}

/** Those in a text, each as it would be typed. */
export function commandsIn(text: Text, measure: Measure): string[] {
  const whole = plainOf(text);
  if (!whole.includes('jobsearch')) return [];
  const tokens = tokensOf(whole, isPlainBy(measure, whole));
  return tokens.flatMap((token, at) => (isCommand(token) ? [commandAt(tokens, at)] : []));
}

/** What follows a piece without a space, such as the bracket after a coloured word. */
function gluedTo(pieces: Line, place: number): string {
  let glued = '';
  for (const { text } of pieces.slice(place + 1)) {
    const [start = ''] = text.split(/\s/, 1);
    glued += start;
    if (start.length < text.length) break;
  }
  return glued;
}

/** Breaks at spaces and at line breaks of the text; a word longer than a line is cut across lines, never dropped. */
export function wrap(text: Text, width: number, measure: Measure): Line[] {
  const pieces = piecesOf(text);
  // Most cells are plain and short: nothing to break, nothing to clean.
  const isShort = widthOf(pieces, measure) <= width && !pieces.at(-1)?.text.endsWith(' ');
  if (isShort && pieces.every((piece) => isPlainBy(measure, piece.text))) {
    return [pieces.filter((piece) => piece.text !== '')];
  }
  const lines: Line[] = [[]];
  let used = 0;
  let space = '';
  let spaceTone: Tone = 'plain';
  const breakLine = () => {
    lines.push([]);
    used = 0;
    space = '';
  };
  const put = (text: string, tone: Tone) => {
    const line = lines.at(-1)!;
    const last = line.at(-1);
    if (last?.tone === tone) last.text += text;
    else line.push({ text, tone });
    used += measure(text);
  };
  // Not with entries(): two objects for every word would be half of what a whole run leaves to be collected.
  pieces.forEach(({ text: raw, tone }, place) => {
    // Asked once of the whole and not of every word: most text is plain, and most has no command in it.
    const isClean = isPlainBy(measure, raw);
    const hasCommand = raw.includes('jobsearch');
    const tokens = tokensOf(isClean ? raw : raw.replace(/\r\n?/g, '\n'), isClean);
    tokens.forEach((token, at) => {
      if (token === '') return;
      if (token === '\n') breakLine();
      else if (token[0] === ' ' || token[0] === '\t') {
        space = token.replaceAll('\t', ' ');
        spaceTone = tone;
      } else {
        const word = isClean ? token : clean(token);
        const length = measure(word);
        const glued = at === tokens.length - 1 ? measure(gluedTo(pieces, place)) : 0;
        // A command is copied with the mouse: it stays on one line wherever it fits there.
        const whole = hasCommand && isCommand(word) ? measure(commandAt(tokens, at)) : length + glued;
        const need = whole <= width ? whole : length;
        if (used > 0 && used + space.length + need > width) breakLine();
        if (space && (used > 0 || lines.length === 1)) put(space, spaceTone);
        space = '';
        for (const part of length > width ? cut(word, width, measure) : [word]) {
          if (used > 0 && used + measure(part) > width) breakLine();
          put(part, tone);
        }
      }
    });
  });
  return lines;
}

function cut(word: string, width: number, measure: Measure): string[] {
  const parts = [''];
  for (const character of word) {
    if (parts.at(-1) !== '' && measure(parts.at(-1)! + character) > width) parts.push('');
    parts[parts.length - 1] += character;
  }
  return parts;
}

export function pad(line: Line, width: number, align: 'left' | 'right', measure: Measure): Line {
  const gap: Piece = { text: ' '.repeat(Math.max(0, width - widthOf(line, measure))), tone: 'plain' };
  return align === 'right' ? [gap, ...line] : [...line, gap];
}
