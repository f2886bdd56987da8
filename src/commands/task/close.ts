/** Ending a task: done, with what it took, or dropped, which is a decision too. */
import type { Answers } from '../../answers';
import type { App, Command } from '../../app';
import { UserError } from '../../errors';
import { readTaskMinutes } from '../../formats/minutes';
import type { IsoDay, ServingTask } from '../../model';
import { shortDay } from '../../rules/day-words';
import { nextDueOn } from '../../rules/repeat';
import { inTransaction } from '../../store/db';
import { closeTask, getTask, type NewTask } from '../../store/tasks';
import { type ClosedTask, tasksClosedView } from '../../views/task';
import { takeUpHint } from '../ended';
import { itemNumber, several } from '../options';
import { readPastDay } from '../past-day';
import { whichTasks } from '../which';

interface Input {
  numbers: number[];
  spent?: number;
  on?: string;
}

export const taskDone: Command<Answers['task done']> = {
  examples: ['jobsearch task done 27', 'jobsearch task done 22 11 --spent 35'],
  configure: (command) =>
    command
      .argument('[numbers...]', 'the numbers of the tasks', several(itemNumber('task')))
      .option('-s, --spent <time>', 'how long it really took: 35, 1h10', readTaskMinutes)
      .option('--on <day>', 'the day it was done, if not today'),
  async run(app, { numbers: typed, spent, on }: Input) {
    const numbers = await whichTasks(app, typed);
    const newDay = `a new day for it: jobsearch task edit ${numbers[0]} --due fri`;
    const day = await readPastDay(app, on, '--on', newDay);
    const closed = closeTasks(app, numbers, 'done', day, spent ?? null);
    return { data: closed, view: tasksClosedView('done', closed, app.today) };
  },
};

export const taskDrop: Command<Answers['task drop']> = {
  examples: ['jobsearch task drop 6', 'jobsearch task drop 9 28 25'],
  configure: (command) =>
    command.argument('[numbers...]', 'the numbers of the tasks', several(itemNumber('task'))),
  async run(app, { numbers: typed }: Input) {
    const numbers = await whichTasks(app, typed);
    const closed = closeTasks(app, numbers, 'dropped', app.today, null);
    return { data: closed, view: tasksClosedView('dropped', closed, app.today) };
  },
};

export function closeTasks(
  app: App,
  numbers: number[],
  state: 'done' | 'dropped',
  day: IsoDay,
  minutesSpent: number | null,
): ClosedTask[] {
  return inTransaction(app.db, () =>
    numbers.map((number) => {
      const task = getTask(app.db, number);
      if (task.state !== 'open') {
        throw new UserError(
          `#${number} ${task.title} was ${task.state} on ${shortDay(task.closedOn!, app.today)}: nothing was changed.`,
          takeUpHint(app.db, 'tasks', number),
        );
      }
      const next = state === 'done' ? successorOf(task, day) : null;
      const nextId = closeTask(app.db, task, { state, day, minutesSpent, next });
      return { task: getTask(app.db, number), next: nextId === null ? null : getTask(app.db, nextId) };
    }),
  );
}

function successorOf(task: ServingTask, day: IsoDay): NewTask | null {
  const dueOn = nextDueOn(task, day);
  if (dueOn === null) return null;
  const { title, bucket, minutes, contactId, eventId, jobId, part, importance, urgency, repeatDays, notes } =
    task;
  return {
    ...{ title, bucket, minutes, contactId, eventId, part, importance, urgency, repeatDays, notes },
    ...{ dueOn, snoozedUntil: null, waitingFor: null, promiseId: null, jobId, createdOn: day },
  };
}
