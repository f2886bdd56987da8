/** Database files of this program, made and spoilt. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addContact } from '../../src/store/contacts';
import type { Db } from '../../src/store/db';
import { makeReady } from '../../src/store/make-ready';
import { openDatabase } from '../../src/store/open';
import { aContact } from './builders';
import { MIGRATIONS } from './database';
import { aFolder } from './folder';

export const TODAY = '2026-11-22';

/** Opened as the program does for a command that writes, and what the user is told by that. */
export async function openAsUser(path: string, today = TODAY): Promise<{ db: Db; told: string[] }> {
  const db = openDatabase(path);
  return { db, told: await makeReady(db, { path, migrations: MIGRATIONS, today, writes: true }) };
}

/** With these people in it; closed. */
export async function aFileWith(names: string[], path = join(aFolder(), 'jobsearch.db')): Promise<string> {
  const { db } = await openAsUser(path);
  for (const name of names) addContact(db, aContact({ name }));
  db.close();
  return path;
}

/** The names of all people, in the order in which they were added. */
export function namesIn(path: string): string[] {
  const db = openDatabase(path);
  try {
    return db.prepare('SELECT name FROM contacts ORDER BY id').pluck().all() as string[];
  } finally {
    db.close();
  }
}

/** Pages are 4 KiB; the header and the schema stay as they are. */
export function spoil(path: string): void {
  const bytes = readFileSync(path);
  bytes.fill(0xff, 5 * 4096, 9 * 4096);
  writeFileSync(path, bytes);
}

export function cutShort(path: string): void {
  writeFileSync(path, readFileSync(path).subarray(0, 20_000));
}
