/** A reading beside the options: what was given as an option wins, and answers what was doubtful in the sentence. */
import type { Doubt, PersonRead, Reading } from '../../formats/sentence/reading';
import type { Channel } from '../../model';
import { isWritten } from '../../rules/logging';
import type { Came, LogInput } from './options';

export interface Settled {
  input: LogInput;
  /** With what the options say in place of what the sentence says. */
  reading: Reading;
}

export function isAnswered(doubt: Doubt, input: LogInput): boolean {
  const { about, by } = doubt;
  if (about === 'people')
    return input.people.length > 0 && doubt.add === undefined && doubt.instead.length === 0;
  if (about === 'channel') return input.channel !== undefined;
  if (about === 'direction')
    return givesDirection(input) || (input.channel !== undefined && !isWritten(input.channel));
  if (about === 'day') return input.day !== undefined;
  if (about === 'minutes') return input.minutes !== undefined;
  if (about === 'next') return input.next !== undefined;
  if (about === 'promise' || about === 'act') return gives(input, about, by);
  return false;
}

export function settled(input: LogInput, read: Reading): Settled {
  const channel = input.channel ?? read.channel?.channel;
  const direction =
    givesDirection(input) || (channel !== undefined && !isWritten(channel)) ? undefined : read.direction;
  const promises = read.promises.filter(({ by }) => !gives(input, 'promise', by));
  const acts = read.acts.filter(({ by }) => !gives(input, 'act', by));
  const next = input.next === undefined ? read.next : null;
  // Words that an option spoke over are not lost: they stay in the note.
  const dropped = [
    ...read.promises.filter((one) => !promises.includes(one)),
    ...read.acts.filter((one) => !acts.includes(one)),
    ...(read.next && !next ? [read.next] : []),
  ].map(({ words }) => words);
  const about = [input.about, read.about, ...dropped].filter(Boolean).join('; ') || null;
  const doubts = read.doubts.filter((doubt) => !isAnswered(doubt, input));
  if (
    channel !== undefined &&
    isWritten(channel) &&
    !direction &&
    !givesDirection(input) &&
    !doubts.some((one) => one.about === 'direction')
  )
    doubts.push(withoutDirection(read, channel));
  const reading = { ...read, promises, acts, next, about, doubts };
  const came: Came[] = [
    ...promises.map(({ by, what, dueOn, with: place }) => ({
      ...{
        kind: 'promise' as const,
        side: by,
        what,
        by: dueOn ?? undefined,
        to: handleOf(read.people[place]),
      },
    })),
    ...acts.map(({ by, what, asked, with: place, whom }) => ({
      ...{
        kind: 'act' as const,
        side: by,
        what,
        to: handleOf(read.people[place]),
        unasked: by === 'them' && !asked,
      },
      ...{ whom: whom === null ? undefined : `#${whom.id}` },
    })),
  ];
  return {
    reading: { ...reading, ...overriden(input, read) },
    input: {
      ...input,
      ...{ people: [...input.people, ...read.people.map((person) => handleOf(person)!)], about },
      ...(input.people.length === 0 && read.people.length > 0
        ? { participants: participantsOf(input, read) }
        : {}),
      ...{ channel, direction: direction ?? input.direction, day: input.day ?? read.day?.day },
      ...{ minutes: input.minutes ?? read.minutes?.minutes, came: [...came, ...input.came] },
      ...{ next: input.next ?? next?.what, nextWith: next?.with, on: input.on ?? next?.on ?? undefined },
    },
  };
}

function overriden(input: LogInput, read: Reading): Partial<Reading> {
  const none = { words: '', spans: [] };
  return {
    ...(input.channel === undefined ? {} : { channel: { channel: input.channel, ...none } }),
    ...(input.minutes === undefined ? {} : { minutes: { minutes: input.minutes, ...none } }),
    ...(input.direction === undefined ? {} : { direction: input.direction }),
    ...(read.people.length > 0 ? {} : {}),
  };
}

function participantsOf(input: LogInput, { people }: Reading) {
  return people.map(({ id, name }) => ({ id, name, company: id === null ? (input.company ?? null) : null }));
}

function handleOf(person: PersonRead | undefined): string | undefined {
  return person && (person.id === null ? person.name : `#${person.id}`);
}

function givesDirection({ sent, received, direction }: LogInput): boolean {
  return sent === true || received === true || direction !== undefined;
}

function gives({ came }: LogInput, kind: Came['kind'], side: Came['side'] | undefined): boolean {
  return came.some((one) => one.kind === kind && one.side === side);
}

function withoutDirection(read: Reading, channel: Channel): Doubt {
  const words = read.channel?.words ?? channel;
  const span = read.channel?.spans[0] ?? { start: 0, end: read.sentence.length };
  return {
    about: 'direction',
    words,
    span,
    why: 'does not say who wrote',
    say: '--sent, --received',
    instead: [],
    blocks: true,
  };
}
