/** From the words of the command line to one conversation; nothing is written down here. */
import type { App } from '../../app';
import { UsageError, UserError } from '../../errors';
import { readDay } from '../../formats/days';
import type { AskOutcome, Channel, Direction, IsoDay } from '../../model';
import { dayWithWeekday } from '../../rules/day-words';
import { channelOf, USUAL_MINUTES } from '../../rules/event-kinds';
import { isSubstantiveByDefault, isWritten } from '../../rules/logging';
import { getEvent } from '../../store/events';
import { planAgainHint } from '../ended';
import { minutesOf } from '../event/facts';
import { readPastDay } from '../past-day';
import { type AllThatCame, readCame } from './came';
import type { LogInput } from './options';
import { type Participant, readParticipants } from './participants';

/** An event answers who, how, when and how long, unless the command line says otherwise. */
export function withEvent(app: App, input: LogInput): LogInput {
  if (input.event === undefined) return input;
  const event = getEvent(app.db, input.event);
  if (event.state === 'cancelled')
    throw new UserError(
      `Event #${event.id} ${event.title} was cancelled: nothing was written down.`,
      planAgainHint(app.db, event),
    );
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

export interface Conversation extends AllThatCame {
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
  /** They heard which roles and companies I aim at, they saw a piece of my work. */
  toldGoal: boolean;
  seenWork: boolean;
  /** To what I had asked for; `with` is null for whoever has something to answer. */
  answer: { outcome: AskOutcome; with: number | null } | null;
  /** `with` is the place of whom it is about among the people. */
  next: { what: string; on: IsoDay | null; with: number } | null;
}

export async function readConversation(app: App, input: LogInput): Promise<Conversation> {
  if (input.on !== undefined && input.next === undefined) {
    throw new UsageError(
      '--on is the day of the next step, and there is none.',
      'give --next too, or --day for when it was',
    );
  }
  const day = await readPastDay(app, input.day, '--day', 'what is to come is an event: jobsearch event add');
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
    toldGoal: input.toldGoal === true,
    seenWork: input.seenWork === true,
    answer: input.answer === undefined ? null : { outcome: input.answer, with: input.answerWith ?? null },
    ...(await readCame(app, input, people)),
    next:
      input.next === undefined
        ? null
        : {
            what: input.next,
            with: input.nextWith ?? 0,
            on: input.on === undefined ? null : await readDay(input.on, app.today, { toward: 'due' }),
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
