import { copyFileSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors';
import { addContact, getContact } from '../../src/store/contacts';
import { all, type Db, run } from '../../src/store/db';
import { getEvidence, refreshStaleModel } from '../../src/store/derived-ties';
import { addInteraction } from '../../src/store/interactions';
import { makeReady } from '../../src/store/make-ready';
import { listMigrations, migrate } from '../../src/store/migrate';
import { APPLICATION_ID, openDatabase } from '../../src/store/open';
import { journalTriggers } from '../../src/store/triggers';
import { aContact, anInteraction } from '../support/builders';
import { MIGRATIONS } from '../support/database';
import { aFolder } from '../support/folder';

const RELEASED = readdirSync(MIGRATIONS).sort();
const LATEST = RELEASED.length;

/** The released migrations and one more, in a folder of its own. */
function andThen(sql: string): string {
  const folder = aFolder();
  for (const name of RELEASED) copyFileSync(join(MIGRATIONS, name), join(folder, name));
  writeFileSync(join(folder, `${String(LATEST + 1).padStart(3, '0')}-one-more.sql`), sql);
  return folder;
}

function open(path: string, folder = MIGRATIONS): Db {
  const db = openDatabase(path);
  migrate(db, path, folder);
  return db;
}

/** As the program opens it; `told` is what the user reads. */
async function openAsUser(path: string, folder: string): Promise<{ db: Db; told: string[] }> {
  const db = openDatabase(path);
  return { db, told: await makeReady(db, { path, migrations: folder, today: TODAY, writes: false }) };
}

const TODAY = '2026-11-22';

/** A file of the latest schema with Ana and a coffee with her in it. */
function aFile(): string {
  const path = join(aFolder(), 'jobsearch.db');
  const db = open(path);
  refreshStaleModel(db);
  const ana = addContact(db, aContact({ name: 'Ana Ruiz' }));
  addInteraction(db, anInteraction({ people: [ana] }));
  db.close();
  return path;
}

function versionOf(db: Db): unknown {
  return db.pragma('user_version', { simple: true });
}

function modeOf(path: string): number {
  return statSync(path).mode & 0o777;
}

test('the released migrations are numbered from 001 without a gap', () => {
  expect(RELEASED.map((name) => name.slice(0, 4))).toEqual(
    RELEASED.map((_, at) => `${String(at + 1).padStart(3, '0')}-`),
  );
  expect(listMigrations(MIGRATIONS)).toEqual(RELEASED);
});

describe('a new database', () => {
  test('is made with its folder, for the user alone', () => {
    const folder = join(aFolder(), 'deep', 'jobsearch');
    const db = open(join(folder, 'jobsearch.db'));
    expect(versionOf(db)).toBe(LATEST);
    expect(db.pragma('application_id', { simple: true })).toBe(APPLICATION_ID);
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(modeOf(folder)).toBe(0o700);
    expect(modeOf(join(folder, 'jobsearch.db'))).toBe(0o600);
    db.close();
  });

  test('may be an empty file that was there already', () => {
    const path = join(aFolder(), 'empty.db');
    writeFileSync(path, '');
    expect(versionOf(open(path))).toBe(LATEST);
  });

  test('is opened again as it is, without a copy', () => {
    const path = aFile();
    const before = readFileSync(path);
    open(path).close();
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(join(path, '..'))).toEqual(['jobsearch.db']);
  });
});

describe('what is no database of this program is refused and left as it is', () => {
  function fromTheFuture(): string {
    const path = aFile();
    const db = new Database(path);
    db.pragma(`user_version = ${LATEST + 1}`);
    db.close();
    return path;
  }

  function ofAnotherProgram(): string {
    const path = join(aFolder(), 'other.db');
    const db = new Database(path);
    db.exec('CREATE TABLE bookmarks (url TEXT)');
    db.close();
    return path;
  }

  function ofAnotherProgramButEmpty(): string {
    const path = join(aFolder(), 'other.db');
    const db = new Database(path);
    db.pragma('application_id = 1');
    db.close();
    return path;
  }

  function aText(): string {
    const path = join(aFolder(), 'notes.txt');
    writeFileSync(path, 'call Ana\n'.repeat(1000));
    return path;
  }

  test.each<[string, () => string, string]>([
    ['a database from the future', fromTheFuture, 'was written by a newer jobsearch'],
    ["another program's database", ofAnotherProgram, 'is a database of another program'],
    ["another program's empty database", ofAnotherProgramButEmpty, 'is a database of another program'],
    ['a text file', aText, 'is not a database'],
  ])('%s', (_, make, why) => {
    const path = make();
    const before = readFileSync(path);
    expect(() => open(path)).toThrow(UserError);
    expect(() => open(path)).toThrow(why);
    expect(() => open(path)).toThrow(path);
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(join(path, '..'))).toHaveLength(1);
  });

  test('a folder', () => {
    const path = join(aFolder(), 'data');
    mkdirSync(path);
    expect(() => open(path)).toThrow(`${path} is a folder.`);
    expect(readdirSync(path)).toEqual([]);
  });

  test('a file where its folder should be', () => {
    expect(() => open(join(aText(), 'jobsearch.db'))).toThrow('cannot be opened or written');
  });
});

describe('a database that cannot be written', () => {
  test('busy: another program writes, and it does not stop', () => {
    const path = aFile();
    const other = new Database(path);
    other.exec('BEGIN EXCLUSIVE');
    // Opened by hand, because the program waits for five seconds and a test should not.
    const db = new Database(path, { timeout: 10 });
    expect(() => migrate(db, path, MIGRATIONS)).toThrow(`The database ${path} is busy`);
    other.exec('ROLLBACK');
    expect(() => migrate(db, path, MIGRATIONS)).not.toThrow();
  });

  test('read-only: it may be read, not brought to another schema', async () => {
    const path = aFile();
    const db = new Database(path, { readonly: true });
    const use = { path, today: TODAY, writes: false };
    expect(await makeReady(db, { ...use, migrations: MIGRATIONS })).toEqual([]);
    expect(getContact(db, 1).name).toBe('Ana Ruiz');
    const migrations = andThen('CREATE TABLE more (id INTEGER PRIMARY KEY) STRICT;');
    await expect(makeReady(db, { ...use, migrations })).rejects.toThrow('is read-only: nothing was changed');
  });
});

describe('from one schema to the next, with data', () => {
  test('nothing is lost, and the file from before is among the copies, for the user alone', async () => {
    const path = aFile();
    const { db, told } = await openAsUser(path, andThen('ALTER TABLE contacts ADD COLUMN nickname TEXT;'));
    expect(versionOf(db)).toBe(LATEST + 1);
    expect(getContact(db, 1).name).toBe('Ana Ruiz');
    const copy = join(path, '..', 'backups', `jobsearch-${TODAY}-before-schema-${LATEST + 1}.db`);
    expect(told).toEqual([`Updated the database to schema ${LATEST + 1}. As it was before: ${copy}`]);
    expect(modeOf(copy)).toBe(0o600);
    expect(modeOf(join(copy, '..'))).toBe(0o700);
    const old = new Database(copy, { readonly: true });
    expect(versionOf(old)).toBe(LATEST);
    expect(getContact(old, 1).name).toBe('Ana Ruiz');
    expect(readdirSync(join(copy, '..'))).toHaveLength(1);
  });

  test('without a copy nothing is changed', async () => {
    const path = aFile();
    writeFileSync(join(path, '..', 'backups'), 'no folder');
    const before = readFileSync(path);
    const folder = andThen('CREATE TABLE more (id INTEGER PRIMARY KEY) STRICT;');
    await expect(openAsUser(path, folder)).rejects.toThrow('no copy could be made before it');
    expect(() => open(path, folder)).toThrow('no copy was made');
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test('a damaged database is not brought anywhere', async () => {
    const path = aFile();
    const bytes = readFileSync(path);
    bytes.fill(0xff, 8_192, 40_960);
    writeFileSync(path, bytes);
    const folder = andThen('CREATE TABLE more (id INTEGER PRIMARY KEY) STRICT;');
    await expect(openAsUser(path, folder)).rejects.toThrow(UserError);
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  test('the last four copies of this kind stay, and it is said which one goes', async () => {
    const path = aFile();
    const names = [1, 2, 3, 4].map((schema) => `jobsearch-2026-0${schema}-01-before-schema-${schema}.db`);
    mkdirSync(join(path, '..', 'backups'));
    for (const name of names) copyFileSync(path, join(path, '..', 'backups', name));
    const { told } = await openAsUser(path, andThen('CREATE TABLE more (id INTEGER PRIMARY KEY) STRICT;'));
    expect(told[1]).toBe(`Removed the oldest copy of its kind: ${names[0]}`);
    expect(readdirSync(join(path, '..', 'backups'))).toEqual([
      ...names.slice(1),
      `jobsearch-${TODAY}-before-schema-${LATEST + 1}.db`,
    ]);
  });

  test('addresses keep their numbers when points learn never to give one twice, and history begins', () => {
    const db = openDatabase(':memory:');
    const [first, second, third] = listMigrations(MIGRATIONS).map((name) =>
      readFileSync(join(MIGRATIONS, name), 'utf8'),
    );
    db.exec(first! + second!);
    db.exec(`INSERT INTO contacts (id, name, added_on, name_key) VALUES (1, 'Ana', '2026-01-01', 'ana');
      INSERT INTO points (id, contact_id, kind, value, key) VALUES (3, 1, 'email', 'A@x.org', 'a@x.org'), (7, 1, 'phone', '1', '1');`);
    db.exec(third!);
    for (const { sql } of journalTriggers(db)) db.exec(sql);
    expect(all(db, 'SELECT id, value FROM points')).toEqual([
      { id: 3, value: 'A@x.org' },
      { id: 7, value: '1' },
    ]);
    run(db, 'DELETE FROM points WHERE id = 7');
    run(db, "INSERT INTO points (contact_id, kind, value, key) VALUES (1, 'phone', '2', '2')");
    expect(all(db, 'SELECT id FROM points')).toEqual([{ id: 3 }, { id: 8 }]);
    // The move itself is in no journal, what came after it is.
    expect(all(db, 'SELECT table_name AS name, op, key FROM journal')).toEqual([
      { name: 'points', op: 'delete', key: 7 },
      { name: 'points', op: 'insert', key: 8 },
    ]);
    expect(() =>
      db.exec("INSERT INTO points (contact_id, kind, value, key) VALUES (1, 'email', 'b', 'a@x.org')"),
    ).toThrow('UNIQUE');
  });

  test('a parent table that is made anew keeps what belongs to its rows', () => {
    const path = aFile();
    const rebuild = `
      CREATE TABLE new_contacts AS SELECT * FROM contacts;
      DROP TABLE contacts;
      CREATE TABLE contacts (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, closeness INTEGER);
      INSERT INTO contacts SELECT id, name, closeness FROM new_contacts;
      DROP TABLE new_contacts;`;
    const db = openDatabase(path);
    migrate(db, path, andThen(rebuild), 'a copy');
    expect(getEvidence(db, 1).touches).toHaveLength(1);
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
  });

  test.each([
    ['that fails half-way', 'DELETE FROM touches; CREATE TABLE contacts (id);', 'contacts already exists'],
    ['that leaves rows pointing nowhere', 'DELETE FROM contacts;', 'rows point to rows that are not there'],
  ])('a migration %s changes nothing, and leaves no copy', async (_, sql, why) => {
    const path = aFile();
    const db = openDatabase(path);
    await expect(
      makeReady(db, { path, migrations: andThen(sql), today: TODAY, writes: false }),
    ).rejects.toThrow(why);
    expect(readdirSync(join(path, '..', 'backups'))).toEqual([]);
    expect(versionOf(db)).toBe(LATEST);
    expect(getContact(db, 1).name).toBe('Ana Ruiz');
    expect(getEvidence(db, 1).touches).toHaveLength(1);
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
  });

  test('a second program that comes at the same time finds the work done', () => {
    const path = aFile();
    const folder = andThen('CREATE TABLE more (id INTEGER PRIMARY KEY) STRICT;');
    const first = openDatabase(path);
    const second = openDatabase(path);
    migrate(first, path, folder, 'a copy');
    migrate(second, path, folder, 'a copy');
    expect(versionOf(second)).toBe(LATEST + 1);
  });
});
