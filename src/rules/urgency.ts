import type { IsoDay, Task } from '../model';
import { URGENCY_HALF_SLACK_DAYS, URGENT_FROM } from './constants';
import { daysBetween } from './dates';

export interface Capacity {
  /** Real minutes per estimated minute. */
  pace: number;
  /** Minutes for the search on an ordinary day. */
  minutesPerDay: number;
}

export interface Urgency {
  /** 0 to 1. */
  value: number;
  /** Days that can still be lost before it is late; null without a due day. */
  slackDays: number | null;
  /** Said by hand, so the due day had no part in it. */
  given: boolean;
}

export function urgencyOf(
  task: Pick<Task, 'dueOn' | 'minutes' | 'urgency'>,
  today: IsoDay,
  capacity: Capacity,
): Urgency {
  const slackDays =
    task.dueOn === null ? null : daysBetween(today, task.dueOn) - effortDays(task.minutes, capacity);
  if (task.urgency !== null) return { value: task.urgency, slackDays, given: true };
  return { value: urgencyOfSlack(slackDays), slackDays, given: false };
}

/** One half at three days of slack, and halved again by every three days more. */
function urgencyOfSlack(slackDays: number | null): number {
  if (slackDays === null) return 0;
  return slackDays <= 0 ? 1 : 2 ** (-slackDays / URGENCY_HALF_SLACK_DAYS);
}

/** Working time in ordinary days. A day without time counts as one minute, so any due task is late rather than infinite. */
export function effortDays(estimate: number, { pace, minutesPerDay }: Capacity): number {
  return (estimate * pace) / Math.max(1, minutesPerDay);
}

export function isUrgent(value: number): boolean {
  return value >= URGENT_FROM;
}
