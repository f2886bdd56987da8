/** The guided weekly review: what is saved when, and taken back how. */
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { takeArchive } from '../../src/store/archive';
import { all } from '../../src/store/db';
import { openDatabase } from '../../src/store/open';
import { CTRL_C } from '../support/ask';
import { argvOf } from '../support/transcript';
import { aWorld, type Setting, type TestWorld } from '../support/world';

const REVIEW = ['quadrant', '--review'];
/** A task for each way to be left lying, and somebody who was never followed up. */
const BEGINNING = [
  'contact add "Ana Ruiz" --company Acme',
  'task add "Send Ana the deck" --for ana --due 2026-11-05',
  'task add "Ask Lee about the opening" --important',
  'task add "Sort the bookmarks"',
  'contact add "Lee Chen"',
  'log lee --channel event --yes',
];
/** Every question of the review of that search, in their order. */
const ANSWERS = [
  ...['do first', 'drop', 'schedule', 'fri'],
  ...['let it rest', 'in 3 weeks', 'worked on it'],
  ...['Monday 9:30, at the desk', 'call Ana', '', '', '', '-'],
];

let begun: Buffer | undefined;

async function aSearch(): Promise<TestWorld> {
  const world = aWorld();
  if (begun) {
    writeFileSync(world.dbPath, begun, { mode: 0o600 });
    return world;
  }
  for (const line of BEGINNING) {
    expect(await type(world, line, { now: '2026-09-01T09:00' })).toMatchObject({ exitCode: 0 });
  }
  begun = readFileSync(world.dbPath);
  return world;
}

const type = (world: TestWorld, line: string, setting: Setting = {}) =>
  world.runJobsearch(argvOf(`jobsearch ${line}`), setting);

function stateOf({ dbPath }: TestWorld): string {
  const db = openDatabase(dbPath);
  try {
    return JSON.stringify(takeArchive(db).tables, null, 1);
  } finally {
    db.close();
  }
}

function rowsOf({ dbPath }: TestWorld, query: string): unknown[] {
  const db = openDatabase(dbPath);
  try {
    return all(db, query);
  } finally {
    db.close();
  }
}

const answersOf = (world: TestWorld) => rowsOf(world, 'SELECT step, answer FROM review_answers');

describe('the review', () => {
  test('saves each answer as it is given, wherever it is left', async () => {
    for (const given of [0, 1, 3, 8, 11]) {
      const world = await aSearch();
      const before = stateOf(world);
      const left = await world.runJobsearch(REVIEW, { answers: [...ANSWERS.slice(0, given), CTRL_C] });
      expect(left.exitCode).toBe(130);
      const isSaved = answersOf(world).length > 0;
      expect(left.stderr).toContain(
        isSaved ? 'Saved so far; jobsearch quadrant --review goes on.' : 'Nothing was changed.',
      );
      if (!isSaved) expect(stateOf(world)).toBe(before);
      // An answer that takes a day or a sentence is whole or not there: its first question is asked again.
      const begun = isBegun(given);
      const rest = await world.runJobsearch(REVIEW, { answers: ANSWERS.slice(given - begun) });
      expect(rest.exitCode, rest.dialogue).toBe(0);
      expect(answersOf(world)).toEqual([
        ...['do first', 'drop', 'schedule'].map((answer) => ({ step: 'straggler', answer })),
        { step: 'tie', answer: 'rest' },
        { step: 'part', answer: 'touched' },
        ...['made', 'made', 'none'].map((answer) => ({ step: 'commitment', answer })),
      ]);
    }
  });

  test('makes an entry of every answer, and undo takes them back one by one', async () => {
    const world = await aSearch();
    const start = stateOf(world);
    const entries = () => rowsOf(world, 'SELECT id FROM history').length;
    const before = entries();
    const { exitCode, stdout } = await world.runJobsearch(REVIEW, { answers: ANSWERS });
    expect(exitCode).toBe(0);
    expect(stdout.split('\n').length).toBeLessThanOrEqual(24);
    expect(entries() - before).toBe(8);
    for (let at = 0; at < 8; at++)
      expect(await type(world, 'undo')).toMatchObject({ exitCode: 0, stderr: '' });
    expect(stateOf(world)).toBe(start);
    for (let at = 0; at < 8; at++)
      expect(await type(world, 'redo')).toMatchObject({ exitCode: 0, stderr: '' });
    expect(answersOf(world)).toHaveLength(8);
  });

  test('does what was answered', async () => {
    const world = await aSearch();
    await world.runJobsearch(REVIEW, { answers: ANSWERS });
    expect(rowsOf(world, 'SELECT title, state, due_on AS due, importance FROM tasks ORDER BY id')).toEqual([
      { title: 'Send Ana the deck', state: 'open', due: '2026-11-23', importance: null },
      { title: 'Ask Lee about the opening', state: 'open', due: '2026-11-27', importance: 1 },
      { title: 'Sort the bookmarks', state: 'dropped', due: null, importance: null },
      { title: 'Call Ana', state: 'open', due: '2026-11-23', importance: 0.7 },
    ]);
    expect(rowsOf(world, "SELECT rest_until AS day FROM contacts WHERE name = 'Lee Chen'")).toEqual([
      { day: '2026-12-13' },
    ]);
  });

  test('gives its end as data, and again without a terminal', async () => {
    const world = await aSearch();
    const argv = [...REVIEW, '--json'];
    const first = await world.runJobsearch(argv, { answers: ANSWERS });
    const again = await world.runJobsearch(argv);
    expect(again).toMatchObject({ exitCode: 0, stdout: first.stdout });
    expect(JSON.parse(first.stdout)).toMatchObject({
      ...{ reviewOn: '2026-11-22', weekFrom: '2026-11-16', nextWeekOn: '2026-11-23', moreStragglers: 0 },
      stragglers: [{ taskId: 1, answer: 'do first' }, { answer: 'drop' }, { answer: 'schedule' }],
      ties: [{ name: 'Lee Chen', answer: 'rest' }],
      part: { answer: 'touched' },
      commitments: [
        { place: 1, whenPart: 'Monday 9:30, at the desk', thenPart: 'call Ana', taskId: 4 },
        { place: 2 },
      ],
    });
  });

  test('changes nothing in a dry run, left or finished', async () => {
    const world = await aSearch();
    const before = stateOf(world);
    for (const answers of [ANSWERS, [...ANSWERS.slice(0, 5), CTRL_C]]) {
      const { stderr } = await world.runJobsearch([...REVIEW, '--dry-run'], { answers });
      expect(stderr).toMatch(/nothing was changed|Nothing was changed/);
      expect(stderr).not.toContain('Saved so far');
      expect(stateOf(world)).toBe(before);
    }
  });

  test('begins again when told to: what was changed stays', async () => {
    const world = await aSearch();
    await world.runJobsearch(REVIEW, { answers: ANSWERS });
    const tasks = rowsOf(world, 'SELECT * FROM tasks');
    const left = await world.runJobsearch([...REVIEW, '--restart'], { answers: [CTRL_C] });
    expect(left).toMatchObject({ exitCode: 130 });
    expect(answersOf(world)).toEqual([]);
    expect(rowsOf(world, 'SELECT * FROM tasks')).toEqual(tasks);
    expect(await type(world, 'undo')).toMatchObject({ exitCode: 0 });
    expect(answersOf(world)).toHaveLength(8);
  });

  test('asks about twelve tasks at most, and the others the next time', async () => {
    const world = aWorld();
    for (let n = 1; n <= 14; n++) {
      await type(world, `task add "task ${n}"`, { now: '2026-10-01T09:00' });
    }
    const answers = Array<string>(12).fill('keep');
    const first = await world.runJobsearch(REVIEW, { answers: [...answers, CTRL_C] });
    expect(first.stderr).toContain('12 tasks left lying · 2 more next time');
    const next = await world.runJobsearch(REVIEW, {
      answers: [CTRL_C],
      now: '2026-11-29T18:00',
    });
    expect(next.stderr).toContain('2 tasks left lying');
  });
});

test('an overdue promise is the first commitment, and the task it has been all along stands for it', async () => {
  const world = aWorld();
  await type(world, 'contact add "Ana Ruiz" --company Acme', { now: '2026-11-02T09:00' });
  await type(world, 'promise add ana "the deck" --by 2026-11-06', { now: '2026-11-02T09:00' });
  const { dialogue } = await type(world, 'quadrant --review', {
    now: '2026-11-08T18:00',
    answers: ['leave it', '', '', '-', '-'],
  });
  expect(dialogue).toContain('1 of 3: when … (Mon 9 Nov, first thing)');
  expect(dialogue).toContain('then … (do what you promised: the deck (Ana Ruiz))');
  expect(rowsOf(world, 'SELECT place, task_id FROM commitments')).toEqual([{ place: 1, task_id: 1 }]);
  expect(rowsOf(world, 'SELECT id FROM tasks')).toEqual([{ id: 1 }]);
});

test('a commitment to prepare that was left lying does not come before a promise that was', async () => {
  const world = aWorld();
  const now = '2026-11-01T18:00';
  await type(world, 'contact add "Ana Ruiz" --company Acme', { now });
  // Hours of new people and none of preparation: the week proposes to prepare.
  await type(world, 'log ana --channel event --minutes 180 --promised "the deck" --by 2026-11-06 --yes', {
    now,
  });
  await type(world, 'quadrant --review', {
    now,
    answers: ['leave it', '', '', '', '', 'prepare for interviews', '', '-'],
  });
  expect(rowsOf(world, 'SELECT title FROM tasks WHERE id > 1')).toEqual([
    { title: 'Take up the least ready part of jobsearch prep' },
    { title: 'Prepare for interviews' },
  ]);
  const late = await type(world, 'today --minutes 60', { now: '2026-11-16T09:00' });
  const placeOf = (words: string) => late.stdout.indexOf(words);
  expect(placeOf('The deck')).toBeGreaterThan(0);
  expect(placeOf('Take up the least ready part')).toBeGreaterThan(placeOf('The deck'));
  expect(late.stdout).toContain('Give it a later day: jobsearch task edit 2 --due tomorrow');
});

/** How many answers belong to one that was not whole yet when so many had been given. */
function isBegun(given: number): number {
  const firsts = [0, 1, 2, 4, 6, 7, 10, 12];
  return given - firsts.filter((first) => first <= given).at(-1)!;
}
