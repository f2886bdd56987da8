/** Days and durations → the words for screens. English only: `Intl` costs start-up time. */
import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc.js';
import type { IsoDay } from '../model';
import { daysBetween } from './dates';

dayjs.extend(utc);

const CLOSE: Record<string, string> = { '-1': 'yesterday', '0': 'today', '1': 'tomorrow' };

/** For a sentence ("due …"): `yesterday`, `last Friday`, `on Friday`; beyond six days either way the date. */
export function dayWords(day: IsoDay, today: IsoDay): string {
  const away = daysBetween(today, day);
  const near = CLOSE[away];
  if (near !== undefined) return near;
  if (Math.abs(away) > 6) return `on ${shortDay(day, today)}`;
  return `${away < 0 ? 'last' : 'on'} ${dayjs.utc(day).format('dddd')}`;
}

/** How far away: `in 3 days`, `19 days ago`, `8 months ago`. Months and years are whole ones gone by, from two on. */
export function relativeDay(day: IsoDay, today: IsoDay): string {
  const away = daysBetween(today, day);
  const near = CLOSE[away];
  if (near !== undefined) return near;
  const months = Math.abs(dayjs.utc(day).diff(dayjs.utc(today), 'month'));
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
  return dayjs.utc(day).format(day.slice(0, 4) === today.slice(0, 4) ? 'D MMM' : 'D MMM YYYY');
}

/** `Sunday 22 November`: the heading of a day, where the year goes without saying. */
export function longDay(day: IsoDay): string {
  return dayjs.utc(day).format('dddd D MMMM');
}

/** `Friday 27 November`, with the year when it is not this year's: what a typed day is taken for. */
export function fullDay(day: IsoDay, today: IsoDay): string {
  return day.slice(0, 4) === today.slice(0, 4) ? longDay(day) : dayjs.utc(day).format('dddd D MMMM YYYY');
}

/** `Fri 27 Nov`, with the year when it is not this year's: a chosen day, printed back. */
export function dayWithWeekday(day: IsoDay, today: IsoDay): string {
  return `${dayjs.utc(day).format('ddd')} ${shortDay(day, today)}`;
}

/** `45 min`, `2 h`, `3 h 10 min`. */
export function minutesWords(minutes: number): string {
  const whole = Math.round(minutes);
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}
