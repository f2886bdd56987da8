import type { Answers } from '../../answers';
import type { App, Command } from '../../app';
import { UsageError, UserError } from '../../errors';
import type { ServingTask } from '../../model';
import { shortDay } from '../../rules/day-words';
import { getSettings } from '../../store/settings';
import { getTask, setTask, type TaskChange } from '../../store/tasks';
import { taskSavedView } from '../../views/task';
import { aimsOf } from '../aims';
import { takeUpHint } from '../ended';
import { itemNumber, words } from '../options';
import { capacityOf, weigh } from '../weigh';
import { whichTasks } from '../which';
import { changeOf, type FieldOptions, fieldOptions } from './fields';

interface Input extends FieldOptions {
  number?: number;
  title?: string;
}

export const taskEdit: Command<Answers['task edit']> = {
  examples: ['jobsearch task edit 27 --due "next tuesday"', 'jobsearch task edit 27 --no-urgent'],
  configure: (command) =>
    fieldOptions(command.argument('[number]', 'the number of the task', itemNumber('task')))
      .option('-t, --title <title>', 'a new title', words('--title'))
      .option('--computed', 'forget what was said by hand about urgent and important'),
  async run(app, input: Input) {
    const [number] = (await whichTasks(app, input.number)) as [number];
    const task = getTask(app.db, number);
    const change = await changeOf(app, input, task);
    if (input.title !== undefined) change.title = input.title;
    // Nobody said where its time goes, and what it serves now does.
    if (change.part && change.bucket === undefined && task.bucket === 'review') change.bucket = 'prepare';
    if (Object.keys(change).length === 0) {
      throw new UsageError('Nothing to change was given.', 'jobsearch task edit --help lists the fields');
    }
    refusePlans(app, task, change);
    setTask(app.db, task.id, change);
    const settings = getSettings(app.db);
    const data = weigh(
      getTask(app.db, task.id),
      app.today,
      aimsOf(app.db, settings),
      capacityOf(app, settings),
    );
    const movesPromise = change.dueOn !== undefined && change.dueOn !== task.dueOn;
    return { data, view: taskSavedView('Changed', data, app.today, { movesPromise }) };
  },
};

/** What is only of use before it is done. The rest is what was done, and can be set right later. */
const PLANS = {
  dueOn: '--due',
  snoozedUntil: '--until',
  waitingFor: '--waiting',
  importance: '--important',
  urgency: '--urgent',
  repeatDays: '--repeat',
} as const;

export function refusePlans({ db, today }: App, task: ServingTask, change: TaskChange): void {
  if (task.state === 'open') return;
  const flags = Object.entries(PLANS).flatMap(([field, flag]) => (field in change ? [flag] : []));
  if (flags.length === 0) return;
  throw new UserError(
    `#${task.id} ${task.title} was ${task.state} on ${shortDay(task.closedOn!, today)}, so there is nothing to plan with ${flags.join(' and ')}: nothing was changed.`,
    takeUpHint(db, 'tasks', task.id),
  );
}
