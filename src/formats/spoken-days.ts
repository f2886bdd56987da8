/** Days said from where one stands: `tomorrow`, `next tuesday`, `+3d`, `a week from friday`, `end of month`. */
import dayjs from 'dayjs';
import type { IsoDay } from '../model';
import {
  type Form,
  firstReadings,
  shift,
  weekdayNamed,
  weekdayOf,
  wholeMatch,
  writtenDate,
} from './written-dates';

const NEAR = new Map([
  ['yesterday', -1],
  ['today', 0],
  ['now', 0],
  ['tomorrow', 1],
]);
const COUNTS = 'zero a two three four five six seven eight nine ten eleven twelve'.split(' ');

const COUNT = `(\\d{1,4} ?|(?:an|one|${COUNTS.join('|')}) )`;
const UNIT = '(d|days?|w|wks?|weeks?|m|mos?|months?|y|yrs?|years?)';

/** Every short form of our own, dates included; the phrase is in lower case and single spaces. */
export const ownReadings: Form = (phrase, today, toward) =>
  firstReadings([counted, besideAnother, weekday, period, writtenDate], phrase, today, toward);

/** `+3d` and `in 2 weeks` are ahead, `-3d` and `2 days ago` behind; `3d` lies where the caller looks. */
const counted: Form = (phrase, today, toward) => {
  const near = NEAR.get(phrase);
  if (near !== undefined) return [shift(today, near, 'day')];
  const [, ahead, count, unit, ago] = wholeMatch(`(\\+|-|in )?${COUNT}${UNIT}( ago)?`, phrase) ?? [];
  if (count === undefined || (ahead !== undefined && ago !== undefined)) return null;
  const isBehind = ahead === '-' || ago !== undefined || (ahead === undefined && toward === 'past');
  return [shift(today, isBehind ? -countOf(count) : countOf(count), unitOf(unit!))];
};

/** `a week from tomorrow`, `2 days after fri`, `the day before yesterday`. */
const besideAnother: Form = (phrase, today, toward) => {
  const [, count = 'a', unit, side, start] =
    wholeMatch(`(?:${COUNT}|(?:the )?(?=day ))${UNIT} (from|after|before) (.+)`, phrase) ?? [];
  if (start === undefined) return null;
  const days = side === 'before' ? -countOf(count) : countOf(count);
  return ownReadings(start, today, toward)?.map((day) => shift(day, days, unitOf(unit!))) ?? null;
};

/**
 * A bare `fri` on a Friday is today, where it can be. `last` and `next` are never today: the nearest one strictly before or after.
 * `fri next week` looks at weeks from Monday, and so does `this fri` of what is past.
 */
const weekday: Form = (phrase, today, toward) => {
  const [, which, name, week] =
    wholeMatch('(?:(last|next|this) )?([a-z]+)(?: (?:of )?(last|next|this) week)?', phrase) ?? [];
  const wanted = weekdayNamed(name);
  if (wanted === null || (which !== undefined && week !== undefined)) return null;
  const inThisWeek = wanted - weekdayOf(today);
  const ahead = (inThisWeek + 7) % 7;
  if (week !== undefined) return [shift(today, inThisWeek + { last: -7, this: 0, next: 7 }[week]!, 'day')];
  if (which === 'next') return [shift(today, ahead || 7, 'day')];
  if (which === 'last') return [shift(today, ahead - 7, 'day')];
  if (toward === 'later' && which === undefined) return [shift(today, ahead || 7, 'day')];
  if (toward !== 'past') return [shift(today, ahead, 'day')];
  return [shift(today, which === 'this' ? inThisWeek : ahead && ahead - 7, 'day')];
};

/**
 * `next week` begins on its Monday, `next month` and `next year` on their first day; what is due in them, on its Friday
 * and their last day. A week ends on Sunday.
 */
const period: Form = (phrase, today, toward) => {
  const [, begun] = wholeMatch('next (week|month|year)', phrase) ?? [];
  if (begun !== undefined) {
    const first = shift(lastDayOf(today, unitOf(begun)), 1, 'day');
    if (toward !== 'due') return [first];
    return [begun === 'week' ? shift(first, 4, 'day') : lastDayOf(first, unitOf(begun))];
  }
  const [, next, ended] =
    wholeMatch('(?:eo|end of (?:the |this )?(next )?)(w|week|m|month|y|year)', phrase) ?? [];
  if (ended === undefined) return null;
  const unit = unitOf(ended);
  return [lastDayOf(next === undefined ? today : shift(today, 1, unit), unit)];
};

function lastDayOf(day: IsoDay, unit: Unit): IsoDay {
  if (unit === 'week') return shift(day, 6 - weekdayOf(day), 'day');
  return dayjs.utc(day).endOf(unit).format('YYYY-MM-DD');
}

type Unit = 'day' | 'week' | 'month' | 'year';

function unitOf(word: string): Unit {
  return (['day', 'week', 'month', 'year'] as const).find((unit) => unit[0] === word[0]) ?? 'day';
}

function countOf(word: string): number {
  const count = word.trim();
  const place = COUNTS.indexOf(count === 'an' || count === 'one' ? 'a' : count);
  return place === -1 ? Number(count) : place;
}
