/** A view as lines of text for a terminal or a pipe: the only file that knows chalk and cli-table3. */
import type { Block, Column, Square, Text, Tone, View } from '../views/view';
import { type Line, pad, plainOf, widthOf, wrap } from './layout';
import { type Measure, measureFor } from './width';

export interface Screen {
  /** Columns. */
  width: number;
  colour: boolean;
  /** A terminal gets boxes; a pipe gets plain columns. */
  boxes: boolean;
}

type Paint = (text: string, tone: Tone) => string;

export async function renderText(view: View, screen: Screen): Promise<string> {
  const measure = await measureFor(view.flatMap(textsOf));
  const paint = screen.colour ? await painter() : (text: string) => text;
  const lines: string[] = [];
  for (const block of view) {
    if (block.kind === 'raw') return block.text;
    const made =
      block.kind === 'squares' && screen.boxes
        ? await boxedSquares(block.squares, screen.width, measure, paint)
        : linesOf(block, screen.width, measure).map((line) => paintLine(line, paint));
    // One by one: a list of everybody is longer than the arguments that a call may have.
    for (const one of made) lines.push(one);
  }
  return `${lines.join('\n')}\n`;
}

async function painter(): Promise<Paint> {
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: 1 });
  const tones = {
    plain: (text: string) => text,
    strong: chalk.bold,
    good: chalk.green,
    warn: chalk.yellow,
    bad: chalk.red,
    dim: chalk.dim,
  };
  return (text, tone) => tones[tone](text);
}

function paintLine(line: Line, paint: Paint): string {
  const end = line.findLastIndex((piece) => piece.text.trim() !== '');
  const merged: Line = [];
  for (const [at, { text, tone }] of line.slice(0, end + 1).entries()) {
    const shown = at === end ? text.trimEnd() : text;
    const last = merged.at(-1);
    if (last?.tone === tone) merged[merged.length - 1] = { text: last.text + shown, tone };
    else merged.push({ text: shown, tone });
  }
  return merged.map(({ text, tone }) => paint(text, tone)).join('');
}

function textsOf(block: Block): string[] {
  return cellsOf(block).map(plainOf);
}

function cellsOf(block: Block): Text[] {
  switch (block.kind) {
    case 'title':
      return [block.left, block.right ?? ''];
    case 'heading':
    case 'text':
      return [block.text];
    case 'columns':
    case 'facts':
      return block.rows.flat();
    case 'bars':
      return block.rows.flatMap((row) => [row.label, row.note]);
    case 'squares':
      return block.squares.flatMap((square) => [square.title, square.note, ...square.lines]);
    default:
      return [];
  }
}

function linesOf(block: Exclude<Block, { kind: 'raw' }>, width: number, measure: Measure): Line[] {
  switch (block.kind) {
    case 'gap':
      return [[]];
    case 'title':
      return titleLines(block.left, block.right, width, measure);
    case 'heading':
      return wrap(block.text, width, measure).map((line) =>
        line.map((piece) => (piece.tone === 'plain' ? { ...piece, tone: 'strong' } : piece)),
      );
    case 'text':
      return indented(block.text, block.indent ?? 0, width, measure);
    case 'facts':
      return columnLines(
        [{}, { flex: true }],
        block.rows.map(([label, value]) => [{ text: label, tone: 'dim' as const }, value]),
        2,
        width,
        measure,
      );
    case 'columns': {
      const rows = block.head
        ? [block.head.map((text) => ({ text, tone: 'dim' as const })), ...block.rows]
        : block.rows;
      return columnLines(block.columns, rows, block.indent ?? 0, width, measure);
    }
    case 'bars':
      return barLines(block.rows, width, measure);
    case 'squares':
      return block.squares.flatMap((square, at) => [
        ...(at > 0 ? [[]] : []),
        ...titleLines(square.title, square.note, width, measure),
        ...square.lines.flatMap((text) => indented(text, 2, width, measure)),
      ]);
  }
}

function indented(text: Text, indent: number, width: number, measure: Measure): Line[] {
  return wrap(text, Math.max(10, width - indent), measure).map((line) => [
    { text: ' '.repeat(indent), tone: 'plain' },
    ...line,
  ]);
}

/** Left and right on one line where both fit, else below each other. */
function titleLines(left: Text, right: Text | undefined, width: number, measure: Measure): Line[] {
  const title = wrap(left, width, measure).map((line) =>
    line.map((piece) => (piece.tone === 'plain' ? { ...piece, tone: 'strong' as const } : piece)),
  );
  if (right === undefined) return title;
  const note = wrap(right, width, measure);
  const room = width - widthOf(title[0]!, measure) - 2;
  if (title.length > 1 || note.length > 1 || widthOf(note[0]!, measure) > room) return [...title, ...note];
  return [[...title[0]!, { text: '  ', tone: 'plain' }, ...pad(note[0]!, room, 'right', measure)]];
}

const GUTTER = 2;

function columnLines(
  columns: Column[],
  rows: Text[][],
  indent: number,
  width: number,
  measure: Measure,
): Line[] {
  const natural = columns.map((_, at) =>
    rows.reduce((widest, row) => Math.max(widest, naturalWidth(row[at] ?? '', measure)), 0),
  );
  const widths = widthsFor(columns, natural, width - indent);
  return rows.flatMap((row) => {
    const cells = columns.map((_, at) => wrap(row[at] ?? '', widths[at]!, measure));
    const height = Math.max(...cells.map((cell) => cell.length));
    return Array.from({ length: height }, (_, y) => [
      { text: ' '.repeat(indent), tone: 'plain' as const },
      ...columns.flatMap((column, at) => [
        ...(at > 0 ? [{ text: ' '.repeat(GUTTER), tone: 'plain' as const }] : []),
        ...pad(cells[at]![y] ?? [], widths[at]!, column.align ?? 'left', measure),
      ]),
    ]);
  });
}

function naturalWidth(cell: Text, measure: Measure): number {
  return Math.max(...wrap(cell, 10_000, measure).map((line) => widthOf(line, measure)));
}

/** Columns past their `most` give way first, then the flexible one down to a third of the line, then the widest. */
function widthsFor(columns: Column[], natural: number[], width: number): number[] {
  const widths = [...natural];
  const excess = () => widths.reduce((sum, one) => sum + one, 0) + GUTTER * (columns.length - 1) - width;
  const shrink = (at: number, least: number) => {
    widths[at] = Math.max(Math.min(widths[at]!, least), widths[at]! - Math.max(0, excess()));
  };
  for (const [at, { most }] of columns.entries()) if (most !== undefined) shrink(at, most);
  const flex = columns.findIndex((column) => column.flex);
  if (flex >= 0) shrink(flex, Math.floor(width / 3));
  while (excess() > 0) {
    const widest = widths.indexOf(Math.max(...widths));
    if (widths[widest]! <= 4) break;
    widths[widest] = Math.max(4, widths[widest]! - Math.max(1, Math.ceil(excess() / columns.length)));
  }
  return widths;
}

const BAR = 10;

function barLines(rows: Extract<Block, { kind: 'bars' }>['rows'], width: number, measure: Measure): Line[] {
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  return columnLines(
    [{ flex: true }, {}, { align: 'right' }, { align: 'right' }, {}],
    [
      ['', '', { text: 'you', tone: 'dim' }, { text: 'aim', tone: 'dim' }, ''],
      ...rows.map((row) => [
        row.label,
        '█'.repeat(Math.round(row.share * BAR)),
        percent(row.share),
        percent(row.aim),
        row.note,
      ]),
    ],
    2,
    width,
    measure,
  );
}

async function boxedSquares(
  squares: Square[],
  width: number,
  measure: Measure,
  paint: Paint,
): Promise<string[]> {
  const { default: Table } = await import('cli-table3');
  const inner = Math.max(16, Math.floor((width - 3) / 2) - 2);
  const table = new Table({ colWidths: [inner + 2, inner + 2], style: { head: [], border: [] } });
  const cell = (square: Square) =>
    [
      ...titleLines(square.title, square.note, inner, measure),
      ...square.lines.flatMap((text) => wrap(text, inner, measure)),
    ]
      .map((line) => paintLine(line, paint))
      .join('\n');
  for (let at = 0; at < squares.length; at += 2) table.push(squares.slice(at, at + 2).map(cell));
  return table.toString().split('\n');
}
