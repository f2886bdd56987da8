/** Rows written as the journal remembers them, with all that is derived from them made anew. */
import { refreshWords } from './contact-words';
import { type Db, get, run } from './db';
import { refreshTies } from './derived-ties';
import { KEYS, type Row } from './keys';
import { findRow, type Key, rowQuery } from './row-changes';

export function deleteRow(db: Db, table: string, key: Key): void {
  const { where, values } = rowQuery(db, table);
  run(db, `DELETE FROM ${table} WHERE ${where}`, ...values(key));
}

/** Columns that a later schema dropped are passed over; those it made have their default. */
export function insertRow(db: Db, table: string, row: Row): void {
  const { columns, made } = rowQuery(db, table);
  const given = columns.filter((name) => Object.hasOwn(row, name));
  const names = [...given, ...made];
  run(
    db,
    `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    ...given.map((name) => row[name]),
    ...made.map((name) => KEYS[name]!(row)),
  );
}

/** Columns that are not in the schema are passed over: the journal's names go into SQL. */
export function updateRow(db: Db, table: string, key: Key, set: Row): void {
  const { where, values, made, columns } = rowQuery(db, table);
  const names = columns.filter((name) => Object.hasOwn(set, name));
  if (names.length === 0) return;
  run(
    db,
    `UPDATE ${table} SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE ${where}`,
    ...names.map((name) => set[name]),
    ...values(key),
  );
  for (const name of made) {
    const value = KEYS[name]!(findRow(db, table, key)!);
    run(db, `UPDATE ${table} SET ${name} = ? WHERE ${where}`, value, ...values(key));
  }
}

/** Whoever of them is there. */
export function refreshContacts(db: Db, ids: Iterable<number>): void {
  for (const id of ids) {
    if (get(db, 'SELECT 1 FROM contacts WHERE id = ?', id) === undefined) continue;
    refreshWords(db, id);
    refreshTies(db, [id]);
  }
}
