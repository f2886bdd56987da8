/** The copies of a database, in a folder beside it. */
import { existsSync, mkdirSync, readdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { IsoDay } from '../model';
import { type BackupReason, backupName, readBackupName } from '../rules/backup-names';
import { outdated } from '../rules/rotation';
import { copyDatabase } from './backup-copy';
import type { Db } from './db';

export interface Backup {
  /** The whole path. */
  file: string;
  name: string;
  day: IsoDay;
  reason: BackupReason;
  bytes: number;
}

/** Beside the file itself, also when it is reached by a link. */
export function backupFolder(path: string): string {
  return join(dirname(realFile(path)), 'backups');
}

/** Where a link leads to; the path itself when nothing is there. */
export function realFile(path: string): string {
  return existsSync(path) ? realpathSync(path) : path;
}

export function makeBackupFolder(path: string): void {
  mkdirSync(backupFolder(path), { recursive: true, mode: 0o700 });
}

/**
 * Another name of the database itself, which an interrupted restore leaves among the copies: it would change with it. None
 * where the file is not there.
 */
export function isSameFile(file: string, path: string): boolean {
  const [one, other] = [file, path].map((each) => statSync(each, { throwIfNoEntry: false }));
  return one !== undefined && one.nlink > 1 && one.ino === other?.ino && one.dev === other.dev;
}

/** The newest first. */
export function listBackups(path: string): Backup[] {
  const folder = backupFolder(path);
  const found = namesIn(folder).flatMap((name) => {
    const read = readBackupName(basename(realFile(path)), name);
    const stat = read && statSync(join(folder, name), { throwIfNoEntry: false });
    return read && stat?.isFile() && !isSameFile(join(folder, name), path)
      ? [{ ...read, name, file: join(folder, name), bytes: stat.size, at: stat.mtimeMs }]
      : [];
  });
  found.sort((a, b) =>
    a.day === b.day ? b.at - a.at || (a.name < b.name ? 1 : -1) : a.day < b.day ? 1 : -1,
  );
  return found.map(({ file, name, day, reason, bytes }) => ({ file, name, day, reason, bytes }));
}

/** In their order; nothing where there is no such folder. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

/** Where the nth copy of that day for this reason is, or would be. */
export function placeOf(path: string, day: IsoDay, reason: BackupReason, nth = 1): string {
  return join(backupFolder(path), backupName(basename(realFile(path)), { day, reason, nth }));
}

/** Where one more copy can be. */
export function freePlace(path: string, day: IsoDay, reason: BackupReason): string {
  for (let nth = 1; ; nth++) {
    const place = placeOf(path, day, reason, nth);
    if (!existsSync(place)) return place;
  }
}

/** Returns where it is. `check` may refuse the copy before it takes its place. */
export async function addBackup(
  db: Db,
  path: string,
  day: IsoDay,
  reason: BackupReason,
  check?: (copy: Db) => void,
): Promise<string> {
  const place = freePlace(path, day, reason);
  makeBackupFolder(path);
  await copyDatabase(db, place, check);
  return place;
}

/** Returns the names of what was removed. */
export function removeOutdated(path: string, today: IsoDay): string[] {
  const names = outdated(listBackups(path), today);
  for (const name of names) rmSync(join(backupFolder(path), name), { force: true });
  return names;
}

export function sizeOf(file: string): number {
  return statSync(file).size;
}

/** With its number in the list, if it is there. */
export function numbered(path: string, file: string): { file: string; number: number | null } {
  const at = listBackups(path).findIndex((one) => one.file === file);
  return { file, number: at < 0 ? null : at + 1 };
}
