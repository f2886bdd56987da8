/** The built program as a child, with a home of its own. `npm run build` comes first. */
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { join, resolve } from 'node:path';

export const PROGRAM = resolve('bin/jobsearch.js');
export const NOW = '2026-11-22T09:00';
/** After this it hangs. */
const PATIENCE_MS = 10_000;

export type Env = Record<string, string>;

export interface Ended {
  status: number | null;
  signal: string | null;
  stdout: string;
  stderr: string;
}

export function databaseIn(folder: string): string {
  return join(folder, 'jobsearch.db');
}

export function environmentIn(folder: string, more: Env = {}): Env {
  const { PATH = '' } = process.env;
  return {
    ...{ PATH, HOME: folder, LANG: 'C.UTF-8', JOBSEARCH_DB: databaseIn(folder), JOBSEARCH_NOW: NOW },
    ...more,
  };
}

export function start(folder: string, argv: string[], more: Env = {}, options: SpawnOptions = {}) {
  return spawn(process.execPath, [PROGRAM, ...argv], {
    env: environmentIn(folder, more),
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options,
  });
}

export function endOf(child: ChildProcess): Promise<Ended> {
  let [stdout, stderr] = ['', ''];
  child.stdout?.on('data', (data) => {
    stdout += data;
  });
  child.stderr?.on('data', (data) => {
    stderr += data;
  });
  return new Promise((resolve) =>
    child.on('close', (status, signal) => resolve({ status, signal, stdout, stderr })),
  );
}

export async function run(
  folder: string,
  argv: string[],
  more?: Env,
  options?: SpawnOptions,
): Promise<Ended> {
  const child = start(folder, argv, more, options);
  const hanging = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
  const ended = await endOf(child);
  clearTimeout(hanging);
  return ended;
}

/** What is wrong with how it ended, whatever it was asked to do; undefined when it said what a user can go on with. */
export function unclearIn({ status, signal, stderr }: Ended): string | undefined {
  if (status === 0) return undefined;
  const isClear = status === 1 && /^jobsearch: .+\.\nHint: .+/m.test(stderr);
  return isClear ? undefined : `ended with ${signal ?? status}: ${stderr.slice(0, 300)}`;
}

/** For what must go well. Throws what the program said. */
export async function succeed(folder: string, argv: string[], more?: Env): Promise<string> {
  const { status, signal, stdout, stderr } = await run(folder, argv, more);
  if (status !== 0) throw new Error(`jobsearch ${argv.join(' ')}: ${signal ?? status} ${stderr}`);
  return stdout;
}
