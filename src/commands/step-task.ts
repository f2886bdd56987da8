/** A next step that becomes a dated task. */
import type { IsoDay } from '../model';
import { addDays } from '../rules/dates';
import { capital } from '../rules/names';
import type { NextStep } from '../rules/next-step';
import type { NewTask } from '../store/tasks';
import { blankTask } from './task/add';

/** A step is small enough for one of the next days; two of them is when a follow-up is due anyway. */
const STEP_WITHIN_DAYS = 2;

export function stepTask(today: IsoDay, person: { id: number; name: string }, step: NextStep): NewTask {
  const { text, minutes, bucket } = step;
  const title = text.includes(person.name.split(' ')[0]!) ? capital(text) : `${person.name}: ${text}`;
  const dueOn = addDays(today, STEP_WITHIN_DAYS);
  return { ...blankTask(today), title, minutes, bucket, dueOn, contactId: person.id };
}
