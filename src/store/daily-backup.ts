/** Once a day, before the first command that writes: what was there until then. */
import { existsSync } from 'node:fs';
import type { IsoDay } from '../model';
import { isEmpty } from './archive';
import { copyDatabase } from './backup-copy';
import { backupFolder, listBackups, makeBackupFolder, placeOf, removeOutdated } from './backups';
import type { Db } from './db';
import { explainFault } from './open';

/** Returns what the user should be told: a copy that fails stops nobody's work. */
export async function backUpDaily(db: Db, path: string, today: IsoDay): Promise<string[]> {
  const place = placeOf(path, today, 'daily');
  if (existsSync(place) || isEmpty(db)) return [];
  try {
    makeBackupFolder(path);
    await copyDatabase(db, place, () => refuseSecond(place));
    removeOutdated(path, today);
    return [];
  } catch (error) {
    if (error instanceof CopiedMeanwhile) return [];
    return [
      `No copy of the database could be made today: ${reasonOf(error, path)} Look into it: jobsearch doctor`,
    ];
  }
}

/** By another program, which may have changed something since: ours could be later than the first change of the day. */
class CopiedMeanwhile extends Error {}

function refuseSecond(place: string): void {
  if (existsSync(place)) throw new CopiedMeanwhile();
}

export function reasonOf(error: unknown, path: string): string {
  const { message, code } = explainFault(error, backupFolder(path)) as { message: string; code?: string };
  return code === undefined ? message : `${message}.`;
}

/** A new database where there was another one before: nobody should think that all is lost. */
export function earlierBackups(path: string): string[] {
  const [newest] = listBackups(path);
  if (!newest) return [];
  return [`${path} is empty, but there are copies of an earlier one: jobsearch backup list`];
}
