/** Cells below each other in columns; on a screen that is too narrow for columns, row by row. */
import type { Column, Text } from '../views/view';
import { commandsIn, type Line, pad, piecesOf, plainOf, widthOf, wrap } from './layout';
import { isPlainBy, type Measure } from './width';

const GUTTER = 2;

export function columnLines(
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
  const below = width - indent - (natural[0]! <= LABEL ? natural[0]! + GUTTER : GUTTER);
  const cuts = (at: number) =>
    widths[at]! < natural[at]! && cutsCommand(rows, at, widths[at]!, below, measure);
  if (columns.some((_, at) => cuts(at) || isCramped(rows, at, natural[at]!, widths[at]!, measure))) {
    return rows.flatMap((row) => stacked(columns, row, natural[0]!, { indent, width, measure }));
  }
  return rows.flatMap((row) => {
    const cells = columns.map((_, at) => wrap(row[at] ?? '', widths[at]!, measure));
    const height = Math.max(...cells.map((cell) => cell.length));
    return Array.from({ length: height }, (_, y) => {
      const line: Line = [{ text: ' '.repeat(indent), tone: 'plain' }];
      columns.forEach((column, at) => {
        if (at > 0) line.push({ text: ' '.repeat(GUTTER), tone: 'plain' });
        line.push(...pad(cells[at]![y] ?? [], widths[at]!, column.align ?? 'left', measure));
      });
      return line;
    });
  });
}

function naturalWidth(cell: Text, measure: Measure): number {
  const text = plainOf(cell);
  // Most cells are one plain line, as wide as it is long.
  if (isPlainBy(measure, text) && !text.endsWith(' ')) return measure(text);
  return Math.max(...wrap(cell, 10_000, measure).map((line) => widthOf(line, measure)));
}

/** Room for three or four words: with less, or where words would be cut, the cells go below each other. */
const COMFORTABLE = 15;
const LONGEST_WORD = 20;

function isCramped(rows: Text[][], at: number, natural: number, given: number, measure: Measure): boolean {
  if (given >= natural || given >= LONGEST_WORD) return false;
  if (given < COMFORTABLE) return true;
  return rows.some((row) =>
    plainOf(row[at] ?? '')
      .split(/\s+/)
      .some((word) => measure(word) > given),
  );
}

/** A command is copied in one go: where its cell has no room for that and the whole line has, the row goes below. */
function cutsCommand(rows: Text[][], at: number, given: number, below: number, measure: Measure): boolean {
  return (
    given < NARROW_CELL &&
    rows.some((row) =>
      commandsIn(row[at] ?? '', measure).some(
        (command) => measure(command) > given && measure(command) <= below,
      ),
    )
  );
}

const NARROW_CELL = 40;

/** The widest first cell, such as a number, that the others may stand beside. */
const LABEL = 10;

/** A row on a narrow screen: beside its number, or below its label, first the cells before the flexible one, then that, then the rest. */
function stacked(
  columns: Column[],
  row: Text[],
  label: number,
  { indent, width, measure }: { indent: number; width: number; measure: Measure },
): Line[] {
  const isBeside = label <= LABEL;
  const flex = Math.max(
    1,
    columns.findIndex((column) => column.flex),
  );
  const parts = [row.slice(1, flex), row.slice(flex, flex + 1), row.slice(flex + 1)];
  const left = indent + (isBeside ? label + GUTTER : GUTTER);
  // A mark in front is no label, so what the row goes on with stands back a little.
  const hanging = label <= 1 ? GUTTER : 0;
  const room = Math.max(10, width - left - hanging);
  const lines = parts.flatMap((cells) => {
    const said = cells.filter((cell) => plainOf(cell) !== '');
    if (said.length === 0) return [];
    return wrap(
      said.flatMap((cell, at) => [...(at > 0 ? [' '.repeat(GUTTER)] : []), ...piecesOf(cell)]),
      room,
      measure,
    );
  });
  const first = wrap(row[0] ?? '', isBeside ? label : Math.max(10, width - indent), measure);
  const blank = (columns: number): Line => [{ text: ' '.repeat(columns), tone: 'plain' }];
  if (!isBeside) {
    const heading = plainOf(row[0] ?? '') === '' ? [] : first;
    return [
      ...heading.map((line) => [...blank(indent), ...line]),
      ...lines.map((line) => [...blank(left), ...line]),
    ];
  }
  return Array.from({ length: Math.max(first.length, lines.length) }, (_, y) => [
    ...blank(indent),
    ...pad(first[y] ?? [], label, columns[0]?.align ?? 'left', measure),
    ...blank(GUTTER),
    ...(y > 0 ? blank(hanging) : []),
    ...(lines[y] ?? []),
  ]);
}

/** The flexible column is prose: past this it wraps, however wide the screen. */
const WIDEST_FLEX = 90;

/** Columns past their `most` give way first, then the flexible one down to a third of the line, then the widest. */
function widthsFor(columns: Column[], natural: number[], width: number): number[] {
  const widths = [...natural];
  const excess = () => widths.reduce((sum, one) => sum + one, 0) + GUTTER * (columns.length - 1) - width;
  const shrink = (at: number, least: number) => {
    widths[at] = Math.max(Math.min(widths[at]!, least), widths[at]! - Math.max(0, excess()));
  };
  for (const [at, { most }] of columns.entries()) if (most !== undefined) shrink(at, most);
  const flex = columns.findIndex((column) => column.flex);
  if (flex >= 0) widths[flex] = Math.min(widths[flex]!, WIDEST_FLEX);
  if (flex >= 0) shrink(flex, Math.floor(width / 3));
  while (excess() > 0) {
    const widest = widths.indexOf(Math.max(...widths));
    if (widths[widest]! <= 4) break;
    widths[widest] = Math.max(4, widths[widest]! - Math.max(1, Math.ceil(excess() / columns.length)));
  }
  return widths;
}
