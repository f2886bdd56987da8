/** Open tasks with their urgency, importance and square, as every screen that ranks them needs them. */
import type { App } from '../app';
import type { ServingTask } from '../model';
import { PHI_TASKS } from '../rules/constants';
import type { Serves } from '../rules/importance';
import { paceOf } from '../rules/pace';
import { type WeighedTask, weighTask } from '../rules/quadrants';
import { type Aims, relevanceOf } from '../rules/relevance';
import type { Settings } from '../rules/settings';
import type { Capacity } from '../rules/urgency';
import { listTimedTasks } from '../store/tasks';

export type Weighed = WeighedTask<ServingTask>;

export function capacityOf({ db }: App, settings: Settings): Capacity {
  return {
    pace: paceOf(listTimedTasks(db, PHI_TASKS), settings.model.pace),
    minutesPerDay: settings.minutes,
  };
}

export function weigh(task: ServingTask, today: string, aims: Aims, capacity: Capacity): Weighed {
  return weighTask(task, servesOf(task, aims), today, capacity);
}

function servesOf(task: ServingTask, aims: Aims): Serves {
  return {
    promise: task.promiseBy && task.promiseState && { by: task.promiseBy, state: task.promiseState },
    contact:
      task.contactId === null
        ? null
        : {
            relevance: relevanceOf(
              {
                id: task.contactId,
                relevance: task.contactRelevance,
                purpose: task.contactPurpose,
                company: task.contactCompany,
                role: task.contactRole,
              },
              aims,
            ).weight,
            level: task.contactLevel ?? 0,
            firstFollowUp: task.contactMetOn !== null && task.contactFollowedUpOn === null,
          },
    event:
      task.eventKind && task.eventState && task.eventStartOn
        ? { kind: task.eventKind, startOn: task.eventStartOn, state: task.eventState }
        : null,
    job:
      task.jobCompany && task.jobStage
        ? { company: task.jobCompany, title: task.jobTitle, stage: task.jobStage }
        : null,
    partState: task.partState,
  };
}

/** A snoozed task sleeps until its day; a waiting one is somebody else's move. */
export function isPlannable(task: ServingTask, day: string): boolean {
  return task.waitingFor === null && (task.snoozedUntil === null || task.snoozedUntil <= day);
}
