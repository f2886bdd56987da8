/** The process that the program runs in, as a value; and what is read of it before the database is opened. */
import type { Ask, Files, Look } from './app';
import { UsageError } from './errors';
import { isIsoDay } from './rules/dates';

export interface Output {
  write(text: string): void;
  isTerminal: boolean;
  width: number;
  /** Of the terminal; endless for anything else. */
  rows(): number;
}

/** All that the program knows of the process it runs in. */
export interface World {
  /** The arguments after the program's own name. */
  argv: string[];
  env: Record<string, string | undefined>;
  clock: Date;
  stdout: Output;
  stderr: Output;
  /** The look is known only with the options. */
  ask(look: Look): Ask;
  /** Shows a long text with another program; false when there is none of that name. */
  page(command: string, text: string): Promise<boolean>;
  files: Files;
  /** Shows it on the desktop. Throws a UserError where there is none. */
  notify(title: string, body: string): Promise<void>;
  /** All of stdin. Throws a UserError where that is too much, or cannot be read. */
  readStdin(): string;
  /** As `process.platform` names it. */
  platform: string;
  /** The database when neither `--db` nor `JOBSEARCH_DB` names one; empty where there is no place for it. */
  defaultDb: string;
  demoDb: string;
  migrations: string;
  schemas: string;
  version: string;
  /** The process ends with the run: a file that was only read need not be put away. */
  endsHere: boolean;
}

/** SQLite would take these for something else than the file they seem to name. */
export function checkPath(path: string, { defaultDb }: World): void {
  if (path === '' && defaultDb === '') {
    throw new UsageError(
      'There is no home folder to keep the database in (HOME is empty).',
      'name a file with --db FILE, or with the variable JOBSEARCH_DB',
    );
  }
  if (path === '') {
    throw new UsageError('--db is empty: it needs the name of a file.', 'jobsearch --db jobsearch.db');
  }
  if (path.trim() !== path || path === ':memory:' || path.includes('\0')) {
    throw new UsageError(`The database "${path}" is no name for a file.`, 'jobsearch --db jobsearch.db');
  }
}

const [FIRST_YEAR, LAST_YEAR] = [1970, 2200];

export function readNow(world: World): Date {
  const text = world.env.JOBSEARCH_NOW;
  if (!text) return world.clock;
  // A day alone would be read as midnight in London; noon of that day is what is meant everywhere.
  const now = new Date(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T12:00` : text);
  const year = now.getFullYear();
  const isDay = !/^\d{4}-\d{2}-\d{2}/.test(text) || isIsoDay(text.slice(0, 10));
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR && isDay)) {
    throw new UsageError(`JOBSEARCH_NOW is "${text}", which is no moment.`, 'JOBSEARCH_NOW=2026-11-22T09:00');
  }
  return now;
}
