/** The planned events around a day: what is on it, what it should have heard of, and what casts its shadow on it. */
import type { Event, IsoDay } from '../model';
import { NETWORKING } from './constants';
import { addDays } from './dates';

type Planned = Pick<Event, 'id' | 'kind' | 'startOn' | 'startTime' | 'endOn'>;

export interface Agenda<E extends Planned> {
  /** All-day ones first, then by time. */
  on: E[];
  /** Over, and nobody said how they went: the latest first. */
  unlogged: E[];
  /** Tomorrow's, and the interviews of the next days, by start. */
  upcoming: E[];
}

/** Longest an event may run for its later days to show on the agenda. */
const LONGEST_DAYS = 31;
/** How far ahead an interview casts its shadow. */
const SOON_DAYS = 3;

/** The first days of the events that an agenda is made of, both included. */
export function daysAround(day: IsoDay): [from: IsoDay, to: IsoDay] {
  return [addDays(day, -Math.max(LONGEST_DAYS, NETWORKING.lookBackDays)), addDays(day, SOON_DAYS)];
}

/** `planned` are those that begin in `daysAround` and were neither held nor called off. */
export function agendaOf<E extends Planned>(planned: readonly E[], day: IsoDay): Agenda<E> {
  const tomorrow = addDays(day, 1);
  const [longest, since] = [addDays(day, -LONGEST_DAYS), addDays(day, -NETWORKING.lookBackDays)];
  const agenda: Agenda<E> = { on: [], unlogged: [], upcoming: [] };
  for (const event of planned) {
    const { kind, startOn } = event;
    if (startOn > day) {
      if (kind === 'interview' || startOn === tomorrow) agenda.upcoming.push(event);
    } else if ((event.endOn ?? startOn) >= day) {
      if (startOn >= longest) agenda.on.push(event);
    } else if (startOn >= since) agenda.unlogged.push(event);
  }
  // No time is less than any time.
  const byTime = (a: E, b: E) => compare(a.startTime ?? '', b.startTime ?? '');
  const byStart = (a: E, b: E) => compare(a.startOn, b.startOn) || byTime(a, b);
  agenda.on.sort((a, b) => byTime(a, b) || a.id - b.id);
  agenda.unlogged.sort((a, b) => byStart(b, a) || a.id - b.id);
  agenda.upcoming.sort((a, b) => byStart(a, b) || a.id - b.id);
  return agenda;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
