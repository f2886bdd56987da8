/** The user's own files, read and written whole; and how far a long job is. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Files } from '../app';
import { UsageError, UserError } from '../errors';
import { clean } from '../render/clean';
import { LIMITS } from '../rules/limits';

const QUIET_MS = 1_000;
const BAR = 20;

export function filesOf(
  screen: { write(text: string): void; isTerminal: boolean },
  clock: () => number,
  home: string | undefined,
): Files {
  let startedAt: number | undefined;
  let drawn = '';
  return {
    read: (path) => read(inHome(path, home)),
    isSame: (path, others) => others.some((other) => isSame(other, path)),
    write,
    checkPlace,
    progress(label, done, total) {
      if (!screen.isTerminal) return;
      startedAt ??= clock();
      if (done < total && clock() - startedAt > QUIET_MS) {
        const filled = Math.floor((done / total) * BAR);
        const bar = '#'.repeat(filled) + '.'.repeat(BAR - filled);
        const text = `\r${clean(label)} ${bar} ${Math.floor((done / total) * 100)} %`;
        // A terminal is slower than what it would be told about each row.
        if (text !== drawn) screen.write(text);
        drawn = text;
      } else if (done >= total) {
        if (drawn !== '') screen.write('\r\u001b[K');
        startedAt = undefined;
        drawn = '';
      }
    },
  };
}

/** Also by another name: a link, or a folder that is reached in two ways. */
function isSame(one: string, other: string): boolean {
  if (resolve(one) === resolve(other)) return true;
  try {
    const [a, b] = [statSync(one), statSync(other)];
    return a.ino === b.ino && a.dev === b.dev;
  } catch {
    // What is not there is nothing else by another name.
    return false;
  }
}

/** A shell puts the home folder there, but not after `=`, and not at a question. */
function inHome(path: string, home: string | undefined): string {
  return home && /^~[/\\]/.test(path) && !existsSync(path) ? join(home, path.slice(2)) : path;
}

/** An empty name, or one that no file can have: the system's own words for it would be no help. */
function refuseNoName(path: string): void {
  if (path.trim() === '') throw new UsageError('The name of the file is empty.', 'name a file');
  if (path.includes('\0')) throw new UsageError(`"${path}" is no name for a file.`, 'name a file');
}

function read(path: string): { name: string; bytes: Uint8Array } {
  refuseNoName(path);
  try {
    const found = statSync(path);
    if (found.isDirectory()) {
      throw new UserError(
        `${path} is a folder.`,
        'name the file in it: jobsearch import FOLDER/Connections.csv',
      );
    }
    if (!found.isFile()) throw new UserError(`${path} is not a file that can be read whole.`);
    if (found.size > LIMITS.fileMiB * 2 ** 20) {
      throw new UserError(`${path} is larger than ${LIMITS.fileMiB} MiB, the most that is read.`);
    }
    return { name: basename(path), bytes: readFileSync(path) };
  } catch (error) {
    if (error instanceof UserError) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') throw new UserError(`There is no file ${path}.`, 'check the name: ls -l');
    throw new UserError(`${path} cannot be read (${code ?? error}).`);
  }
}

function write(path: string, text: string, options: { replace: boolean }): void {
  checkPlace(path, options);
  writeWhole(path, text);
}

function checkPlace(path: string, { replace }: { replace: boolean }): void {
  refuseNoName(path);
  // The thing itself, not what it points to: a link or a device is nobody's backup.
  const there = thingAt(path);
  if (there?.isDirectory()) {
    throw new UserError(
      `${path} is a folder.`,
      `name the file in it: ${path.replace(/\/+$/, '')}/jobsearch.json`,
    );
  }
  if (there && !there.isFile()) {
    throw new UserError(`${path} is no ordinary file: it was left as it is.`, 'name another file');
  }
  if (!replace && there) {
    throw new UserError(`There is a file ${path} already: it was left as it is.`, 'another name, or --force');
  }
  if (!existsSync(dirname(path)))
    throw new UserError(`There is no folder ${dirname(path)}.`, `make it: mkdir -p ${dirname(path)}`);
}

/** Said of this place here: further up nobody knows whether it was this file or the database. */
function thingAt(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    throw unwritable(path, error);
  }
}

function unwritable(path: string, error: unknown): UserError {
  const code = (error as NodeJS.ErrnoException).code;
  return new UserError(`${path} cannot be written (${code ?? error}).`, 'name a file in a folder of yours');
}

/** Beside the file first, then in its place: a full disk or a lost current leaves what was there before. */
function writeWhole(path: string, text: string): void {
  const unfinished = `${path}.${Math.random().toString(36).slice(2, 10)}`;
  try {
    const file = openSync(unfinished, 'wx', 0o600);
    try {
      writeFileSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(unfinished, path);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw unwritable(path, error);
  }
}
