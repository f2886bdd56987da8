/** From the words of the command line to one conversation; nothing is written down here. */
import type { App } from '../../app';
import { UsageError, UserError } from '../../errors';
import { readDay } from '../../formats/days';
import type { ActKind, Channel, Direction, IsoDay, Side } from '../../model';
import { actOf } from '../../rules/act-words';
import { dayWithWeekday } from '../../rules/day-words';
import { channelOf, USUAL_MINUTES } from '../../rules/event-kinds';
import { isSubstantiveByDefault, isWritten } from '../../rules/logging';
import { matchPeople, wordsOf } from '../../rules/names';
import { getEvent } from '../../store/events';
import { minutesOf } from '../event/fields';
import type { Came, LogInput } from './options';
import { type Participant, readParticipants } from './participants';

/** An event answers who, how, when and how long, unless the command line says otherwise. */
export function withEvent(app: App, input: LogInput): LogInput {
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
    minutes: input.minutes ?? minutesOf(event) ?? undefined,
    purpose: input.purpose === undefined ? event.purpose : input.purpose,
  };
}

export interface Conversation {
  people: Participant[];
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
  promises: PromiseMade[];
  acts: ActDone[];
  next: { what: string; on: IsoDay | null } | null;
}

/** `with` is the place of the other side among the people. */
interface PromiseMade {
  by: Side;
  what: string;
  dueOn: IsoDay | null;
  with: number;
}

interface ActDone {
  by: Side;
  kind: ActKind;
  what: string | null;
  asked: boolean;
  with: number;
}

export async function readConversation(app: App, input: LogInput): Promise<Conversation> {
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
  const people = input.participants ?? (await readParticipants(app, input));
  const channel = input.channel!;
  const minutes = input.minutes ?? USUAL_MINUTES[channel];
  return {
    people,
    day,
    channel,
    direction: directionOf(input, channel),
    minutes,
    minutesUsual: input.minutes === undefined,
    about: input.about || null,
    substantive: input.substantive ?? isSubstantiveByDefault(channel, minutes),
    purpose: input.purpose || null,
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
  people: Participant[],
): Promise<Pick<Conversation, 'promises' | 'acts'>> {
  const promises: PromiseMade[] = [];
  const acts: ActDone[] = [];
  for (const { kind, side, what, by, to, unasked } of came) {
    const whom = { by: side, with: to === undefined ? 0 : placeOf(to, people) };
    if (kind === 'promise') {
      const dueOn = by === undefined ? null : await readDay(by, app.today, { toward: 'future' });
      promises.push({ ...whom, what, dueOn });
    } else acts.push({ ...whom, ...actOf(what), asked: unasked !== true });
  }
  return { promises, acts };
}

function placeOf(typed: string, people: Participant[]): number {
  const number = /^#?(\d+)$/.exec(typed.trim())?.[1];
  const places = people.map((person, place) => ({ ...person, place, words: wordsOf(person.name) }));
  const found = number
    ? places.filter(({ id }) => id === Number(number))
    : matchPeople(
        typed,
        places.filter(({ words }) =>
          wordsOf(typed).every((word) => words.some((one) => one.startsWith(word))),
        ),
      );
  if (found.length !== 1) {
    const names = people.map(({ name }) => name).join(', ');
    throw new UsageError(
      `--to "${typed}" fits ${found.length === 0 ? 'nobody' : 'several'} of those you talked with: ${names}.`,
    );
  }
  return found[0]!.place;
}
