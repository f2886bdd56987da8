import type { Answers } from '../answers';
import type { Command } from '../app';
import { UserError } from '../errors';
import type { Entry } from '../model';
import type { Db } from '../store/db';
import { findLast, getEntry } from '../store/history';
import { itemNumber } from './options';
import { type Sure, takeBackEntry } from './taking-back';

export const undo: Command<Answers['undo']> = {
  examples: ['jobsearch undo', 'jobsearch undo 12 --dry-run', 'jobsearch undo 12'],
  configure: (command) =>
    command
      .argument('[number]', 'an entry of jobsearch history; the last command without it', itemNumber('entry'))
      .option('-y, --yes', 'do not ask, and take back what can be where later commands built upon it')
      .option('-a, --all', 'with --json: each thing, not the first 50'),
  run(app, { number, ...sure }: { number?: number } & Sure) {
    const command = number === undefined ? lastOf(app.db) : commandOf(app.db, number);
    return takeBackEntry(app, { kind: 'undo', command, entry: command }, sure);
  },
};

function lastOf(db: Db): Entry {
  const last = findLast(db, 'command');
  if (!last) throw new UserError('There is nothing to take back.', 'jobsearch history');
  return last;
}

function commandOf(db: Db, number: number): Entry {
  const entry = getEntry(db, number);
  if (entry.kind === 'undo') {
    throw new UserError(
      `#${number} is an undo itself: it took back #${entry.undoes}.`,
      `jobsearch redo ${number}`,
    );
  }
  // A redo did the command again, and that is what is taken back.
  const command = entry.kind === 'redo' ? getEntry(db, getEntry(db, entry.undoes!).undoes!) : entry;
  if (command.undoneBy !== null) {
    throw new UserError(
      `#${command.id} was taken back already, by #${command.undoneBy}.`,
      `jobsearch redo ${command.undoneBy}`,
    );
  }
  return command;
}
