/** Days and durations → the words for screens. English only, and by hand: `Intl` and a date library cost start-up time. */
import type { IsoDay } from '../model';
import { daysBetween } from './dates';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const CLOSE: Record<string, string> = { '-1': 'yesterday', '0': 'today', '1': 'tomorrow' };

/** For a sentence ("due …"): `yesterday`, `last Friday`, `on Friday`; beyond six days either way the date. */
export function dayWords(day: IsoDay, today: IsoDay): string {
  const away = daysBetween(today, day);
  const near = CLOSE[away];
  if (near !== undefined) return near;
  if (Math.abs(away) > 6) return `on ${shortDay(day, today)}`;
  return `${away < 0 ? 'last' : 'on'} ${weekdayOf(day)}`;
}

/** How far away: `in 3 days`, `19 days ago`, `8 months ago`. Months and years are whole ones gone by, from two on. */
export function relativeDay(day: IsoDay, today: IsoDay): string {
  const away = daysBetween(today, day);
  const near = CLOSE[away];
  if (near !== undefined) return near;
  const months = away < 0 ? wholeMonths(day, today) : wholeMonths(today, day);
  const length =
    months < 2
      ? `${Math.abs(away)} days`
      : months < 24
        ? `${months} months`
        : `${Math.floor(months / 12)} years`;
  return away < 0 ? `${length} ago` : `in ${length}`;
}

/** `18 Nov`, with the year when it is not this year's. */
export function shortDay(day: IsoDay, today: IsoDay): string {
  const { year, month, date } = partsOf(day);
  return `${date} ${MONTHS[month]!.slice(0, 3)}${isThisYear(day, today) ? '' : ` ${year}`}`;
}

/** `Sunday 22 November`: the heading of a day, where the year goes without saying. */
export function longDay(day: IsoDay): string {
  const { month, date } = partsOf(day);
  return `${weekdayOf(day)} ${date} ${MONTHS[month]}`;
}

/** `Friday 27 November`, with the year when it is not this year's: what a typed day is taken for. */
export function fullDay(day: IsoDay, today: IsoDay): string {
  return isThisYear(day, today) ? longDay(day) : `${longDay(day)} ${partsOf(day).year}`;
}

/** `Fri 27 Nov`, with the year when it is not this year's: a chosen day, printed back. */
export function dayWithWeekday(day: IsoDay, today: IsoDay): string {
  return `${weekdayOf(day).slice(0, 3)} ${shortDay(day, today)}`;
}

/** `45 min`, `2 h`, `3 h 10 min`. */
export function minutesWords(minutes: number): string {
  const whole = Math.round(minutes);
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

/** `month` counts from 0, as the list of their names does. */
function partsOf(day: IsoDay): { year: number; month: number; date: number } {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return { year, month: month - 1, date };
}

function weekdayOf(day: IsoDay): string {
  return WEEKDAYS[new Date(day).getUTCDay()]!;
}

function isThisYear(day: IsoDay, today: IsoDay): boolean {
  return day.slice(0, 4) === today.slice(0, 4);
}

function wholeMonths(from: IsoDay, to: IsoDay): number {
  const [start, end] = [partsOf(from), partsOf(to)];
  const months = (end.year - start.year) * 12 + end.month - start.month;
  return end.date < start.date ? months - 1 : months;
}
