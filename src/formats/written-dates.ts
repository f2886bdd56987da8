/** Dates with a day of the month, as people write them → every day of the calendar that they can mean. */
import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc.js';
import type { IsoDay } from '../model';

dayjs.extend(utc);

/**
 * Which way a day without a year, or a bare weekday, lies: what was done is past, the rest is to come, and what cannot
 * be today, as the end of a rest, is later. What is due in a week or a month has the whole of it.
 */
export type Toward = 'past' | 'future' | 'later' | 'due';

/** None: written like a day, but the calendar has none such. Two: ambiguous. Null: not of this form. */
export type Readings = IsoDay[] | null;

/** Reads a phrase in lower case and single spaces. */
export type Form = (phrase: string, today: IsoDay, toward: Toward) => Readings;

const WEEKDAYS = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');
const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);

const DAY_OF_MONTH = '(?:the )?(\\d{1,2})';
const ORDINAL = '(?:st|nd|rd|th)';

/** `fri 27 nov` must be a Friday: if it is not, only the user knows which half is wrong. */
export const writtenDate: Form = (phrase, today, toward) => {
  const [, name, date = ''] = wholeMatch('([a-z]+) (.+)', phrase) ?? [];
  const forms = [yearFirst, monthByName, dayOfMonth, monthByNumber];
  const weekday = weekdayNamed(name);
  if (weekday === null) return firstReadings(forms, phrase, today, toward);
  return firstReadings(forms, date, today, toward)?.filter((day) => weekdayOf(day) === weekday) ?? null;
};

const yearFirst: Form = (phrase) => {
  const found = wholeMatch('(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})', phrase);
  return found && realDay(Number(found[1]), Number(found[3]), Number(found[4]));
};

/** `22 nov`, `22nd of november 2026`, `nov 22`. A year of two digits is refused: it could be a day or an hour. */
const monthByName: Form = (phrase, today, toward) => {
  const [, day, name, year] =
    wholeMatch(`${DAY_OF_MONTH}${ORDINAL}?(?: of)? ?([a-z]+)(?: ?(\\d+))?`, phrase) ?? [];
  const [, nameFirst, dayLater, yearLater] =
    wholeMatch(`([a-z]+) ?${DAY_OF_MONTH}${ORDINAL}?(?: (\\d+))?`, phrase) ?? [];
  const month = placeIn(MONTHS, name ?? nameFirst);
  if (month === null) return null;
  return monthDay(year ?? yearLater, month + 1, Number(day ?? dayLater), today, toward);
};

/** `22nd`: of the nearest month that has one. */
const dayOfMonth: Form = (phrase, today, toward) => {
  const found = wholeMatch(`${DAY_OF_MONTH}${ORDINAL}`, phrase);
  if (!found) return null;
  const days = [-2, -1, 0, 1, 2].flatMap((months) => {
    const [year, month] = shift(today, months, 'month').split('-').map(Number);
    return realDay(year!, month!, Number(found[1]));
  });
  return nearest(days, today, toward);
};

/** `3/4`, `03-04-2026`, `3.4.`: day and month, in whichever order there is such a day. */
const monthByNumber: Form = (phrase, today, toward) => {
  const found = wholeMatch('(\\d{1,2})([-/.])(\\d{1,2})(?:\\2(\\d{4})?)?', phrase);
  if (!found) return null;
  const [one, two, year] = [Number(found[1]), Number(found[3]), found[4]];
  return [
    ...new Set([...monthDay(year, two, one, today, toward), ...monthDay(year, one, two, today, toward)]),
  ];
};

function monthDay(
  year: string | undefined,
  month: number,
  day: number,
  today: IsoDay,
  toward: Toward,
): IsoDay[] {
  if (year !== undefined) return year.length === 4 ? realDay(Number(year), month, day) : [];
  // Eight years hold a 29 February, whatever the century.
  const years = Array.from({ length: 17 }, (_, index) => Number(today.slice(0, 4)) - 8 + index);
  return nearest(
    years.flatMap((each) => realDay(each, month, day)),
    today,
    toward,
  );
}

/** Of days in order; today counts in both directions. */
function nearest(days: IsoDay[], today: IsoDay, toward: Toward): IsoDay[] {
  if (toward === 'past') return days.filter((day) => day <= today).slice(-1);
  return days.filter((day) => day >= today).slice(0, 1);
}

function realDay(year: number, month: number, day: number): IsoDay[] {
  const written = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  return dayjs.utc(written).format('YYYY-MM-DD') === written ? [written] : [];
}

function pad(number: number, length: number): string {
  return String(number).padStart(length, '0');
}

// ── what every form is made of ────────────────────────────────────────────────────────────────────

export function firstReadings(forms: Form[], phrase: string, today: IsoDay, toward: Toward): Readings {
  for (const form of forms) {
    const readings = form(phrase, today, toward);
    if (readings !== null) return readings;
  }
  return null;
}

export function wholeMatch(pattern: string, phrase: string): RegExpExecArray | null {
  return new RegExp(`^(?:${pattern})$`).exec(phrase);
}

/** Monday is 0; null for any other word. */
export function weekdayNamed(name: string | undefined): number | null {
  return placeIn(WEEKDAYS, name === 'weds' ? 'wed' : name);
}

export function weekdayOf(day: IsoDay): number {
  return (dayjs.utc(day).day() + 6) % 7;
}

/** A month or a year later keeps the day of the month, or takes the last one there is. */
export function shift(day: IsoDay, count: number, unit: 'day' | 'week' | 'month' | 'year'): IsoDay {
  return dayjs.utc(day).add(count, unit).format('YYYY-MM-DD');
}

/** Names may be cut short, to three letters at least. */
function placeIn(names: string[], name: string | undefined): number | null {
  const place = name === undefined || name.length < 3 ? -1 : names.findIndex((full) => full.startsWith(name));
  return place === -1 ? null : place;
}
