/** A step that became a task, or is one already. */
import type { IsoDay } from '../model';
import { dayWithWeekday } from '../rules/day-words';
import { type Block, line } from './view';

export interface AddedStep {
  taskId: number;
  title: string;
  dueOn: IsoDay | null;
  /** It was there before. */
  known: boolean;
}

export function addedStepLine({ taskId, title, dueOn, known }: AddedStep, today: IsoDay): Block {
  const due = dueOn === null ? '' : `, ${dueOn < today ? 'was due' : 'due'} ${dayWithWeekday(dueOn, today)}`;
  return known
    ? line(`Task #${taskId} is that already: ${title}${due}.`)
    : line([{ text: `Added task #${taskId}`, tone: 'good' }, ` ${title}${due}.`]);
}
