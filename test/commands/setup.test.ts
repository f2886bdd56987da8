import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aWorld } from '../support/world';

test('a no to the import leaves out the import alone', async () => {
  const { runJobsearch, folder } = aWorld();
  const file = join(folder, 'Connections.csv');
  writeFileSync(
    file,
    'First Name,Last Name,URL,Email Address,Company,Position,Connected On\nAna,Ruiz,,,Acme,Engineer,01 Nov 2026\n',
  );
  const answers = ['tools', 'engineer', 'Acme', 'employed', '60', 'monday', file, 'n', 'n'];
  const { stdout, stderr, exitCode } = await runJobsearch(['setup'], { answers });
  expect(stderr).not.toContain('Cancelled');
  expect(exitCode, stderr).toBe(0);
  expect(stdout).toContain('tools');
  expect((await runJobsearch(['config', 'get', 'goal'])).stdout).toContain('tools');
  expect((await runJobsearch(['contact', 'list', '--ids'])).stdout).toBe('');
});
