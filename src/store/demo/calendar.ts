/** The days on which the sample search was lived. */
import type { IsoDay } from '../../model';
import { addDays, daysBetween, weekStart } from '../../rules/dates';
import type { Db } from '../db';
import type { Vow } from './story';

export const SEARCH_STARTED = -55;

export interface Step {
  on: IsoDay;
  write(): void;
}

export interface Story {
  db: Db;
  today: IsoDay;
  people: Map<string, number>;
  events: Map<string, number>;
  promises: Map<Vow, number>;
  jobs: Map<string, number>;
}

/** People meet on working days, one day off at most; what was written can be of any day. */
export function dayOf({ today }: Story, offset: number, anyDay = false): IsoDay {
  const day = addDays(today, offset);
  const weekday = anyDay ? 0 : daysBetween(weekStart(day), day);
  return addDays(day, weekday === 5 ? -1 : weekday === 6 ? 1 : 0);
}

/** What lies before the search was written down when it began. */
export function writtenOn({ today }: Story, day: IsoDay): IsoDay {
  const start = addDays(today, SEARCH_STARTED);
  return day < start ? start : day;
}
