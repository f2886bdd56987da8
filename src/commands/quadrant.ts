import type { Answers } from '../answers';
import type { Answer, App, Command } from '../app';
import { UsageError, UserError } from '../errors';
import { readDay } from '../formats/days';
import type { IsoDay } from '../model';
import { addDays, daysBetween } from '../rules/dates';
import { dayWithWeekday, shortDay } from '../rules/day-words';
import { explainTask } from '../rules/quadrants';
import type { Settings } from '../rules/settings';
import { type Week, weekOf } from '../rules/week';
import { findFirstDay } from '../store/contacts';
import { getSettings } from '../store/settings';
import { getTask } from '../store/tasks';
import { type ExplainedTask, explainView } from '../views/explain';
import { quadrantView } from '../views/quadrant';
import { aimsOf } from './aims';
import { itemNumber } from './options';
import { reviewOf } from './review';
import { capacityOf, weigh } from './weigh';

interface Input {
  why?: number;
  week?: string;
  review?: boolean;
  restart?: boolean;
}

export const quadrant: Command<Answers['quadrant']> = {
  examples: [
    'jobsearch quadrant',
    'jobsearch quadrant --review',
    'jobsearch quadrant --why 27',
    'jobsearch quadrant --week "last monday"',
  ],
  configure: (command) =>
    command
      .option('-r, --review', 'go through the week with questions: ten minutes, and it can be gone on with')
      .option('--restart', 'with --review: ask everything of this week again')
      .option('--why <number>', 'explain the square of one task', itemNumber('task'))
      .option('--week <day>', 'the calendar week of this day, instead of the last seven days'),
  async run(app, { why, week, review, restart }: Input) {
    if (restart && !review)
      throw new UsageError('--restart is for the review.', 'jobsearch quadrant --review --restart');
    if (review) {
      if (why !== undefined || week !== undefined) {
        throw new UsageError(
          'The review is of the last seven days: leave out --why and --week.',
          'jobsearch quadrant --review',
        );
      }
      return (await import('./weekly/walk')).walkThrough(app, restart === true);
    }
    if (why !== undefined) {
      if (week !== undefined) throw new UsageError('--why is about today: leave out --week.');
      return explain(app, why);
    }
    const settings = getSettings(app.db);
    const day = week === undefined ? null : await readDay(week, app.today, { toward: 'past' });
    const days = weekOf(day, app.today, settings.weekStart);
    if (days.from > app.today) {
      throw new UserError(
        `The week of ${dayWithWeekday(days.from, app.today)} has not begun: there is nothing to look back on.`,
        'jobsearch quadrant',
      );
    }
    const data = reviewOf(app, days, settings);
    const isNew = findFirstDay(app.db) === null;
    return {
      data,
      view: quadrantView(data, { today: app.today, isNew, ...calendarOf(days, app.today, settings) }),
    };
  },
};

/** Until its third day whoever reviews a week may well mean the one before. */
const HARDLY_BEGUN = 3;

function calendarOf(days: Week, today: IsoDay, { weekStart }: Settings) {
  const week = weekOf(days.to, today, weekStart);
  const areLastDays = days.from !== week.from;
  const isYoung = areLastDays && daysBetween(week.from, today) < HARDLY_BEGUN;
  const weekBefore = isYoung ? { from: addDays(week.from, -7), to: addDays(week.from, -1) } : undefined;
  return { areLastDays, weekBefore };
}

function explain(app: App, number: number): Answer<ExplainedTask> {
  const task = getTask(app.db, number);
  if (task.state !== 'open') {
    throw new UserError(
      `#${number} ${task.title} was ${task.state} on ${shortDay(task.closedOn!, app.today)}: only open tasks have a square.`,
      'jobsearch task list',
    );
  }
  const settings = getSettings(app.db);
  const capacity = capacityOf(app, settings);
  const weighed = weigh(task, app.today, aimsOf(app.db, settings), capacity);
  const data: ExplainedTask = { task, ...explainTask(weighed, app.today, capacity), ...capacity };
  return { data, view: explainView(data, app.today) };
}
