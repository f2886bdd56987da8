import { expect, test } from 'vitest';
import { aWorld } from '../support/world';

test('the own yes-rate is shown from the thirtieth outcome on', async () => {
  const { runJobsearch } = aWorld();
  await runJobsearch(['contact', 'add', 'Ana Ruiz', '--closeness', '3']);
  const settle = async (number: number) => {
    await runJobsearch(['ask', 'ana', '--for', 'talk', '--record']);
    await runJobsearch(['ask', 'outcome', String(number), number % 3 === 0 ? 'silence' : 'yes']);
  };
  for (let number = 1; number <= 29; number++) await settle(number);
  await runJobsearch(['ask', 'ana', '--for', 'vouch', '--record']);
  for (const argv of [['ask'], ['ask', 'list']]) {
    expect((await runJobsearch(argv)).stdout).not.toContain('Your own yes');
  }
  await runJobsearch(['ask', 'outcome', '30', 'no']);
  for (const argv of [['ask'], ['ask', 'list']]) {
    const { stdout } = await runJobsearch(argv);
    expect(stdout).toContain('Your own yes so far: 20 of 29 when ready · 0 of 1 when not yet');
  }
});

test('--yes asks nothing back, and neither does a record or an ask without gates', async () => {
  const { runJobsearch } = aWorld({ answers: [] });
  await runJobsearch(['contact', 'add', 'Ana Ruiz', '--purpose', 'x']);
  for (const argv of [
    ['ask', 'ana', '--for', 'reference', '--yes'],
    ['ask', 'ana', '--for', 'reference', '--record'],
    ['ask', 'ana', '--for', 'talk'],
    ['ask', 'ana'],
    ['ask'],
  ]) {
    const { exitCode, dialogue } = await runJobsearch(argv);
    expect(exitCode, dialogue).toBe(0);
    expect(dialogue).not.toContain('? ');
  }
});

test('a dry run stores neither the ask nor the answers', async () => {
  const { runJobsearch } = aWorld();
  await runJobsearch(['contact', 'add', 'Ana Ruiz']);
  await runJobsearch(['ask', 'ana', '--for', 'talk', '--record', '--dry-run']);
  await runJobsearch(['ask', 'ana', '--for', 'recommendation', '--dry-run'], { answers: ['yes'] });
  const { asks } = JSON.parse((await runJobsearch(['ask', 'list', '--json'])).stdout);
  expect(asks).toEqual([]);
  const { facts } = JSON.parse((await runJobsearch(['ask', 'ana', '--for', 'rec', '--json'])).stdout);
  expect(facts.seenWork).toBeNull();
});

test('an ask for a job is recorded with it, any other only when that was said', async () => {
  const { runJobsearch } = aWorld();
  await runJobsearch(['contact', 'add', 'Ana Ruiz', '--company', 'Acme']);
  await runJobsearch(['job', 'add', 'Acme']);
  const record = async (...argv: string[]) =>
    JSON.parse((await runJobsearch(['ask', 'ana', '--record', '--json', ...argv])).stdout).ask.jobId;
  expect(await record('--for', 'referral')).toBe(1);
  expect(await record('--for', 'advice')).toBeNull();
  expect(await record('--for', 'advice', '--job', '1')).toBe(1);
});
