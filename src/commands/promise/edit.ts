import type { Answers } from '../../answers';
import type { App, Command } from '../../app';
import { UsageError, UserError } from '../../errors';
import { readDay } from '../../formats/days';
import { shortDay } from '../../rules/day-words';
import { LIMITS } from '../../rules/limits';
import { inTransaction } from '../../store/db';
import { getPromise, type NamedPromise, setPromise, setPromiseNudged } from '../../store/promises';
import { getTask, setTask } from '../../store/tasks';
import { promiseNudgedView, promiseSavedView } from '../../views/promise';
import { takeUpHint } from '../ended';
import { itemNumber, words } from '../options';
import { whichPromises } from '../which';
import { addStepTask, taskTitle } from './task';

interface Input {
  number?: number;
  what?: string;
  by?: string;
}

export const promiseEdit: Command<Answers['promise edit']> = {
  examples: [
    'jobsearch promise edit 13 --by "next tuesday"',
    'jobsearch promise edit 13 --what "both decks" --by ""',
  ],
  configure: (command) =>
    command
      .argument('[number]', 'the number of the promise', itemNumber('promise'))
      .option('-w, --what <what>', 'what was promised', words('--what', LIMITS.text))
      .option('-b, --by <day>', 'the day it is due; "" for no day'),
  async run(app, { number: typed, what, by }: Input) {
    const [number] = (await whichPromises(app, typed)) as [number];
    const promise = openPromise(app, number);
    if (what === undefined && by === undefined)
      throw new UsageError('Nothing to change was given.', `jobsearch promise edit ${number} --by fri`);
    const dueOn =
      by === undefined
        ? undefined
        : by.trim() === ''
          ? null
          : await readDay(by, app.today, { toward: 'due' });
    const data = inTransaction(app.db, () => {
      setPromise(app.db, number, { what, dueOn });
      keepTask(app, promise, getPromise(app.db, number));
      return getPromise(app.db, number);
    });
    return { data, view: promiseSavedView('Changed', data, app.today) };
  },
};

export const promiseNudged: Command<Answers['promise nudged']> = {
  examples: ['jobsearch promise nudged 4 --dry-run', 'jobsearch promise nudged 4'],
  configure: (command) => command.argument('[number]', 'the number of the promise', itemNumber('promise')),
  async run(app, { number: typed }: { number?: number }) {
    const [number] = (await whichPromises(app, typed, ['them'])) as [number];
    const { by, what, name, nudgedOn } = openPromise(app, number);
    if (by === 'me')
      throw new UserError(
        `#${number} ${what} is yours to keep: you promised it to ${name}.`,
        `jobsearch promise edit ${number} --by fri agrees on a new day`,
      );
    if (nudgedOn !== null)
      throw new UserError(
        `You asked ${name} after #${number} on ${shortDay(nudgedOn, app.today)} already: nothing was changed.`,
        `when they named a new day: jobsearch promise edit ${number} --by fri`,
      );
    setPromiseNudged(app.db, number, app.today);
    const data = getPromise(app.db, number);
    return { data, view: promiseNudgedView(data, app.today) };
  },
};

/** What has ended stays as it ended. */
export function openPromise(app: App, number: number): NamedPromise {
  const promise = getPromise(app.db, number);
  if (promise.state === 'open') return promise;
  const how =
    promise.state === 'late' ? 'kept, late,' : promise.state === 'broken' ? 'not kept,' : promise.state;
  throw new UserError(
    `#${number} ${promise.what} was ${how} on ${shortDay(promise.closedOn!, app.today)}: nothing was changed.`,
    takeUpHint(app.db, 'promises', number) ?? 'jobsearch promise list',
  );
}

/** A promise of mine always has its task, also when that was dropped; a title given by hand is left alone. */
function keepTask(app: App, before: NamedPromise, after: NamedPromise): void {
  if (after.by === 'them') return;
  if (after.taskId === null) {
    addStepTask(app, { ...after, promiseId: after.id });
  } else if (after.what !== before.what && getTask(app.db, after.taskId).title === taskTitle(before.what)) {
    setTask(app.db, after.taskId, { title: taskTitle(after.what) });
  }
}
