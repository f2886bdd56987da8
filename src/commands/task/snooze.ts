import type { App, Command } from '../../app';
import { UserError } from '../../errors';
import { readDay } from '../../formats/days';
import { dayWithWeekday } from '../../rules/day-words';
import { getTask, setTask } from '../../store/tasks';
import { taskSnoozedView } from '../../views/task';
import { nextDayQuestion } from '../day-question';
import { itemNumber } from '../options';
import { whichTasks } from '../which';

export const taskSnooze: Command = {
  examples: ['jobsearch task snooze 13 monday', 'jobsearch task snooze 13 "in 2 weeks"'],
  configure: (command) =>
    command
      .argument('[number]', 'the number of the task', itemNumber('task'))
      .argument('[until...]', 'the day it comes back'),
  async run(app, { number: typed, until }: { number?: number; until: string[] }) {
    const [number] = (await whichTasks(app, typed, 'jobsearch task snooze 31 monday')) as [number];
    const task = getTask(app.db, number);
    if (task.state !== 'open') throw new UserError(`#${number} ${task.title} is ${task.state} already.`);
    const day = await readDay(until.join(' ').trim() || (await askUntil(app)), app.today, {
      toward: 'future',
    });
    if (day <= app.today) {
      throw new UserError(
        `${dayWithWeekday(day, app.today)} is not after today: #${number} was left as it is.`,
      );
    }
    setTask(app.db, number, { snoozedUntil: day });
    const data = getTask(app.db, number);
    return { data, view: taskSnoozedView(data, app.today) };
  },
};

function askUntil(app: App): Promise<string> {
  const question = { message: 'Until when?', default: 'tomorrow', flag: 'jobsearch task snooze 31 monday' };
  return app.ask.text(nextDayQuestion(app, question));
}
