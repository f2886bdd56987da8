/** The file of the sample search: thrown away and written anew for every day, and never anybody's own. */
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UserError } from '../errors';
import type { IsoDay } from '../model';
import { type Db, get } from './db';
import { buildSample } from './demo/build';
import { refreshStaleModel } from './derived-ties';
import { clearHistory } from './journal';
import { listMigrations, migrate } from './migrate';
import { APPLICATION_ID, openDatabase } from './open';
import { findSetting, setSetting } from './settings';

/** No setting that `config` knows. */
const MADE_FOR = 'sample-made-for';

/** What the visitor wrote into the sample stays until the next day, or until a fresh one is asked for. */
export function openDemo(path: string, migrations: string, today: IsoDay, fresh: boolean): Db {
  const known = fresh ? undefined : openMadeFor(path, migrations, today);
  if (known) return known;
  writeSample(path, migrations, today);
  return openDatabase(path);
}

/** Whatever is wrong with the file there is, a new one costs less than finding out. */
function openMadeFor(path: string, migrations: string, today: IsoDay): Db | undefined {
  if (!existsSync(path)) return undefined;
  let db: Db | undefined;
  try {
    db = openDatabase(path);
    const isOurs = db.pragma('application_id', { simple: true }) === APPLICATION_ID;
    const isCurrent = db.pragma('user_version', { simple: true }) === listMigrations(migrations).length;
    const isSound = db.pragma('quick_check', { simple: true }) === 'ok';
    if (isOurs && isCurrent && isSound && findSetting(db, MADE_FOR) === today) return db;
  } catch {
    // No database, or one without our tables.
  }
  db?.close();
  return undefined;
}

/** Made in memory and moved into place: no run ever meets half a sample. */
function writeSample(path: string, migrations: string, today: IsoDay): void {
  const image = makeSample(migrations, today);
  let folder: string | undefined;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    folder = mkdtempSync(`${path}-`);
    writeFileSync(join(folder, 'new'), image, { mode: 0o600 });
    // What an interrupted run left beside the old file would be played back into the new one.
    for (const rest of ['-journal', '-wal', '-shm']) rmSync(path + rest, { force: true });
    renameSync(join(folder, 'new'), path);
  } catch {
    throw new UserError(
      `The sample search cannot be written to ${path}.`,
      `see that files can be made in ${dirname(path)}`,
    );
  } finally {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  }
}

function makeSample(migrations: string, today: IsoDay): Buffer {
  const db = openDatabase(':memory:');
  try {
    migrate(db, ':memory:', migrations);
    refreshStaleModel(db);
    buildSample(db, today);
    setSetting(db, MADE_FOR, today);
    clearHistory(db);
    return db.serialize();
  } finally {
    db.close();
  }
}

interface SampleSize {
  people: number;
  conversations: number;
  events: number;
  tasks: number;
  promises: number;
  jobs: number;
  asks: number;
}

export function countSample(db: Db): SampleSize {
  return get<SampleSize>(
    db,
    `SELECT (SELECT count(*) FROM contacts) AS people, (SELECT count(*) FROM interactions) AS conversations,
            (SELECT count(*) FROM events) AS events, (SELECT count(*) FROM tasks) AS tasks,
            (SELECT count(*) FROM promises) AS promises, (SELECT count(*) FROM jobs) AS jobs,
            (SELECT count(*) FROM asks) AS asks`,
  )!;
}
