import { describe, expect, test } from 'vitest';
import { aWorld } from '../support/world';

const namesOf = (stdout: string) => JSON.parse(stdout).map(({ name }: { name: string }) => name);

describe('a day without a year', () => {
  test('that has not come yet is not filed a year back', async () => {
    const { runJobsearch } = aWorld({ now: '2026-11-09T20:00' });
    await runJobsearch(['contact', 'add', 'Ravi Shah']);
    const slip = await runJobsearch(['log', 'ravi', '-c', 'coffee', '--day', '12 nov']);
    expect([slip.exitCode, slip.stderr]).toEqual([2, expect.stringContaining('2025-11-12')]);
    const meant = await runJobsearch(['log', 'ravi', '-c', 'coffee', '--day', '2025-11-12']);
    expect(meant.exitCode).toBe(0);
  });

  test('that was months ago is that day', async () => {
    const { runJobsearch } = aWorld({ now: '2026-11-09T20:00' });
    await runJobsearch(['contact', 'add', 'Ravi Shah']);
    const { stdout } = await runJobsearch(['log', 'ravi', '-c', 'coffee', '--day', '12 feb', '--json']);
    expect(JSON.parse(stdout).day).toBe('2026-02-12');
  });
});

describe('people nobody knows', () => {
  test('words without quotes are one name', async () => {
    const { runJobsearch } = aWorld();
    await runJobsearch(['log', 'Pat', 'Newman', '-c', 'call', '--add']);
    expect(namesOf((await runJobsearch(['contact', 'list', '--json'])).stdout)).toEqual(['Pat Newman']);
  });

  test('names in quotes are several', async () => {
    const { runJobsearch } = aWorld();
    await runJobsearch(['log', 'Pat Newman', 'Kim Oh', '-c', 'call', '--add']);
    expect(namesOf((await runJobsearch(['contact', 'list', '--json'])).stdout)).toEqual([
      'Kim Oh',
      'Pat Newman',
    ]);
  });
});
