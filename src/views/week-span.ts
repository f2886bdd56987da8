import type { IsoDay } from '../model';
import { longDay } from '../rules/day-words';

/** "16–22 November"; both months where it spans two, the year where it is not this one. */
export function weekSpan(weekFrom: IsoDay, weekTo: IsoDay, today: IsoDay): string {
  const [from, to] = [withoutWeekday(weekFrom), withoutWeekday(weekTo)];
  const year = weekTo.slice(0, 4) === today.slice(0, 4) ? '' : ` ${weekTo.slice(0, 4)}`;
  if (weekFrom === weekTo) return `${to}${year}`;
  const span =
    weekFrom.slice(0, 7) === weekTo.slice(0, 7) ? `${from.split(' ')[0]}–${to}` : `${from} – ${to}`;
  return `${span}${year}`;
}

function withoutWeekday(day: IsoDay): string {
  return longDay(day).split(' ').slice(1).join(' ');
}
