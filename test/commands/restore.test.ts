/** Restoring through the program: what it refuses, what it keeps, and from how bad a file it recovers. */
import {
  appendFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
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
import { aFileWith, cutShort, namesIn, spoil } from '../support/files';
import { aFolder } from '../support/folder';
import { aWorld, type TestWorld } from '../support/world';

/** Lee in the database, Ana in the copy. */
async function aSearch(): Promise<{ world: TestWorld; copy: string }> {
  const world = aWorld();
  await aFileWith(['Lee'], world.dbPath);
  return { world, copy: await aFileWith(['Ana']) };
}

function keptIn({ folder }: TestWorld): string[] {
  const backups = join(folder, 'backups');
  return existsSync(backups) ? readdirSync(backups).sort() : [];
}

const KEPT = 'jobsearch-2026-11-22-before-restore.db';

describe('the copy is refused, and nothing is changed', () => {
  const edit = (path: string, sql: string) => {
    const db = new Database(path);
    db.exec(sql);
    db.close();
  };
  test.each<[string, (copy: string) => void, string]>([
    ['damaged', spoil, 'is damaged'],
    ['cut short', cutShort, 'is damaged'],
    ['empty', (copy) => writeFileSync(copy, ''), 'is not a database'],
    ['a text', (copy) => writeFileSync(copy, 'call Ana'), 'is not a database'],
    ['a database header and nothing more', (copy) => writeFileSync(copy, 'SQLite format 3\0'), 'is damaged'],
    ['of another program', (copy) => edit(copy, 'PRAGMA application_id = 1'), 'of another program'],
    ['of no program', (copy) => edit(copy, 'PRAGMA application_id = 0'), 'of another program'],
    ['newer', (copy) => edit(copy, 'PRAGMA user_version = 999'), 'written by a newer jobsearch'],
    [
      'pointing nowhere',
      (copy) => edit(copy, "PRAGMA foreign_keys = OFF; INSERT INTO tags (contact_id, tag) VALUES (99, 'x')"),
      'rows that are not there',
    ],
    [
      'a folder',
      (copy) => {
        rmSync(copy);
        mkdirSync(copy);
      },
      'is not a file',
    ],
    ['not there', (copy) => rmSync(copy), 'There is no file'],
  ])('%s', async (_, change, why) => {
    const { world, copy } = await aSearch();
    change(copy);
    const before = readFileSync(world.dbPath);
    const { exitCode, stderr } = await world.runJobsearch(['restore', copy, '--yes']);
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining(why)]);
    expect(stderr).toContain(copy);
    expect(stderr).toContain('Hint: ');
    expect(readFileSync(world.dbPath).equals(before)).toBe(true);
    expect(readdirSync(world.folder)).toEqual(['jobsearch.db']);
  });

  test('an export: import reads that', async () => {
    const { world, copy } = await aSearch();
    const json = join(copy, '..', 'all.json');
    writeFileSync(json, ' {"program":"jobsearch"}');
    const { stderr } = await world.runJobsearch(['restore', json, '--yes']);
    expect(stderr).toContain(`Hint: jobsearch --db new.db import ${json}`);
  });

  test('the database itself, also by another name', async () => {
    const { world } = await aSearch();
    const link = join(world.folder, 'link.db');
    symlinkSync(world.dbPath, link);
    const { stderr } = await world.runJobsearch(['restore', link, '--yes']);
    expect(stderr).toContain('is the database itself');
  });
});

describe('what was there is kept, whatever it was', () => {
  test.each<[string, (path: string) => void]>([
    ['whole', () => {}],
    ['damaged', spoil],
    ['cut short', cutShort],
    ['no database at all', (path) => writeFileSync(path, 'call Ana\n'.repeat(1000))],
    [
      'of another program',
      (path) => {
        rmSync(path);
        new Database(path).exec('CREATE TABLE x (y)').close();
      },
    ],
  ])('%s', async (_, change) => {
    const { world, copy } = await aSearch();
    change(world.dbPath);
    const before = readFileSync(world.dbPath);
    const { exitCode, stdout } = await world.runJobsearch(['restore', copy, '--yes']);
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining(KEPT)]);
    expect(readFileSync(join(world.folder, 'backups', KEPT)).equals(before)).toBe(true);
    expect(namesIn(world.dbPath)).toEqual(['Ana']);
    expect(readdirSync(world.folder).sort()).toEqual(['backups', 'jobsearch.db']);
    expect(statSync(world.dbPath).mode & 0o777).toBe(0o600);
  });

  test('without what an interrupted write left beside it', async () => {
    const { world, copy } = await aSearch();
    writeFileSync(
      world.dbPath,
      'no database any more, and longer than a header of a hundred bytes'.repeat(9),
    );
    writeFileSync(`${world.dbPath}-journal`, 'what an interrupted write left');
    await world.runJobsearch(['restore', copy, '--yes']);
    expect(readdirSync(world.folder).sort()).toEqual(['backups', 'jobsearch.db']);
    expect(keptIn(world)).toContain(KEPT);
    expect(namesIn(world.dbPath)).toEqual(['Ana']);
  });

  test('nothing, when there is none; a journal that it left does not spoil the new one', async () => {
    const { world, copy } = await aSearch();
    rmSync(world.dbPath);
    writeFileSync(`${world.dbPath}-journal`, 'x');
    expect((await world.runJobsearch(['restore', copy, '--yes'])).exitCode).toBe(0);
    expect(keptIn(world)).toEqual([]);
    expect(readdirSync(world.folder).sort()).toEqual(['jobsearch.db', 'jobsearch.db-journal.stray']);
    expect(namesIn(world.dbPath)).toEqual(['Ana']);
  });

  test('and can be brought back with the command that is named', async () => {
    const { world, copy } = await aSearch();
    const { stdout } = await world.runJobsearch(['restore', copy, '--yes']);
    const [, number] = /jobsearch restore (\d+)/.exec(stdout.replace(/\s+/g, ' ')) ?? [];
    expect((await world.runJobsearch(['restore', String(number), '--yes'])).exitCode).toBe(0);
    expect(namesIn(world.dbPath)).toEqual(['Lee']);
  });
});

describe('where the database is used or is elsewhere', () => {
  test('by a link: the file behind it is replaced, the link stays', async () => {
    const { world, copy } = await aSearch();
    const link = join(aFolder(), 'link.db');
    symlinkSync(world.dbPath, link);
    expect((await world.runJobsearch(['restore', copy, '--yes', '--db', link])).exitCode).toBe(0);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(namesIn(world.dbPath)).toEqual(['Ana']);
    expect(keptIn(world)).toEqual([KEPT]);
  });

  test('somebody who has it open sees what was there, and writes into neither', async () => {
    const { world, copy } = await aSearch();
    const other = new Database(world.dbPath);
    expect(other.prepare('SELECT name FROM contacts').pluck().all()).toEqual(['Lee']);
    await world.runJobsearch(['restore', copy, '--yes']);
    expect(() => other.exec('DELETE FROM contacts')).toThrow();
    other.close();
    expect(namesIn(world.dbPath)).toEqual(['Ana']);
    expect(namesIn(join(world.folder, 'backups', KEPT))).toEqual(['Lee']);
  });

  test('a device or a folder is no place for a database', async () => {
    const { world, copy } = await aSearch();
    for (const place of ['/dev/null', world.folder]) {
      const { exitCode, stderr } = await world.runJobsearch(['restore', copy, '--yes', '--db', place]);
      expect([exitCode, stderr]).toEqual([1, expect.stringContaining(`${place} is not a file`)]);
    }
  });

  test('a dry run verifies, and changes nothing', async () => {
    const { world, copy } = await aSearch();
    const before = readFileSync(world.dbPath);
    expect((await world.runJobsearch(['restore', copy, '--dry-run'])).exitCode).toBe(0);
    expect(readFileSync(world.dbPath).equals(before)).toBe(true);
    expect(readdirSync(world.folder)).toEqual(['jobsearch.db']);
    appendFileSync(copy, '');
    spoil(copy);
    expect((await world.runJobsearch(['restore', copy, '--dry-run'])).exitCode).toBe(1);
  });
});

test('backup refuses what export refuses, and takes --force for a file that is there', async () => {
  const { world, copy } = await aSearch();
  const link = join(aFolder(), 'link.db');
  symlinkSync(world.dbPath, link);
  for (const target of [world.dbPath, `${world.dbPath}-journal`, link]) {
    const { exitCode, stderr } = await world.runJobsearch(['backup', target, '--force']);
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining('belongs to the database itself')]);
  }
  expect((await world.runJobsearch(['backup', copy])).stderr).toContain('There is a file');
  expect((await world.runJobsearch(['backup', copy, '--force'])).exitCode).toBe(0);
  expect(namesIn(copy)).toEqual(['Lee']);
  expect((await world.runJobsearch(['backup', world.folder])).stderr).toContain('is a folder');
});

test('an older copy is brought to the schema of this program before it is put in place', async () => {
  const { world } = await aSearch();
  const old = join(aFolder(), 'old.db');
  const db = new Database(old);
  db.exec(readFileSync(join(__dirname, '../../migrations/001-people-work-and-evidence.sql'), 'utf8'));
  db.exec('PRAGMA application_id = 0x6a6f6273; PRAGMA user_version = 1');
  db.exec("INSERT INTO contacts (name, added_on, name_key) VALUES ('Ana', '2026-01-01', 'ana')");
  db.close();
  const before = readFileSync(old);
  expect((await world.runJobsearch(['restore', old, '--yes'])).exitCode).toBe(0);
  expect((await world.runJobsearch(['contact', 'list'])).stdout).toContain('Ana');
  expect(readFileSync(old).equals(before)).toBe(true);
});

test.each([
  ['export', []],
  ['backup', ['make']],
  ['restore', ['--yes']],
])('%s of a file that cannot be: the file is blamed, not the database', async (name, more) => {
  const { world, copy } = await aSearch();
  for (const file of [join(copy, 'under-a-file'), join(world.folder, 'x'.repeat(300))]) {
    const words = name === 'restore' ? [name, file, ...more] : [name, ...more, file];
    const { stderr, exitCode } = await world.runJobsearch(words);
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining(`jobsearch: ${file} cannot be `)]);
  }
});

test('a copy is made in no folder that is not there, not even in a dry run', async () => {
  const { world } = await aSearch();
  const file = join(world.folder, 'gone', 'copy.db');
  for (const more of [[], ['--dry-run']]) {
    const { stderr, exitCode } = await world.runJobsearch(['backup', 'make', file, ...more]);
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining('There is no folder')]);
  }
});
