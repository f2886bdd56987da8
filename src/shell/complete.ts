/** Answers a shell that asks how the line can go on. Whatever is wrong, it says nothing: a person is in mid-word. */

import { openToLook } from '../store/candidates';
import type { Db } from '../store/db';
import { candidatesFor } from './candidates';
import { type Candidate, type Position, positionOf } from './position';
import { forBash, forFish, forZsh, splitLine } from './spelling';

/** Where the databases are, and who the shell is for. */
export interface Surroundings {
  env: Record<string, string | undefined>;
  defaultDb: string;
  demoDb: string;
}

/** Lines for the script of that shell: the first says what the others are, or that it shall look for files itself. */
export async function completionFor(shell: string, asked: string[], around: Surroundings): Promise<string[]> {
  try {
    return await answer(shell, asked, around);
  } catch {
    return ['words'];
  }
}

async function answer(shell: string, asked: string[], around: Surroundings): Promise<string[]> {
  if (shell === 'bash') {
    const [compType = '', line = ''] = asked;
    const typed = splitLine(line);
    const found = await find(typed.words.slice(1), typed.last, around);
    return found === 'files' ? ['files'] : ['words', ...forBash(found, typed, compType)];
  }
  const raw = asked.at(-1) ?? '';
  const last = shell === 'fish' ? splitLine(raw).last : raw;
  const found = await find(asked.slice(0, -1), last, around);
  if (found === 'files') return ['files'];
  return shell === 'fish' ? ['words', ...forFish(found, last)] : forZsh(found, last);
}

async function find(words: string[], typed: string, around: Surroundings): Promise<Candidate[] | 'files'> {
  const position = await positionOf(words, typed);
  if (!position) return [];
  if (position.takes.includes('file')) return 'files';
  let db: Db | undefined;
  const look = () => {
    db ??= openToLook(pathOf(position, around));
    return db;
  };
  try {
    const values = position.takes.flatMap((takes) => candidatesFor(takes, position.typed, look));
    const { before } = position;
    return [
      ...position.offers,
      ...values.map(({ value, description }) => ({ value: `${before}${value}`, description })),
    ];
  } finally {
    db?.close();
  }
}

function pathOf({ db, demo }: Position, { env, defaultDb, demoDb }: Surroundings): string {
  if (demo) return demoDb;
  // The shell has not yet put in the home folder that it will put in when the line is run.
  return db?.replace(/^(~|\$HOME|\$\{HOME\})(?=\/)/, env.HOME ?? '~') ?? (env.JOBSEARCH_DB || defaultDb);
}
