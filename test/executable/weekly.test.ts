/** The guided review at a real terminal, left in the middle and gone on with. `npm run build` comes first. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aHome, ESC, onTerminal, run } from '../support/process';

const DOWN = `${ESC}[B`;
const LONG_AGO = { JOBSEARCH_NOW: '2026-10-01T09:00' };

/** Ana, a task long overdue, and one that serves nothing. */
function aSearch(): string {
  const home = aHome();
  run(home, ['task', 'add', 'Send Ana the deck', '--for', 'ana', '--due', '2026-11-05'], LONG_AGO);
  run(home, ['task', 'add', 'Sort the bookmarks'], LONG_AGO);
  return home;
}

const tasksOf = (home: string) =>
  JSON.parse(run(home, ['task', 'list', '--all', '--json']).stdout).map(({ task }: { task: object }) => task);

test('the review is left by Esc, goes on where it was, and ends on one screen', async () => {
  const home = aSearch();
  const first = onTerminal(home, 'node "$JOBSEARCH" quadrant --review');
  await first.answer('#1 Send Ana the deck: due 5 Nov, 17 days ago', '\r');
  await first.answer('First: important, due Mon 23 Nov.', '');
  // From snooze, where the cursor is, to drop; and then rather not.
  await first.answer('#2 Sort the bookmarks', `${DOWN}${ESC}`);
  expect(await first.exitCode()).toBe(130);
  expect(first.text()).toMatch(/Saved so far; jobsearch quadrant --review goes on\.\n$/);
  expect(tasksOf(home)).toMatchObject([
    { id: 1, dueOn: '2026-11-23' },
    { id: 2, dueOn: null, state: 'open' },
  ]);

  const second = onTerminal(
    home,
    'node "$JOBSEARCH" quadrant --review --json > answer.json; cat answer.json | wc -l',
  );
  await second.answer(': 1 of 6 answered', '');
  await second.answer('#2 Sort the bookmarks', `${DOWN}\r`);
  await second.answer('Résumé: not touched yet', `${DOWN}\r`);
  await second.answer('1 of 3: when', '\r');
  await second.answer('then', '\r');
  await second.answer('Make it a task', 'n\r');
  // The proposal stands in the line, and can be changed there.
  await second.answer('2 of 3: when', ' after lunch\r');
  await second.answer('then', '\r');
  await second.answer('Make it a task', '\r');
  await second.answer('3 of 3: when', '\u0015-\r');
  expect(await second.exitCode()).toBe(0);
  expect(JSON.parse(readFileSync(join(home, 'answer.json'), 'utf8'))).toMatchObject({
    stragglers: [
      { taskId: 1, answer: 'do first' },
      { taskId: 2, answer: 'drop' },
    ],
    part: { part: 'resume', answer: 'touched' },
    commitments: [
      { place: 1, taskId: null },
      { place: 2, whenPart: 'Wed 25 Nov, first thing after lunch', taskState: 'open' },
    ],
  });
  const done = run(home, ['quadrant', '--review']);
  expect(done).toMatchObject({ exitCode: 0, stderr: '' });
  expect(done.stdout.split('\n').length).toBeLessThanOrEqual(24);
});

test('without a terminal the review is refused, and the file is as it was', () => {
  const home = aSearch();
  const before = readFileSync(join(home, 'jobsearch.db'));
  expect(run(home, ['quadrant', '--review'])).toMatchObject({ exitCode: 2, stdout: '' });
  expect(readFileSync(join(home, 'jobsearch.db')).equals(before)).toBe(true);
});
