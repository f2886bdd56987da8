/** Whom a question is likely to be about: people of today's events, then the latest talks, then what is due. */
import type { IsoDay } from '../model';
import { addDays, daysBetween } from './dates';

const RECENT_DAYS = 14;
const DUE_DAYS = 7;

/** The last day that makes something due soon. */
export function dueSoonBy(today: IsoDay): IsoDay {
  return addDays(today, DUE_DAYS);
}

export type Why =
  | { kind: 'event'; time: string | null }
  | { kind: 'recent'; day: IsoDay }
  | { kind: 'due'; day: IsoDay };

interface Person {
  id: number;
  state: string;
  lastTouchOn: IsoDay | null;
}

export interface Signals {
  /** In the order of the day. */
  events: readonly { contactId: number; startTime: string | null }[];
  due: readonly { contactId: number; dueOn: IsoDay }[];
}

/** The rest keep their order; whoever is parked comes last, unless today's events are theirs. */
export function rankLikely<T extends Person>(
  people: readonly T[],
  { events, due }: Signals,
  today: IsoDay,
): (T & { why: Why | null })[] {
  const byId = new Map(people.map((person) => [person.id, person]));
  const ranked = new Map<number, T & { why: Why | null }>();
  const add = (person: T | undefined, why: Why | null) => {
    if (person && !ranked.has(person.id)) ranked.set(person.id, { ...person, why });
  };
  for (const { contactId, startTime } of events) add(byId.get(contactId), { kind: 'event', time: startTime });
  const active = people.filter(({ state }) => state !== 'parked');
  const recent = active.filter(({ lastTouchOn }) => lastTouchOn !== null && isRecent(lastTouchOn, today));
  for (const person of recent.sort((a, b) =>
    a.lastTouchOn! < b.lastTouchOn! ? 1 : a.lastTouchOn! > b.lastTouchOn! ? -1 : 0,
  ))
    add(person, { kind: 'recent', day: person.lastTouchOn! });
  for (const { contactId, dueOn } of due) {
    const person = byId.get(contactId);
    if (person?.state !== 'parked') add(person, { kind: 'due', day: dueOn });
  }
  for (const person of active) add(person, null);
  for (const person of people) add(person, null);
  return [...ranked.values()];
}

function isRecent(day: IsoDay, today: IsoDay): boolean {
  const ago = daysBetween(day, today);
  return ago >= 0 && ago <= RECENT_DAYS;
}
