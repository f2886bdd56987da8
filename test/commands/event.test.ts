import { describe, expect, test } from 'vitest';
import { aWorld } from '../support/world';

describe('an event that moves', () => {
  // Sunday 22 November.
  const coffee = ['event', 'add', 'Coffee', '--on', 'fri 14:00', '--minutes', '45'];
  const fair = ['event', 'add', 'Fair', '--on', '2026-11-24', '--until', '2026-11-26'];
  const night = ['event', 'add', 'Party', '--on', 'fri 23:00', '--minutes', '120'];

  test.each<[string[], string, (string | null)[], string]>([
    [coffee, 'thu 10:00', ['2026-11-26', '10:00', '2026-11-26', '10:45'], 'keeps its length'],
    [
      coffee,
      'thu',
      ['2026-11-26', '14:00', '2026-11-26', '14:45'],
      'keeps its time, when a day alone is given',
    ],
    [
      coffee,
      '16:00',
      ['2026-11-27', '16:00', '2026-11-27', '16:45'],
      'keeps its day, when a time alone is given',
    ],
    [night, 'sat', ['2026-11-28', '23:00', '2026-11-29', '01:00'], 'past midnight'],
    [fair, '2026-12-01', ['2026-12-01', null, '2026-12-03', null], 'for as many days'],
    [fair, '2026-12-01 9:00', ['2026-12-01', '09:00', null, null], 'which is to begin at a time'],
  ])('%j to %s: %j (%s)', async (add, on, timing) => {
    const { runJobsearch } = aWorld();
    await runJobsearch(add);
    const { startOn, startTime, endOn, endTime } = JSON.parse(
      (await runJobsearch(['event', 'edit', '1', '--on', on, '--json'])).stdout,
    );
    expect([startOn, startTime, endOn, endTime]).toEqual(timing);
  });
});

test('"" clears a field: it is as if it had never been given', async () => {
  const { runJobsearch } = aWorld();
  await runJobsearch([
    'event',
    'add',
    'Coffee',
    '--on',
    'fri',
    '--place',
    ' ',
    '--purpose',
    'learn',
    '--note',
    'n',
  ]);
  const { stdout } = await runJobsearch(['event', 'edit', '1', '--purpose', '', '--note', '', '--json']);
  expect(JSON.parse(stdout)).toMatchObject({ purpose: null, notes: null, place: null });
});

test('an event of another year, or of several days, says so', async () => {
  const { runJobsearch } = aWorld();
  await runJobsearch(['event', 'add', 'Fair', '--on', '2027-01-12', '--until', '2027-01-14']);
  expect((await runJobsearch(['event', 'show', '1'])).stdout).toContain(
    'Tue 12 Jan 2027 to Thu 14 Jan 2027 (in 51 days)',
  );
});

test('what is asked on a terminal is asked again until it can be read', async () => {
  const { dialogue, exitCode } = await aWorld().runJobsearch(['event', 'add'], {
    answers: ['', 'Coffee', '', '03/04', 'fri 14:00'],
  });
  expect(dialogue).toContain('Fri 27 Nov, 14:00');
  expect(exitCode).toBe(0);
});

test('today says which events overlap, each pair once', async () => {
  const { runJobsearch } = aWorld();
  const add = (title: string, on: string, minutes: string) =>
    runJobsearch(['event', 'add', title, '--on', `today ${on}`, '--minutes', minutes, '--purpose', 'learn']);
  await add('Lunch', '12:00', '60');
  await add('Call', '12:30', '15');
  await add('Talk', '13:00', '60');
  const { stdout } = await runJobsearch(['today']);
  expect(stdout.match(/overlaps with .*/g)).toEqual(['overlaps with 12:00–13:00 Lunch · why: learn']);
});
