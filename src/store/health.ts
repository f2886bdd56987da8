/** What can be found out about a database file, however damaged it is. */
import { existsSync, statfsSync, statSync } from 'node:fs';
import { platform } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { HealthFacts } from '../rules/health';
import { faultsOf, UNFINISHED } from './backup-copy';
import { backupFolder, isSameFile, listBackups, namesIn, realFile } from './backups';
import { all, type Db, get } from './db';
import { countStale } from './derived';
import { openDatabase } from './open';
import { schemaFaults } from './schema-check';
import { STRAY } from './strays';
import { isOurs, readFrom, schemaOf } from './whole-file';

export interface Places {
  path: string;
  /** The schema of this program, and the folder that makes it. */
  latest: number;
  migrations: string;
  cacheFolder: string;
  now: Date;
}

export function examine({ path, latest, migrations, cacheFolder, now }: Places): HealthFacts {
  const file = realFile(path);
  const inside = insideOf(path, latest, migrations);
  return {
    file: path,
    bytes: statSync(file).size,
    latest,
    ...inside,
    exposed: exposedOf(file),
    leftovers: [...leftoversBeside(file), ...leftoversIn(cacheFolder, now)],
    backups: backupsOf(path),
    diskFree: diskFree(dirname(file)),
  };
}

type Inside = Pick<
  HealthFacts,
  'unreadable' | 'ours' | 'schema' | 'integrity' | 'dangling' | 'stale' | 'freeBytes'
>;

function insideOf(path: string, latest: number, migrations: string): Inside {
  const inside: Inside = {
    unreadable: null,
    ours: null,
    schema: null,
    integrity: null,
    dangling: null,
    stale: null,
    freeBytes: null,
  };
  let db: Db | undefined;
  try {
    db = openDatabase(path);
    inside.ours = isOurs(db);
    inside.schema = schemaOf(db);
    if (!inside.ours) return inside;
    inside.freeBytes = freeBytesOf(db);
    inside.integrity = [...faultsOf(db), ...schemaFaults(db, migrations)];
    inside.dangling = all(db, 'PRAGMA foreign_key_check').length;
    if (inside.schema === latest) inside.stale = countStale(db);
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (code?.startsWith('SQLITE_BUSY')) throw error;
    inside.unreadable = message;
  } finally {
    db?.close();
  }
  return inside;
}

function freeBytesOf(db: Db): number {
  const pages = get<{ freelist_count: number }>(db, 'PRAGMA freelist_count')!.freelist_count;
  return pages * get<{ page_size: number }>(db, 'PRAGMA page_size')!.page_size;
}

/** Windows has other rights, and gives every file the same mode. */
function exposedOf(file: string): HealthFacts['exposed'] {
  if (platform() === 'win32') return [];
  const folder = backupFolder(file);
  // A folder that the user chose for the file is often one for many things; ours is not.
  const own = [file, folder, ...namesIn(folder).map((name) => join(folder, name))];
  const ours = basename(dirname(file)) === 'jobsearch' ? [dirname(file)] : [];
  return [...ours, ...own].flatMap((one) => {
    const mode = existsSync(one) ? statSync(one).mode & 0o777 : 0;
    return (mode & 0o077) === 0 ? [] : [{ file: one, mode: mode.toString(8) }];
  });
}

/**
 * Copies that were never finished, what was put aside because it belonged to another database, and a second name that the
 * database itself was given by a restore that did not get to its end.
 */
function leftoversBeside(file: string): string[] {
  const isLeft = (name: string) =>
    UNFINISHED.test(name) || (name.endsWith(STRAY) && /-(wal|shm|journal)\./.test(name));
  const copies = backupFolder(file);
  const unfinished = [dirname(file), copies].flatMap((folder) =>
    namesIn(folder)
      .filter((name) => name.startsWith(basename(file).replace(/\.[^.]+$/, '')) && isLeft(name))
      .map((name) => join(folder, name)),
  );
  const names = namesIn(copies).map((name) => join(copies, name));
  return [...unfinished, ...names.filter((name) => isSameFile(name, file))];
}

const STALE_MS = 30 * 86_400_000;

/** Compiled code of a version that is not used any more, or half of it. */
function leftoversIn(cacheFolder: string, now: Date): string[] {
  return namesIn(cacheFolder)
    .filter((name) => /^[0-9a-f]{12}-v.+\.cache(\.\d+)?$/.test(name))
    .map((name) => join(cacheFolder, name))
    .filter((file) => now.getTime() - statSync(file).mtimeMs > STALE_MS);
}

function backupsOf(path: string): HealthFacts['backups'] {
  const backups = listBackups(path);
  // What a restore put aside may be as damaged as it was: that is no copy to rely on.
  const newest = backups.find(({ reason }) => reason !== 'before-restore');
  return {
    count: backups.length,
    bytes: backups.reduce((sum, { bytes }) => sum + bytes, 0),
    newest: newest ? { name: newest.name, day: newest.day, sound: isSoundFile(newest.file) } : null,
  };
}

/** The number in the list of the newest copy that SQLite finds nothing wrong with. */
export function findSoundBackup(path: string): number | undefined {
  const at = listBackups(path).findIndex(({ file }) => isSoundFile(file));
  return at < 0 ? undefined : at + 1;
}

function isSoundFile(file: string): boolean {
  return readFrom(file, (db) => isOurs(db) && faultsOf(db).length === 0) ?? false;
}

function diskFree(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
