import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aWorld } from '../support/world';

test('a value and --unset together are refused: one of them would be lost', async () => {
  const { runJobsearch } = aWorld();
  await runJobsearch(['config', 'minutes', '60']);
  const { stderr, exitCode } = await runJobsearch(['config', 'minutes', '90', '--unset']);
  expect(stderr).toContain('--unset');
  expect(exitCode).toBe(2);
  expect((await runJobsearch(['config', 'minutes', '--json'])).stdout).toContain('"minutes": 60');
});

describe('the spans of the model', () => {
  /** Ana was met on a day, and that is all. */
  async function met(day: string) {
    const world = aWorld();
    await world.runJobsearch(['contact', 'add', 'Ana Ruiz', '--purpose', 'hires', '--closeness', '2']);
    await world.runJobsearch(['log', 'ana', '--channel', 'event', '--day', day, '--yes']);
    const ana = async () =>
      JSON.parse((await world.runJobsearch(['contact', 'show', 'ana', '--json'])).stdout);
    return { ...world, ana };
  }

  test('another half-life makes the stored warmth anew, says so, and undo brings it back', async () => {
    const { runJobsearch, ana } = await met('2026-11-20');
    const { heatDay } = await ana();
    const { stdout } = await runJobsearch(['config', 'set', 'half-life', '10']);
    expect(stdout).toContain('Reckoned anew for 1 person');
    expect((await ana()).heatDay).toBe(heatDay + 20);
    await runJobsearch(['undo']);
    expect((await ana()).heatDay).toBe(heatDay);
    await runJobsearch(['redo']);
    expect((await ana()).heatDay).toBe(heatDay + 20);
    await runJobsearch(['config', 'unset', 'half-life']);
    expect((await ana()).heatDay).toBe(heatDay);
  });

  test('trying it changes nothing', async () => {
    const { runJobsearch, ana } = await met('2026-11-20');
    const { heatDay } = await ana();
    expect((await runJobsearch(['config', 'set', 'half-life', '10', '--dry-run'])).exitCode).toBe(0);
    expect((await ana()).heatDay).toBe(heatDay);
  });

  test('a copy from elsewhere comes with its half-life', async () => {
    const { runJobsearch, ana, folder } = await met('2026-11-20');
    await runJobsearch(['config', 'set', 'half-life', '10']);
    const { heatDay } = await ana();
    await runJobsearch(['export', join(folder, 'all.json')]);
    const other = aWorld();
    await other.runJobsearch(['import', join(folder, 'all.json'), '--yes']);
    const { stdout } = await other.runJobsearch(['contact', 'show', 'ana', '--json']);
    expect(JSON.parse(stdout).heatDay).toBe(heatDay);
    expect((await other.runJobsearch(['doctor'])).exitCode).toBe(0);
  });

  test.each([
    { day: '2026-11-10', key: 'follow-up-days', value: '15/20/30', flag: 'never-followed-up' },
    { day: '2026-08-01', key: 'warm-days', value: '150/180', flag: 'fading' },
  ])('$key decides who is $flag', async ({ day, key, value, flag }) => {
    const { runJobsearch, ana } = await met(day);
    expect((await ana()).flags).toContain(flag);
    await runJobsearch(['config', 'set', key, value]);
    expect((await ana()).flags).not.toContain(flag);
  });

  test('busy-days names its own days', async () => {
    const { runJobsearch } = await met('2026-11-01');
    await runJobsearch(['log', 'ana', '--channel', 'email', '--sent', '--day', '2026-11-02', '--yes']);
    for (const day of ['2026-11-03', '2026-11-04'])
      await runJobsearch(['log', 'ana', '--channel', 'event', '--day', day, '--yes']);
    await runJobsearch(['contact', 'edit', 'ana', '--closeness', '0']);
    expect((await runJobsearch(['shallow'])).stdout).toContain('4 days in touch in 90 days');
    await runJobsearch(['config', 'set', 'busy-days', '30']);
    expect((await runJobsearch(['shallow'])).stdout).toContain('4 days in touch in 30 days');
    await runJobsearch(['config', 'set', 'busy-days', '14']);
    expect((await runJobsearch(['shallow'])).stdout).not.toContain('in touch in');
  });

  test('promise-grace decides when a promise is overdue', async () => {
    const { runJobsearch, ana } = await met('2026-11-20');
    await runJobsearch(['promise', 'add', 'ana', 'the deck', '--by', '2026-11-20']);
    expect((await ana()).flags).not.toContain('overdue-promise');
    await runJobsearch(['config', 'set', 'promise-grace', '1']);
    expect((await ana()).flags).toContain('overdue-promise');
  });

  test('ask-days decide how long an ask is left in peace', async () => {
    const { runJobsearch } = await met('2026-11-20');
    await runJobsearch(['ask', 'ana', '--for', 'advice', '--record', '--on', '2026-11-12']);
    const wait = async () => JSON.parse((await runJobsearch(['ask', 'list', '--json'])).stdout).asks[0].wait;
    expect(await wait()).toBe('nudge');
    await runJobsearch(['config', 'set', 'ask-days', '14/30']);
    expect(await wait()).toBe('waiting');
  });
});

test('what the program remembers by itself is neither listed nor exported', async () => {
  const { runJobsearch, folder, dbPath } = aWorld();
  await runJobsearch(['contact', 'add', 'Ana Ruiz']);
  chmodSync(dbPath, 0o644);
  expect((await runJobsearch(['config'])).stderr).toContain('Other users of this computer');
  expect((await runJobsearch(['config', '--json'])).stdout).not.toContain('told-of');
  await runJobsearch(['export', join(folder, 'all.json')]);
  expect(readFileSync(join(folder, 'all.json'), 'utf8')).not.toContain('told-of');
});
