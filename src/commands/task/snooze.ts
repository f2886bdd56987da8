import type { Answers } from '../../answers';
import type { App, Command } from '../../app';
import { UsageError, UserError } from '../../errors';
import { readDay } from '../../formats/days';
import { dayWithWeekday } from '../../rules/day-words';
import { getTask, setTask } from '../../store/tasks';
import { taskSnoozedView } from '../../views/task';
import { nextDayQuestion } from '../day-question';
import { takeUpHint } from '../ended';
import { itemNumber } from '../options';
import { whichTasks } from '../which';

interface Input {
  number?: number;
  day: string[];
  until?: string;
}

export const taskSnooze: Command<Answers['task snooze']> = {
  examples: ['jobsearch task snooze 13 monday', 'jobsearch task snooze 13 "in 2 weeks"'],
  configure: (command) =>
    command
      .argument('[number]', 'the number of the task', itemNumber('task'))
      .argument('[day...]', 'the day it comes back')
      .option('-u, --until <day>', 'the same; for several numbers'),
  async run(app, { number: typed, day: words, until: flag }: Input) {
    const [number] = (await whichTasks(app, typed)) as [number];
    const task = getTask(app.db, number);
    if (task.state !== 'open')
      throw new UserError(
        `#${number} ${task.title} is ${task.state} already.`,
        takeUpHint(app.db, 'tasks', number),
      );
    const until = flag ?? words.join(' ').trim();
    if (flag !== undefined && words.length > 0)
      throw new UsageError(`Either "${words.join(' ')}" or --until: one of them would be lost.`);
    const day = await readDay(until || (await askUntil(app, number)), app.today, { toward: 'later' });
    if (day <= app.today) {
      throw new UserError(
        `${dayWithWeekday(day, app.today)} is not after today: #${number} was left as it is.`,
        `jobsearch task snooze ${number} tomorrow`,
      );
    }
    setTask(app.db, number, { snoozedUntil: day });
    const data = getTask(app.db, number);
    return { data, view: taskSnoozedView(data, app.today) };
  },
};

function askUntil(app: App, number: number): Promise<string> {
  const question = {
    message: 'Until when?',
    default: 'tomorrow',
    flag: `jobsearch task snooze ${number} monday`,
  };
  return app.ask.text(nextDayQuestion(app, question, 'later'));
}
