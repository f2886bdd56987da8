/** One command for several things: all of them or none, and one entry in the history. */
import { expect, test } from 'vitest';
import { aWorld, type TestWorld } from './support/world';

const tablesOf = async ({ runJobsearch }: TestWorld) =>
  JSON.parse((await runJobsearch(['export'])).stdout).tables;

const typedIn = async ({ runJobsearch }: TestWorld): Promise<string[]> =>
  JSON.parse((await runJobsearch(['history', '--json'])).stdout).entries.map(
    ({ typed }: { typed: string }) => typed,
  );

async function twoEvents(): Promise<TestWorld> {
  const world = aWorld();
  for (const title of ['Coffee', 'Tea']) await world.runJobsearch(['event', 'add', title, '--on', '+2d']);
  return world;
}

test('several numbers are one entry, which one undo takes back', async () => {
  const world = await twoEvents();
  const before = await tablesOf(world);
  expect((await world.runJobsearch(['event', 'cancel', '1', '2'])).exitCode).toBe(0);
  expect(await tablesOf(world)).not.toEqual(before);
  expect(await typedIn(world)).toEqual([
    'jobsearch event cancel 1 2',
    'jobsearch event add Tea --on +2d',
    'jobsearch event add Coffee --on +2d',
  ]);
  expect((await world.runJobsearch(['undo'])).exitCode).toBe(0);
  expect(await tablesOf(world)).toEqual(before);
});

test.each<[string, string[], number]>([
  ['one of them is unknown', ['event', 'cancel', '1', '9', '2'], 1],
  ['it is a rehearsal', ['event', 'cancel', '1', '2', '--dry-run'], 0],
])('nothing is changed and no entry left where %s', async (_, argv, exitCode) => {
  const world = await twoEvents();
  const before = await tablesOf(world);
  expect((await world.runJobsearch(argv)).exitCode).toBe(exitCode);
  expect(await tablesOf(world)).toEqual(before);
  expect(await typedIn(world)).toHaveLength(2);
});

test.each([
  [['contact', 'show', '-'], 'jobsearch contact list --ids | jobsearch contact show -'],
  [['promise', 'kept', '-'], 'jobsearch promise list --ids | jobsearch promise kept -'],
  [
    ['--quiet', 'task', 'snooze', '-', '--until', 'fri'],
    'jobsearch task list --ids | jobsearch task snooze -',
  ],
])('what is no number on stdin: %j says how %s gives them', async (argv, hint) => {
  const { stderr, exitCode } = await aWorld().runJobsearch(argv, { stdin: 'abc' });
  expect([exitCode, stderr]).toEqual([
    2,
    `jobsearch: Stdin holds "abc", which is no number: nothing was done.\nHint: ${hint}\n`,
  ]);
});

test.each([
  ['jobsearch history', ['undo', '0']],
  ['jobsearch history', ['redo', 'x']],
  ['jobsearch history', ['history', '1,2']],
  ['jobsearch task list', ['task', 'edit', '0', '--due', 'fri']],
  ['jobsearch ask list', ['ask', 'nudged', 'x']],
])('%s is named, and is a command, where %j has no number', async (hint, argv) => {
  const { runJobsearch } = aWorld();
  const { stderr, exitCode } = await runJobsearch(argv);
  expect([exitCode, stderr.split('\n')[1]]).toEqual([2, `Hint: ${hint} shows the numbers`]);
  expect((await runJobsearch(hint.split(' ').slice(1))).exitCode).toBe(0);
});
