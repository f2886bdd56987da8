/** The built program: what one process wrote another takes back, and a kill leaves no half of an entry. */
import { spawn, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { aFolder } from '../support/folder';

const PROGRAM = join(__dirname, '../../bin/jobsearch.js');

function environment(folder: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    HOME: folder,
    JOBSEARCH_DB: join(folder, 'jobsearch.db'),
    JOBSEARCH_NOW: '2026-11-22T09:00',
  };
}

function run(folder: string, ...argv: string[]) {
  return spawnSync(process.execPath, [PROGRAM, ...argv], { env: environment(folder), encoding: 'utf8' });
}

const started = (folder: string, ...argv: string[]) =>
  spawn(process.execPath, [PROGRAM, ...argv], { env: environment(folder), stdio: 'ignore' });

const tablesIn = (folder: string) => JSON.parse(run(folder, 'export').stdout).tables;

test('undo and redo, process by process', () => {
  const home = aFolder();
  run(home, 'contact', 'add', 'Ana Ruiz', '--tag', 'node');
  const before = tablesIn(home);
  expect(run(home, 'contact', 'remove', 'ana', '--yes').stdout).toContain('Back again: jobsearch undo');
  const after = tablesIn(home);
  expect(run(home, 'undo')).toMatchObject({ status: 0, stderr: '' });
  expect(tablesIn(home)).toEqual(before);
  expect(run(home, 'redo')).toMatchObject({ status: 0, stderr: '' });
  expect(tablesIn(home)).toEqual(after);
});

test('processes that write at the same time have an entry each', async () => {
  const home = aFolder();
  run(home, 'contact', 'add', 'Ana Ruiz');
  const all = ['a', 'b', 'c', 'd'].map(
    (title) =>
      new Promise((resolve) => {
        started(home, 'task', 'add', `task ${title}`).on('exit', resolve);
      }),
  );
  expect(await Promise.all(all)).toEqual([0, 0, 0, 0]);
  const { entries } = JSON.parse(run(home, 'history', '--json').stdout);
  const tasks = entries.filter(({ typed }: { typed: string }) => typed.includes('task add'));
  for (const { typed, what } of tasks) expect(what).toContain(/"(task .)"/.exec(typed)![1]);
  expect(tasks).toHaveLength(4);
});

test('killed while it imports: all of it or nothing, and the entry with it', async () => {
  const home = aFolder();
  run(home, 'contact', 'add', 'Ana Ruiz');
  const rows = Array.from(
    { length: 3000 },
    (_, at) => `P${at},Q,https://www.linkedin.com/in/p${at},,Acme,,03 Nov 2026`,
  );
  const file = join(home, 'Connections.csv');
  writeFileSync(
    file,
    `First Name,Last Name,URL,Email Address,Company,Position,Connected On\n${rows.join('\n')}\n`,
  );
  for (const wait of [250, 450, 700]) {
    const process = started(home, 'import', file, '--yes');
    const ended = new Promise((resolve) => process.on('exit', resolve));
    setTimeout(() => process.kill('SIGKILL'), wait);
    await ended;
    const { entries } = JSON.parse(run(home, 'history', '--json').stdout);
    expect(tablesIn(home).contacts).toHaveLength(entries.length === 1 ? 1 : 3001);
    if (entries.length > 1) break;
    const db = new Database(join(home, 'jobsearch.db'), { readonly: true });
    const spans = db
      .prepare('SELECT max(last_seq) AS last, (SELECT max(seq) FROM journal) AS seq FROM history_spans')
      .get();
    db.close();
    expect(spans).toEqual({ last: 1, seq: 1 });
  }
});
