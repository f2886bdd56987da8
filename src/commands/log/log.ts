/** What just happened: one conversation with one person or several, and all that came of it. */
import type { App, Command } from '../../app';
import type { IsoDay, Tie } from '../../model';
import { touchKindsOf } from '../../rules/logging';
import { standingOf } from '../../rules/standing';
import { inTransaction } from '../../store/db';
import { getEvent, setEvent } from '../../store/events';
import { addInteraction } from '../../store/interactions';
import { addTask } from '../../store/tasks';
import { getTie } from '../../store/ties';
import { type LogFacts, logView } from '../../views/log';
import { addPerson } from '../contact/add';
import { stepFor } from '../facts';
import { blankTask } from '../task/add';
import { type Conversation, readConversation, withEvent } from './conversation';
import { type LogInput, logOptions } from './options';
import { askForMissing } from './questions';

const PROMISE_MINUTES = 15;

export const log: Command = {
  name: 'log',
  summary: 'Log a conversation, with the promises, favours and next steps that came of it',
  examples: [
    'jobsearch log ana --channel coffee --minutes 45 --about "how her team hires"',
    'jobsearch log ana lee --channel call --promised "the deck" --by fri --next "send my CV" --on mon',
    'jobsearch log priya --channel email --sent',
  ],
  configure: logOptions,
  async run(app, typed: LogInput) {
    const conversation = await readConversation(app, await askForMissing(app, withEvent(app, typed)));
    const data = inTransaction(app.db, () => save(app, conversation));
    return { data, view: logView(data, app.today) };
  },
};

/** All of it or nothing: the new people, what happened, what came of it, and the tasks. */
function save(app: App, conversation: Conversation): LogFacts {
  const { db, today } = app;
  const { day, people, next } = conversation;
  const ids = people.map(({ id, name, company }) => id ?? addPerson(app, { name, company }));
  const before = ids.map((id) => getTie(db, id));
  const promises = conversation.promises.map((promise) => ({
    ...promise,
    contactId: ids[promise.with]!,
    madeOn: day,
  }));
  const acts = conversation.acts.map((act) => ({ ...act, contactId: ids[act.with]!, day }));
  const { id, promiseIds } = addInteraction(
    db,
    {
      ...conversation,
      people: ids,
      kinds: touchKindsOf(conversation.channel, conversation.direction),
      sourceKey: null,
    },
    { acts, promises },
  );
  if (conversation.eventId !== null) closeEvent(app, conversation.eventId, conversation.about, ids);
  return {
    ...conversation,
    id,
    people: before.map((tie) => change(tie, getTie(db, tie.id), today)),
    acts: acts.map((act) => ({ ...act, name: people[act.with]!.name })),
    promises: promises.map((promise, at) => ({
      ...promise,
      id: promiseIds[at]!,
      name: people[promise.with]!.name,
      // What I promised has to find its place in a day, so it is a task from the start.
      taskId:
        promise.by === 'me'
          ? addStep(app, promise.what, promise.dueOn, promise.contactId, promiseIds[at]!)
          : null,
    })),
    next: next && { ...next, taskId: addStep(app, next.what, next.on, ids[0]!, null) },
  };
}

function closeEvent({ db }: App, eventId: number, about: string | null, people: number[]): void {
  const event = getEvent(db, eventId);
  setEvent(db, {
    ...event,
    state: 'done',
    outcome: event.outcome ?? about,
    people: [...new Set([...event.people, ...people])],
  });
}

function addStep(
  app: App,
  what: string,
  dueOn: IsoDay | null,
  contactId: number,
  promiseId: number | null,
): number {
  const title = what.charAt(0).toUpperCase() + what.slice(1);
  return addTask(app.db, {
    ...blankTask(app.today),
    ...{ title, bucket: 'deepen', minutes: PROMISE_MINUTES, dueOn, contactId, promiseId },
  });
}

function change(before: Tie, after: Tie, today: IsoDay): LogFacts['people'][number] {
  const is = standingOf(after, today);
  return {
    id: after.id,
    name: after.name,
    before: standingOf(before, today),
    after: is,
    nextStep: stepFor(is, today),
  };
}
