/** Our own export: everything in the database as JSON. */
import { UserError } from '../errors';
import { LIMITS, textFault, withCommas } from '../rules/limits';
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
const UNSEEN = /[\p{Cf}\p{Zl}\p{Zp}\p{Variation_Selector}\p{Default_Ignorable_Code_Point}\u007f-\u009f]/gu;

/** The value as `--json` prints it, with every character that cannot be seen as an escape, also where a script needs it. */
export function writeExport(data: ExportedData): string {
  const json = JSON.stringify(exportOf(data), null, 2);
  return `${json.replace(UNSEEN, escapeOf)}\n`;
}

function escapeOf(character: string): string {
  const units = Array.from({ length: character.length }, (_, at) => character.charCodeAt(at));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
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
  for (const [table, seq] of Object.entries(sequences as Record<string, number>)) {
    if (seq < 0 || seq > LIMITS.number)
      throw refuse(
        `"sequences" has ${seq} for "${table}", and numbers go from 0 to ${withCommas(LIMITS.number)}`,
      );
  }
  if (!isObject(tables)) throw refuse('it has no tables');
  for (const [table, rows] of Object.entries(tables)) {
    if (!Array.isArray(rows)) throw refuse(`"${table}" is no list of rows`);
    const at = rows.findIndex((row) => !isObject(row) || !Object.values(row).every(isPlain));
    if (at >= 0) throw refuse(`row ${at + 1} of "${table}" is no row of texts and numbers`);
    for (const [index, row] of rows.entries()) {
      const fault = rowFault(table, row);
      if (fault) throw new UserError(`Row ${index + 1} of "${table}" in ${name}: ${fault}.`, MEND);
    }
  }
  return { schema, sequences, tables } as ExportedData;
}

const MEND = 'nothing was changed; mend the row, or take an export that was not edited';

/** Columns that hold more or less than a line; those of a table that is not named here are bounded by the file alone. */
const LONGEST: Record<string, number> = {
  'contacts.name': LIMITS.name,
  'contacts.company': LIMITS.line,
  'contacts.role': LIMITS.line,
  'contacts.how_met': LIMITS.line,
  'contacts.purpose': LIMITS.line,
  'contacts.notes': LIMITS.note,
  'past_companies.company': LIMITS.line,
  'points.value': LIMITS.link,
  'points.key': LIMITS.link,
  'tags.tag': LIMITS.tag,
  'events.title': LIMITS.line,
  'events.place': LIMITS.line,
  'events.purpose': LIMITS.line,
  'events.outcome': LIMITS.text,
  'events.notes': LIMITS.note,
  'interactions.about': LIMITS.note,
  'interactions.purpose': LIMITS.line,
  'acts.what': LIMITS.text,
  'promises.what': LIMITS.text,
  'tasks.notes': LIMITS.note,
  'jobs.company': LIMITS.line,
  'jobs.title': LIMITS.line,
  'jobs.notes': LIMITS.note,
  'preparations.notes': LIMITS.note,
  'settings.value': LIMITS.setting,
};

function rowFault(table: string, row: Row): string | undefined {
  for (const [column, value] of Object.entries(row)) {
    if (typeof value === 'string') {
      const fault = textFault(value, LONGEST[`${table}.${column}`] ?? Number.POSITIVE_INFINITY);
      if (fault) return `"${column}" ${fault}`;
    } else if (column === 'id' && value !== null && !(value >= 1 && value <= LIMITS.number)) {
      return `"id" is ${value}, and numbers go from 1 to ${withCommas(LIMITS.number)}`;
    }
  }
  return undefined;
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
