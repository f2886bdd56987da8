/** The whole program in this process: a database file of its own, a fixed clock, and nothing of the user's. */
import { join } from 'node:path';
import type { Ask } from '../../src/app';
import { run } from '../../src/program';
import { refuseToAsk } from '../../src/terminal/ask';
import { filesOf } from '../../src/terminal/files';
import type { Output, World } from '../../src/world';
import { scriptedAsk } from './ask';
import { MIGRATIONS } from './database';
import { aFolder } from './folder';
import { expectOfSchema, SCHEMAS } from './json-answer';

/** A Sunday; local time, so that the day is the same wherever the tests run. */
export const NOW = '2026-11-22T09:00';

export interface Setting {
  /** Without answers there is no terminal, and every question is refused. */
  answers?: string[];
  /** Somebody else than the answers to ask. */
  ask?: Ask;
  /** A local moment such as 2026-11-22T09:00. */
  now?: string;
  env?: Record<string, string>;
  /** What is piped in. */
  stdin?: string;
  width?: number;
  rows?: number;
  /** Makes stdout a terminal: boxes, and colour unless something forbids it. */
  terminal?: boolean;
  /** The same for stderr. */
  errorsOnTerminal?: boolean;
}

export interface Result {
  stdout: string;
  stderr: string;
  exitCode: number;
  /** All that was said, in order: stdout as it is, `! ` before lines of stderr, `? ` questions and `> ` answers. */
  dialogue: string;
  /** The commands that were to page the answer. */
  pagers: string[];
}

export interface TestWorld {
  folder: string;
  dbPath: string;
  runJobsearch(argv: string[], setting?: Setting): Promise<Result>;
}

/** Removed when the test that made it ends. */
export function aWorld(common: Setting = {}): TestWorld {
  const folder = aFolder();
  const dbPath = join(folder, 'jobsearch.db');
  return {
    folder,
    dbPath,
    runJobsearch: (argv, setting) => runOnce(folder, dbPath, argv, { ...common, ...setting }),
  };
}

/** One command in a world of its own; `aWorld` is for dialogues. */
export function runJobsearch(argv: string[], setting: Setting = {}): Promise<Result> {
  return aWorld().runJobsearch(argv, setting);
}

async function runOnce(folder: string, dbPath: string, argv: string[], setting: Setting): Promise<Result> {
  const said = { stdout: '', stderr: '', dialogue: '' };
  const output = (stream: 'stdout' | 'stderr'): Output => ({
    write(text) {
      said[stream] += text;
      said.dialogue += stream === 'stdout' ? text : text.replace(/^(?=.)/gm, '! ');
    },
    isTerminal: (stream === 'stdout' ? setting.terminal : setting.errorsOnTerminal) === true,
    width: setting.width ?? 80,
    rows: () => setting.rows ?? Number.POSITIVE_INFINITY,
  });
  const [stdout, stderr] = [output('stdout'), output('stderr')];
  const pagers: string[] = [];
  const ask =
    setting.answers &&
    scriptedAsk(setting.answers, (line) => {
      said.dialogue += `${line}\n`;
    });
  const world: World = {
    argv,
    // As on any computer of today; a test of plain ASCII says so.
    env: { LANG: 'en_GB.UTF-8', ...setting.env },
    platform: 'linux',
    clock: new Date(setting.now ?? NOW),
    stdout,
    stderr,
    ask: () => setting.ask ?? ask ?? refuseToAsk,
    async page(command, text) {
      pagers.push(command);
      stdout.write(text);
      return true;
    },
    notify: async (title, body) => {
      said.dialogue += `? ${[title, ...body.split('\n')].join(' | ')}\n`;
    },
    readStdin: () => setting.stdin ?? '',
    files: filesOf(stderr, () => 0, folder),
    defaultDb: dbPath,
    demoDb: join(folder, 'demo.db'),
    migrations: MIGRATIONS,
    schemas: SCHEMAS,
    endsHere: false,
    version: '1.2.3',
  };
  const exitCode = await run(world);
  ask?.assertAllAsked();
  if (exitCode === 0 && argv.includes('--json')) expectOfSchema(argv, said.stdout);
  return { ...said, exitCode, pagers };
}
