/** A next step that becomes a dated task. */
import type { App } from '../app';
import type { IsoDay } from '../model';
import { addDays } from '../rules/dates';
import { capital } from '../rules/names';
import type { NextStep } from '../rules/next-step';
import { listOpenPromisesTo } from '../store/promises';
import { addTask, getTask, listOpenTasksFor, type NewTask } from '../store/tasks';
import type { AddedStep } from '../views/added-step';
import { addStepTask } from './promise/task';
import { blankTask } from './task/add';

/** A step is small enough for one of the next days; two of them is when a follow-up is due anyway. */
const STEP_WITHIN_DAYS = 2;

export function stepTask(today: IsoDay, person: { id: number; name: string }, step: NextStep): NewTask {
  const { text, minutes, bucket } = step;
  const title = text.includes(person.name.split(' ')[0]!) ? capital(text) : `${person.name}: ${text}`;
  const dueOn = addDays(today, STEP_WITHIN_DAYS);
  return { ...blankTask(today), title, minutes, bucket, dueOn, contactId: person.id };
}

/** The step as a task: a new one, unless one stands for the same already. */
export function addStep(
  app: App,
  person: { id: number; name: string },
  step: NextStep,
  jobId: number | null = null,
): AddedStep {
  if (step.action === 'keep-promise') {
    const promise = nextPromiseTo(app, person.id);
    if (promise) return promiseTask(app, promise);
  }
  const task = { ...stepTask(app.today, person, step), jobId };
  const known = listOpenTasksFor(app.db, person.id).find(({ title }) => sameWords(title, task.title));
  return addedStep(app, known?.id ?? addTask(app.db, task), known !== undefined);
}

/** My promise with the earliest day. */
function nextPromiseTo({ db }: App, contactId: number) {
  const mine = listOpenPromisesTo(db, contactId).filter(({ by }) => by === 'me');
  return mine.find(({ dueOn }) => dueOn !== null) ?? mine[0];
}

/** Where its task was dropped it has a new one, which ends together with it as the first would have. */
function promiseTask(app: App, promise: NonNullable<ReturnType<typeof nextPromiseTo>>): AddedStep {
  const { id: promiseId, taskId, contactId, what, dueOn } = promise;
  const id = taskId ?? addStepTask(app, { what, dueOn, contactId, promiseId });
  return addedStep(app, id, taskId !== null);
}

function addedStep({ db }: App, id: number, known: boolean): AddedStep {
  const { title, dueOn } = getTask(db, id);
  return { taskId: id, title, dueOn, known };
}

function sameWords(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
