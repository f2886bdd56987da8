/** Which weekly review is to be held today: a new one, one that was begun, or none because it is done. */
import type { IsoDay, ReviewAnswer } from '../model';
import { REVIEW } from './constants';
import { addDays, daysBetween, weekStart } from './dates';
import { planFrom, type Week } from './week';

export interface ReviewDays {
  /** Its first day. */
  on: IsoDay;
  state: 'new' | 'begun' | 'done';
  /** The seven days it looks back on. */
  week: Week;
  /** The first day of the week it looks ahead to. */
  nextWeekOn: IsoDay;
}

/** `latest` is the last one that anything was answered in. A missed week leaves nothing behind: the next is a new one. */
export function reviewFor(
  today: IsoDay,
  latest: { on: IsoDay; answers: readonly ReviewAnswer[] } | undefined,
): ReviewDays {
  if (latest) {
    const days = daysBetween(latest.on, today);
    const isDone = latest.answers.filter(({ step }) => step === 'commitment').length >= REVIEW.commitments;
    const lasts = isDone ? REVIEW.standsDays : REVIEW.goesOnDays;
    if (days >= 0 && days <= lasts) return daysOf(latest.on, isDone ? 'done' : 'begun');
  }
  return daysOf(today, 'new');
}

function daysOf(on: IsoDay, state: ReviewDays['state']): ReviewDays {
  const week = { from: addDays(on, -6), to: on };
  return { on, state, week, nextWeekOn: planFrom(week, on) };
}

/** The weeks whose commitments one is asked about begin in these days. */
export function outcomeWeeks({ on }: Pick<ReviewDays, 'on'>): Week {
  const { from, to } = REVIEW.outcomeDays;
  return { from: addDays(on, -to), to: addDays(on, -from) };
}

/** Monday, Wednesday, Friday, Tuesday, Thursday of the week, so that no day gets everything; never a day that is gone. */
export function spreadDay(nextWeekOn: IsoDay, before: number, today: IsoDay): IsoDay {
  const day = addDays(weekStart(nextWeekOn), [0, 2, 4, 1, 3][before % 5]!);
  return day < today ? today : day;
}
