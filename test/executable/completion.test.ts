/** Tab in the real shells: what is offered, what is inserted, and that a contact's name is never run. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from '@lydell/node-pty';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { withoutColour } from '../support/terminal-text';

const PROGRAM = join(__dirname, '../../bin/jobsearch.js');
const home = mkdtempSync(join(tmpdir(), 'jobsearch-'));
const ENV = {
  ...{ HOME: home, XDG_DATA_HOME: home, XDG_CACHE_HOME: join(home, 'cache'), XDG_CONFIG_HOME: home },
  ...{ PATH: `${join(home, 'bin')}:${process.env.PATH}`, TERM: 'xterm-256color', LANG: 'C.UTF-8' },
  ...{ JOBSEARCH_DB: join(home, 'jobsearch.db'), JOBSEARCH_NOW: '2026-11-22T09:00', HISTFILE: '/dev/null' },
};

/** Each would leave a file behind if a shell ever ran it. */
const HOSTILE = ['$(touch ran1)', '`touch ran2`', "'; touch ran3 ;'", '"; touch ran4; "', '&& touch ran5 #'];

const PEOPLE = ['Ana Ruiz', 'Bea Ruiz', 'José García', 'Núria de la Fuente'];

function run(...argv: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...argv], {
    env: ENV,
    encoding: 'utf8',
  });
  expect([argv, status, stderr]).toEqual([argv, 0, '']);
  return stdout;
}

beforeAll(() => {
  mkdirSync(join(home, 'bin'));
  symlinkSync(PROGRAM, join(home, 'bin/jobsearch'));
  for (const name of [...PEOPLE, ...HOSTILE]) run('contact', 'add', name);
  run('task', 'add', 'Say the pitch aloud');
  run('task', 'add', 'Send Ana $(touch ran6) the deck');
  writeFileSync(join(home, 'my people.csv'), '');
  for (const shell of SHELLS) writeFileSync(join(home, `script.${shell}`), run('completion', shell));
});

afterAll(() => rmSync(home, { recursive: true, force: true }));

const SHELLS = ['bash', 'zsh', 'fish'] as const;
type Shell = (typeof SHELLS)[number];

function isHere(shell: Shell): boolean {
  return spawnSync(shell, ['-c', 'exit 0']).status === 0;
}

/** Without anything of the user's. */
const STARTS: Record<Shell, { argv: string[]; setUp: string }> = {
  bash: { argv: ['--norc', '--noprofile', '-i'], setUp: "bind 'set enable-bracketed-paste off'" },
  zsh: { argv: ['-f', '-i'], setUp: 'unset zle_bracketed_paste' },
  fish: { argv: ['--no-config', '-i'], setUp: 'true' },
};

/** A shell on a terminal, ready for a line. */
async function aShell(shell: Shell) {
  const { argv, setUp } = STARTS[shell];
  const terminal = spawn(shell, argv, { name: 'xterm-256color', cols: 200, rows: 40, cwd: home, env: ENV });
  let screen = '';
  terminal.onData((data) => {
    screen += data;
  });
  onTestFinished(() => {
    try {
      terminal.kill('SIGKILL');
    } catch {
      // It has ended by itself.
    }
  });
  const seen = () => withoutColour(screen);
  async function waitFor(text: string): Promise<void> {
    const deadline = Date.now() + 4_000;
    while (!seen().includes(text)) {
      if (Date.now() > deadline) throw new Error(`${shell} never showed: ${text}\n${seen()}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
  // Told apart from its own echo by the quotes.
  terminal.write(`${setUp}; source ${home}/script.${shell}; echo RE""ADY\r`);
  await waitFor('READY');
  return {
    waitFor,
    type(keys: string) {
      screen = '';
      terminal.write(keys);
    },
  };
}

const nothingRan = () => expect(readdirSync(home).filter((name) => name.startsWith('ran'))).toEqual([]);

describe.each(SHELLS)('%s', (shell) => {
  const here = isHere(shell);
  if (!here) console.warn(`${shell} is not installed: its completion is not tested`);
  const inShell = test.skipIf(!here);

  inShell('finishes a name, accents or not, and the line finds the person', async () => {
    const { type, waitFor } = await aShell(shell);
    type('jobsearch contact show nuria\t');
    await waitFor(shell === 'fish' ? 'fuente' : 'Fuente');
    type('\r');
    await waitFor('Núria de la Fuente');
    await waitFor('level');
  });

  inShell('never runs what stands in a name', async () => {
    const { type, waitFor } = await aShell(shell);
    for (const [at, name] of HOSTILE.entries()) {
      type(`jobsearch contact show ran${at + 1}\t`);
      await waitFor('touch');
      type('\r');
      await waitFor(name);
      await waitFor('level');
    }
    nothingRan();
  });

  inShell('lists numbers with their titles, as text', async () => {
    const { type, waitFor } = await aShell(shell);
    type('jobsearch task done \t\t');
    await waitFor('Say the pitch aloud');
    await waitFor('$(touch ran6)');
    nothingRan();
  });

  inShell('leaves what was typed where several names fit it in different places', async () => {
    const { type, waitFor } = await aShell(shell);
    type('jobsearch contact show ruiz\t\t');
    await waitFor('Ana');
    await waitFor('Bea');
    if (shell === 'fish') return;
    type('\r');
    await waitFor('Who is "ruiz"?');
  });

  inShell('looks for files where a file is meant', async () => {
    const { type, waitFor } = await aShell(shell);
    type('jobsearch import my\t');
    await waitFor('people.csv');
  });
});

// ── the answers themselves, as the scripts get them ───────────────────────────────────────────────

function bashOffers(line: string): string[] {
  const { stdout, stderr } = spawnSync(
    'bash',
    [
      '--norc',
      '-c',
      `source ${home}/script.bash; COMP_LINE=$1 COMP_POINT=${'$'}{#1} COMP_TYPE=37; _jobsearch; printf '%s\\n' "${'$'}{COMPREPLY[@]}"`,
      '-',
      line,
    ],
    { env: ENV, encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  return stdout.trimEnd().split('\n');
}

test.each<[string, string[], string]>([
  ['jobsearch ta', ['task'], 'a command'],
  ['jobsearch task do', ['done'], 'a command of a group'],
  ['jobsearch task done --sp', ['--spent'], 'an option'],
  ['jobsearch log ana --channel=co', ['coffee'], 'bash replaces only what follows ='],
  ['jobsearch log ana -c co', ['coffee'], 'the short option'],
  ['jobsearch prep pit', ['pitch'], 'a part'],
  ['jobsearch prep pitch r', ['rough', 'ready'], 'its states'],
  ['jobsearch job move 1 app', ['applied'], 'a stage'],
  ['jobsearch config min', ['minutes'], 'a setting'],
  ['jobsearch contact show "Ana R', ['Ana Ruiz'], 'inside double quotes'],
  ["jobsearch contact show 'jose", ['José García'], 'inside single quotes, without its accent'],
  ['jobsearch contact show Ana\\ R', ['Ana\\ Ruiz'], 'after a backslash'],
  ['jobsearch --db /nowhere/x.db contact show a', [''], 'no database'],
  ['jobsearch --db script.bash contact show a', [''], 'a file that is no database'],
  ['jobsearch nonsense ', [''], 'no such command'],
  ['jobsearch log ana --note "x --ch', [''], 'words of the user'],
])('%s offers %j (%s)', (line, offers) => {
  expect(bashOffers(line)).toEqual(offers);
});

const fishIs = test.skipIf(!isHere('fish'));
fishIs.each<[string, string]>([
  ['jobsearch task done ', '1\tSay the pitch aloud'],
  ['jobsearch log garcia', 'José García'],
  ['jobsearch log jose', 'jose garcia\tJosé García'],
  ['jobsearch log ana --channel=co', '--channel=coffee'],
])('fish: %s offers %s', (line, offer) => {
  const { stdout, stderr } = spawnSync(
    'fish',
    ['--no-config', '-c', `source ${home}/script.fish; complete -C $argv[1]`, line],
    {
      env: ENV,
      encoding: 'utf8',
    },
  );
  expect(stderr).toBe('');
  expect(stdout.split('\n')).toContainEqual(expect.stringContaining(offer));
});

test('asking leaves no database behind', () => {
  const db = join(home, 'none/jobsearch.db');
  const asked = spawnSync(process.execPath, [PROGRAM, 'complete', 'zsh', '--db', db, 'log', ''], {
    env: ENV,
  });
  expect([asked.status, String(asked.stdout), String(asked.stderr)]).toEqual([0, 'words\n', '']);
  expect(existsSync(join(home, 'none'))).toBe(false);
});
