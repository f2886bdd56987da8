/** Opening the one file, and saying what is wrong with it in words. */
import {
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readlinkSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { UserError } from '../errors';
import type { Db } from './db';
import { setStraysAside } from './strays';

/** "jobs" in ASCII: tells our file from another program's SQLite database. */
export const APPLICATION_ID = 0x6a6f6273;
export const BUSY_MS = 5_000;

/** Creates the file (0600, in a folder of 0700) when there is none. */
export function openDatabase(path: string): Db {
  try {
    if (path !== ':memory:') checkFile(path);
    const db = new Database(path, { timeout: BUSY_MS });
    db.exec('PRAGMA foreign_keys = ON');
    return db;
  } catch (error) {
    throw explainFault(error, path);
  }
}

/** Nothing at all is there, not even a link that leads nowhere. */
export function isMissing(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) === undefined;
}

const CHOOSE = 'choose another place with --db FILE, or with the variable JOBSEARCH_DB';

function checkFile(path: string): void {
  const there = lstatSync(path, { throwIfNoEntry: false });
  if (!there) createPrivately(path);
  const file = there?.isSymbolicLink() ? followLink(path) : path;
  const found = there && statSync(file);
  if (found?.isDirectory()) {
    throw new UserError(
      `${path} is a folder.`,
      `choose another place with --db ${join(path, 'jobsearch.db')}`,
    );
  }
  if (found && !found.isFile()) throw new UserError(`${path} is not a file.`, CHOOSE);
  setStraysAside(file);
}

/** What it leads to may be a disk that is not there today: a new file in its place would be taken for the old one. */
function followLink(path: string): string {
  if (!existsSync(path)) {
    throw new UserError(`${path} is a link to ${readlinkSync(path)}, where nothing is.`, CHOOSE);
  }
  return realpathSync(path);
}

function createPrivately(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  closeSync(openSync(path, 'a', 0o600));
}

/** Not a constant: a run without a fault does without the patterns. */
const faults = (): [RegExp, (path: string) => UserError][] => [
  [
    /^SQLITE_BUSY|^SQLITE_LOCKED/,
    (path) =>
      new UserError(
        `The database ${path} is busy: another program is writing to it.`,
        'try again in a moment',
      ),
  ],
  [
    /^SQLITE_FULL|^ENOSPC/,
    (path) =>
      new UserError(`The disk is full: nothing was written to ${path}.`, 'free some space and try again'),
  ],
  [
    /^SQLITE_READONLY_DBMOVED/,
    (path) =>
      new UserError(
        `The database ${path} was moved, removed or replaced meanwhile: nothing was written.`,
        'run the command again',
      ),
  ],
  [
    /^SQLITE_IOERR_(WRITE|FSYNC|TRUNCATE)|^EFBIG|^EIO|^EDQUOT/,
    (path) =>
      new UserError(
        `The disk took no more of ${path}: nothing was changed.`,
        'a limit on the size of files (ulimit -f), a quota, or a failing disk: jobsearch doctor',
      ),
  ],
  [
    /^SQLITE_READONLY|^EROFS/,
    (path) => new UserError(`The database ${path} is read-only: nothing was changed.`, CHOOSE),
  ],
  [
    /^SQLITE_NOTADB/,
    (path) =>
      new UserError(
        `${path} is not a database: it was left as it is.`,
        `${CHOOSE}; if it was one: jobsearch doctor`,
      ),
  ],
  [
    /^SQLITE_CORRUPT/,
    (path) =>
      new UserError(`The database ${path} is damaged.`, 'what can be done about it: jobsearch doctor'),
  ],
  [
    /^SQLITE_CANTOPEN|^SQLITE_PERM|^SQLITE_IOERR|^EACCES|^EPERM|^ENOTDIR|^EISDIR|^EEXIST|^ENOENT|^ELOOP|^ENAMETOOLONG/,
    (path) => new UserError(`The database ${path} cannot be opened or written.`, CHOOSE),
  ],
];

/** The user's words for a fault of the file or the disk; every other error comes back as it is. */
export function explainFault(error: unknown, path: string): unknown {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: string };
  if (message === 'unsupported file format') return explainFault({ code: 'SQLITE_CORRUPT' }, path);
  if (typeof code !== 'string') return error;
  const known = faults().find(([pattern]) => pattern.test(code));
  return known ? known[1](path) : error;
}
