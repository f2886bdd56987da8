/** LinkedIn's data export: the whole archive, or one table out of it. What a file is, its content says. */
import { UserError } from '../../errors';
import type { Instant, IsoDay } from '../../model';
import { type CsvHeader, type CsvRow, findHeader, readRows } from '../csv';
import { decodeText, type InputFile } from '../text-file';
import { isZip, readZip } from '../zip';
import { readConnections, withoutRepeated } from './connections';
import { dayInName } from './dates';
import { LINKEDIN_PARTS, type LinkedInExport, type LinkedInPart, type Skipped } from './export';
import { readMessageRows } from './messages';
import { type Columns, cellOf, inShort, recogniseTable } from './tables';
import { readThreads } from './threads';

export interface LinkedInOptions {
  /** Whose export it is: a name or a profile link. */
  me?: string;
  /** The user's calendar day at a moment. */
  localDay: (at: Instant) => IsoDay;
}

interface Table {
  part: LinkedInPart;
  file: string;
  columns: Columns;
  rows: CsvRow[];
}

interface Source {
  tables: Table[];
  unread: string[];
  skipped: Skipped[];
}

const WHAT_IS_READ =
  'What can be read: Connections.csv (First Name, Last Name, …, Connected On), messages.csv ' +
  '(CONVERSATION ID, FROM, …, DATE), or the whole archive as LinkedIn sent it.';

/** Tables of machines talking; their header is that of messages.csv, so that only the name tells them. */
const NOT_PEOPLE = /guide_messages|role_play_messages|coach_messages/i;

export async function readLinkedIn(file: InputFile, options: LinkedInOptions): Promise<LinkedInExport> {
  const archived = isZip(file.bytes);
  const { tables, unread, skipped } = archived ? await readArchive(file) : await readSingle(file);
  const of = (part: LinkedInPart) => tables.filter((table) => table.part === part);
  const found = of('connections').map((table) => readConnections(table.rows, table.columns, table.file));
  const connections = withoutRepeated(found.flatMap(({ people }) => people));
  const rows = of('messages').flatMap((table) =>
    readMessageRows(table.rows, table.columns, table.file, options.localDay),
  );
  const hints = { me: options.me?.trim() ?? '', profileName: ownName(of('profile')) };
  const { owner, doubt, people, messages, counts, ...threads } = readThreads(rows, connections.people, hints);
  const days = [...found.flatMap((table) => table.days), ...rows.flatMap(({ day }) => day ?? [])];
  return {
    kind: 'linkedin',
    parts: LINKEDIN_PARTS.filter((part) => of(part).length > 0),
    unread,
    asOf: (archived ? dayInName(file.name) : null) ?? newest(days),
    owner,
    ownerDoubt: doubt,
    people,
    messages,
    skipped: [skipped, ...found.map((table) => table.skipped), connections.skipped, threads.skipped].flat(),
    counts: {
      connections: connections.people.length,
      hiddenMembers: found.reduce((sum, { hiddenMembers }) => sum + hiddenMembers, 0),
      ...counts,
    },
  };
}

async function readArchive(archive: InputFile): Promise<Source> {
  const { members, others } = await readZip(
    archive,
    (name) => /\.csv$/i.test(name) && !NOT_PEOPLE.test(name),
  );
  const source: Source = { tables: [], unread: others, skipped: [] };
  for (const member of members) {
    const text = textOrNull(member);
    const header = text === null ? null : findHeader(text, (cells) => recogniseTable(cells)?.part != null);
    if (header) await addTable(source, header, member.name);
    else source.unread.push(member.name);
  }
  const { tables } = source;
  if (!tables.some(({ part }) => part !== 'profile')) {
    throw new UserError(
      `${archive.name} holds neither connections nor messages of LinkedIn's.`,
      WHAT_IS_READ,
    );
  }
  if (tables.every(({ part, rows }) => part === 'profile' || rows.length === 0)) {
    throw new UserError(`${archive.name} holds no connection and no message.`, WHAT_IS_READ);
  }
  return source;
}

/** One unreadable member is no reason to refuse the others. */
function textOrNull(member: InputFile): string | null {
  try {
    return decodeText(member);
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

async function readSingle(file: InputFile): Promise<Source> {
  const text = decodeText(file);
  if (text.trim() === '') throw new UserError(`${file.name} is empty.`, WHAT_IS_READ);
  const header = findHeader(text, (cells) => recogniseTable(cells) !== null);
  if (!header) {
    const start = inShort(text.trim().split(/[\r\n]/, 1)[0]!);
    throw new UserError(`${file.name} is no table of LinkedIn's export; it begins "${start}".`, WHAT_IS_READ);
  }
  const recognised = recogniseTable(header.cells)!;
  if (recognised.part === null) {
    throw new UserError(
      `${file.name} is LinkedIn's table "${recognised.table}", which is not read.`,
      WHAT_IS_READ,
    );
  }
  if (recognised.part === 'profile') {
    throw new UserError(
      `${file.name} is LinkedIn's table "Profile": by itself it has nothing to import.`,
      WHAT_IS_READ,
    );
  }
  const source: Source = { tables: [], unread: [], skipped: [] };
  await addTable(source, header, file.name);
  if (source.tables[0]!.rows.length === 0 && source.skipped.length === 0) {
    throw new UserError(
      `${file.name} has the header of LinkedIn's ${recognised.part}, and no row below it.`,
      WHAT_IS_READ,
    );
  }
  return source;
}

async function addTable(source: Source, header: CsvHeader, file: string): Promise<void> {
  const recognised = recogniseTable(header.cells);
  if (!recognised?.part) return;
  const { rows, problems } = await readRows(header);
  source.tables.push({ part: recognised.part, file, columns: recognised.columns, rows });
  for (const problem of problems) source.skipped.push({ file, ...problem });
}

function ownName([table]: Table[]): string {
  if (!table) return '';
  const { rows, columns } = table;
  const cells = rows[0]?.cells ?? [];
  return `${cellOf(cells, columns, 'firstName')} ${cellOf(cells, columns, 'lastName')}`.trim();
}

function newest(days: IsoDay[]): IsoDay | null {
  return days.reduce<IsoDay | null>((last, day) => (last === null || day > last ? day : last), null);
}
