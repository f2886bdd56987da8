/** What happens between opening the database and the command: its schema, its copies, and who may read it. */
import { statSync } from 'node:fs';
import type { IsoDay } from '../model';
import type { Db } from './db';
import { refreshStaleModel } from './derived-ties';
import { migrate, pendingSince } from './migrate';

export interface Use {
  /** Where the file is, or would be: for one that only looks an empty database may stand for it. */
  path: string;
  migrations: string;
  today: IsoDay;
  /** Whether the command is about to change something. */
  writes: boolean;
}

/** Returns what the user should be told, a line each. On an ordinary day it reads nothing but the file's mode. */
export async function makeReady(db: Db, use: Use): Promise<string[]> {
  const told: string[] = [];
  const since = pendingSince(db, use.path, use.migrations);
  if (since === 0) {
    migrate(db, use.path, use.migrations);
    told.push(...(await import('./daily-backup')).earlierBackups(use.path));
  }
  if (since !== null && since > 0) told.push(...(await (await import('./update')).update(db, use)));
  refreshStaleModel(db);
  const file = statSync(use.path, { throwIfNoEntry: false });
  if (file && (file.mode & 0o077) !== 0)
    told.push(...(await import('./exposure')).tellExposure(db, use.path));
  if (use.writes) told.push(...(await (await import('./daily-backup')).backUpDaily(db, use.path, use.today)));
  return told;
}
