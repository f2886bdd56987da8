/** Tasks that were left lying: which, why, the worst first, and what is the most sensible thing to do with each. */
import type { IsoDay, Quadrant, StragglerAnswer, Task } from '../model';
import { DROP_DAYS, STRAGGLER } from './constants';
import { addDays, daysBetween } from './dates';
import { isImportant } from './importance';

export type StragglerReason =
  | { kind: 'overdue'; dueOn: IsoDay; days: number }
  /** Neither a day nor anything it serves: nothing will ever bring it up. */
  | { kind: 'no-square'; days: number }
  | { kind: 'undated'; days: number }
  | { kind: 'untouched'; since: IsoDay; days: number };

interface Weighed {
  task: Task;
  importance: number;
  quadrant: Quadrant;
}

export interface Straggler<T extends Weighed = Weighed> {
  weighed: T;
  reason: StragglerReason;
}

/** What is known of each task beside itself, by its number. */
export interface TaskHistory {
  touchedOn: ReadonlyMap<number, IsoDay>;
  /** Asked about and kept as it was. */
  keptOn: ReadonlyMap<number, IsoDay>;
}

const WORST_FIRST = ['overdue', 'no-square', 'undated', 'untouched'] as const;

/** Of the open tasks. What sleeps until a later day was decided upon, and is none. */
export function findStragglers<T extends Weighed>(
  tasks: readonly T[],
  today: IsoDay,
  { touchedOn, keptOn }: TaskHistory,
): Straggler<T>[] {
  return tasks
    .flatMap((weighed): Straggler<T>[] => {
      const { id, createdOn } = weighed.task;
      const kept = keptOn.get(id);
      if (kept !== undefined && daysBetween(kept, today) < STRAGGLER.keepDays) return [];
      const touched = touchedOn.get(id) ?? createdOn;
      const reason = reasonOf(weighed, today, touched > createdOn ? touched : createdOn);
      return reason ? [{ weighed, reason }] : [];
    })
    .sort(
      (a, b) =>
        WORST_FIRST.indexOf(a.reason.kind) - WORST_FIRST.indexOf(b.reason.kind) ||
        b.reason.days - a.reason.days ||
        a.weighed.task.id - b.weighed.task.id,
    );
}

function reasonOf({ task, quadrant }: Weighed, today: IsoDay, since: IsoDay): StragglerReason | undefined {
  const { dueOn, snoozedUntil, waitingFor, createdOn } = task;
  if (snoozedUntil !== null && snoozedUntil > today) return undefined;
  // It was out of sight until then, so nobody could touch it.
  const touched = snoozedUntil !== null && snoozedUntil > since ? snoozedUntil : since;
  const untouched = daysBetween(touched, today);
  const late = dueOn === null ? 0 : daysBetween(dueOn, today);
  // What waits for somebody is late by them.
  if (waitingFor === null) {
    if (dueOn !== null && late >= STRAGGLER.overdueDays) return { kind: 'overdue', dueOn, days: late };
    const age = { days: daysBetween(createdOn, today) };
    if (dueOn === null && quadrant === 4 && untouched >= STRAGGLER.noSquareDays)
      return { kind: 'no-square', ...age };
    if (dueOn === null && untouched >= STRAGGLER.undatedDays) return { kind: 'undated', ...age };
  }
  if (untouched >= STRAGGLER.untouchedDays) return { kind: 'untouched', since: touched, days: untouched };
  return undefined;
}

/** What Enter answers: nothing is dropped that serves anything. */
export function usualAnswer({ weighed, reason }: Straggler): StragglerAnswer {
  switch (reason.kind) {
    case 'overdue':
      return isImportant(weighed.importance) ? 'do first' : 'snooze';
    case 'undated':
      return isImportant(weighed.importance) ? 'schedule' : 'snooze';
    case 'no-square':
      return reason.days >= DROP_DAYS ? 'drop' : 'snooze';
    case 'untouched':
      return 'keep';
  }
}

/** Days from today on which what comes first is due: near enough to be urgent, and not all on one. */
const FIRST_DAYS = [1, 2, 3];

/**
 * What puts a task first, in square 1 from now on: it is important, by hand if it serves nothing that is, and due on one
 * of the next three days. `before` tells how many were put first already.
 */
export function firstChange(
  { task, importance }: Weighed,
  today: IsoDay,
  before: number,
): Pick<Task, 'importance' | 'urgency' | 'snoozedUntil' | 'waitingFor'> & { dueOn: IsoDay } {
  const free = addDays(today, FIRST_DAYS[Math.min(before, FIRST_DAYS.length - 1)]!);
  const isSooner = task.dueOn !== null && task.dueOn >= today && task.dueOn < free;
  return {
    importance: isImportant(importance) ? task.importance : 1,
    urgency: null,
    dueOn: isSooner ? task.dueOn! : free,
    snoozedUntil: null,
    waitingFor: null,
  };
}
