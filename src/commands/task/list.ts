import type { Answers } from '../../answers';
import type { Command } from '../../app';
import { addDays } from '../../rules/dates';
import { getSettings } from '../../store/settings';
import { listClosedTasks, listOpenTasks } from '../../store/tasks';
import { taskListView } from '../../views/task';
import { aimsOf } from '../aims';
import { capacityOf, isPlannable, weigh } from '../weigh';

interface Input {
  all?: boolean;
  done?: boolean;
}

const DONE_DAYS = 28;

export const taskList: Command<Answers['task list']> = {
  examples: ['jobsearch task list', 'jobsearch task list --done'],
  ids: (tasks) => tasks.map(({ task }) => task.id),
  configure: (command) =>
    command
      .option('-a, --all', 'also the snoozed and those that wait for somebody')
      .option('--done', `what was done or dropped in the last ${DONE_DAYS} days`),
  run(app, { all, done }: Input) {
    const { db, today } = app;
    const settings = getSettings(db);
    const capacity = capacityOf(app, settings);
    const aims = aimsOf(db, settings);
    const tasks = done ? listClosedTasks(db, addDays(today, -DONE_DAYS)) : listOpenTasks(db);
    const weighed = tasks.map((task) => weigh(task, today, aims, capacity));
    if (done) return { data: weighed, view: taskListView(weighed, { hidden: 0, today, done }) };
    const shown = weighed
      .filter(({ task }) => all || isPlannable(task, today))
      .sort(
        (a, b) =>
          a.quadrant - b.quadrant ||
          b.urgency - a.urgency ||
          b.importance - a.importance ||
          a.task.id - b.task.id,
      );
    return {
      data: shown,
      view: taskListView(shown, { hidden: weighed.length - shown.length, today, pace: capacity.pace }),
    };
  },
};
