/** The built program in a process of its own, and on a pseudo-terminal. `npm run build` comes first. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { spawn } from '@lydell/node-pty';
import { expect, onTestFinished } from 'vitest';
import { aFolder } from './folder';
import { withoutColour } from './terminal-text';

const PROGRAM = join(__dirname, '../../bin/jobsearch.js');
export const CTRL_C = '\u0003';
export const ESC = '\u001b';

/** Nothing of the user's; the folder is a home of its own. */
export function environmentIn(folder: string, more: Record<string, string> = {}): Record<string, string> {
  const { PATH = '' } = process.env;
  return {
    ...{
      PATH,
      HOME: folder,
      XDG_DATA_HOME: folder,
      XDG_CACHE_HOME: join(folder, 'cache'),
      TERM: 'xterm-256color',
    },
    LANG: 'C.UTF-8',
    ...{ JOBSEARCH_DB: join(folder, 'jobsearch.db'), JOBSEARCH_NOW: '2026-11-22T09:00', JOBSEARCH: PROGRAM },
    ...more,
  };
}

export function run(folder: string, argv: string[], more: Record<string, string> = {}) {
  const done = spawnSync(process.execPath, [PROGRAM, ...argv], {
    env: environmentIn(folder, more),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return { stdout: done.stdout, stderr: done.stderr, exitCode: done.status };
}

/** A home with Ana in it. */
export function aHome(): string {
  const folder = aFolder();
  expect(run(folder, ['contact', 'add', 'Ana Ruiz', '--company', 'Acme'])).toMatchObject({
    exitCode: 0,
    stderr: '',
  });
  return folder;
}

export function interactionsIn(folder: string): unknown[] {
  return JSON.parse(run(folder, ['contact', 'show', '1', '--json']).stdout).interactions;
}

/** `script` in a shell on a terminal of 80 columns, where `$JOBSEARCH` is the program. */
export function onTerminal(
  folder: string,
  script: string,
  more: Record<string, string> = {},
  size = { cols: 80, rows: 24 },
) {
  const terminal = spawn('/bin/sh', ['-c', script], {
    ...{ name: more.TERM ?? 'xterm-256color', ...size, cwd: folder },
    env: environmentIn(folder, more),
  });
  let screen = '';
  let seen = 0;
  terminal.onData((data) => {
    screen += data;
  });
  const ended = new Promise<number>((resolve) => terminal.onExit(({ exitCode }) => resolve(exitCode)));
  onTestFinished(() => {
    try {
      terminal.kill('SIGKILL');
    } catch {
      // It has ended by itself.
    }
  });

  return {
    /** Waits for the words of a question, later on the screen than the one before, and types the answer. */
    async answer(question: string, keys: string) {
      const deadline = Date.now() + 10_000;
      for (;;) {
        const at = screen.indexOf(question, seen);
        if (at >= 0) {
          seen = at + question.length;
          break;
        }
        if (Date.now() > deadline) throw new Error(`never asked: ${question}\n${screen}`);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      // A prompt listens only after it has drawn itself.
      await new Promise((resolve) => setTimeout(resolve, 30));
      terminal.write(keys);
    },
    resize: (cols: number, rows: number) => terminal.resize(cols, rows),
    exitCode: () => ended,
    screen: () => screen,
    text: () => withoutColour(screen).replaceAll('\r\n', '\n'),
  };
}
