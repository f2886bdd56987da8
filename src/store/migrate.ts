/** Brings a database to the schema of this program: the one place that owns the ceremony. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../errors';
import { all, type Db, get } from './db';
import { APPLICATION_ID, explainFault } from './open';
import { dropJournalTriggers, keepJournalTriggers } from './triggers';

/** How many migrations there are, put in by the build; without one the folder is read. */
declare const SCHEMA: number | undefined;

/** The schema of a database that is older than this program, 0 for a new one; null when there is nothing to do. */
export function pendingSince(db: Db, path: string, folder: string): number | null {
  try {
    const latest = typeof SCHEMA === 'number' ? SCHEMA : listMigrations(folder).length;
    const version = versionOf(db, path);
    if (version > latest) {
      throw new UserError(
        `The database ${path} was written by a newer jobsearch (schema ${version}; this one knows ${latest}).`,
        'npm install -g jobsearch@latest',
      );
    }
    return version === latest ? null : version;
  } catch (error) {
    throw explainFault(error, path);
  }
}

/**
 * `folder` holds `NNN-what-it-does.sql`, numbered from 1 without gaps; `copy` is where what was written with an older
 * schema can be found as it was.
 */
export function migrate(db: Db, path: string, folder: string, copy?: string): void {
  const since = pendingSince(db, path, folder);
  if (since === null) return;
  if (since > 0 && copy === undefined) throw new Error(`no copy was made of ${path}`);
  try {
    apply(db, path, folder, listMigrations(folder));
    if (since > 0 && get<{ quick_check: string }>(db, 'PRAGMA quick_check(1)')?.quick_check !== 'ok') {
      throw new UserError(`The database ${path} is damaged after the update.`, `jobsearch restore ${copy}`);
    }
  } catch (error) {
    throw explainFault(error, path);
  }
}

export function listMigrations(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => /^\d{3}-.+\.sql$/.test(name))
    .sort();
}

function versionOf(db: Db, path: string): number {
  const version = get<{ user_version: number }>(db, 'PRAGMA user_version')!.user_version;
  const owner = get<{ application_id: number }>(db, 'PRAGMA application_id')!.application_id;
  if (version < 0) throw explainFault({ code: 'SQLITE_CORRUPT' }, path);
  const used = version > 0 || owner !== 0 || get(db, 'SELECT 1 FROM sqlite_schema LIMIT 1') !== undefined;
  if (used && owner !== APPLICATION_ID) {
    throw new UserError(
      `${path} is a database of another program: it was left as it is.`,
      'choose another place with --db FILE, or with the variable JOBSEARCH_DB',
    );
  }
  return version;
}

function apply(db: Db, path: string, folder: string, files: string[]): void {
  // The pragma is ignored inside a transaction, and rebuilding a parent table with it on would cascade silently.
  db.exec('PRAGMA foreign_keys = OFF');
  try {
    db.transaction(() => {
      // Read again under the lock: another process may have migrated meanwhile.
      const from = versionOf(db, path);
      // A migration is no command: nothing of it is journaled, and tables may be made anew without their triggers.
      dropJournalTriggers(db);
      for (const file of files.slice(from)) db.exec(readFileSync(join(folder, file), 'utf8'));
      keepJournalTriggers(db);
      const broken = all(db, 'PRAGMA foreign_key_check');
      if (broken.length > 0) {
        throw new UserError(
          `The database ${path} cannot be updated: ${broken.length} rows point to rows that are not there.`,
          'nothing was changed; please report this',
        );
      }
      db.exec(`PRAGMA application_id = ${APPLICATION_ID}`);
      db.exec(`PRAGMA user_version = ${files.length}`);
    }).exclusive();
  } finally {
    db.exec('PRAGMA foreign_keys = ON');
  }
}
