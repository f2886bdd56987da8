/** An event with what screens say of it beside its columns. */
import type { App } from '../../app';
import type { Event } from '../../model';
import { listNamed } from '../../store/named';
import type { EventFacts } from '../../views/event';

export function eventFacts({ db }: App, event: Event): EventFacts {
  return {
    ...event,
    with: listNamed(db, event.people).map(({ id, name, company }) => ({ id, name, company })),
  };
}

/** Null for an all-day event or an open end. */
export function minutesOf(event: Pick<Event, 'startOn' | 'startTime' | 'endOn' | 'endTime'>): number | null {
  if (event.startTime === null || event.endTime === null) return null;
  const at = (day: string, time: string) => Date.parse(`${day}T${time}Z`) / 60_000;
  return at(event.endOn ?? event.startOn, event.endTime) - at(event.startOn, event.startTime);
}
