import { expect, test } from 'vitest';
import { aWorld } from '../support/world';

test('a value and --unset together are refused: one of them would be lost', async () => {
  const { runJobsearch } = aWorld();
  await runJobsearch(['config', 'minutes', '60']);
  const { stderr, exitCode } = await runJobsearch(['config', 'minutes', '90', '--unset']);
  expect(stderr).toContain('--unset');
  expect(exitCode).toBe(2);
  expect((await runJobsearch(['config', 'minutes', '--json'])).stdout).toContain('"minutes": 60');
});
