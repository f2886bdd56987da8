/** What is due now, one line each; nothing at all when nothing is. */
import type { IsoDay } from '../model';
import type { DueItem } from '../rules/due';
import { bad, count, dim, type Text, type View, warn } from './view';

export interface RemindFacts {
  day: IsoDay;
  /** `HH:MM`. */
  time: string;
  /** How far ahead events are named, in minutes. */
  within: number;
  items: DueItem[];
  /** Due as well, and said before; 0 without `--new`. */
  saidBefore: number;
}

export function remindView({ items }: RemindFacts): View {
  if (items.length === 0) return [];
  return [
    {
      kind: 'columns',
      columns: [{}, { flex: true }, { most: 36 }],
      rows: items.map((item): Text[] => [whenSpan(item), whatWords(item), dim(`jobsearch ${item.command}`)]),
    },
  ];
}

/** For a notification: as plain lines, a few of many. */
export function remindLines({ items }: RemindFacts): string[] {
  const shown = items.slice(0, MOST_LINES).map((item) => `${whenWords(item)}: ${whatWords(item)}`);
  return items.length > MOST_LINES ? [...shown, `and ${items.length - MOST_LINES} more`] : shown;
}

const MOST_LINES = 6;

function whenSpan(item: DueItem): Text {
  if (item.daysLate > 0) return bad(whenWords(item));
  return item.kind === 'event' ? warn(whenWords(item)) : whenWords(item);
}

function whenWords({ kind, inMinutes, startTime, daysLate }: DueItem): string {
  if (kind !== 'event') return daysLate === 0 ? 'today' : `${count(daysLate, 'day')} late`;
  if (inMinutes === null) return 'today';
  return inMinutes === 0 ? `${startTime} now` : `${startTime} in ${inMinutes} min`;
}

function whatWords({ kind, what, name }: DueItem): string {
  if (kind === 'waiting') return name === null ? `waiting: ${what}` : `waiting for ${name}: ${what}`;
  if (kind === 'promise') return `promised to ${name}: ${what}`;
  return what;
}
