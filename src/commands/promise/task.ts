/** What I promised has to find its place in a day, so a promise of mine is a task from the start. */
import type { App } from '../../app';
import type { IsoDay } from '../../model';
import { oneLine } from '../../rules/limits';
import { capital } from '../../rules/names';
import { addTask } from '../../store/tasks';
import { blankTask } from '../task/add';

const PROMISE_MINUTES = 15;

export function addStepTask(
  app: App,
  step: { what: string; dueOn: IsoDay | null; contactId: number; promiseId: number | null },
): number {
  const { what, ...links } = step;
  return addTask(app.db, {
    ...blankTask(app.today),
    ...{ title: taskTitle(what), bucket: 'deepen', minutes: PROMISE_MINUTES },
    ...links,
  });
}

/** A promise may be a paragraph, a title is a line. */
export function taskTitle(what: string): string {
  return capital(oneLine(what));
}
