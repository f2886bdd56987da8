/** Whether tables, indexes and triggers are those that this program makes: SQLite does not notice another letter in them. */
import Database from 'better-sqlite3';
import { all, type Db } from './db';
import { listMigrations, migrate } from './migrate';
import { readFrom, schemaOf } from './whole-file';

/** What of ours is missing or otherwise; what others added is theirs. Nothing for an older or newer schema. */
export function schemaFaults(db: Db, migrations: string): string[] {
  if (schemaOf(db) !== listMigrations(migrations).length) return [];
  const fresh = new Database(':memory:');
  try {
    migrate(fresh, ':memory:', migrations);
    const there = partsOf(db);
    return [...partsOf(fresh)]
      .filter(([part, text]) => there.get(part) !== text)
      .map(([part]) => `${part} is not as this program makes it`);
  } finally {
    fresh.close();
  }
}

/** An error in SQL that works elsewhere may come from that. */
export function isSchemaSpoilt(path: string, migrations: string): boolean {
  return readFrom(path, (db) => schemaFaults(db, migrations).length > 0) ?? true;
}

/** By kind and name. What SQLite makes by itself has no text. */
function partsOf(db: Db): Map<string, string> {
  const rows = all<{ part: string; text: string }>(
    db,
    `SELECT type || ' ' || name AS part, sql AS text FROM sqlite_schema WHERE sql IS NOT NULL
     UNION ALL SELECT 'trigger ' || name, sql FROM journal_triggers`,
  );
  return new Map(rows.map(({ part, text }) => [part, text]));
}
