/** The built program between other programs: numbers through pipes, and a notification of the desktop. */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aFolder } from '../support/folder';

const PROGRAM = join(__dirname, '../../bin/jobsearch.js');

function inShell(folder: string, script: string) {
  const done = spawnSync(
    'bash',
    ['-c', `set -o pipefail; jobsearch() { node "$PROGRAM" "$@"; }; ${script}`],
    {
      env: {
        PATH: `${join(folder, 'bin')}:${process.env.PATH}`,
        ...{
          HOME: folder,
          PROGRAM,
          JOBSEARCH_DB: join(folder, 'jobsearch.db'),
          JOBSEARCH_NOW: '2026-11-22T09:00',
        },
      },
      encoding: 'utf8',
    },
  );
  return { stdout: done.stdout, stderr: done.stderr, exitCode: done.status };
}

test('numbers go from one command to the next', () => {
  const home = aFolder();
  const add = 'jobsearch task add one -q && jobsearch task add two -q && jobsearch task add three -q';
  expect(inShell(home, add)).toEqual({ stdout: '', stderr: '', exitCode: 0 });
  expect(
    inShell(home, 'jobsearch task list --ids | head -2 | jobsearch task snooze - --until mon -q'),
  ).toEqual({
    ...{ stdout: '', stderr: '', exitCode: 0 },
  });
  expect(inShell(home, 'jobsearch task list --ids').stdout).toBe('3\n');
  expect(inShell(home, 'printf "3\\n99\\n" | jobsearch task done -')).toMatchObject({ exitCode: 1 });
  expect(inShell(home, 'jobsearch task list --ids').stdout).toBe('3\n');
  expect(inShell(home, 'jobsearch task drop - < /dev/null')).toEqual({
    ...{ stdout: '', stderr: 'No numbers came in: nothing was done.\n', exitCode: 0 },
  });
  expect(
    inShell(home, 'head -c 2000000 /dev/zero | tr "\\0" 1 | jobsearch task drop - 2>&1').stdout,
  ).toContain('Stdin holds more than is read of it');
});

test.each([
  ['bytes that are no UTF-8', '\\377\\376'],
  ['U+0000, which an import of the export would refuse', '\\000'],
])('what is piped in and is no text is refused: %s', (_, bytes) => {
  const home = aFolder();
  expect(inShell(home, 'jobsearch contact add "Ana Ruiz" -q').exitCode).toBe(0);
  const piped = `printf 'coffee with Ana ${bytes} yesterday' | jobsearch log - --yes`;
  expect(inShell(home, piped)).toMatchObject({
    ...{ exitCode: 1, stdout: '' },
    stderr: expect.stringContaining('Stdin is no UTF-8 text: nothing was done.'),
  });
  expect(inShell(home, 'jobsearch contact show 1 --json').stdout).toContain('"interactions": []');
});

test('a sentence comes in through a pipe, over several lines and with an option beside it', () => {
  const home = aFolder();
  expect(inShell(home, 'jobsearch contact add "Ana Ruiz" -q').exitCode).toBe(0);
  const notes =
    'printf "coffee with Ana yesterday\\n\\n1h30, she owes me a reply\\nnext: send CV on Monday\\n"';
  expect(inShell(home, `${notes} | jobsearch log - --purpose "a way in" --json`)).toMatchObject({
    exitCode: 0,
  });
  const [logged] = JSON.parse(inShell(home, 'jobsearch contact show 1 --json').stdout).interactions;
  expect(logged).toMatchObject({ channel: 'coffee', day: '2026-11-21', minutes: 90, about: null });
  expect(inShell(home, 'jobsearch promise list').stdout).toContain('a reply');
  expect(inShell(home, 'jobsearch task list').stdout).toContain('Send CV');
  expect(inShell(home, 'jobsearch log - < /dev/null')).toMatchObject({
    ...{ exitCode: 2, stdout: '' },
    stderr: expect.stringContaining('echo "coffee with Ana yesterday 45 min" | jobsearch log -'),
  });
});

test('remind shows a notification through no shell, and says where there is none', () => {
  const home = aFolder();
  expect(inShell(home, "jobsearch task add '$(touch hacked) <b>' --due today -q").exitCode).toBe(0);
  // A desktop without the program: only what the test puts there is found.
  const bare = `PATH=${join(home, 'bin')} ${process.execPath} "$PROGRAM" remind --notify`;
  expect(inShell(home, bare)).toMatchObject({
    stdout: '',
    stderr: expect.stringContaining('notify-send is not installed'),
    exitCode: 1,
  });
  mkdirSync(join(home, 'bin'));
  writeFileSync(
    join(home, 'bin/notify-send'),
    `#!/bin/sh\nfor one; do echo "$one"; done > "${home}/shown"\n`,
  );
  chmodSync(join(home, 'bin/notify-send'), 0o755);
  expect(inShell(home, bare)).toEqual({ stdout: '', stderr: '', exitCode: 0 });
  expect(readFileSync(join(home, 'shown'), 'utf8')).toBe(
    '--app-name=jobsearch\n--\n1 thing due now\ntoday: $(touch hacked) &lt;b&gt;\n',
  );
  expect(existsSync(join(home, 'hacked'))).toBe(false);
});
