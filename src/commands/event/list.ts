import type { Answers } from '../../answers';
import type { Command } from '../../app';
import { EVENT_STATES } from '../../model';
import { listEvents } from '../../store/events';
import { eventListView } from '../../views/event';
import { eventFacts } from './facts';

export const eventList: Command<Answers['event list']> = {
  examples: ['jobsearch event list', 'jobsearch event list --all'],
  ids: (events) => events.map(({ id }) => id),
  configure: (command) => command.option('-a, --all', 'also the past and the cancelled ones'),
  run(app, { all }: { all?: boolean }) {
    const { db, today } = app;
    const planned = listEvents(db, all ? null : today, null, all ? [...EVENT_STATES] : ['planned']);
    // What is past and was neither held nor called off waits for a word about how it went.
    const unlogged = all
      ? []
      : listEvents(db, null, today, ['planned']).filter((event) => (event.endOn ?? event.startOn) < today);
    const data = [...unlogged, ...planned].map((event) => eventFacts(app, event));
    return { data, view: eventListView(data, today) };
  },
};
