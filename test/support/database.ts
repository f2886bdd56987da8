import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Db } from '../../src/store/db';
import { refreshStaleModel } from '../../src/store/derived-ties';
import { migrate } from '../../src/store/migrate';
import { openDatabase } from '../../src/store/open';
import { watchTables } from '../../src/store/triggers';

export const MIGRATIONS = join(__dirname, '../../migrations');

let empty: Buffer | undefined;

/** A database of its own, in memory, with the schema of this program and nothing in it. */
export function openTestDb(): Db {
  empty ??= migrated();
  const db = new Database(empty);
  db.pragma('foreign_keys = ON');
  return db;
}

/** The same, with all that is written to it in its journal. */
export function openWatchedDb(): Db {
  const db = openTestDb();
  watchTables(db);
  return db;
}

/** Migrated once for a test file: a copy of it costs a fiftieth. */
function migrated(): Buffer {
  const db = openDatabase(':memory:');
  migrate(db, ':memory:', MIGRATIONS);
  refreshStaleModel(db);
  const image = db.serialize();
  db.close();
  return image;
}
