/** Brings a database to the schema of this program: the one place that owns the ceremony. */
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../errors';
import { APPLICATION_ID, all, type Db, explainFault, get, run } from './db';

/** `folder` holds `NNN-what-it-does.sql`, numbered from 1 without gaps. */
export function migrate(db: Db, path: string, folder: string): void {
  try {
    const files = listMigrations(folder);
    const version = versionOf(db, path);
    if (version > files.length) {
      throw new UserError(
        `The database ${path} was written by a newer jobsearch (schema ${version}; this one knows ${files.length}).`,
        'npm install -g jobsearch@latest',
      );
    }
    if (version === files.length) return;
    const copy = version > 0 ? copyAside(db, path, version) : null;
    apply(db, path, folder, files);
    if (copy !== null && get<{ quick_check: string }>(db, 'PRAGMA quick_check(1)')?.quick_check !== 'ok') {
      throw new UserError(
        `The database ${path} is damaged after the update.`,
        `the copy from before is ${copy}`,
      );
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
  if (version < 0)
    throw new UserError(`The database ${path} is damaged.`, 'put a copy of it aside before anything else');
  const used = version > 0 || owner !== 0 || get(db, 'SELECT 1 FROM sqlite_schema LIMIT 1') !== undefined;
  if (used && owner !== APPLICATION_ID) {
    throw new UserError(
      `${path} is a database of another program: it was left as it is.`,
      'choose another place with --db FILE, or with the variable JOBSEARCH_DB',
    );
  }
  return version;
}

function copyAside(db: Db, path: string, version: number): string | null {
  if (path === ':memory:') return null;
  const copy = `${path}.schema-${version}`;
  if (existsSync(copy)) rmSync(copy);
  run(db, 'VACUUM INTO ?', copy);
  chmodSync(copy, 0o600);
  return copy;
}

function apply(db: Db, path: string, folder: string, files: string[]): void {
  // The pragma is ignored inside a transaction, and rebuilding a parent table with it on would cascade silently.
  db.exec('PRAGMA foreign_keys = OFF');
  try {
    db.transaction(() => {
      // Read again under the lock: another process may have migrated meanwhile.
      const from = versionOf(db, path);
      for (const file of files.slice(from)) db.exec(readFileSync(join(folder, file), 'utf8'));
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
