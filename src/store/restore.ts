/** One database file in the place of another: verified before, and what was there is kept. */
import {
  chmodSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { UserError } from '../errors';
import type { IsoDay } from '../model';
import { copyDatabase, faultsOf, flush, SIDE_FILES, unfinishedName } from './backup-copy';
import { freePlace, makeBackupFolder, realFile } from './backups';
import { all, type Db, get } from './db';
import { refreshStaleModel } from './derived-ties';
import { listMigrations, migrate } from './migrate';
import { BUSY_MS, explainFault } from './open';
import { STRAY, setStraysAside } from './strays';
import { isOurs, kindOfFile, openToRead, schemaOf } from './whole-file';

const OTHERS = 'jobsearch backup list names others';

export interface Staged {
  /** A whole copy beside the database, verified and of the schema of this program. */
  file: string;
  /** The schema it was written with. */
  schema: number;
}

/** Refuses what is damaged, foreign or newer; `from` is left as it is. The caller removes the copy or swaps it in. */
export async function stage(from: string, path: string, migrations: string): Promise<Staged> {
  const kind = kindOfFile(from);
  if (kind !== 'database') {
    throw new UserError(
      `${from} is not a database.`,
      kind === 'other' ? 'jobsearch backup list' : `jobsearch --db new.db import ${from}`,
    );
  }
  const target = realFile(path);
  const file = unfinishedName(target);
  let db: Db | undefined;
  try {
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
    db = openToRead(from);
    const schema = schemaOf(db);
    refuseStranger(db, from, listMigrations(migrations).length);
    await copyDatabase(db, file, (copy) => bringUpToDate(copy, from, migrations));
    return { file, schema };
  } catch (error) {
    rmSync(file, { force: true });
    throw explainRestore(error, from);
  } finally {
    db?.close();
  }
}

function refuseStranger(db: Db, from: string, latest: number): void {
  if (!isOurs(db) || schemaOf(db) < 1) {
    throw new UserError(`${from} is a database of another program.`, 'jobsearch backup list');
  }
  if (schemaOf(db) > latest) {
    throw new UserError(
      `${from} was written by a newer jobsearch (schema ${schemaOf(db)}; this one knows ${latest}).`,
      'npm install -g jobsearch@latest',
    );
  }
}

/** On the copy, before it is in anybody's way. */
function bringUpToDate(copy: Db, from: string, migrations: string): void {
  const [fault] = faultsOf(copy);
  if (fault !== undefined) {
    throw new UserError(`${from} is damaged: ${fault}: nothing was changed.`, OTHERS);
  }
  refuseDangling(copy, from);
  migrate(copy, from, migrations, from);
  refreshStaleModel(copy);
}

function refuseDangling(db: Db, from: string): void {
  const broken = all(db, 'PRAGMA foreign_key_check').length;
  if (broken === 0) return;
  throw new UserError(
    `${from} is damaged: ${broken} rows point to rows that are not there. Nothing was changed.`,
    OTHERS,
  );
}

function explainRestore(error: unknown, from: string): unknown {
  const { code = '' } = error as { code?: unknown };
  if (typeof code === 'string' && /^SQLITE_(CORRUPT|NOTADB)/.test(code)) {
    return new UserError(`${from} is damaged: nothing was changed.`, OTHERS);
  }
  if (code === 'SQLITE_READONLY_ROLLBACK' || code === 'SQLITE_READONLY_RECOVERY') {
    return new UserError(
      `${from} was left in the middle of a change: nothing was changed.`,
      `let SQLite finish it first: jobsearch --db ${from} contact list`,
    );
  }
  return explainFault(error, from);
}

export function removeStaged(file: string): void {
  rmSync(file, { force: true });
}

/** Returns where the former file is now; null when there was none. */
export function swapIn(staged: string, path: string, today: IsoDay): string | null {
  const target = realFile(path);
  const lock = lockAlone(target, path);
  try {
    const aside = existsSync(target) && statSync(target).size > 0 ? keepAside(target, path, today) : null;
    // Of a database that is not there any more: they would be played into the one that comes.
    putAside(target, target, STRAY);
    renameSync(staged, target);
    flush(dirname(target));
    return aside;
  } catch (error) {
    throw explainFault(error, path);
  } finally {
    lock?.close();
  }
}

/** Nobody else reads or writes from here on; undefined when there is nothing that could be locked. */
function lockAlone(target: string, path: string): Db | undefined {
  if (!existsSync(target)) return undefined;
  let db: Db | undefined;
  try {
    setStraysAside(target);
    db = new Database(target, { timeout: BUSY_MS });
    // Kept after the transaction, which also takes back what an interrupted one left.
    get(db, 'PRAGMA locking_mode = EXCLUSIVE');
    db.exec('BEGIN EXCLUSIVE; COMMIT');
    get(db, 'PRAGMA journal_mode = DELETE');
    return db;
  } catch (error) {
    db?.close();
    const { code } = error as { code?: string };
    // Too damaged to be opened: that is what restoring is for.
    if (code === undefined || /^SQLITE_(BUSY|LOCKED|READONLY)/.test(code)) throw explainFault(error, path);
    return undefined;
  }
}

/** By a second name for it, as opening it once more would give up the lock; a copy where names are not to be had. */
function keepAside(target: string, path: string, today: IsoDay): string {
  makeBackupFolder(path);
  const aside = freePlace(path, today, 'before-restore');
  try {
    linkSync(target, aside);
  } catch {
    copyFileSync(target, aside);
  }
  chmodSync(aside, 0o600);
  // What SQLite could not take back belongs to the former file, and would spoil the next.
  putAside(target, aside, '');
  flush(dirname(aside));
  return aside;
}

function putAside(target: string, aside: string, ending: string): void {
  for (const end of SIDE_FILES) {
    if (existsSync(target + end)) renameSync(target + end, aside + end + ending);
  }
}
