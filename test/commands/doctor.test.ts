/** What the doctor finds in real files, what it mends, and what it leaves alone. */
import {
  chmodSync,
  existsSync,
  linkSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { aFileWith, cutShort, namesIn, spoil } from '../support/files';
import { aWorld, type TestWorld } from '../support/world';

async function aSearch(): Promise<TestWorld> {
  const world = aWorld();
  await aFileWith(['Ana Ruiz', 'Lee Chen'], world.dbPath);
  await world.runJobsearch(['backup']);
  return world;
}

async function verdicts(world: TestWorld, ...options: string[]) {
  const { stdout, exitCode } = await world.runJobsearch(['doctor', '--json', ...options]);
  const data = JSON.parse(stdout);
  const notGood = data.checks.filter(({ verdict }: { verdict: string }) => verdict !== 'good');
  return {
    exitCode,
    data,
    notGood: Object.fromEntries(notGood.map(({ check, verdict }: never) => [check, verdict])),
  };
}

function edit(path: string, sql: string): void {
  const db = new Database(path);
  db.exec(sql);
  db.close();
}

function spoilSchema(path: string): void {
  const bytes = readFileSync(path, 'latin1');
  writeFileSync(path, bytes.replaceAll('json_object', 'json_oqject'), 'latin1');
}

test('all is well', async () => {
  const world = await aSearch();
  const { stdout, exitCode } = await world.runJobsearch(['doctor']);
  expect([exitCode, stdout]).toEqual([0, expect.stringContaining('All is well.')]);
  expect(stdout.match(/^good/gm)).toHaveLength(9);
});

describe('what is bad: exit 1, the file as it was, and the copy to go back to', () => {
  test.each<[string, (path: string) => void, string]>([
    ['bits that flipped', spoil, 'integrity'],
    ['cut short', cutShort, 'file'],
    ['no database', (path) => writeFileSync(path, 'call Ana\n'.repeat(1000)), 'file'],
    ['a letter of the schema that became another', spoilSchema, 'integrity'],
    ['of another program', (path) => edit(path, 'PRAGMA application_id = 1'), 'file'],
    ['newer', (path) => edit(path, 'PRAGMA user_version = 999'), 'file'],
    [
      'rows that point nowhere',
      (path) => edit(path, "PRAGMA foreign_keys = OFF; INSERT INTO tags (contact_id, tag) VALUES (99, 'x')"),
      'links',
    ],
  ])('%s', async (_, change, check) => {
    const world = await aSearch();
    change(world.dbPath);
    const before = readFileSync(world.dbPath);
    const { exitCode, notGood } = await verdicts(world);
    expect([exitCode, notGood[check]]).toEqual([1, 'bad']);
    const { stdout, stderr } = await world.runJobsearch(['doctor', '--fix']);
    expect(stderr).toBe('');
    expect(stdout.replace(/\s+/g, ' ')).toContain('The newest sound copy: jobsearch restore 1');
    expect(readFileSync(world.dbPath).equals(before)).toBe(true);
    expect((await world.runJobsearch(['restore', '1', '--yes'])).exitCode).toBe(0);
    expect((await verdicts(world)).notGood).toEqual({});
    expect(namesIn(world.dbPath)).toEqual(['Ana Ruiz', 'Lee Chen']);
  });

  test('a schema that says something else is damage, not a bug', async () => {
    const world = await aSearch();
    spoilSchema(world.dbPath);
    const { exitCode, stderr } = await world.runJobsearch(['contact', 'remove', '1', '--yes']);
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining('is damaged.')]);
  });

  test('also when every copy is damaged', async () => {
    const world = await aSearch();
    spoil(world.dbPath);
    spoil(join(world.folder, 'backups', 'jobsearch-2026-11-22-by-hand.db'));
    const { exitCode, notGood, data } = await verdicts(world);
    expect([exitCode, notGood.backup, data.restorable]).toEqual([1, 'bad', null]);
  });
});

describe('what --fix mends', () => {
  test('access: the file, its copies and their folder', async () => {
    const world = await aSearch();
    const backups = join(world.folder, 'backups');
    const [copy = ''] = readdirSync(backups);
    chmodSync(world.dbPath, 0o644);
    chmodSync(backups, 0o755);
    chmodSync(join(backups, copy), 0o664);
    const told = () => world.runJobsearch(['contact', 'list']).then(({ stderr }) => stderr);
    expect(await told()).toContain('jobsearch doctor --fix');
    expect(await told()).toBe('');
    const first = await verdicts(world);
    expect([first.exitCode, first.notGood]).toEqual([0, { access: 'warn' }]);
    expect((await verdicts(world, '--fix')).notGood).toEqual({});
    expect([world.dbPath, backups, join(backups, copy)].map((file) => statSync(file).mode & 0o777)).toEqual([
      0o600, 0o700, 0o600,
    ]);
    chmodSync(world.dbPath, 0o644);
    expect(await told()).toContain('jobsearch doctor --fix');
  });

  test('derived values, after a copy', async () => {
    const world = await aSearch();
    edit(
      world.dbPath,
      "UPDATE contacts SET level = 4, name_key = 'x' WHERE id = 1; DELETE FROM contact_words WHERE contact_id = 2",
    );
    const { notGood, data } = await verdicts(world);
    expect([notGood, data.stale]).toEqual([{ derived: 'warn' }, 3]);
    const dry = await verdicts(world, '--fix', '--dry-run');
    expect(dry.notGood).toEqual({ derived: 'warn' });
    const fixed = await verdicts(world, '--fix');
    expect([fixed.notGood, fixed.data.mended.derived]).toEqual([{}, 3]);
    expect(readdirSync(join(world.folder, 'backups'))).toContain('jobsearch-2026-11-22-before-fix.db');
    expect((await world.runJobsearch(['contact', 'show', 'chen'])).exitCode).toBe(0);
  });

  test('a restore that was killed before its end: the database is not among its own copies', async () => {
    const world = await aSearch();
    const name = join(world.folder, 'backups', 'jobsearch-2026-11-22-before-restore.db');
    linkSync(world.dbPath, name);
    const { backups } = JSON.parse((await world.runJobsearch(['backup', 'list', '--json'])).stdout);
    expect(backups).toHaveLength(1);
    expect((await verdicts(world)).data.leftovers).toEqual([name]);
    expect((await verdicts(world, '--fix')).notGood).toEqual({});
    expect(existsSync(name)).toBe(false);
    expect(namesIn(world.dbPath)).toEqual(['Ana Ruiz', 'Lee Chen']);
  });

  test('leftovers, and nothing else', async () => {
    const world = await aSearch();
    const left = [
      join(world.folder, 'backups', 'jobsearch-2026-11-21.db.ab12cd34.tmp'),
      join(world.folder, 'backups', 'jobsearch-2026-11-21.db.ab12cd34.tmp-journal'),
      join(world.folder, 'jobsearch.db.ab12cd34.tmp'),
      join(world.folder, 'jobsearch.db-wal.stray'),
      join(world.folder, '0123456789ab-v20.20.2-x64-today.cache'),
    ];
    const mine = ['notes.tmp', 'jobsearch.txt', 'abcdefabcdef-v20.20.2-x64-log.cache'].map((name) =>
      join(world.folder, name),
    );
    for (const file of [...left, ...mine]) writeFileSync(file, 'x', { mode: 0o600 });
    utimesSync(left[4]!, 0, 0);
    const now = new Date('2026-11-22T09:00');
    utimesSync(mine[2]!, now, now);
    const { data, notGood } = await verdicts(world);
    expect([notGood, data.leftovers.sort()]).toEqual([{ leftovers: 'warn' }, [...left].sort()]);
    expect((await verdicts(world, '--fix')).data.mended.removed.sort()).toEqual([...left].sort());
    for (const file of mine) expect(readFileSync(file, 'utf8')).toBe('x');
    expect((await verdicts(world)).notGood).toEqual({});
  });

  test('empty space', async () => {
    const world = await aSearch();
    edit(world.dbPath, 'CREATE TABLE big (x); INSERT INTO big VALUES (zeroblob(3000000)); DROP TABLE big');
    expect((await verdicts(world)).notGood).toEqual({ size: 'warn' });
    expect((await verdicts(world, '--fix')).notGood).toEqual({});
    expect(statSync(world.dbPath).size).toBeLessThan(1e6);
    expect(namesIn(world.dbPath)).toEqual(['Ana Ruiz', 'Lee Chen']);
  });
});

test('no copy for more than a week, or none at all', async () => {
  const world = await aSearch();
  const later = await world.runJobsearch(['doctor', '--json'], { now: '2026-12-01T09:00' });
  expect(
    JSON.parse(later.stdout).checks.find(({ check }: { check: string }) => check === 'backup').verdict,
  ).toBe('warn');
  rmSync(join(world.folder, 'backups'), { recursive: true });
  expect((await verdicts(world)).notGood).toEqual({ backup: 'warn' });
});

test('where there is no database none is made', async () => {
  const world = aWorld();
  const { exitCode, stderr } = await world.runJobsearch(['doctor']);
  expect([exitCode, stderr]).toEqual([1, expect.stringContaining('There is no database')]);
  expect(readdirSync(world.folder)).toEqual([]);
});

test('a damaged database without any copy says what can be done, and names none', async () => {
  const { runJobsearch, dbPath } = aWorld();
  await runJobsearch(['contact', 'add', 'Ana']);
  writeFileSync(dbPath, readFileSync(dbPath).subarray(0, 20_000));
  const { stderr } = await runJobsearch(['today']);
  expect(stderr).toContain('Hint: what can be done about it: jobsearch doctor\n');
  const { stdout, exitCode } = await runJobsearch(['doctor']);
  expect(exitCode).toBe(1);
  expect(stdout).toContain('From a copy of your own: jobsearch restore FILE');
  expect(stderr + stdout).not.toContain('restore 1');
});
