import { expect, test } from 'vitest';
import { aWorld } from '../support/world';

test.each<[string, string[], string, string | null, string]>([
  ['2026-11-22', [], 'The week of 16–22 November', null, 'on a Sunday the last seven days are the week'],
  ['2026-11-23', [], 'The last seven days, 17–23 November', '2026-11-22', 'on a Monday they are not'],
  ['2026-11-25', [], 'The last seven days, 19–25 November', '2026-11-22', 'while the week is young'],
  ['2026-11-26', [], 'The last seven days, 20–26 November', null, 'half of it is over: it speaks for itself'],
  ['2026-11-23', ['--week', 'yesterday'], 'The week of 16–22 November', null, 'asked for by name'],
  ['2026-11-25', ['--week', 'today'], 'The week of 23–25 November, so far', null, 'the one that is not over'],
])('%s %j: %s (%s)', async (now, argv, title, weekBefore) => {
  const { runJobsearch } = aWorld({ now: `${now}T09:00` });
  await runJobsearch(['contact', 'add', 'Ana Ruiz']);
  const { stdout } = await runJobsearch(['quadrant', ...argv]);
  expect(stdout.split(/ {3,}|\n/)[0]).toBe(title);
  expect(stdout.match(/Last week by itself.*--week (\S+)/)?.[1] ?? null).toBe(weekBefore);
});

test('a week that begins on Sunday is another one', async () => {
  const { runJobsearch } = aWorld({ now: '2026-11-22T09:00' });
  await runJobsearch(['contact', 'add', 'Ana Ruiz']);
  await runJobsearch(['config', 'set', 'week-start', 'sunday']);
  const { stdout } = await runJobsearch(['quadrant']);
  expect(stdout).toContain('The last seven days, 16–22 November');
  expect(stdout).toContain('Last week by itself, 15–21 November: jobsearch quadrant --week 2026-11-21');
});
