/** The composition root: the only file that knows the process. */
import { fstatSync, readFileSync, readSync, statSync, writeSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import envPaths from 'env-paths';
import type { Ask, Look } from './app';
import { UserError } from './errors';
import { run } from './program';
import { widthOf } from './screen';
import { askOnTerminal, refuseToAsk } from './terminal/ask';
import { filesOf } from './terminal/files';
import { pageIn } from './terminal/pager';
import type { Output } from './world';

const root = join(__dirname, '..');

/** Only a device can be a terminal; for pipes, files and /dev/null `node:tty`, a tenth of a short run, is not even loaded. */
function isTerminal(fd: 0 | 1 | 2): boolean {
  try {
    const { rdev } = fstatSync(fd);
    const isDevice = rdev !== 0 && rdev !== statSync('/dev/null', { throwIfNoEntry: false })?.rdev;
    return isDevice && process.getBuiltinModule('node:tty').isatty(fd);
  } catch {
    return false;
  }
}

function output(fd: 1 | 2): Output {
  const terminal = isTerminal(fd);
  const stream = () => (fd === 1 ? process.stdout : process.stderr);
  return {
    isTerminal: terminal,
    width: widthOf(terminal ? stream().columns : undefined, process.env),
    rows: () => (terminal ? stream().rows : 0) || Number.POSITIVE_INFINITY,
    write: (text) => writeFully(fd, Buffer.from(text)),
  };
}

/** How much the answer said: bin/jobsearch.js knows by it whether a run was more than the ones before. */
export const said = { bytes: 0 };

/** Synchronous, because the streams of `process` cost start-up time; a reader that went away is no failure. */
function writeFully(fd: number, bytes: Buffer): void {
  if (fd === 1) said.bytes += bytes.length;
  let from = 0;
  while (from < bytes.length) {
    try {
      from += writeSync(fd, bytes, from);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      // Nobody is left to read it, or nowhere is left to complain.
      if (code === 'EPIPE' || (fd === 2 && code !== 'EAGAIN')) return;
      if (code !== 'EAGAIN')
        throw new UserError(
          `The answer could not be written (${code}).`,
          'what the command was to write down is written down: look before you say it again',
        );
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

function askHere(look: Look): Ask {
  const { env } = process;
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  return askOnTerminal({
    look,
    env,
    // Looked at only when a question is asked: the streams of `process` cost start-up time.
    get input() {
      return process.stdin;
    },
    get output() {
      return process.stderr;
    },
    onInterrupt(stop) {
      for (const signal of signals) process.on(signal, stop);
      return () => {
        for (const signal of signals) process.off(signal, stop);
      };
    },
  });
}

/** Numbers, one a line, or a sentence: more than this is something else. */
const MOST_STDIN_BYTES = 1_000_000;

function readStdin(): string {
  const chunks: Buffer[] = [];
  let total = 0;
  for (;;) {
    const chunk = Buffer.alloc(65_536);
    let read: number;
    try {
      read = readSync(0, chunk);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EAGAIN') {
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
        continue;
      }
      // What the end of a pipe is on Windows.
      if (code === 'EOF') read = 0;
      else
        throw new UserError(
          `Stdin cannot be read (${code}).`,
          'give the numbers on the command line instead',
        );
    }
    if (read === 0) return textIn(Buffer.concat(chunks));
    total += read;
    if (total > MOST_STDIN_BYTES)
      throw new UserError('Stdin holds more than is read of it (1 MB): nothing was done.');
    chunks.push(chunk.subarray(0, read));
  }
}

/** What is no text would be kept with marks in its place, and U+0000 in a form that no import reads back. */
function textIn(bytes: Buffer): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return text;
  } catch {
    // Said below, in the same words.
  }
  throw new UserError('Stdin is no UTF-8 text: nothing was done.', 'save it as UTF-8 text and try again');
}

async function main(): Promise<void> {
  // By the rule of these variables a relative path is none: it would be another search in every folder.
  for (const name of ['XDG_DATA_HOME', 'XDG_CACHE_HOME']) {
    if (!isAbsolute(process.env[name] ?? '/')) delete process.env[name];
  }
  const folders = envPaths('jobsearch', { suffix: '' });
  // Without a home they would lie in whatever folder the program is started in.
  const placed = (folder: string, name: string) => (isAbsolute(folder) ? join(folder, name) : '');
  const stderr = output(2);
  const interactive = stderr.isTerminal && isTerminal(0);
  process.exitCode = await run({
    argv: process.argv.slice(2),
    env: process.env,
    clock: new Date(),
    stdout: output(1),
    stderr,
    ask: (look) => (interactive ? askHere(look) : refuseToAsk),
    page: pageIn(process),
    platform: process.platform,
    readStdin,
    notify: async (title, body) =>
      (await import('./terminal/notify')).notify(process.platform, process.env, title, body),
    files: filesOf(stderr, () => Date.now(), process.env.HOME),
    defaultDb: placed(folders.data, 'jobsearch.db'),
    demoDb: placed(folders.cache, 'demo.db'),
    migrations: join(root, 'migrations'),
    schemas: join(root, 'schemas'),
    get version() {
      return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version as string;
    },
    endsHere: true,
  });
}

main()
  .catch((error: unknown) => {
    writeFully(2, Buffer.from(`jobsearch: ${error instanceof Error ? error.stack : String(error)}\n`));
    process.exitCode = 70;
  })
  // All is written by now, without streams: ending here saves Node from taking apart what it built.
  .then(() => process.exit());
