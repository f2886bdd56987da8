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
  const answers = ['tools', 'engineer', 'Acme', 'employed', '60', 'Monday', file, 'n', 'n'];
  const { stdout, stderr, exitCode } = await runJobsearch(['setup'], { answers });
  expect(stderr).not.toContain('Cancelled');
  expect(exitCode, stderr).toBe(0);
  expect(stdout).toContain('tools');
  expect((await runJobsearch(['config', 'get', 'goal'])).stdout).toContain('tools');
  expect((await runJobsearch(['contact', 'list', '--ids'])).stdout).toBe('');
});

test.each([
  ['~/my people.csv', 'as no shell would have put the home folder there'],
  ["'~/my people.csv'", 'in quotes'],
  ['~/my\\ people.csv', 'as terminals write the name of a file that is dropped on them'],
])('takes the file %s (%s)', async (typed) => {
  const { runJobsearch, folder } = aWorld();
  writeFileSync(
    join(folder, 'my people.csv'),
    'First Name,Last Name,URL,Email Address,Company,Position,Connected On\nAna,Ruiz,,,Acme,Engineer,01 Nov 2026\n',
  );
  const answers = ['', '', '', '', '', '', typed, 'n', ''];
  const { exitCode, stderr } = await runJobsearch(['setup'], { answers });
  expect(exitCode, stderr).toBe(0);
  expect((await runJobsearch(['contact', 'list', '--ids'])).stdout).toBe('1\n');
});

test('going back finds the answer that was given, past what was not asked', async () => {
  const { runJobsearch } = aWorld();
  const aim = ['tools', '<', '', 'engineer', 'Acme, Globex ,acme', '<', ''];
  const time = ['', '<', '2h', '', ''];
  const parts = ['y', 'ready', '<', '', '<', '<', 'n'];
  const { exitCode, stderr, dialogue } = await runJobsearch(['setup', '--situation', 'employed'], {
    answers: [...aim, ...time, ...parts],
  });
  expect(exitCode, stderr).toBe(0);
  expect(dialogue).toContain('sentence? (tools)');
  expect(dialogue).toContain('companies? (commas between several) (Acme, Globex, acme)');
  expect(JSON.parse((await runJobsearch(['config', '--json'])).stdout)).toMatchObject({
    ...{ goal: 'tools', roles: ['engineer'], targets: ['Acme', 'Globex'], minutes: 120 },
  });
  expect((await runJobsearch(['prep'])).stdout).toContain('0 of 10 ready');
});
