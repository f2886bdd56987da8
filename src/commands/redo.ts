import type { Answers } from '../answers';
import type { Command } from '../app';
import { UserError } from '../errors';
import type { Entry } from '../model';
import type { Db } from '../store/db';
import { findLast, getEntry } from '../store/history';
import { itemNumber } from './options';
import { type Sure, takeBackEntry } from './taking-back';

export const redo: Command<Answers['redo']> = {
  examples: ['jobsearch redo', 'jobsearch redo 12'],
  configure: (command) =>
    command
      .argument(
        '[number]',
        'an undo in jobsearch history, or what it took back; the last undo without it',
        itemNumber('entry'),
      )
      .option('-y, --yes', 'do not ask, and do again what can be where later commands built upon it')
      .option('-a, --all', 'with --json: each thing, not the first 50'),
  run(app, { number, ...sure }: { number?: number } & Sure) {
    const entry = number === undefined ? lastOf(app.db) : undoOf(app.db, number);
    return takeBackEntry(app, { kind: 'redo', command: getEntry(app.db, entry.undoes!), entry }, sure);
  },
};

function lastOf(db: Db): Entry {
  const last = findLast(db, 'undo');
  if (!last) throw new UserError('No undo is left to reverse.', 'jobsearch history');
  return last;
}

function undoOf(db: Db, number: number): Entry {
  const entry = getEntry(db, number);
  const undone =
    entry.kind === 'undo' ? entry : entry.undoneBy === null ? undefined : getEntry(db, entry.undoneBy);
  if (undone?.kind === 'undo' && undone.undoneBy === null) return undone;
  throw new UserError(`#${number} holds: there is nothing to do again.`, 'jobsearch history');
}
