import type { Answers } from '../../answers';
import type { App, Command } from '../../app';
import { eventKindOf } from '../../rules/event-kinds';
import { addEvent, getEvent } from '../../store/events';
import { eventSavedView } from '../../views/event';
import { checked } from '../checked';
import { whenQuestion } from '../day-question';
import { noteOf } from '../long-note';
import { words } from '../options';
import { eventFacts } from './facts';
import { type FieldOptions, fieldOptions, idsOf, timingOf } from './fields';

export const eventAdd: Command<Answers['event add']> = {
  examples: [
    'jobsearch event add "Coffee with Ana" --on "fri 14:00" --minutes 45 --with ana --purpose "learn how her team hires"',
    'jobsearch event add "Node.js meetup" --on "tue 6pm" --minutes 2h --place "Main library"',
  ],
  configure: (command) => fieldOptions(command.argument('[title...]', 'what it is')),
  async run(app, input: FieldOptions & { title?: string[] }) {
    const typed = (input.title ?? []).join(' ').trim();
    const title = words('The title')(typed || (await askTitle(app)));
    const on = input.on ?? (await askWhen(app));
    const timing = await timingOf(app, { ...input, on });
    const people = await idsOf(app, input.with ?? []);
    const notes = (await noteOf(app, input, null)) ?? null;
    const id = addEvent(app.db, {
      title,
      kind: input.kind ?? eventKindOf(title, people.length),
      ...timing,
      // commander turns the null of a cleared field into ''.
      place: input.place || null,
      purpose: input.purpose || null,
      outcome: null,
      notes,
      state: 'planned',
      people,
    });
    const data = eventFacts(app, getEvent(app.db, id));
    return { data, view: eventSavedView('Added', data, app.today) };
  },
};

function askTitle(app: App): Promise<string> {
  return app.ask.text({
    message: 'What is it?',
    flag: 'jobsearch event add "Coffee with Ana"',
    check: checked(words('The title')),
  });
}

function askWhen(app: App): Promise<string> {
  return app.ask.text(
    whenQuestion(app, {
      message: 'When?',
      ...{ example: 'such as: fri 14:00, or only the day', flag: '--on "fri 14:00"' },
      check: checked((text) => timingOf(app, { on: text })),
    }),
  );
}
