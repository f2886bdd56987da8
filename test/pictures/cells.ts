/** What a terminal makes of a stream of text and escape codes: rows of runs, each in one style. */
import { type IBufferCell, type IBufferLine, Terminal } from '@xterm/headless';

export interface Style {
  bold: boolean;
  dim: boolean;
  underline: boolean;
  /** One of the sixteen colours of a terminal, by number; null is the one that text has by itself. */
  colour: number | null;
}

export interface Run extends Style {
  text: string;
  /** The first column, and how many columns the text takes. */
  column: number;
  columns: number;
}

/** Neither is drawn, so a screen that begins to use one is refused instead of shown without. */
const refused = ['isInverse', 'isInvisible', 'isStrikethrough', 'isBgRGB', 'isBgPalette', 'isFgRGB'] as const;

/** All that is on the screen, without the empty rows below it; `rows` high enough that nothing scrolls away. */
export async function rowsOf(stream: string, columns: number, rows = 200): Promise<Run[][]> {
  const terminal = new Terminal({ cols: columns, rows, allowProposedApi: true });
  await new Promise<void>((resolve) => terminal.write(stream, resolve));
  const { active } = terminal.buffer;
  if (active.baseY > 0) throw new Error(`more than ${rows} rows: some have scrolled away`);
  const found = Array.from({ length: active.length }, (_, at) => runsOf(active.getLine(at)!, columns));
  terminal.dispose();
  return found.slice(0, found.findLastIndex((runs) => runs.length > 0) + 1);
}

/** The rows before the one that begins with these words; all of them when there are no such words. */
export function upTo(words: string | undefined, rows: Run[][]): Run[][] {
  const end = words === undefined ? rows.length : rows.findIndex((runs) => textOf(runs).startsWith(words));
  if (end < 0) throw new Error(`no row begins with ${words}`);
  return rows.slice(0, rows.slice(0, end).findLastIndex((runs) => runs.length > 0) + 1);
}

export function textOf(runs: Run[]): string {
  let text = '';
  let end = 0;
  for (const run of runs) {
    text += ' '.repeat(run.column - end) + run.text;
    end = run.column + run.columns;
  }
  return text;
}

function runsOf(line: IBufferLine, columns: number): Run[] {
  const runs: Run[] = [];
  for (let column = 0; column < columns; column += 1) {
    const cell = line.getCell(column)!;
    const text = cell.getChars();
    // The second half of a wide character has no text, and a cell nobody wrote to has none either.
    if (text.trim() === '') continue;
    const style = styleOf(cell);
    const last = runs.at(-1);
    const gap = last ? column - last.column - last.columns : 0;
    // A wide character stands alone: only so is it sure to begin and to end on the grid, whatever the font.
    if (last && gap <= 1 && cell.getWidth() === 1 && !isWide(last) && isSame(last, style)) {
      last.text += ' '.repeat(gap) + text;
      last.columns += gap + 1;
    } else runs.push({ text, column, columns: cell.getWidth(), ...style });
  }
  return runs;
}

function isWide({ text, columns }: Run): boolean {
  return columns === 2 && [...text].length === 1;
}

function styleOf(cell: IBufferCell): Style {
  const strange = refused.find((name) => cell[name]());
  if (strange) throw new Error(`no way to draw a cell that ${strange}: ${cell.getChars()}`);
  return {
    bold: cell.isBold() !== 0,
    dim: cell.isDim() !== 0,
    underline: cell.isUnderline() !== 0,
    colour: cell.isFgPalette() ? cell.getFgColor() : null,
  };
}

function isSame(one: Style, other: Style): boolean {
  return (
    one.bold === other.bold &&
    one.dim === other.dim &&
    one.underline === other.underline &&
    one.colour === other.colour
  );
}
