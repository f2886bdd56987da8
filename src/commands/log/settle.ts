/** A reading beside the options: what was given as an option wins, and answers what was doubtful in the sentence. */
import type { Doubt, PersonRead, Reading } from '../../formats/sentence/reading';
import type { Channel } from '../../model';
import { isWritten } from '../../rules/logging';
import type { Came, LogInput } from './options';
import type { Participant } from './participants';

export interface Settled {
  input: LogInput;
  /** With what the options say in place of what the sentence says. */
  reading: Reading;
}

function isAnswered(doubt: Doubt, input: LogInput): boolean {
  const { about, by } = doubt;
  if (about === 'people')
    return input.people.length > 0 && doubt.add === undefined && doubt.instead.length === 0;
  if (about === 'channel') return input.channel !== undefined;
  if (about === 'direction')
    return givesDirection(input) || (input.channel !== undefined && !isWritten(input.channel));
  if (about === 'day') return input.day !== undefined;
  if (about === 'minutes') return input.minutes !== undefined;
  if (about === 'next') return input.next !== undefined;
  if (about === 'answer') return input.answer !== undefined;
  if (about === 'promise' || about === 'act') return gives(input, about, by);
  return false;
}

export function settled(input: LogInput, read: Reading): Settled {
  const channel = input.channel ?? read.channel?.channel;
  const isSilent = givesDirection(input) || (channel !== undefined && !isWritten(channel));
  const direction = isSilent ? undefined : read.direction;
  const reading = withOptions(input, read);
  if (channel !== undefined && isWritten(channel) && !direction && !givesDirection(input))
    if (!reading.doubts.some(({ about }) => about === 'direction'))
      reading.doubts.push(withoutDirection(read, channel));
  const participants = participantsOf(input, read);
  const { next } = reading;
  return {
    reading,
    input: {
      ...input,
      ...{ people: [...input.people, ...read.people.map((person) => handleOf(person)!)], participants },
      ...{ about: reading.about, channel, direction: direction ?? input.direction },
      ...{ day: input.day ?? read.day?.day, minutes: input.minutes ?? read.minutes?.minutes },
      came: [...cameOf(reading), ...input.came],
      ...{ next: input.next ?? next?.what, on: input.on ?? next?.on ?? undefined },
      answer: input.answer ?? reading.answered?.outcome,
      answerWith:
        reading.answered === null ? undefined : placeOf(read.people[reading.answered.with], participants),
      nextWith: next === null ? undefined : placeOf(read.people[next.with], participants),
    },
  };
}

function withOptions(input: LogInput, read: Reading): Reading {
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
  return {
    ...read,
    promises,
    acts,
    next,
    answered: input.answer === undefined ? read.answered : null,
    about,
    doubts: read.doubts.filter((one) => !isAnswered(one, input)),
  };
}

function cameOf({ people, promises, acts }: Reading): Came[] {
  return [
    ...promises.map(({ by, what, dueOn, with: place }) => {
      const due = { by: dueOn ?? undefined, to: handleOf(people[place]) };
      return { kind: 'promise' as const, side: by, what, ...due };
    }),
    ...acts.map(({ by, what, asked, with: place, whom }) => {
      const more = { unasked: by === 'them' && !asked, whom: whom === null ? undefined : `#${whom.id}` };
      return { kind: 'act' as const, side: by, what, to: handleOf(people[place]), ...more };
    }),
  ];
}

/** Those of the event first, then those of the sentence, each once; undefined while there is nobody. */
function participantsOf(input: LogInput, { people }: Reading): Participant[] | undefined {
  const all = [...(input.participants ?? [])];
  for (const { id, name } of people)
    if (id === null || !all.some((one) => one.id === id))
      all.push({ id, name, company: id === null ? (input.company ?? null) : null });
  return all.length === 0 ? undefined : all;
}

function placeOf(person: PersonRead | undefined, people: Participant[] = []): number {
  const isSame = (one: Participant) =>
    person?.id == null ? one.name === person?.name : one.id === person.id;
  return Math.max(0, people.findIndex(isSame));
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
