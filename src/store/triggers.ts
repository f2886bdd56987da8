/**
 * The triggers that write the journal, made from the schema: a new table or column is covered by the migration that
 * makes it. Whoever changes what is made here adds a migration too, if only an empty one, so that old files get it.
 */
import { all, type Db, get } from './db';
import { INNER_SETTINGS } from './settings';
import { dataTables, journaledColumns, keyColumnsOf } from './tables';

/** What a trigger needs to hold again; the name tells the table and the occasion. */
export interface Trigger {
  name: string;
  sql: string;
}

export function journalTriggers(db: Db): Trigger[] {
  return dataTables(db).flatMap((table) => triggersOf(db, table));
}

export function dropJournalTriggers(db: Db): void {
  for (const { name } of all<{ name: string }>(
    db,
    "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'journal_of_%'",
  )) {
    db.exec(`DROP TRIGGER ${name}`);
  }
}

/** Nothing in a schema that has no journal yet. */
export function createJournalTriggers(db: Db): void {
  if (!get(db, "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'journal'")) return;
  for (const { sql } of journalTriggers(db)) db.exec(sql);
}

// Every run reads these texts when it opens the file, so they are short.
function triggersOf(db: Db, table: string): Trigger[] {
  const columns = journaledColumns(db, table);
  const keys = keyColumnsOf(db, table);
  const values = (row: string, names: string[]) => names.map((name) => `${row}.${name}`).join(',');
  const key = (row: string) => (keys.length === 1 ? `${row}.${keys[0]}` : `json_array(${values(row, keys)})`);
  const image = `json_object(${columns.map((name) => `'${name}',old.${name}`).join(',')})`;
  const write = (op: string, row: string, before: string) =>
    `INSERT INTO journal(table_name,op,key,before) VALUES('${table}','${op}',${key(row)},${before});`;
  const inner = (row: string) =>
    table === 'settings' ? ` ${row}.key NOT IN (${INNER_SETTINGS.map((one) => `'${one}'`).join(',')})` : '';
  const trigger = (name: string, when: string, condition: string, body: string) => ({
    name: `journal_of_${table}_${name}`,
    sql: `CREATE TRIGGER journal_of_${table}_${name} AFTER ${when} ON ${table}${condition && ` WHEN${condition}`} BEGIN ${body} END`,
  });
  const rest = columns.filter((name) => !keys.includes(name));
  const differs = (names: string[]) => ` (${values('old', names)}) IS NOT (${values('new', names)})`;
  const same = (names: string[]) => ` (${values('old', names)}) IS (${values('new', names)})`;
  const and = (a: string, b: string) => (b === '' ? a : `${a} AND${b}`);
  return [
    trigger('insert', 'INSERT', inner('new'), write('insert', 'new', 'NULL')),
    trigger('delete', 'DELETE', inner('old'), write('delete', 'old', image)),
    // A row under another key is another row.
    trigger(
      'rekey',
      `UPDATE OF ${keys.join(',')}`,
      and(differs(keys), inner('new')),
      write('delete', 'old', image) + write('insert', 'new', 'NULL'),
    ),
    ...(rest.length === 0
      ? []
      : [
          trigger(
            'update',
            `UPDATE OF ${rest.join(',')}`,
            and(`${same(keys)} AND${differs(rest)}`, inner('new')),
            write('update', 'old', image),
          ),
        ]),
  ];
}
