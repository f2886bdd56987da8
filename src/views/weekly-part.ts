/** A part of the preparation that was left alone, as the review asks about it. */
import type { IsoDay, Part } from '../model';
import { dayWithWeekday } from '../rules/day-words';
import { capital } from '../rules/names';
import type { NeglectedPart } from '../rules/proposals';
import { PART_NAMES } from './task';
import { count, dim, gap, good, heading, line, type View } from './view';

export type PartAnswer = 'task' | 'touched' | 'ready' | 'leave';

export function partHeading(): View {
  return [gap, heading('The part of your preparation left alone the longest')];
}

export function partQuestion({ part, untouchedDays }: NeglectedPart): string {
  const since = untouchedDays === null ? 'not touched yet' : `untouched for ${count(untouchedDays, 'day')}`;
  return `${capital(PART_NAMES[part])}: ${since}`;
}

export function partSaved(
  { part, answer, dueOn }: { part: Part; answer: PartAnswer; dueOn: IsoDay | null },
  today: IsoDay,
): View {
  switch (answer) {
    case 'task':
      return [line(good(`A task now, due ${dayWithWeekday(dueOn!, today)}.`), 2)];
    case 'touched':
      return [line(good(`${capital(PART_NAMES[part])}: touched today.`), 2)];
    case 'ready':
      return [line(good(`${capital(PART_NAMES[part])}: ready.`), 2)];
    case 'leave':
      return [line(dim('Left as it is.'), 2)];
  }
}
