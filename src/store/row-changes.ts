/** What an entry did to each row, from the journal: the row before it, after it, and what became of it since. */
import { all, type Db, get } from './db';
import type { Row } from './keys';
import { columnsOf, dataTables, journaledColumns, KEY_COLUMNS, keyColumnsOf } from './tables';

export type Key = string | number;

export interface RowChange {
  table: string;
  key: Key;
  /** Null where the entry added the row. */
  before: Row | null;
  /** Null where the entry removed the row. */
  after: Row | null;
  /** The changes of it since by anybody else, in order, each with the row as it was before. */
  since: { seq: number; before: Row | null }[];
}

interface JournalRow {
  seq: number;
  table: string;
  op: 'insert' | 'update' | 'delete';
  key: Key;
  before: string | null;
}

export const nameOf = (table: string, key: Key) => `${table} ${typeof key === 'number' ? '#' : ''}${key}`;

/** In the order in which they were first touched; without those that ended as they had begun. */
export function listEntryChanges(db: Db, entry: number): RowChange[] {
  const own = all<JournalRow>(
    db,
    `SELECT j.seq, j.table_name AS "table", j.op, j.key, j.before FROM history_spans s
     JOIN journal j ON j.seq BETWEEN s.first_seq AND s.last_seq WHERE s.entry = ? ORDER BY j.seq`,
    entry,
  );
  const spans = new Map<
    string,
    { first: JournalRow; last: JournalRow; next?: JournalRow; since: JournalRow[] }
  >();
  for (const row of own) {
    const name = nameOf(row.table, row.key);
    const known = spans.get(name);
    if (known) known.last = row;
    else spans.set(name, { first: row, last: row, since: [] });
  }
  for (const row of own.length === 0 ? [] : listForeign(db, entry, own[0]!.seq)) {
    const span = spans.get(nameOf(row.table, row.key));
    if (!span) continue;
    span.since.push(row);
    if (span.next === undefined && row.seq > span.last.seq) span.next = row;
  }
  const there = new Set(dataTables(db));
  // A table that a later schema dropped is passed over, as its columns are.
  return [...spans.values()].flatMap(({ first, last, next, since }) => {
    if (!there.has(first.table)) return [];
    const before = parsed(first);
    const after = last.op === 'delete' ? null : next ? parsed(next) : findRow(db, last.table, last.key);
    const isSame =
      before === null ? after === null : after !== null && changedColumns(before, after).length === 0;
    if (isSame) return [];
    return [
      {
        table: first.table,
        key: first.key,
        before,
        after,
        since: since.map((row) => ({ seq: row.seq, before: parsed(row) })),
      },
    ];
  });
}

/** The last change of each row that the journal still knows of. */
export function lastChanges(db: Db): Map<string, number> {
  const rows = all<Pick<JournalRow, 'seq' | 'table' | 'key'>>(
    db,
    'SELECT seq, table_name AS "table", key FROM journal ORDER BY seq',
  );
  return new Map(rows.map(({ seq, table, key }) => [nameOf(table, key), seq]));
}

/** Changes of the same rows from `seq` on that another entry made, or no entry at all. */
function listForeign(db: Db, entry: number, seq: number): JournalRow[] {
  return all(
    db,
    `SELECT j.seq, j.table_name AS "table", j.op, j.key, j.before FROM journal j WHERE j.seq > :seq
       AND NOT EXISTS (SELECT 1 FROM history_spans s WHERE s.entry = :entry AND j.seq BETWEEN s.first_seq AND s.last_seq)
       AND (j.table_name, j.key) IN (SELECT o.table_name, o.key FROM history_spans s
         JOIN journal o ON o.seq BETWEEN s.first_seq AND s.last_seq WHERE s.entry = :entry)
     ORDER BY j.seq`,
    { entry, seq },
  );
}

const parsed = ({ before }: JournalRow): Row | null => (before === null ? null : (JSON.parse(before) as Row));

/** Columns in which two images of a row differ; one that a later schema dropped or made is passed over. */
export function changedColumns(one: Row, other: Row): string[] {
  return Object.keys(one).filter((name) => Object.hasOwn(other, name) && one[name] !== other[name]);
}

/** The change that last gave one of these columns another value; the last of all where none did. */
export function lastChangeOf({ since }: RowChange, columns: string[], now: Row | null): number | null {
  const images = [...since.map(({ before }) => before), now];
  const made = since.findLastIndex((_, at) => {
    const [one, other] = [images[at], images[at + 1]];
    return !one || !other || columns.some((name) => one[name] !== other[name]);
  });
  return since[made]?.seq ?? since.at(-1)?.seq ?? null;
}

/** The row as it is, without what is derived. */
export function findRow(db: Db, table: string, key: Key): Row | null {
  const { select, values } = rowQuery(db, table);
  return get<Row>(db, select, ...values(key)) ?? null;
}

interface RowQuery {
  select: string;
  where: string;
  columns: string[];
  keys: string[];
  /** Made of other columns by keys.ts. */
  made: string[];
  values(key: Key): unknown[];
}

const queries = new WeakMap<Db, Map<string, RowQuery>>();

/** The schema is read once for a connection. */
export function rowQuery(db: Db, table: string): RowQuery {
  const known = queries.get(db) ?? new Map<string, RowQuery>();
  queries.set(db, known);
  const query = known.get(table) ?? makeQuery(db, table);
  known.set(table, query);
  return query;
}

/** The name goes into SQL, and a journal can say anything. */
function makeQuery(db: Db, table: string): RowQuery {
  if (!dataTables(db).includes(table)) throw new Error(`no table ${table}`);
  const keys = keyColumnsOf(db, table);
  const columns = journaledColumns(db, table);
  const made = columnsOf(db, table).filter(({ name, pk }) => pk === 0 && KEY_COLUMNS.includes(name));
  const where = keys.map((name) => `${name} = ?`).join(' AND ');
  return {
    ...{ where, columns, keys, made: made.map(({ name }) => name) },
    select: `SELECT ${columns.join(', ')} FROM ${table} WHERE ${where}`,
    values: (key) => (keys.length === 1 ? [key] : (JSON.parse(String(key)) as unknown[])),
  };
}

/** The entry that a change belongs to; null when it is no longer kept, or no command made it. */
export function findEntryOf(db: Db, seq: number): number | null {
  const span = get<{ entry: number; last: number }>(
    db,
    'SELECT entry, last_seq AS last FROM history_spans WHERE first_seq <= ? ORDER BY first_seq DESC LIMIT 1',
    seq,
  );
  return span && span.last >= seq ? span.entry : null;
}
