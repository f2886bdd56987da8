/** Limits that only a process of its own can have. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aFileWith, namesIn } from '../support/files';
import { aFolder } from '../support/folder';

const PROGRAM = join(__dirname, '..', '..', 'bin', 'jobsearch.js');

test.skipIf(process.platform === 'win32')('a file that may not grow is named as that', async () => {
  const path = await aFileWith(['Ana']);
  const add = `ulimit -f 40; "${process.execPath}" "${PROGRAM}" --db "${path}" contact add Lee --note "$(head -c 60000 /dev/zero | tr '\\0' x)"`;
  const { status, stderr } = spawnSync('bash', ['-c', add], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([1, expect.stringContaining('ulimit -f')]);
  expect(namesIn(path)).toEqual(['Ana']);
});

test.skipIf(process.platform === 'win32')(
  'without a home nothing is written where the program stands',
  () => {
    const cwd = aFolder();
    const env = { PATH: process.env.PATH, HOME: '' };
    const { status, stderr } = spawnSync(process.execPath, [PROGRAM, 'contact', 'add', 'Ana'], {
      cwd,
      env,
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([2, expect.stringContaining('--db FILE')]);
    expect(readdirSync(cwd)).toEqual([]);
  },
);
