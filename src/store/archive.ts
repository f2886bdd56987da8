/** Everything that was typed, logged or imported, as plain rows; what is derived from it is made anew. */
import { UserError } from '../errors';
import { refreshWords } from './contact-words';
import { all, type Db, get, inTransaction, run, sql } from './db';
import { rebuildTies, STORED } from './derived-ties';
import { KEYS, type Row, type Value } from './keys';
import { INNER_SETTINGS } from './settings';
import { BESIDE_THE_DATA, type Column, columnsOf, dataTables } from './tables';

export type { Row, Value };

export interface Archive {
  /** The schema the rows were taken from. */
  schema: number;
  /** The highest number each table ever gave: a removed #12 must not come back as somebody else. */
  sequences: Record<string, number>;
  tables: Record<string, Row[]>;
}

const DERIVED = new Set(Object.values(STORED));
const NOT_ARCHIVED = `WHERE key NOT IN (${INNER_SETTINGS.map((key) => `'${key}'`).join(', ')})`;

/** Derived values of contacts may share their names with columns of other tables that are not derived. */
function isArchived(table: string, { name }: Column): boolean {
  return !(name in KEYS) && (table !== 'contacts' || !DERIVED.has(name));
}

// ── taking ────────────────────────────────────────────────────────────────────────────────────────

/** The same database gives the same archive: rows in the order of their keys, and no day or time of the taking. */
export function takeArchive(db: Db): Archive {
  const tables = dataTables(db).map((table) => [table, rowsOf(db, table)] as const);
  return { schema: schemaOf(db), sequences: sequencesOf(db), tables: Object.fromEntries(tables) };
}

function rowsOf(db: Db, table: string): Row[] {
  const columns = columnsOf(db, table);
  const keys = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
  const where = table === 'settings' ? NOT_ARCHIVED : '';
  const names = (some: Column[]) => some.map(({ name }) => name).join(', ');
  const archived = columns.filter((column) => isArchived(table, column));
  return all(db, `SELECT ${names(archived)} FROM ${table} ${where} ORDER BY ${names(keys)}`);
}

function schemaOf(db: Db): number {
  return db.pragma('user_version', { simple: true }) as number;
}

function sequencesOf(db: Db): Record<string, number> {
  const rows = all<{ name: string; seq: number }>(
    db,
    `SELECT t.name, coalesce(s.seq, 0) AS seq FROM sqlite_schema t LEFT JOIN sqlite_sequence s ON s.name = t.name
     WHERE t.type = 'table' AND t.sql LIKE '%AUTOINCREMENT%' ORDER BY t.name`,
  );
  const own = rows.filter(({ name }) => !(name in BESIDE_THE_DATA));
  return Object.fromEntries(own.map(({ name, seq }) => [name, seq]));
}

// ── putting back ──────────────────────────────────────────────────────────────────────────────────

/** True when nothing was written yet but settings and the state of preparation. */
export function isEmpty(db: Db): boolean {
  const { settings: _, preparations: __, ...content } = countContent(db);
  return Object.values(content).every((count) => count === 0);
}

/** How many rows each table has. */
export function countContent(db: Db): Record<string, number> {
  const counts = dataTables(db).map((table) => [
    table,
    get<{ n: number }>(db, `SELECT count(*) AS n FROM ${table}`)!.n,
  ]);
  return Object.fromEntries(counts);
}

/** Fills an empty database; its settings and the state of preparation give way. `file` is for messages. */
export function restoreArchive(db: Db, archive: Archive, file: string, step: (done: number) => void): void {
  refuseUnknown(db, archive, file);
  inTransaction(db, () => {
    // Rows may point to later ones; what points nowhere is found below, with its row.
    db.pragma('defer_foreign_keys = ON');
    run(db, `DELETE FROM settings ${NOT_ARCHIVED}`);
    run(db, 'DELETE FROM preparations');
    // A file of an older schema lacks what came later, and that has its default.
    const whole = archive.schema === schemaOf(db);
    let done = 0;
    for (const table of dataTables(db)) {
      const columns = columnsOf(db, table);
      for (const [at, row] of (archive.tables[table] ?? []).entries()) {
        insert(db, table, columns, row, `Row ${at + 1} of "${table}" in ${file}`, whole);
        step(++done);
      }
    }
    refuseDangling(db, file);
    setSequences(db, archive.sequences);
    for (const { id } of all<{ id: number }>(db, 'SELECT id FROM contacts')) refreshWords(db, id);
    rebuildTies(db);
  });
}

const NOTHING_WRITTEN = 'nothing was changed; an export that was not edited can be read whole';

function refuseUnknown(db: Db, { schema, tables }: Archive, file: string): void {
  const known = schemaOf(db);
  if (schema > known) {
    throw new UserError(
      `${file} was written by a newer jobsearch (schema ${schema}; this one knows ${known}).`,
      'npm install -g jobsearch@latest',
    );
  }
  const own = dataTables(db);
  const stranger = Object.keys(tables).find((table) => !own.includes(table));
  if (stranger !== undefined)
    throw new UserError(`${file} has a table "${stranger}", which is unknown.`, NOTHING_WRITTEN);
  const missing = own.find((table) => !(table in tables));
  if (schema === known && missing !== undefined) {
    throw new UserError(`${file} has no table "${missing}".`, NOTHING_WRITTEN);
  }
}

function insert(db: Db, table: string, columns: Column[], row: Row, where: string, whole: boolean): void {
  const refuse = (what: string) => new UserError(`${where}: ${what}.`, NOTHING_WRITTEN);
  const archived = columns.filter((column) => isArchived(table, column));
  const stranger = Object.keys(row).find((name) => !archived.some((column) => column.name === name));
  if (stranger !== undefined) throw refuse(`"${stranger}" is unknown`);
  const given = archived.filter(({ name }) => name in row);
  const missing = whole && archived.find(({ name }) => !(name in row));
  if (missing) throw refuse(`"${missing.name}" is missing`);
  for (const { name, type } of given) {
    const fault = faultOf(row[name]!, type);
    if (fault) throw refuse(`"${name}" is ${JSON.stringify(row[name])}, but must be ${fault}`);
  }
  const keys = columns.map(({ name }) => name).filter((name) => name in KEYS);
  const names = [...given.map(({ name }) => name), ...keys];
  const values = [...given.map(({ name }) => row[name]), ...keys.map((key) => KEYS[key]!(row))];
  try {
    run(
      db,
      `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
      ...values,
    );
  } catch (error) {
    const words = constraintWords(error);
    throw words === undefined ? error : refuse(words);
  }
}

/** SQLite would turn 12 into the text "12.0": what is not of its column's type is refused before. */
function faultOf(value: Value, type: string): string | undefined {
  if (value === null) return undefined;
  if (type === 'TEXT') return typeof value === 'string' ? undefined : 'text';
  if (typeof value !== 'number') return 'a number';
  return type === 'REAL' || Number.isSafeInteger(value) ? undefined : 'a whole number';
}

function constraintWords(error: unknown): string | undefined {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  if (!String(code).startsWith('SQLITE_CONSTRAINT')) return undefined;
  const detail = message.replace(/^.*constraint failed: /, '').replaceAll(/\b\w+\.(\w+)/g, '$1');
  if (/NOTNULL/.test(code)) return `"${detail}" is empty`;
  if (/UNIQUE|PRIMARYKEY|ROWID/.test(code)) return `another row has the same ${detail}`;
  return `it breaks the rule ${detail}`;
}

function refuseDangling(db: Db, file: string): void {
  const [broken] = db.pragma('foreign_key_check') as {
    table: string;
    parent: string;
    rowid: number | null;
  }[];
  if (!broken) return;
  const row = broken.rowid === null ? 'A row' : `The row ${broken.rowid}`;
  throw new UserError(
    `${row} of "${broken.table}" in ${file} points to a row of "${broken.parent}" that is not there.`,
    NOTHING_WRITTEN,
  );
}

function setSequences(db: Db, sequences: Record<string, number>): void {
  for (const table of Object.keys(sequencesOf(db))) {
    const highest = get<{ id: number }>(db, `SELECT coalesce(max(id), 0) AS id FROM ${table}`)!.id;
    const number = Math.max(highest, sequences[table] ?? 0);
    sql(db, 'DELETE FROM sqlite_sequence WHERE name = ?').run(table);
    if (number > 0) run(db, 'INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)', table, number);
  }
}
