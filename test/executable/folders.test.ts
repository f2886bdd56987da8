import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aFolder } from '../support/folder';

const PROGRAM = join(__dirname, '..', '..', 'bin', 'jobsearch.js');

function addAna(home: string, env: Record<string, string>) {
  const run = spawnSync(process.execPath, [PROGRAM, 'contact', 'add', 'Ana'], {
    cwd: home,
    env: { PATH: process.env.PATH, HOME: home, ...env },
  });
  expect(run.status).toBe(0);
}

test.skipIf(process.platform !== 'linux')(
  'the file lies where the platform keeps such files, for one person',
  () => {
    const home = aFolder();
    addAna(home, {});
    const file = join(home, '.local', 'share', 'jobsearch', 'jobsearch.db');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(file, '..')).mode & 0o777).toBe(0o700);
  },
);

test.skipIf(process.platform !== 'linux')(
  'XDG_DATA_HOME is obeyed when it is a whole path, and passed over when not',
  () => {
    const home = aFolder();
    addAna(home, { XDG_DATA_HOME: join(home, 'elsewhere') });
    expect(existsSync(join(home, 'elsewhere', 'jobsearch', 'jobsearch.db'))).toBe(true);
    addAna(home, { XDG_DATA_HOME: 'relative' });
    expect(existsSync(join(home, 'relative'))).toBe(false);
    expect(existsSync(join(home, '.local', 'share', 'jobsearch', 'jobsearch.db'))).toBe(true);
  },
);
