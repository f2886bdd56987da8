import type { Answers } from '../../answers';
import type { Command } from '../../app';
import { UsageError } from '../../errors';
import { getSettings } from '../../store/settings';
import { getTask, setTask } from '../../store/tasks';
import { taskSavedView } from '../../views/task';
import { aimsOf } from '../aims';
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
    const [number] = (await whichTasks(app, input.number, 'jobsearch task edit 31')) as [number];
    const task = getTask(app.db, number);
    const change = await changeOf(app, input, task);
    if (input.title !== undefined) change.title = input.title;
    if (Object.keys(change).length === 0) {
      throw new UsageError('Nothing to change was given.', 'jobsearch task edit --help lists the fields');
    }
    setTask(app.db, task.id, change);
    const settings = getSettings(app.db);
    const data = weigh(
      getTask(app.db, task.id),
      app.today,
      aimsOf(app.db, settings),
      capacityOf(app, settings),
    );
    return { data, view: taskSavedView('Changed', data, app.today) };
  },
};
