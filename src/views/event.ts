/** Events: when, who, what for. */
import type { Event, IsoDay, OpenPromise } from '../model';
import { dayWithWeekday, relativeDay } from '../rules/day-words';
import { dueWords } from './task';
import { count, dim, gap, heading, line, type Text, title, type View, warn } from './view';

export interface EventFacts extends Event {
  with: { id: number; name: string; company: string | null }[];
}

/** "14:00–14:45", or nothing for an all-day event. */
export function timeWords(event: Event): string {
  if (event.startTime === null)
    return event.endOn && event.endOn > event.startOn ? 'several days' : 'all day';
  return event.endTime === null ? event.startTime : `${event.startTime}–${event.endTime}`;
}

/** "Fri 27 Nov, 14:00–14:45", "Tue 12 Jan 2027 to Thu 14 Jan 2027". */
function whenWords(event: Event, today: IsoDay): string {
  const first = dayWithWeekday(event.startOn, today);
  if (event.startTime !== null || event.endOn === null || event.endOn === event.startOn)
    return `${first}, ${timeWords(event)}`;
  return `${first} to ${dayWithWeekday(event.endOn, today)}`;
}

function peopleWords(event: EventFacts): string {
  return event.with.map(({ name, company }) => (company ? `${name} (${company})` : name)).join(', ');
}

export function eventListView(events: EventFacts[], today: IsoDay): View {
  if (events.length === 0) {
    return [
      line('No events to come.'),
      line(dim('Add one: jobsearch event add "Coffee with Ana" --on "fri 14:00" --with ana')),
    ];
  }
  const past = events.filter((event) => event.state === 'planned' && (event.endOn ?? event.startOn) < today);
  return [
    {
      kind: 'columns',
      head: ['#', 'day', 'time', 'what', 'who'],
      columns: [{ align: 'right' }, {}, {}, { flex: true }, {}],
      rows: events.map((event): Text[] => [
        String(event.id),
        dayWithWeekday(event.startOn, today),
        timeWords(event),
        event.state === 'planned' ? event.title : [event.title, dim(` (${event.state})`)],
        event.with.map(({ name }) => name).join(', '),
      ]),
    },
    ...(past.length > 0
      ? [
          line(
            warn(
              `${count(past.length, 'event')} past without a word on how ${past.length === 1 ? 'it' : 'they'} went: jobsearch log --event ${past[0]!.id}`,
            ),
          ),
        ]
      : []),
  ];
}

export function eventView(event: EventFacts, promises: OpenPromise[], today: IsoDay): View {
  const rows: [string, Text | null][] = [
    ['when', `${whenWords(event, today)} (${relativeDay(event.startOn, today)})`],
    ['kind', event.state === 'planned' ? event.kind : `${event.kind}, ${event.state}`],
    ['where', event.place],
    ['with', event.with.length > 0 ? peopleWords(event) : null],
    ['purpose', event.purpose ?? dim(`none yet: jobsearch event edit ${event.id} --purpose "…"`)],
    ['notes', event.notes],
    ['outcome', event.outcome],
  ];
  const view: View = [
    title(event.title, `event #${event.id}`),
    gap,
    { kind: 'facts', rows: rows.filter((row): row is [string, Text] => row[1] !== null) },
  ];
  if (promises.length > 0) {
    view.push(gap, heading('Open between you'), {
      kind: 'columns',
      columns: [{}, { flex: true }],
      indent: 2,
      rows: promises.map((promise) => [
        promise.by === 'me' ? `you promised ${promise.name}` : `${promise.name} promised`,
        `${promise.what}${promise.dueOn ? `, ${dueWords(promise, today)}` : ''}`,
      ]),
    });
  }
  if (event.state === 'planned') view.push(gap, line(dim(`Afterwards: jobsearch log --event ${event.id}`)));
  return view;
}

export function eventSavedView(verb: 'Added' | 'Changed', event: EventFacts, today: IsoDay): View {
  const who = event.with.length > 0 ? `, with ${peopleWords(event)}` : '';
  return [
    line([
      { text: `${verb} event #${event.id} ${event.title}`, tone: 'good' },
      ` (${event.state === 'planned' ? event.kind : `${event.kind}, ${event.state}`}): ${whenWords(event, today)}${who}`,
    ]),
    ...(event.purpose || event.state !== 'planned'
      ? []
      : [line(dim(`What for? jobsearch event edit ${event.id} --purpose "…"`))]),
  ];
}
