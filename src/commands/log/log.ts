/** What just happened: one conversation with one person or several, and all that came of it. */
import type { App, Command } from '../../app';
import { UsageError, UserError } from '../../errors';
import { readDay } from '../../formats/days';
import type { Channel, Direction, IsoDay, Side, Tie } from '../../model';
import { actOf } from '../../rules/act-words';
import { dayWithWeekday } from '../../rules/day-words';
import { channelOf, USUAL_MINUTES } from '../../rules/event-kinds';
import { isSubstantiveByDefault, isWritten, touchKindsOf } from '../../rules/logging';
import { standingOf } from '../../rules/standing';
import type { Named } from '../../store/contacts';
import { inTransaction } from '../../store/db';
import { getEvent, setEvent } from '../../store/events';
import { addInteraction } from '../../store/interactions';
import { addTask } from '../../store/tasks';
import { getTie } from '../../store/ties';
import { type LogFacts, logView } from '../../views/log';
import { stepFor } from '../facts';
import { blankTask } from '../task/add';
import { readPerson } from '../who';
import { type Came, type LogInput, logOptions } from './options';
import { askForMissing, readWho } from './questions';

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
    const input = await askForMissing(app, withEvent(app, typed));
    const conversation = await read(app, input);
    const before = conversation.people.map(({ id }) => getTie(app.db, id));
    const saved = inTransaction(app.db, () => save(app, conversation));
    const people = before.map((tie) => change(tie, getTie(app.db, tie.id), app.today));
    const data: LogFacts = { ...conversation, ...saved, people };
    return { data, view: logView(data, app.today) };
  },
};

// ── reading what was typed ────────────────────────────────────────────────────────────────────────

/** An event answers who, how, when and how long, unless the command line says otherwise. */
function withEvent(app: App, input: LogInput): LogInput {
  if (input.event === undefined) return input;
  const event = getEvent(app.db, input.event);
  if (event.state === 'cancelled') throw new UserError(`Event #${event.id} ${event.title} was called off.`);
  if (event.startOn > app.today) {
    throw new UserError(
      `Event #${event.id} ${event.title} is on ${dayWithWeekday(event.startOn, app.today)}: it has not happened yet.`,
    );
  }
  return {
    ...input,
    people: [...event.people.map(String), ...input.people],
    channel: input.channel ?? channelOf(event.kind),
    day: input.day ?? event.startOn,
    purpose: input.purpose === undefined ? event.purpose : input.purpose,
  };
}

export interface Conversation {
  people: Named[];
  day: IsoDay;
  channel: Channel;
  direction: Direction | null;
  minutes: number;
  /** Nobody said how long it took, so it counts as long as such things usually take. */
  minutesUsual: boolean;
  about: string | null;
  substantive: boolean;
  purpose: string | null;
  eventId: number | null;
  promises: { by: Side; what: string; dueOn: IsoDay | null; contactId: number; name: string }[];
  acts: {
    by: Side;
    what: string | null;
    kind: ReturnType<typeof actOf>['kind'];
    asked: boolean;
    contactId: number;
    name: string;
  }[];
  next: { what: string; on: IsoDay | null } | null;
}

async function read(app: App, input: LogInput): Promise<Conversation> {
  if (input.on !== undefined && input.next === undefined) {
    throw new UsageError(
      '--on is the day of the next step, and there is none.',
      'give --next too, or --day for when it was',
    );
  }
  const day = input.day === undefined ? app.today : await readDay(input.day, app.today, { toward: 'past' });
  if (day > app.today) {
    throw new UserError(
      `${dayWithWeekday(day, app.today)} has not come yet: it can be planned, not logged.`,
      'jobsearch event add',
    );
  }
  const people = await readWho(app, input);
  const channel = input.channel!;
  const minutes = input.minutes ?? USUAL_MINUTES[channel];
  return {
    people,
    day,
    channel,
    direction: directionOf(input, channel),
    minutes,
    minutesUsual: input.minutes === undefined,
    about: input.about ?? null,
    substantive: input.substantive ?? isSubstantiveByDefault(channel, minutes),
    purpose: input.purpose ?? null,
    eventId: input.event ?? null,
    ...(await cameOf(app, input.came, people)),
    next:
      input.next === undefined
        ? null
        : {
            what: input.next,
            on: input.on === undefined ? null : await readDay(input.on, app.today, { toward: 'future' }),
          },
  };
}

export function directionOf(input: LogInput, channel: Channel): Direction | null {
  const flags = input.sent || input.received;
  if (!isWritten(channel)) {
    if (flags || input.direction) throw new UsageError(`A ${channel} has no direction: leave out who wrote.`);
    return null;
  }
  if (input.sent && input.received) return 'both';
  if (flags) return input.sent ? 'sent' : 'received';
  return input.direction ?? null;
}

async function cameOf(
  app: App,
  came: Came[],
  people: Named[],
): Promise<Pick<Conversation, 'promises' | 'acts'>> {
  const promises: Conversation['promises'] = [];
  const acts: Conversation['acts'] = [];
  for (const { kind, side, what, by, to, unasked } of came) {
    const person = to === undefined ? people[0]! : await readPerson(app, to);
    if (!people.some(({ id }) => id === person.id)) {
      throw new UsageError(`--to ${person.name}: they were not part of this conversation.`);
    }
    const whom = { by: side, contactId: person.id, name: person.name };
    if (kind === 'promise') {
      const dueOn = by === undefined ? null : await readDay(by, app.today, { toward: 'future' });
      promises.push({ ...whom, what, dueOn });
    } else acts.push({ ...whom, ...actOf(what), asked: unasked !== true });
  }
  return { promises, acts };
}

// ── writing it down ───────────────────────────────────────────────────────────────────────────────

function save(app: App, conversation: Conversation): Pick<LogFacts, 'id' | 'promises' | 'next'> {
  const { db } = app;
  const { day, people, promises, next } = conversation;
  const { id, promiseIds } = addInteraction(
    db,
    {
      ...conversation,
      people: people.map((person) => person.id),
      kinds: touchKindsOf(conversation.channel, conversation.direction),
      sourceKey: null,
    },
    {
      acts: conversation.acts.map((act) => ({ ...act, day })),
      promises: promises.map((promise) => ({ ...promise, madeOn: day })),
    },
  );
  if (conversation.eventId !== null) {
    const event = getEvent(db, conversation.eventId);
    const all = [...new Set([...event.people, ...people.map((person) => person.id)])];
    setEvent(db, { ...event, state: 'done', outcome: event.outcome ?? conversation.about, people: all });
  }
  return {
    id,
    promises: promises.map((promise, at) => ({
      ...promise,
      id: promiseIds[at]!,
      taskId: promise.by === 'me' ? addPromiseTask(app, promise, promiseIds[at]!) : null,
    })),
    next: next && { ...next, taskId: addNextTask(app, next, people[0]!.id) },
  };
}

/** What I promised has to find its place in a day, so it is a task from the start. */
function addPromiseTask(app: App, promise: Conversation['promises'][number], promiseId: number): number {
  return addTask(app.db, {
    ...blankTask(app.today),
    title: capital(promise.what),
    bucket: 'deepen',
    minutes: PROMISE_MINUTES,
    dueOn: promise.dueOn,
    contactId: promise.contactId,
    promiseId,
  });
}

function addNextTask(app: App, next: { what: string; on: IsoDay | null }, contactId: number): number {
  return addTask(app.db, {
    ...blankTask(app.today),
    title: capital(next.what),
    bucket: 'deepen',
    minutes: PROMISE_MINUTES,
    dueOn: next.on,
    contactId,
  });
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
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
