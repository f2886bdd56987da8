import type { Answers } from '../../answers';
import type { Command } from '../../app';
import { UsageError, UserError } from '../../errors';
import type { Event } from '../../model';
import type { Db } from '../../store/db';
import { getEvent, setEvent } from '../../store/events';
import { eventSavedView } from '../../views/event';
import { planAgainHint } from '../ended';
import { noteOf } from '../long-note';
import { itemNumber, several, words } from '../options';
import { whichEvents } from '../which';
import { eventFacts } from './facts';
import { type FieldOptions, fieldOptions, idsOf, timingOf } from './fields';

interface Input extends FieldOptions {
  number?: number;
  title?: string;
  without?: string[];
}

export const eventEdit: Command<Answers['event edit']> = {
  examples: [
    'jobsearch event edit 12 --on "thu 10:00"',
    'jobsearch event edit 12 --purpose "meet the platform team"',
  ],
  configure: (command) =>
    fieldOptions(command.argument('[number]', 'the number of the event', itemNumber('event')))
      .option('-t, --title <title>', 'a new title', words('--title'))
      .option('--without <person>', 'who is not there after all', several(String)),
  async run(app, input: Input) {
    const { number: typed, ...given } = input;
    if (Object.keys(given).length === 0) {
      throw new UsageError('Nothing to change was given.', 'jobsearch event edit --help lists the fields');
    }
    const [number] = (await whichEvents(app, typed)) as [number];
    const event = getEvent(app.db, number);
    refuseMove(app.db, event, input);
    const added = await idsOf(app, input.with ?? []);
    const gone = await idsOf(app, input.without ?? []);
    const notes = await noteOf(app, input, event.notes);
    // commander turns the null of a cleared field into ''.
    setEvent(app.db, {
      ...event,
      ...(await timingOf(app, input, event)),
      title: input.title ?? event.title,
      kind: input.kind ?? event.kind,
      place: input.place === undefined ? event.place : input.place || null,
      purpose: input.purpose === undefined ? event.purpose : input.purpose || null,
      notes: notes === undefined ? event.notes : notes,
      people: [...new Set([...event.people, ...added])].filter((id) => !gone.includes(id)),
    });
    const data = eventFacts(app, getEvent(app.db, number));
    return { data, view: eventSavedView('Changed', data, app.today) };
  },
};

/** A new day would say that it takes place after all, and it would be on no agenda. */
function refuseMove(db: Db, { id, title, state }: Event, { on, minutes, until }: FieldOptions): void {
  if (state !== 'cancelled' || (on ?? minutes ?? until) === undefined) return;
  throw new UserError(
    `Event #${id} ${title} was cancelled, so it has no time: nothing was changed.`,
    planAgainHint(db, { id, title }),
  );
}
