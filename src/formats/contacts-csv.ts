/** People as a spreadsheet takes them, and back: nothing in a cell is ever a formula. */
import { UserError } from '../errors';
import { type Contact, POINT_KINDS, type Point, RELEVANCES } from '../model';
import { LIMITS, oneLine, textFault } from '../rules/limits';
import { findHeader, readRows } from './csv';
import { emailPoint, linkPoint, phonePoint } from './points';
import { decodeText, type InputFile } from './text-file';

/** All that a sheet of people holds of one; who introduced them is a number that means nothing elsewhere. */
export type SheetContact = Omit<Contact, 'id' | 'introducedBy'>;

export interface SheetRow {
  line: number;
  contact: SheetContact;
}

export interface SheetProblem {
  line: number;
  reason: string;
}

const LINES = ['company', 'role', 'howMet', 'purpose'] as const;

const HEADER = [
  'Name',
  'Company',
  'Role',
  'How met',
  'Purpose',
  'Notes',
  'E-mail',
  'Phone',
  'Link',
  'Tags',
  'Connected on',
  'Added on',
  'Relevance',
  'Closeness',
  'State',
];
const TYPICAL = ['Name', 'Company', 'E-mail', 'Closeness', 'Added on'];

// ── writing ───────────────────────────────────────────────────────────────────────────────────────

/** RFC 4180. A byte-order mark tells Excel that it is UTF-8; on a screen it would only be in the way. */
export function writeSheet(contacts: SheetContact[], to: 'file' | 'screen'): string {
  const [mark, end] = to === 'file' ? ['\ufeff', '\r\n'] : ['', '\n'];
  return mark + [HEADER, ...contacts.map(cellsOf)].map((row) => row.map(quoted).join(',') + end).join('');
}

function cellsOf(contact: SheetContact): string[] {
  const values = (kind: Point['kind']) =>
    listed(contact.points.filter((point) => point.kind === kind).map(({ value }) => value));
  return [
    contact.name,
    ...LINES.map((field) => contact[field] ?? ''),
    contact.notes ?? '',
    ...POINT_KINDS.map(values),
    listed(contact.tags),
    contact.connectedOn ?? '',
    contact.addedOn,
    contact.relevance ?? '',
    String(contact.closeness),
    contact.state,
  ];
}

/** One a line, as none of them is longer than one; should it be, its line break is `\n`. */
function listed(values: string[]): string {
  return values.map((value) => value.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')).join('\n');
}

function unlisted(cell: string): string[] {
  return cell
    .split('\n')
    .map((value) => value.replace(/\\([\\n])/g, (_, one: string) => (one === 'n' ? '\n' : one)))
    .filter((value) => value.trim() !== '');
}

function quoted(value: string): string {
  const cell = guarded(value);
  return /^[\w @.+-]*$/.test(cell) && cell === cell.trim() ? cell : `"${cell.replaceAll('"', '""')}"`;
}

/** A spreadsheet runs what begins like this; the apostrophe makes it text. */
const FORMULA = /^'*[=+\-@\t\r]/;

export function guarded(value: string): string {
  return FORMULA.test(value) ? `'${value}` : value;
}

/** Takes off what `guarded` put on, and no other apostrophe. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}

// ── reading ───────────────────────────────────────────────────────────────────────────────────────

/** By its header, which is at the very top. */
export function isSheet({ bytes }: InputFile): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 500));
  return findHeader(start.split(/[\r\n]/, 1)[0]!, isHeader) !== null;
}

function isHeader(cells: string[]): boolean {
  return TYPICAL.every((name) => cells.includes(name));
}

/** Rows that cannot be kept are told with their line; of the others nothing is left out. */
export async function readSheet(
  file: InputFile,
  today: string,
): Promise<{ rows: SheetRow[]; skipped: SheetProblem[] }> {
  const header = findHeader(decodeText(file), isHeader);
  if (!header) throw new UserError(`${file.name} has no header of a sheet of people.`);
  const { rows, problems } = await readRows(header);
  const read: SheetRow[] = [];
  const skipped = [...problems];
  for (const { cells, line } of rows) {
    const cell = (name: string) => unguarded(cells[header.cells.indexOf(name)] ?? '').trim();
    try {
      read.push({ line, contact: contactOf(cell, today) });
    } catch (error) {
      if (!(error instanceof Error && ['UserError', 'UsageError'].includes(error.name))) throw error;
      skipped.push({ line, reason: error.message.replace(/\.$/, '') });
    }
  }
  return { rows: read, skipped };
}

function contactOf(cell: (name: string) => string, today: string): SheetContact {
  const text = (name: string, longest: number) => {
    const value = longest > LIMITS.line ? cell(name) : oneLine(cell(name));
    const fault = textFault(value, longest);
    if (fault) throw new UserError(`"${name}" ${fault}.`);
    return value || null;
  };
  const day = (name: string) => {
    if (cell(name) !== '' && !isDay(cell(name)))
      throw new UserError(`"${name}" is "${inShort(cell(name))}", but must be a day such as ${today}.`);
    return cell(name) || null;
  };
  const oneOf = <T extends string>(name: string, words: readonly T[]): T | null => {
    const found = words.find((word) => word === cell(name));
    if (!found && cell(name) !== '')
      throw new UserError(`"${name}" is "${inShort(cell(name))}", but must be one of: ${words.join(', ')}.`);
    return found ?? null;
  };
  const name = text('Name', LIMITS.name);
  if (name === null) throw new UserError('the row has no name.');
  const several = (column: string) => {
    const values = unlisted(cell(column));
    if (values.length > LIMITS.perPerson)
      throw new UserError(`"${column}" has ${values.length} values; at most ${LIMITS.perPerson} are taken.`);
    return values;
  };
  const tags = several('Tags').map(oneLine);
  for (const tag of tags) {
    const fault = textFault(tag, LIMITS.tag);
    if (fault) throw new UserError(`a tag ${fault}.`);
  }
  const [company, role, howMet, purpose] = ['Company', 'Role', 'How met', 'Purpose'].map((column) =>
    text(column, LIMITS.line),
  ) as [string | null, string | null, string | null, string | null];
  return {
    ...{ name, company, role, howMet, purpose, tags },
    notes: text('Notes', LIMITS.note),
    points: [
      ...several('E-mail').map(emailPoint),
      ...several('Phone').map(phonePoint),
      ...several('Link').map(linkPoint),
    ],
    connectedOn: day('Connected on'),
    addedOn: day('Added on') ?? today,
    relevance: oneOf('Relevance', RELEVANCES),
    closeness: Number(oneOf('Closeness', ['0', '1', '2', '3', '4', '5']) ?? 0),
    state: oneOf('State', ['active', 'parked']) ?? 'active',
  };
}

function isDay(text: string): boolean {
  const at = /^(19|2[01])\d\d-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return at !== null && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

function inShort(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
