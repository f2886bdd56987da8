/** Tables as spreadsheets and web sites write them, with whatever they put above the header. */

import { UserError } from '../errors';
import { LIMITS, withCommas } from '../rules/limits';

export interface CsvHeader {
  cells: string[];
  /** The line of the file it is on, from 1. */
  line: number;
  separator: string;
  /** Everything after the header line; line ends are `\n`. */
  body: string;
}

export interface CsvRow {
  cells: string[];
  /** The line of the file on which the row begins, from 1. */
  line: number;
}

export interface CsvProblem {
  line: number;
  reason: string;
}

const SEPARATORS = [',', ';', '\t'];

/** Notes and blank lines above the header are few; this is generous. */
const HEADER_WITHIN_LINES = 50;
const LONGEST_HEADER = 20_000;

/**
 * The first line near the top whose cells are a header to the caller; null when there is none. What stands above it is
 * never parsed: a lone quotation mark there would swallow the whole table.
 */
export function findHeader(text: string, isHeader: (cells: string[]) => boolean): CsvHeader | null {
  const plain = text.replace(/\r\n?/g, '\n');
  let start = 0;
  for (let number = 1; number <= HEADER_WITHIN_LINES && start < plain.length; number++) {
    const lineEnd = plain.indexOf('\n', start);
    const end = lineEnd < 0 ? plain.length : lineEnd;
    const line = plain.slice(start, Math.min(end, start + LONGEST_HEADER));
    for (const separator of SEPARATORS) {
      const cells = headerCells(line, separator);
      if (isHeader(cells)) return { cells, line: number, separator, body: plain.slice(end + 1) };
    }
    start = end + 1;
  }
  return null;
}

/** No header cell holds a separator or a quotation mark of its own, so that unbalanced marks do no harm here. */
function headerCells(line: string, separator: string): string[] {
  return line
    .replace(/["\uFEFF]/g, '')
    .split(separator)
    .map((cell) => cell.trim());
}

/** The rows below the header; blank ones are left out. Line ends inside a cell are `\n`. */
export async function readRows(header: CsvHeader): Promise<{ rows: CsvRow[]; problems: CsvProblem[] }> {
  const { default: Papa } = await import('papaparse');
  // Before a row more is kept than will be taken.
  const parsed = Papa.parse<string[]>(header.body, {
    delimiter: header.separator,
    newline: '\n',
    preview: LIMITS.rows + 1,
  });
  if (parsed.data.length > LIMITS.rows)
    throw new UserError(
      `The table has more than ${withCommas(LIMITS.rows)} rows: nothing of it was read.`,
      'divide it, and import the parts one by one',
    );
  const badRows = new Map<number, string>();
  for (const { row, code } of parsed.errors) if (row !== undefined) badRows.set(row, code);

  const rows: CsvRow[] = [];
  const problems: CsvProblem[] = [];
  let line = header.line + 1;
  for (const [index, cells] of parsed.data.entries()) {
    const error = badRows.get(index);
    if (error) problems.push({ line, reason: quoteProblem(error) });
    const swallowedTheRest = error === 'MissingQuotes';
    if (!swallowedTheRest && cells.some((cell) => cell.trim() !== '')) rows.push({ cells, line });
    line += 1 + lineBreaks(cells);
  }
  return { rows, problems };
}

function quoteProblem(code: string): string {
  return code === 'MissingQuotes'
    ? 'a quotation mark opens here and never closes: this row and all after it were not read'
    : 'a stray quotation mark: check this row';
}

function lineBreaks(cells: string[]): number {
  let count = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) count++;
  }
  return count;
}
