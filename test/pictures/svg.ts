/** Rows of a terminal as a picture that can be read, selected and scaled; the same rows give the same bytes. */
import type { Run } from './cells';

/** Units of the picture. A character of most monospace fonts is six tenths of their size wide. */
const [FONT, WIDE, HIGH] = [14, 8.4, 18];
const [PADDING, BAR] = [16, 24];
/** From the top of a row to the line its letters stand on. */
const BASE = 13.5;

const PAPER = '#1f242c';
const INK = '#e6edf3';
const DIM = '#a3adb9';
/** The eight colours by their numbers, light enough for the dark paper; the eight bright ones are the same. */
const COLOURS = ['#8b949e', '#ff9d94', '#7ee787', '#e3b341', '#8cc2ff', '#e3a8f7', '#76d9e6', '#e6edf3'];

/** Which of its four arms a line character has: left, right, up, down. Drawn, as terminals do, so that they meet. */
const ARMS: Record<string, string> = {
  ...{ '─': 'lr', '│': 'ud', '┌': 'rd', '┐': 'ld', '└': 'ru', '┘': 'lu' },
  ...{ '├': 'rud', '┤': 'lud', '┬': 'lrd', '┴': 'lru', '┼': 'lrud' },
};
const FULL = '█';

export interface Labels {
  title: string;
  description: string;
}

export function svgOf(rows: Run[][], columns: number, { title, description }: Labels): string {
  const [width, height] = [columns * WIDE + 2 * PADDING, rows.length * HIGH + BAR + PADDING];
  const lines = rows.flatMap((runs, row) => runs.flatMap((run) => drawn(run, row)));
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title description" ${size(width, height)}>`,
    `<title id="title">${escaped(title)}</title>`,
    `<desc id="description">${escaped(description)}</desc>`,
    '<style>',
    `text { font: ${FONT}px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; ` +
      `fill: ${INK}; white-space: pre }`,
    `.b { font-weight: 700 } .d { fill: ${DIM} } .u { text-decoration: underline }`,
    COLOURS.map((colour, at) => `.c${at} { fill: ${colour} }`).join(' '),
    '</style>',
    `<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8" fill="${PAPER}" stroke="#586069"/>`,
    ...[0, 1, 2].map((at) => `<circle cx="${PADDING + at * 12}" cy="12" r="3.5" fill="#586069"/>`),
    ...lines,
    '</svg>',
  ].join('\n')}\n`;
}

function size(width: number, height: number): string {
  return `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
}

function drawn(run: Run, row: number): string[] {
  const parts: string[] = [];
  let column = run.column;
  for (const [text] of run.text.matchAll(/[─│┌┐└┘├┤┬┴┼]+|█+|[^─│┌┐└┘├┤┬┴┼█]+/g)) {
    // Lines and bars take a column each; combining marks none, but those come with words only.
    const columns = text === run.text ? run.columns : [...text.normalize('NFC')].length;
    if (text[0]! in ARMS) parts.push(boxOf(text, column, row));
    else if (text.startsWith(FULL)) parts.push(barOf(columns, column, row));
    else if (text.trim() !== '') parts.push(wordsOf(withoutBlanks({ ...run, text, columns, column }), row));
    column += columns;
  }
  return parts;
}

/** Viewers do not agree on what a blank at either end is worth. */
function withoutBlanks(run: Run): Run {
  const [before, after] = [/^ */, / *$/].map((blanks) => blanks.exec(run.text)![0].length);
  const columns = run.columns - before! - after!;
  return { ...run, text: run.text.trim(), column: run.column + before!, columns };
}

function boxOf(text: string, column: number, row: number): string {
  const [top, middle, bottom] = [yOf(row), yOf(row) + HIGH / 2, yOf(row) + HIGH];
  const strokes = [...text].flatMap((character, at) => {
    const [left, centre, right] = [xOf(column + at), xOf(column + at + 0.5), xOf(column + at + 1)];
    const ends: Record<string, string> = {
      ...{ l: `H${left}`, r: `H${right}`, u: `V${top}`, d: `V${bottom}` },
    };
    return [...ARMS[character]!].map((arm) => `M${centre} ${middle}${ends[arm]}`);
  });
  return `<path d="${strokes.join('')}" stroke="#768390"/>`;
}

function barOf(columns: number, column: number, row: number): string {
  return `<rect x="${xOf(column)}" y="${yOf(row) + 3}" width="${rounded(columns * WIDE)}" height="${HIGH - 6}" fill="${INK}"/>`;
}

/** `textLength` keeps the words on the grid where the reader's font is wider or narrower. */
function wordsOf(run: Run, row: number): string {
  const classes = [
    run.bold && 'b',
    run.dim && 'd',
    run.underline && 'u',
    run.colour !== null && `c${colourOf(run.colour)}`,
  ].filter(Boolean);
  const style = classes.length > 0 ? ` class="${classes.join(' ')}"` : '';
  const place = `x="${xOf(run.column)}" y="${rounded(yOf(row) + BASE)}"`;
  const length = `textLength="${rounded(run.columns * WIDE)}" lengthAdjust="spacingAndGlyphs"`;
  return `<text ${place} ${length}${style}>${escaped(run.text)}</text>`;
}

function colourOf(colour: number): number {
  if (colour > 15) throw new Error(`no colour for number ${colour} of the terminal's`);
  return colour % 8;
}

function xOf(column: number): number {
  return rounded(PADDING + column * WIDE);
}

function yOf(row: number): number {
  return BAR + row * HIGH;
}

/** Tenths are finer than any screen, and keep the sums of floating point out of the file. */
function rounded(units: number): number {
  return Math.round(units * 10) / 10;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
