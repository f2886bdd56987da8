/** Databases as files: opened as they are, without bringing them to the schema of this program. */
import { closeSync, existsSync, lstatSync, openSync, readSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { UserError } from '../errors';
import { countContent } from './archive';
import { listBackups } from './backups';
import { type Db, get } from './db';
import { APPLICATION_ID, BUSY_MS, explainFault, openDatabase } from './open';

/** Throws a UserError where there is none: looking at a file must not make one. */
export function openExisting(path: string): Db {
  refuseMissing(path);
  return openDatabase(path);
}

/** A place where no database can be, such as a folder or a device. */
export function refuseUnreachable(path: string): void {
  try {
    const there = lstatSync(path, { throwIfNoEntry: false });
    if (there && !statSync(path).isFile())
      throw new UserError(`${path} is not a file.`, 'name another with --db FILE');
  } catch (error) {
    throw explainFault(error, path);
  }
}

export function refuseMissing(path: string): void {
  refuseUnreachable(path);
  if (existsSync(path)) return;
  throw new UserError(
    `There is no database ${path}.`,
    listBackups(path).length > 0 ? 'jobsearch backup list' : 'jobsearch contact add "Ana Ruiz" makes one',
  );
}

/** Left as it is, whatever it is; the caller closes it. */
export function openToRead(path: string): Db {
  return new Database(path, { readonly: true, fileMustExist: true, timeout: BUSY_MS });
}

/** How many people are in a copy; null when that cannot be read. */
export function countPeople(file: string): number | null {
  return readFrom(file, (db) => get<{ n: number }>(db, 'SELECT count(*) AS n FROM contacts')!.n);
}

export function countRows(file: string): Record<string, number> | null {
  return readFrom(file, countContent);
}

/** Null when it cannot be opened, or does not hold what is looked for. */
export function readFrom<T>(file: string, read: (db: Db) => T): T | null {
  let db: Db | undefined;
  try {
    db = openToRead(file);
    return read(db);
  } catch {
    return null;
  } finally {
    db?.close();
  }
}

export type FileKind = 'database' | 'json' | 'zip' | 'other';

/** By its first bytes. Throws a UserError for what is no file. */
export function kindOfFile(path: string): FileKind {
  const start = startOf(path);
  if (start === 'SQLite format 3\0') return 'database';
  if (/^(\xEF\xBB\xBF)?\s*[{[]/.test(start)) return 'json';
  return start.startsWith('PK') ? 'zip' : 'other';
}

function startOf(path: string): string {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    if (!found) throw new UserError(`There is no file ${path}.`, 'jobsearch backup list');
    if (!found.isFile()) throw new UserError(`${path} is not a file.`, 'jobsearch backup list');
    const file = openSync(path, 'r');
    try {
      const bytes = Buffer.alloc(16);
      return bytes.toString('latin1', 0, readSync(file, bytes));
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (error instanceof UserError) throw error;
    // Further up a file that cannot be read would be taken for the database.
    const code = (error as NodeJS.ErrnoException).code;
    throw new UserError(`${path} cannot be read (${code ?? error}).`, 'jobsearch backup list');
  }
}

export function isOurs(db: Db): boolean {
  return get<{ application_id: number }>(db, 'PRAGMA application_id')!.application_id === APPLICATION_ID;
}

export function schemaOf(db: Db): number {
  return get<{ user_version: number }>(db, 'PRAGMA user_version')!.user_version;
}
