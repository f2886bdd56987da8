/** The day of something that happened: today where none was typed, and never to come. */
import type { App } from '../app';
import { UsageError } from '../errors';
import { readDay } from '../formats/days';
import type { IsoDay } from '../model';
import { daysBetween } from '../rules/dates';
import { dayWithWeekday } from '../rules/day-words';

/** Without a year, a day that lies months back one way and days ahead the other is a slip of the pen. */
const LONG_AGO_DAYS = 180;
const SOON_DAYS = 90;

const NOT_YET = 'say so on that day, or give one that has come, such as yesterday';

export async function readPastDay(
  { today }: App,
  typed: string | undefined,
  flag = '--on',
  notYet = NOT_YET,
): Promise<IsoDay> {
  if (typed === undefined) return today;
  const day = await readDay(typed, today, { toward: 'past' });
  if (day > today)
    throw new UsageError(`${flag} is ${dayWithWeekday(day, today)}, but that day has not come yet.`, notYet);
  if (daysBetween(day, today) > LONG_AGO_DAYS && !/\d{4}/.test(typed)) {
    const ahead = await readDay(typed, today, { toward: 'future' });
    if (ahead > today && daysBetween(today, ahead) < SOON_DAYS) {
      throw new UsageError(
        `${flag} "${typed}" has not come yet this year, and ${dayWithWeekday(day, today)} is long ago.`,
        `if you mean that day: ${day}`,
      );
    }
  }
  return day;
}
