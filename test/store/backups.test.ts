import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { copyDatabase } from '../../src/store/backup-copy';
import { listBackups } from '../../src/store/backups';
import { addContact } from '../../src/store/contacts';
import { openDatabase } from '../../src/store/open';
import { aContact } from '../support/builders';
import { aFileWith, namesIn, openAsUser, spoil, TODAY } from '../support/files';
import { aFolder } from '../support/folder';

function backupsOf(path: string): string[] {
  const folder = join(path, '..', 'backups');
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}

/** Opens it on that day to add somebody. */
async function writeOn(path: string, day: string, name: string): Promise<string[]> {
  const { db, told } = await openAsUser(path, day);
  addContact(db, aContact({ name }));
  db.close();
  return told;
}

describe('once a day, before the first write', () => {
  test('the copy is what there was before, for the user alone; the second write makes none', async () => {
    const path = await aFileWith(['Ana']);
    expect(backupsOf(path)).toEqual([]);
    await writeOn(path, '2026-11-21', 'Lee');
    await writeOn(path, '2026-11-21', 'Omar');
    await writeOn(path, TODAY, 'Priya');
    expect(backupsOf(path)).toEqual(['jobsearch-2026-11-21.db', 'jobsearch-2026-11-22.db']);
    const [today, yesterday] = listBackups(path);
    expect(namesIn(yesterday!.file)).toEqual(['Ana']);
    expect(namesIn(today!.file)).toEqual(['Ana', 'Lee', 'Omar']);
    expect(statSync(today!.file).mode & 0o777).toBe(0o600);
    expect(statSync(join(today!.file, '..')).mode & 0o777).toBe(0o700);
  });

  test('old ones go: seven days and four weeks stay', async () => {
    const path = await aFileWith(['Ana']);
    for (let day = 1; day <= 9; day++) await writeOn(path, `2026-10-0${day}`, 'x');
    for (let day = 16; day <= 22; day++) await writeOn(path, `2026-11-${day}`, 'x');
    const daysLeft = backupsOf(path).map((name) => name.slice(10, 20));
    // 4 October was a Sunday, the 9th the last day of its week with a copy.
    expect(daysLeft.slice(0, 2)).toEqual(['2026-10-04', '2026-10-09']);
    expect(daysLeft.slice(2)).toEqual([16, 17, 18, 19, 20, 21, 22].map((day) => `2026-11-${day}`));
  });

  test('a clock that was set back: each day has its copy, and nothing of the days to come is lost', async () => {
    const path = await aFileWith(['Ana']);
    for (let day = 1; day <= 9; day++) await writeOn(path, `2031-01-0${day}`, 'x');
    for (let day = 14; day <= 22; day++) await writeOn(path, `2026-11-${day}`, 'x');
    const daysLeft = backupsOf(path).map((name) => name.slice(10, 20));
    expect(daysLeft.filter((day) => day < '2027')).toEqual(
      [15, 16, 17, 18, 19, 20, 21, 22].map((day) => `2026-11-${day}`),
    );
    expect(daysLeft.filter((day) => day > '2027').at(-1)).toBe('2031-01-09');
  });

  test('what cannot be copied is said, and the work goes on', async () => {
    const path = await aFileWith(['Ana']);
    writeFileSync(join(path, '..', 'backups'), 'no folder');
    const told = await writeOn(path, TODAY, 'Lee');
    expect(told).toEqual([expect.stringContaining('No copy of the database could be made today')]);
    expect(namesIn(path)).toEqual(['Ana', 'Lee']);
  });

  test('a damaged database is never called a backup', async () => {
    const path = await aFileWith(['Ana']);
    spoil(path);
    const { db, told } = await openAsUser(path, TODAY).catch(() => ({ db: undefined, told: ['refused'] }));
    db?.close();
    expect(told).toHaveLength(1);
    expect(backupsOf(path)).toEqual([]);
  });

  test('a new file where there was another is said to be one', async () => {
    const path = await aFileWith(['Ana']);
    await writeOn(path, TODAY, 'Lee');
    rmSync(path);
    const { db, told } = await openAsUser(path);
    db.close();
    expect(told).toEqual([expect.stringContaining('there are copies of an earlier one')]);
  });
});

describe('a copy', () => {
  test('is made while others read and write', async () => {
    const path = await aFileWith(['Ana']);
    const [db, other] = [openDatabase(path), openDatabase(path)];
    other.exec('BEGIN; SELECT * FROM contacts');
    const copy = join(aFolder(), 'copy.db');
    await copyDatabase(db, copy);
    expect(namesIn(copy)).toEqual(['Ana']);
    other.exec('COMMIT');
  });

  test('of a database that somebody has locked is refused, not empty', async () => {
    const path = await aFileWith(['Ana']);
    const db = new Database(path, { timeout: 10 });
    const other = openDatabase(path);
    other.exec('BEGIN EXCLUSIVE');
    const folder = aFolder();
    await expect(copyDatabase(db, join(folder, 'copy.db'))).rejects.toThrow('locked');
    expect(readdirSync(folder)).toEqual([]);
  });

  test('of one that is written ahead is one plain file', async () => {
    const path = await aFileWith(['Ana']);
    const db = openDatabase(path);
    db.pragma('journal_mode = WAL');
    addContact(db, aContact({ name: 'Lee' }));
    const folder = aFolder();
    await copyDatabase(db, join(folder, 'copy.db'));
    db.close();
    expect(readdirSync(folder)).toEqual(['copy.db']);
    expect(namesIn(join(folder, 'copy.db'))).toEqual(['Ana', 'Lee']);
  });

  test('of a damaged database leaves what was there before', async () => {
    const path = await aFileWith(['Ana']);
    const db = openDatabase(path);
    const copy = join(aFolder(), 'copy.db');
    await copyDatabase(db, copy);
    db.close();
    const before = readFileSync(copy);
    spoil(path);
    await expect(copyDatabase(openDatabase(path), copy)).rejects.toThrow('it would be damaged');
    expect(readFileSync(copy).equals(before)).toBe(true);
    expect(readdirSync(join(copy, '..'))).toEqual(['copy.db']);
  });
});

test('by a link: the copies are beside the file that it leads to', async () => {
  const path = await aFileWith(['Ana']);
  const link = join(aFolder(), 'link.db');
  symlinkSync(path, link);
  await writeOn(link, TODAY, 'Lee');
  expect(backupsOf(path)).toEqual(['jobsearch-2026-11-22.db']);
  expect(listBackups(link)).toEqual(listBackups(path));
  expect(readdirSync(join(link, '..'))).toEqual(['link.db']);
});

describe('a file that others may read', () => {
  test('is told once, and again after it was mended and loosened', async () => {
    const path = await aFileWith(['Ana']);
    chmodSync(path, 0o644);
    const first = await openAsUser(path);
    expect(first.told[0]).toContain(`Other users of this computer may read ${path} (mode 644)`);
    first.db.close();
    const second = await openAsUser(path);
    expect(second.told).toEqual([]);
    second.db.close();
  });
});

describe('what lies beside the file and is not its own', () => {
  function anotherProgram(mode: 'WAL' | 'DELETE'): { db: Database.Database; path: string } {
    const path = join(aFolder(), 'other.db');
    const db = new Database(path);
    db.pragma('application_id = 7');
    db.pragma(`journal_mode = ${mode}`);
    db.exec('CREATE TABLE bookmarks (url TEXT)');
    return { db, path };
  }

  test('a write-ahead log is put aside', async () => {
    const path = await aFileWith(['Ana']);
    const other = anotherProgram('WAL');
    other.db.exec("INSERT INTO bookmarks VALUES ('x')");
    writeFileSync(`${path}-wal`, readFileSync(`${other.path}-wal`));
    expect(namesIn(path)).toEqual(['Ana']);
    expect(existsSync(`${path}-wal.stray`)).toBe(true);
  });

  test('a journal is put aside', async () => {
    const path = await aFileWith(['Ana']);
    const other = anotherProgram('DELETE');
    other.db.pragma('cache_size = 1');
    other.db.exec('BEGIN');
    const insert = other.db.prepare('INSERT INTO bookmarks VALUES (?)');
    for (let row = 0; row < 500; row++) insert.run('x'.repeat(500));
    writeFileSync(`${path}-journal`, readFileSync(`${other.path}-journal`));
    expect(namesIn(path)).toEqual(['Ana']);
    expect(existsSync(`${path}-journal.stray`)).toBe(true);
  });

  test('a journal of its own from further back is put aside, or old pages would come between new ones', async () => {
    const path = await aFileWith(['Ana']);
    const db = openDatabase(path);
    db.pragma('cache_size = 1');
    db.exec('BEGIN; PRAGMA user_version = 99; UPDATE contacts SET notes = hex(zeroblob(20000))');
    const journal = readFileSync(`${path}-journal`);
    db.exec('ROLLBACK');
    db.close();
    await writeOn(path, TODAY, 'Lee');
    await writeOn(path, TODAY, 'Omar');
    writeFileSync(`${path}-journal`, journal);
    expect(namesIn(path)).toEqual(['Ana', 'Lee', 'Omar']);
    expect(existsSync(`${path}-journal.stray`)).toBe(true);
  });

  test.each([
    ['empty', ''],
    ['a text', 'call Ana\n'.repeat(100)],
    ['a journal cut short', Buffer.from('d9d505f920a163d7', 'hex')],
  ])('a journal that is none (%s) does no harm', async (_, content) => {
    const path = await aFileWith(['Ana']);
    writeFileSync(`${path}-journal`, content);
    expect(namesIn(path)).toEqual(['Ana']);
  });

  test('the own journal of an interrupted write is played back', async () => {
    const path = await aFileWith(['Ana']);
    const torn = join(aFolder(), 'jobsearch.db');
    const db = openDatabase(path);
    db.pragma('cache_size = 1');
    db.exec('BEGIN');
    for (let row = 0; row < 500; row++) addContact(db, aContact({ name: `${row} ${'x'.repeat(500)}` }));
    writeFileSync(torn, readFileSync(path), { mode: 0o600 });
    writeFileSync(`${torn}-journal`, readFileSync(`${path}-journal`));
    db.exec('ROLLBACK');
    expect(namesIn(torn)).toEqual(['Ana']);
    expect(readdirSync(join(torn, '..'))).toEqual(['jobsearch.db']);
  });
});

describe('a database that goes away while it is open', () => {
  test.each<[string, (path: string, other: string) => void]>([
    ['removed', (path) => rmSync(path)],
    [
      'replaced',
      (path, other) => {
        rmSync(path);
        writeFileSync(path, readFileSync(other));
      },
    ],
  ])('%s: nothing is written, and it is said', async (_, away) => {
    const path = await aFileWith(['Ana']);
    const other = await aFileWith(['Lee']);
    const { db } = await openAsUser(path);
    away(path, other);
    expect(() => addContact(db, aContact({ name: 'Omar' }))).toThrow(
      expect.objectContaining({ code: 'SQLITE_READONLY_DBMOVED' }),
    );
    db.close();
    if (existsSync(path)) expect(namesIn(path)).toEqual(['Lee']);
  });
});
