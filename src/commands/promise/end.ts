/** How a promise ends: kept, not kept, or no longer wanted. */
import type { Answers } from '../../answers';
import type { App, Command } from '../../app';
import { UserError } from '../../errors';
import type { IsoDay } from '../../model';
import { shortDay } from '../../rules/day-words';
import { standingOf } from '../../rules/standing';
import { inTransaction } from '../../store/db';
import { closePromise, getPromise, keepPromise, type NamedPromise } from '../../store/promises';
import { spansOf } from '../../store/settings';
import { getTie } from '../../store/ties';
import { type EndedFacts, promisesEndedView } from '../../views/promise';
import { itemNumber, several } from '../options';
import { readPastDay } from '../past-day';
import { whichPromises } from '../which';
import { openPromise } from './edit';

interface Input {
  numbers: number[];
  on?: string;
}

export const promiseKept: Command<Answers['promise kept']> = {
  examples: ['jobsearch promise kept 13', 'jobsearch promise kept 12 6 --on yesterday'],
  configure: (command) =>
    command
      .argument('[numbers...]', 'the numbers of the promises', several(itemNumber('promise')))
      .option('-o, --on <day>', 'the day it was kept, if not today'),
  async run(app, { numbers: typed, on }: Input) {
    const numbers = await whichPromises(app, typed);
    const newDay = `a new day for it: jobsearch promise edit ${numbers[0]} --by fri`;
    const day = await readPastDay(app, on, '--on', newDay);
    return end(app, numbers, (promise) => {
      if (day < promise.madeOn) {
        throw new UserError(
          `#${promise.id} ${promise.what} was promised on ${shortDay(promise.madeOn, app.today)}, after ${shortDay(day, app.today)}: nothing was changed.`,
        );
      }
      keepPromise(app.db, promise.id, day);
    });
  },
};

export const promiseBroken: Command<Answers['promise broken']> = {
  examples: ['jobsearch promise broken 4', 'jobsearch promise broken 12 13'],
  configure: (command) =>
    command.argument('[numbers...]', 'the numbers of the promises', several(itemNumber('promise'))),
  run: async (app, { numbers: typed }: Input) =>
    end(app, await whichPromises(app, typed), ({ id }) => closePromise(app.db, id, 'broken', app.today)),
};

export const promiseRelease: Command<Answers['promise release']> = {
  examples: ['jobsearch promise release 4', 'jobsearch promise release 12 13'],
  configure: (command) =>
    command.argument('[numbers...]', 'the numbers of the promises', several(itemNumber('promise'))),
  run: async (app, { numbers: typed }: Input) =>
    end(app, await whichPromises(app, typed), ({ id }) => closePromise(app.db, id, 'released', app.today)),
};

/** All of them or none. */
function end(app: App, numbers: number[], close: (promise: NamedPromise) => void) {
  const { db, today } = app;
  const data: EndedFacts[] = inTransaction(db, () =>
    [...new Set(numbers)].map((number) => {
      const open = openPromise(app, number);
      const before = standing(app, open.contactId, today);
      close(open);
      return {
        promise: getPromise(db, number),
        taskId: open.taskId,
        before,
        after: standing(app, open.contactId, today),
      };
    }),
  );
  return { data, view: promisesEndedView(data, today) };
}

function standing(app: App, contactId: number, today: IsoDay) {
  return standingOf(getTie(app.db, contactId), today, spansOf(app.db));
}
