/** All that is in a database, as one text that can be compared, and what is wrong with it. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import { readBackupName } from '../../src/rules/backup-names';
import type { Found } from './fault';
import { databaseIn, run } from './program';

/** Every row of every table, the journal and the history included, and the schema. */
export function stateOf(path: string): string {
  const db = new Database(path, { fileMustExist: true });
  try {
    const tables = db
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
      .pluck()
      .all() as string[];
    const rows = tables.map((table) => {
      const all = db.prepare(`SELECT * FROM ${table}`).all();
      return `${table}\n${all
        .map((row) => JSON.stringify(row))
        .sort()
        .join('\n')}`;
    });
    return [`schema ${db.pragma('user_version', { simple: true })}`, ...rows].join('\n\n');
  } finally {
    db.close();
  }
}

export function copiesIn(folder: string): string[] {
  const backups = join(folder, 'backups');
  return existsSync(backups)
    ? readdirSync(backups)
        .sort()
        .map((name) => join(backups, name))
    : [];
}

export interface Doctor {
  integrity: string[] | null;
  dangling: number | null;
  stale: number | null;
  leftovers: string[];
}

/** Opened by the program itself first, which takes back what was interrupted; undefined when it does not open. */
export async function examined(
  folder: string,
  found: Found,
  mayBeStale = false,
  ...more: string[]
): Promise<Doctor | undefined> {
  const { status, stdout, stderr } = await run(folder, ['doctor', '--json', ...more]);
  if (status !== 0) {
    found.torn(`doctor ends with ${status}: ${stderr}${stdout.slice(0, 500)}`);
    return undefined;
  }
  const doctor: Doctor = JSON.parse(stdout);
  const { integrity, dangling, stale } = doctor;
  if (integrity?.length !== 0 || dangling !== 0 || ((stale ?? 0) !== 0 && !mayBeStale)) {
    found.torn(`doctor finds ${JSON.stringify({ integrity, dangling, stale })}`);
  }
  return doctor;
}

/** What has the name of a copy is a whole one, in one of these states; all else the doctor names, and removes. */
export async function checkCopies(
  folder: string,
  states: string[],
  doctor: Doctor,
  found: Found,
): Promise<void> {
  const isCopy = (file: string) => readBackupName(basename(databaseIn(folder)), basename(file)) !== undefined;
  const left = copiesIn(folder).filter((file) => !isCopy(file) || isDatabase(file, folder));
  for (const file of left)
    if (!doctor.leftovers.includes(file)) found.unclear(`the doctor overlooks ${file}`);
  for (const file of copiesIn(folder).filter((file) => !left.includes(file))) {
    if (!states.includes(stateOf(file))) found.torn(`${file} is no copy of what there was`);
  }
  if (left.length === 0) return;
  await examined(folder, found, true, '--fix');
  const stays = left.filter(existsSync);
  if (stays.length > 0) found.unclear(`doctor --fix leaves ${stays.join(', ')}`);
}

/** Another name of the database itself, which is no copy of it. */
function isDatabase(file: string, folder: string): boolean {
  return statSync(file).ino === statSync(databaseIn(folder)).ino;
}
