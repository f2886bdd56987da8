/** The day of something that happened: today where none was typed, and never to come. */
import type { App } from '../app';
import { UsageError } from '../errors';
import { readDay } from '../formats/days';
import type { IsoDay } from '../model';
import { dayWithWeekday } from '../rules/day-words';

export async function readPastDay({ today }: App, typed: string | undefined, flag = '--on'): Promise<IsoDay> {
  if (typed === undefined) return today;
  const day = await readDay(typed, today, { toward: 'past' });
  if (day > today)
    throw new UsageError(`${flag} is ${dayWithWeekday(day, today)}, but that day has not come yet.`);
  return day;
}
