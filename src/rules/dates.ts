/**
 * Calendar days as strings; the arithmetic is in UTC, where no day is 23 or 25 hours long. Every run needs it, and the
 * whole of a date library would be read for these few lines: reading what people type is where that one works.
 */
import type { DayNumber, IsoDay } from '../model';

const MS_PER_DAY = 86_400_000;
const MS_PER_MINUTE = 60_000;

export function toDayNumber(day: IsoDay): DayNumber {
  return Date.parse(day) / MS_PER_DAY;
}

/** A fraction is cut: a heat day of 20,059.6 is day 20,059. */
export function toIsoDay(day: DayNumber): IsoDay {
  return new Date(Math.floor(day) * MS_PER_DAY).toISOString().slice(0, 10);
}

export function addDays(day: IsoDay, days: number): IsoDay {
  return toIsoDay(toDayNumber(day) + days);
}

/** Days from the first to the second; negative when the second is earlier. */
export function daysBetween(from: IsoDay, to: IsoDay): number {
  return toDayNumber(to) - toDayNumber(from);
}

/** True for a day of the calendar written `YYYY-MM-DD`: 2026-02-30 is none. */
export function isIsoDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && addDays(text, 0) === text;
}

/** The Monday of the week (or the Sunday, where weeks begin there). */
export function weekStart(day: IsoDay, firstDay: 'monday' | 'sunday' = 'monday'): IsoDay {
  const weekday = new Date(toDayNumber(day) * MS_PER_DAY).getUTCDay();
  return addDays(day, firstDay === 'sunday' ? -weekday : -((weekday + 6) % 7));
}

/** The calendar day at this moment where the user is. */
export function localDay(at: Date): IsoDay {
  return toIsoDay((at.getTime() - at.getTimezoneOffset() * MS_PER_MINUTE) / MS_PER_DAY);
}
