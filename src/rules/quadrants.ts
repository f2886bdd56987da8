/** The four squares of urgent and important, and why a task is in its own. */
import type { IsoDay, Quadrant, Task } from '../model';
import { URGENCY_HALF_SLACK_DAYS } from './constants';
import { addDays, daysBetween } from './dates';
import { type ImportanceReason, importanceOf, isImportant, type Serves } from './importance';
import { minutesNeeded } from './pace';
import { type Capacity, effortDays, isUrgent, urgencyOf } from './urgency';

export interface WeighedTask<T extends Task = Task> {
  task: T;
  /** 0 to 1. */
  urgency: number;
  urgencyGiven: boolean;
  slackDays: number | null;
  /** 0 to 1. */
  importance: number;
  importanceGiven: boolean;
  importanceReason: ImportanceReason;
  quadrant: Quadrant;
}

/** Every term behind a task's square, in the order of the arithmetic. */
export interface Explanation {
  quadrant: Quadrant;
  urgency: {
    value: number;
    urgent: boolean;
    given: boolean;
    dueOn: IsoDay | null;
    /** Negative when overdue. */
    daysLeft: number | null;
    /** The estimate at the user's own pace. */
    minutesNeeded: number;
    /** The same in ordinary days. */
    effortDays: number;
    slackDays: number | null;
    /** The first day on which the slack alone makes it urgent; null when no due day decides. */
    urgentOn: IsoDay | null;
  };
  importance: { value: number; important: boolean; given: boolean; reason: ImportanceReason };
}

export function quadrantOf(urgency: number, importance: number): Quadrant {
  if (isImportant(importance)) return isUrgent(urgency) ? 1 : 2;
  return isUrgent(urgency) ? 3 : 4;
}

export function weighTask<T extends Task>(
  task: T,
  serves: Serves,
  today: IsoDay,
  capacity: Capacity,
): WeighedTask<T> {
  const isOver = isPreparationOver(task, serves, today);
  const urgency = urgencyOf(isOver ? { ...task, dueOn: null } : task, today, capacity);
  const importance = importanceOf(task, isOver ? afterwards(serves) : serves);
  return {
    task,
    urgency: urgency.value,
    urgencyGiven: urgency.given,
    slackDays: urgency.slackDays,
    importance: importance.value,
    importanceGiven: importance.given,
    importanceReason: importance.reason,
    quadrant: quadrantOf(urgency.value, importance.value),
  };
}

/** What was to be ready for an event is of no use after it; what is due later, or was promised, is no preparation. */
function isPreparationOver(task: Task, { event }: Serves, today: IsoDay): boolean {
  if (event === null || task.promiseId !== null) return false;
  const isHeld = event.state !== 'planned' || event.startOn < today;
  return isHeld && (task.dueOn === null || task.dueOn <= event.startOn);
}

/** The part and the job that it served are there as before. */
function afterwards(serves: Serves): Serves {
  return { ...serves, event: serves.event && { ...serves.event, state: 'done' }, contact: null };
}

export function explainTask(weighed: WeighedTask, today: IsoDay, capacity: Capacity): Explanation {
  const { task } = weighed;
  const effort = effortDays(task.minutes, capacity);
  const decides = weighed.slackDays !== null && !weighed.urgencyGiven;
  return {
    quadrant: weighed.quadrant,
    urgency: {
      value: weighed.urgency,
      urgent: isUrgent(weighed.urgency),
      given: weighed.urgencyGiven,
      dueOn: task.dueOn,
      daysLeft: task.dueOn === null ? null : daysBetween(today, task.dueOn),
      minutesNeeded: minutesNeeded(task.minutes, capacity.pace),
      effortDays: effort,
      slackDays: weighed.slackDays,
      urgentOn: decides ? addDays(task.dueOn!, -Math.floor(effort + URGENCY_HALF_SLACK_DAYS)) : null,
    },
    importance: {
      value: weighed.importance,
      important: isImportant(weighed.importance),
      given: weighed.importanceGiven,
      reason: weighed.importanceReason,
    },
  };
}
