/** What is fixed today: when, with whom, what for, and what is open with those people. */
import type { IsoDay } from '../model';
import { minutesWords } from '../rules/day-words';
import { type EventFacts, timeWords } from './event';
import { dueWords } from './task';
import type { TodayFacts } from './today';
import { dim, gap, type Span, type Text, type View, warn } from './view';

export function eventBlocks({ events, day }: TodayFacts): View {
  if (events.length === 0) return [];
  return [
    gap,
    {
      kind: 'columns',
      columns: [{}, {}, { flex: true }, { align: 'right' }],
      indent: 2,
      rows: events.flatMap((event): Text[][] => [
        [
          `#${event.id}`,
          event.startTime ?? timeWords(event),
          eventTitle(event),
          event.minutes === null ? '' : minutesWords(event.minutes),
        ],
        ['', '', [...overlapWords(event, events), ...eventNote(event, day)], ''],
      ]),
    },
  ];
}

function eventTitle(event: EventFacts): Text {
  const unnamed = event.with.filter(
    ({ name }) => !event.title.toLowerCase().includes(name.split(' ')[0]!.toLowerCase()),
  );
  const companies = [...new Set(event.with.flatMap(({ company }) => company ?? []))];
  const parts = [
    event.title,
    unnamed.length > 0 ? `with ${unnamed.map(({ name }) => name).join(', ')}` : '',
    companies.join(', '),
    event.place ?? '',
  ];
  return { text: parts.filter((part) => part !== '').join(', '), tone: 'strong' };
}

function eventNote(event: TodayFacts['events'][number], day: IsoDay): Span[] {
  const open = event.promises.map((promise) => {
    const due = promise.dueOn === null ? '' : ` (${dueWords({ dueOn: promise.dueOn }, day)})`;
    return promise.by === 'me'
      ? `you owe ${promise.name} ${promise.what}${due}`
      : `${promise.name} promised ${promise.what}${due}`;
  });
  const why: Span[] = event.purpose
    ? [`why: ${event.purpose}`]
    : [warn('no purpose yet: '), dim(`jobsearch event edit ${event.id} --purpose "…"`)];
  return [...why, ...open.map((one) => ` · ${one}`)];
}

/** The earlier one of two says nothing: where it is read the other is still to come. */
function overlapWords(event: EventFacts, events: EventFacts[]): Span[] {
  const { startTime } = event;
  const others = events.filter(
    (other) =>
      startTime !== null &&
      other.startTime !== null &&
      other.endTime !== null &&
      other.endTime > startTime &&
      (other.startTime < startTime || (other.startTime === startTime && other.id < event.id)),
  );
  if (others.length === 0) return [];
  const named = others.map(({ title, startTime: time, endTime }) => `${time}–${endTime} ${title}`);
  return [warn(`overlaps with ${named.join(', ')}`), ' · '];
}
