/**
 * The triggers that write the journal, made from the schema: a new table or column is covered by the migration that
 * makes it. Whoever changes what is made here adds a migration too, if only an empty one, so that old files get it.
 */
import { all, type Db, get, run } from './db';
import { INNER_SETTINGS } from './settings';
import { dataTables, journaledColumns, keyColumnsOf } from './tables';

/** The name tells the table and the occasion. */
export interface Trigger {
  name: string;
  sql: string;
}

export function journalTriggers(db: Db): Trigger[] {
  return dataTables(db).flatMap((table) => triggersOf(db, table));
}

/** Also those of earlier files, where they were a part of the schema. */
export function dropJournalTriggers(db: Db): void {
  for (const { name, home } of all<{ name: string; home: string }>(
    db,
    `SELECT name, home FROM (SELECT 'main' AS home, type, name FROM sqlite_schema
       UNION ALL SELECT 'temp', type, name FROM sqlite_temp_schema)
     WHERE type = 'trigger' AND name LIKE 'journal_of_%'`,
  )) {
    db.exec(`DROP TRIGGER ${home}.${name}`);
  }
}

/** Writes down for later what the triggers say. Nothing in a schema that has no place for it yet. */
export function keepJournalTriggers(db: Db): void {
  if (!get(db, "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'journal_triggers'")) return;
  run(db, 'DELETE FROM journal_triggers');
  for (const { name, sql } of journalTriggers(db)) {
    run(db, 'INSERT INTO journal_triggers (name, sql) VALUES (?, ?)', name, sql);
  }
}

/**
 * From here on what this connection writes is in the journal. The triggers are of this connection alone: reading them
 * is half of opening a file, and those who only look are spared it.
 */
export function watchTables(db: Db): void {
  const kept = all<{ sql: string }>(db, 'SELECT sql FROM journal_triggers');
  db.exec(kept.map(({ sql }) => sql).join(';'));
}

function triggersOf(db: Db, table: string): Trigger[] {
  const columns = journaledColumns(db, table);
  const keys = keyColumnsOf(db, table);
  const values = (row: string, names: string[]) => names.map((name) => `${row}.${name}`).join(',');
  const key = (row: string) => (keys.length === 1 ? `${row}.${keys[0]}` : `json_array(${values(row, keys)})`);
  const image = `json_object(${columns.map((name) => `'${name}',old.${name}`).join(',')})`;
  const write = (op: string, row: string, before: string) =>
    `INSERT INTO journal(table_name,op,key,before) VALUES('${table}',${op},${key(row)},${before});`;
  const inner = INNER_SETTINGS.map((one) => `'${one}'`).join(',');
  const ours = (row: string) => (table === 'settings' ? [`${row}.key NOT IN (${inner})`] : []);
  const differs = `(${values('old', columns)}) IS NOT (${values('new', columns)})`;
  const trigger = (name: string, when: string, conditions: string[], body: string) => ({
    name: `journal_of_${table}_${name}`,
    sql: `CREATE TEMP TRIGGER IF NOT EXISTS journal_of_${table}_${name} AFTER ${when} ON main.${table}${
      conditions.length > 0 ? ` WHEN ${conditions.join(' AND ')}` : ''
    } BEGIN ${body} END`,
  });
  // A row under another key is another row.
  const rekeyed = `${key('old')} IS NOT ${key('new')}`;
  return [
    trigger('insert', 'INSERT', ours('new'), write("'insert'", 'new', 'NULL')),
    trigger('delete', 'DELETE', ours('old'), write("'delete'", 'old', image)),
    trigger(
      'update',
      `UPDATE OF ${columns.join(',')}`,
      [differs, ...ours('new')],
      write(`iif(${rekeyed},'delete','update')`, 'old', image) +
        `INSERT INTO journal(table_name,op,key) SELECT '${table}','insert',${key('new')} WHERE ${rekeyed};`,
    ),
  ];
}
