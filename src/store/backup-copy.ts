/** A whole copy of a database, made while others may use it: it is there, verified, or it is not there at all. */
import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { UserError } from '../errors';
import { all, type Db, get } from './db';

/** What a copy is called until it is verified. */
export const UNFINISHED = /\.[0-9a-z]{1,8}\.tmp(-journal|-wal|-shm)?$/;

/** What SQLite keeps beside a database while it writes. */
export const SIDE_FILES = ['-journal', '-wal', '-shm'];

/** Takes the place of what is at `target`. `work` may change the copy before it is verified. */
export async function copyDatabase(
  db: Db,
  target: string,
  work: (copy: Db) => void = () => {},
): Promise<void> {
  const unfinished = unfinishedName(target);
  try {
    // The driver would make it readable by everybody.
    closeSync(openSync(unfinished, 'wx', 0o600));
    await copyPages(db, unfinished);
    verify(unfinished, work);
    flush(unfinished);
    renameSync(unfinished, target);
    flush(dirname(target));
  } finally {
    for (const end of ['', ...SIDE_FILES]) rmSync(unfinished + end, { force: true });
  }
}

/** In the same folder, so that it can be moved into place. */
export function unfinishedName(target: string): string {
  return `${target}.${Math.random().toString(36).slice(2, 10)}.tmp`;
}

async function copyPages(db: Db, target: string): Promise<void> {
  // Without a lock of our own the driver takes a locked database for an empty one, and calls it done.
  db.exec('BEGIN');
  try {
    get(db, 'SELECT 1 FROM sqlite_schema LIMIT 1');
    // In one step: a writer that comes between two would make it begin again.
    await db.backup(target, { progress: () => 0x7fffffff });
  } finally {
    db.exec('COMMIT');
  }
}

function verify(path: string, work: (copy: Db) => void): void {
  const copy = new Database(path);
  try {
    // One plain file, whatever the original was set to.
    get(copy, 'PRAGMA journal_mode = DELETE');
    work(copy);
    const [fault] = faultsOf(copy);
    if (fault !== undefined) {
      throw new UserError(`The copy was given up, as it would be damaged: ${fault}.`, 'jobsearch doctor');
    }
  } finally {
    copy.close();
  }
}

/** What the database itself says is wrong with it; at most ten faults. An index of texts is made anew, and is none. */
export function faultsOf(db: Db): string[] {
  const rows = all<{ integrity_check: string }>(db, 'PRAGMA integrity_check(10)');
  const lines = rows.flatMap((row) => row.integrity_check.split('\n'));
  return lines.filter((text) => text !== 'ok' && !text.startsWith('***') && !text.includes('find_index'));
}

/** To the disk itself. A folder cannot be flushed everywhere, and needs it only where it can. */
export function flush(path: string): void {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    fsyncSync(file);
  } catch (error) {
    const { code } = error as { code?: string };
    if (code !== 'EISDIR' && code !== 'EPERM' && code !== 'EINVAL' && code !== 'EACCES') throw error;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
