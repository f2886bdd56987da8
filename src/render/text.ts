/** A view as lines of text for a terminal or a pipe: the only file that knows cli-table3. */
import type { Block, Column, Span, Square, Text, View } from '../views/view';
import { columnLines } from './columns';
import { type Line, pad, piecesOf, textsIn, widthOf, wrap } from './layout';
import { type Paint, painter, paintLine } from './paint';
import { ASCII_BOX, inAscii } from './symbols';
import { type Measure, measureFor } from './width';
import { withWords } from './words';

export interface Screen {
  /** Columns. */
  width: number;
  colour: boolean;
  /** A terminal gets boxes; a pipe gets plain columns. */
  boxes: boolean;
  /** Where the locale is not UTF-8: symbols of ours that ASCII does not have are written with what it has. */
  ascii?: boolean;
}

/** Longer lines of prose lose the eye on its way back. */
const PROSE = 100;
/** Two squares side by side, each with room for a few words a line. */
const [NARROWEST_BOXES, WIDEST_BOXES] = [72, 120];

export async function renderText(given: View, screen: Screen): Promise<string> {
  const shown = screen.colour ? given : withStars(given);
  const view = screen.ascii ? withWords(shown, inAscii) : shown;
  const measure = await measureFor(view.flatMap(textsOf));
  const paint = await painter(screen.colour);
  const lines: string[] = [];
  for (const block of view) {
    if (block.kind === 'raw') return block.text;
    const made =
      block.kind === 'squares' && screen.boxes && screen.width >= NARROWEST_BOXES
        ? await boxedSquares(block.squares, screen, measure, paint)
        : linesOf(block, screen, measure).map((line) => paintLine(line, paint));
    // One by one: a list of everybody is longer than the arguments that a call may have.
    for (const one of made) lines.push(one);
  }
  return `${lines.join('\n')}\n`;
}

/** What colour would show has to be seen without it. */
function withStars(view: View): View {
  const isFound = (span: Span) => typeof span !== 'string' && span.tone === 'found';
  const isMarked = view.some((block) => cellsOf(block).some((cell) => [cell].flat().some(isFound)));
  if (!isMarked) return view;
  return JSON.parse(JSON.stringify(view), (_, value) =>
    value?.tone === 'found' ? { text: `*${value.text}*`, tone: 'plain' } : value,
  );
}

function textsOf(block: Block): string[] {
  return cellsOf(block).flatMap(textsIn);
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
      return block.squares.flatMap((square) => [square.title, square.note, ...square.rows.flat()]);
    default:
      return [];
  }
}

function linesOf(block: Exclude<Block, { kind: 'raw' }>, screen: Screen, measure: Measure): Line[] {
  const width = Math.min(screen.width, PROSE);
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
      // A table is read by its columns, so it may be as wide as it likes; words beside a label are prose.
      const room = block.columns.length > 2 ? screen.width : width;
      return columnLines(block.columns, rows, block.indent ?? 0, room, measure);
    }
    case 'bars':
      return barLines(block.rows, screen, measure);
    case 'squares':
      return block.squares.flatMap((square, at) => [
        ...(at > 0 ? [[]] : []),
        ...titleLines(square.title, square.note, width, measure),
        ...columnLines(SQUARE, square.rows, 2, width, measure),
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

const BAR = 10;
const dim = (text: string): Span => ({ text, tone: 'dim' });

type Bars = Extract<Block, { kind: 'bars' }>['rows'];

/** Below this the bars go, and what is said of one stands beside its name. */
const NARROWEST_BARS = 56;

function barLines(rows: Bars, { width, ascii }: Screen, measure: Measure): Line[] {
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  const [you, aim] = [dim('you'), dim('aim')];
  if (width < NARROWEST_BARS) {
    const named = rows.map(({ label, note }): Text => [label, '  ', ...piecesOf(note)]);
    return columnLines(
      [{ flex: true }, { align: 'right' }, { align: 'right' }],
      [['', you, aim], ...rows.map((row, at) => [named[at]!, percent(row.share), percent(row.aim)])],
      2,
      width,
      measure,
    );
  }
  return columnLines(
    [{ flex: true }, {}, { align: 'right' }, { align: 'right' }, {}],
    [
      ['', '', you, aim, ''],
      ...rows.map((row) => [
        row.label,
        (ascii ? '#' : '█').repeat(Math.round(row.share * BAR)),
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

/** The number, and what it is the number of. */
const SQUARE: Column[] = [{}, { flex: true }];

async function boxedSquares(
  squares: Square[],
  { width, ascii }: Screen,
  measure: Measure,
  paint: Paint,
): Promise<string[]> {
  const { default: Table } = await import('cli-table3');
  const inner = Math.floor((Math.min(width, WIDEST_BOXES) - 3) / 2) - 2;
  const table = new Table({
    colWidths: [inner + 2, inner + 2],
    style: { head: [], border: [] },
    ...(ascii ? { chars: ASCII_BOX } : {}),
  });
  const cell = (square: Square) =>
    [
      ...titleLines(square.title, square.note, inner, measure),
      ...columnLines(SQUARE, square.rows, 0, inner, measure),
    ]
      .map((line) => paintLine(line, paint))
      .join('\n');
  for (let at = 0; at < squares.length; at += 2) table.push(squares.slice(at, at + 2).map(cell));
  return table.toString().split('\n');
}
