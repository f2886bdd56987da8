/** Our own export: everything in the database as JSON. */
import { UserError } from '../errors';
import { decodeText, type InputFile } from './text-file';

type Row = Record<string, string | number | null>;

export interface ExportedData {
  schema: number;
  sequences: Record<string, number>;
  tables: Record<string, Row[]>;
}

const FORMAT = 'jobsearch';
const WHAT_IS_READ = "What can be read: LinkedIn's zip or CSV files, and what jobsearch export wrote.";

/** The value of an export as it is printed and written. */
export function exportOf({ schema, sequences, tables }: ExportedData) {
  return { format: FORMAT, schema, sequences, tables };
}

// Characters that act on a terminal or cannot be seen become escapes, so that a name in a file on screen does no harm.
const UNSEEN = /[\u007f-\u009f\u200b\u2028-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** The same characters as `--json` prints. */
export function writeExport(data: ExportedData): string {
  const json = JSON.stringify(exportOf(data), null, 2);
  return `${json.replace(UNSEEN, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
}

/** True for any JSON text: no table of LinkedIn's begins like this. */
export function isJson({ bytes }: InputFile): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 256)).trimStart();
  return start.startsWith('{') || start.startsWith('[');
}

/** Checks the shape; which tables and columns there are is the database's business. */
export function readExport(file: InputFile): ExportedData {
  const { name } = file;
  const value = parse(file);
  if (!isObject(value) || value.format !== FORMAT) {
    throw new UserError(`${name} is JSON, but no export of jobsearch.`, WHAT_IS_READ);
  }
  const { schema, sequences, tables } = value;
  const refuse = (what: string) =>
    new UserError(
      `${name} is no whole export of jobsearch: ${what}.`,
      'write it again: jobsearch export FILE',
    );
  if (typeof schema !== 'number' || !Number.isSafeInteger(schema) || schema < 1)
    throw refuse('its schema has no number');
  if (!isObject(sequences) || !Object.values(sequences).every((seq) => Number.isSafeInteger(seq)))
    throw refuse('"sequences" are not whole numbers');
  if (!isObject(tables)) throw refuse('it has no tables');
  for (const [table, rows] of Object.entries(tables)) {
    if (!Array.isArray(rows)) throw refuse(`"${table}" is no list of rows`);
    const at = rows.findIndex((row) => !isObject(row) || !Object.values(row).every(isPlain));
    if (at >= 0) throw refuse(`row ${at + 1} of "${table}" is no row of texts and numbers`);
  }
  return { schema, sequences, tables } as ExportedData;
}

function parse(file: InputFile): unknown {
  try {
    return JSON.parse(decodeText(file));
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(
      `${file.name} is damaged or incomplete JSON: ${(error as Error).message}.`,
      'copy or export it again: jobsearch export FILE',
    );
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPlain(value: unknown): boolean {
  return value === null || typeof value === 'string' || typeof value === 'number';
}
