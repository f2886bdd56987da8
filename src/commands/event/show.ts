import type { Answers } from '../../answers';
import type { Command } from '../../app';
import { getEvent } from '../../store/events';
import { listOpenPromisesTo } from '../../store/promises';
import { eventView } from '../../views/event';
import { itemNumber } from '../options';
import { whichEvents } from '../which';
import { eventFacts } from './facts';

export const eventShow: Command<Answers['event show']> = {
  examples: ['jobsearch event show 12', 'jobsearch event show 13 --json'],
  configure: (command) => command.argument('[number]', 'the number of the event', itemNumber('event')),
  async run(app, { number: typed }: { number?: number }) {
    const [number] = (await whichEvents(app, typed)) as [number];
    const facts = eventFacts(app, getEvent(app.db, number));
    const promises = facts.people.flatMap((id) => listOpenPromisesTo(app.db, id));
    return { data: { ...facts, promises }, view: eventView(facts, promises, app.today) };
  },
};
