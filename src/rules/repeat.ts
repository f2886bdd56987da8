import type { IsoDay, Task } from '../model';
import { addDays } from './dates';

/**
 * When a task that was done comes back; null when it does not. Counted from the day it was done, not from the day
 * it was due, so that weeks without it leave one task behind and not a pile.
 */
export function nextDueOn(task: Pick<Task, 'repeatDays'>, doneOn: IsoDay): IsoDay | null {
  return task.repeatDays === null ? null : addDays(doneOn, task.repeatDays);
}
