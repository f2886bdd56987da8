/** How an event ended: called off, or held, which leads into the log. */
import type { Answers } from '../../answers';
import type { App, Command } from '../../app';
import { UserError } from '../../errors';
import type { Event } from '../../model';
import { shortDay } from '../../rules/day-words';
import { LIMITS } from '../../rules/limits';
import { getEvent, setEvent } from '../../store/events';
import { listOpenTasksForEvent } from '../../store/tasks';
import { eventClosedView } from '../../views/event-closed';
import { planAgainHint, takeUpHint } from '../ended';
import { itemNumber, wordsOrNothing } from '../options';
import { whichEvents } from '../which';
import { eventFacts } from './facts';

export const eventCancel: Command<Answers['event cancel']> = {
  examples: ['jobsearch event cancel 12', 'jobsearch event cancel 16 --dry-run'],
  configure: (command) => command.argument('[number]', 'the number of the event', itemNumber('event')),
  async run(app, { number: typed }: { number?: number }) {
    const [number] = (await whichEvents(app, typed)) as [number];
    return close(app, number, 'cancelled', null);
  },
};

export const eventDone: Command<Answers['event done']> = {
  examples: ['jobsearch event done 9', 'jobsearch event done 12 --outcome "met two hiring managers"'],
  configure: (command) =>
    command
      .argument('[number]', 'the number of the event', itemNumber('event'))
      .option('-o, --outcome <text>', 'what came of it', wordsOrNothing('--outcome', LIMITS.text)),
  async run(app, { number: typed, outcome }: { number?: number; outcome?: string | null }) {
    const [number] = (await whichEvents(app, typed)) as [number];
    return close(app, number, 'done', outcome ?? null);
  },
};

function close(app: App, number: number, state: Event['state'], outcome: string | null) {
  const event = getEvent(app.db, number);
  if (event.state === state && outcome === null) {
    throw new UserError(
      `Event #${number} ${event.title} is ${state} already.`,
      takeUpHint(app.db, 'events', number),
    );
  }
  if (state === 'done' && event.state === 'cancelled') {
    throw new UserError(
      `Event #${number} ${event.title} was cancelled: nothing was changed.`,
      planAgainHint(app.db, event),
    );
  }
  if (state === 'done' && event.startOn > app.today) {
    throw new UserError(
      `Event #${number} ${event.title} is on ${shortDay(event.startOn, app.today)}: it cannot be done yet.`,
      `jobsearch event edit ${number} --on today`,
    );
  }
  setEvent(app.db, { ...event, state, outcome: outcome === null ? event.outcome : outcome || null });
  const data = eventFacts(app, getEvent(app.db, number));
  const tasks = listOpenTasksForEvent(app.db, number).filter(({ promiseId }) => promiseId === null);
  return { data, view: eventClosedView(data, tasks) };
}
