/** A reading with all that the options beside the sentence gave: as it would be saved. */
import type { App } from '../../app';
import type { Reading, Source } from '../../formats/sentence/reading';
import type { ReadingMore } from '../../views/reading';
import { type Conversation, readConversation } from './conversation';
import type { LogInput } from './options';
import type { Settled } from './settle';

export type WholeReading = Reading & ReadingMore;

export async function wholeReading(app: App, typed: LogInput, settled: Settled): Promise<WholeReading> {
  const { reading } = settled;
  const input = readable(settled);
  const saved = await readConversation(app, input);
  return {
    ...reading,
    people: saved.people.map(({ id, name }) => ({
      ...{ id, name },
      ...sourceOf(reading.people.find((one) => (id === null ? one.name === name : one.id === id))),
    })),
    // An event brings these, too, and is no part of what was typed.
    channel: settled.input.channel === undefined ? null : given(reading.channel, { channel: saved.channel }),
    direction: settled.input.channel === undefined ? reading.direction : saved.direction,
    day: input.day === undefined ? null : given(reading.day, { day: saved.day }),
    minutes: input.minutes === undefined ? null : given(reading.minutes, { minutes: saved.minutes }),
    promises: saved.promises.map((promise, at) => ({ ...promise, ...sourceOf(reading.promises[at]) })),
    acts: actsOf(reading, input, saved),
    next: saved.next && { ...saved.next, ...sourceOf(reading.next) },
    ...{
      purpose: saved.purpose,
      eventId: saved.eventId,
      offers: saved.offers,
      answer: saved.answer?.outcome ?? null,
    },
    ...{ toldGoal: saved.toldGoal, seenWork: saved.seenWork, substantive: typed.substantive ?? null },
  };
}

/** What a doubt leaves open is filled for the while of reading the rest, so that the rest can be shown beside it. */
function readable({ input, reading }: Settled): LogInput {
  const isOpen = reading.doubts.some(({ about }) => about === 'people');
  const isWritten = input.sent || input.received || input.direction;
  return {
    ...input,
    channel: input.channel ?? (isWritten ? 'email' : 'meeting'),
    participants: input.participants ?? [],
    came: isOpen ? input.came.map((one) => ({ ...one, to: undefined, whom: undefined })) : input.came,
  };
}

/** An option has none. */
function sourceOf(read: Source | null | undefined): Source {
  return { words: read?.words ?? '', spans: read?.spans ?? [] };
}

/** The words that something was read from belong to it only while no option says otherwise. */
function given<T extends object>(read: (T & Source) | null, value: T): T & Source {
  const isRead = read !== null && Object.entries(value).every(([key, one]) => read[key as keyof T] === one);
  return { ...value, ...sourceOf(isRead ? read : null) };
}

/** The acts of the sentence come first, as they do in the input. */
function actsOf(reading: Reading, input: LogInput, { acts, people }: Conversation): Reading['acts'] {
  const typed = input.came.filter(({ kind }) => kind === 'act');
  return acts.map(({ by, asked, with: place, whom }, at) => {
    const introduced = typeof whom === 'number' ? people[whom]! : whom;
    return {
      ...{ by, what: typed[at]!.what, asked, with: place, ...sourceOf(reading.acts[at]) },
      // An option without --unasked says that it was.
      assumed: reading.acts[at]?.assumed ?? false,
      whom: introduced && { id: introduced.id, name: introduced.name },
    };
  });
}
