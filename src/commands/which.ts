/** Numbers that were not typed, chosen by what they are of: the most pressing first, and only what can still change. */
import type { App } from '../app';
import type { IsoDay } from '../model';
import { daysBetween } from '../rules/dates';
import { dayWords } from '../rules/day-words';
import { listUnansweredAsks } from '../store/asks';
import { listEvents } from '../store/events';
import { listOpenJobs } from '../store/jobs';
import { listOpenPromises } from '../store/promises';
import { listOpenTasks } from '../store/tasks';
import { jobName } from '../views/job-words';
import { type NumberQuestion, pickNumbers } from './pick-number';

/** A list where the command takes several. */
type Typed = number | number[] | undefined;

type Items = Pick<NumberQuestion, 'items' | 'none' | 'message' | 'list'>;

export function whichTasks(app: App, typed: Typed): Promise<number[]> {
  return orPick(app, typed, () => {
    const tasks = listOpenTasks(app.db).sort((a, b) => byDay(a.dueOn, b.dueOn) || a.id - b.id);
    return {
      message: 'Which task?',
      list: 'jobsearch task list',
      items: tasks.map(({ id, title, dueOn }) => ({ id, words: `${title}${dueWords(app, dueOn)}` })),
      none: ['There is no open task.', 'jobsearch task add "Call Ana"'],
    };
  });
}

export function whichPromises(
  app: App,
  typed: Typed,
  sides: readonly ('me' | 'them')[] = ['me', 'them'],
): Promise<number[]> {
  return orPick(app, typed, () => {
    const promises = sides.flatMap((side) => listOpenPromises(app.db, side));
    return {
      message: 'Which promise?',
      list: 'jobsearch promise list',
      items: promises
        .sort((a, b) => byDay(a.dueOn, b.dueOn) || a.id - b.id)
        .map(({ id, by, name, what, dueOn }) => ({
          id,
          words: `${by === 'me' ? `you to ${name}` : `${name} to you`}: ${what}${dueWords(app, dueOn)}`,
        })),
      none: ['There is no open promise.', 'jobsearch promise add ana "the deck" --by fri'],
    };
  });
}

/** The nearest to today first. */
export function whichEvents(app: App, typed: Typed): Promise<number[]> {
  return orPick(app, typed, () => {
    const away = ({ startOn }: { startOn: IsoDay }) => Math.abs(daysBetween(startOn, app.today));
    const events = listEvents(app.db, null, null, ['planned']).sort((a, b) => away(a) - away(b));
    return {
      message: 'Which event?',
      list: 'jobsearch event list',
      items: events.map(({ id, title, startOn, startTime }) => ({
        id,
        words: `${title}, ${dayWords(startOn, app.today)}${startTime ? ` ${startTime}` : ''}`,
      })),
      none: ['There is no planned event.', 'jobsearch event add "Coffee with Ana" --on "fri 14:00"'],
    };
  });
}

export function whichJobs(app: App): Promise<number[]> {
  return orPick(app, undefined, () => ({
    message: 'Which job?',
    list: 'jobsearch job list',
    items: listOpenJobs(app.db).map((job) => ({ id: job.id, words: `${jobName(job)}, ${job.stage}` })),
    none: ['There is no open job.', 'jobsearch job add "Acme" --title "Platform engineer"'],
  }));
}

export function whichAsks(app: App, typed: Typed): Promise<number[]> {
  return orPick(app, typed, () => ({
    message: 'Which ask?',
    list: 'jobsearch ask list',
    items: listUnansweredAsks(app.db).map(({ id, name, kind, what, askedOn }) => ({
      id,
      words: `${name}: ${what ?? kind}, asked ${dayWords(askedOn, app.today)}`,
    })),
    none: ['No ask waits for an answer.', 'jobsearch ask list'],
  }));
}

async function orPick(app: App, typed: Typed, items: () => Items): Promise<number[]> {
  const numbers = Array.isArray(typed) ? typed : typed === undefined ? [] : [typed];
  return numbers.length > 0 ? numbers : pickNumbers(app, { ...items(), several: Array.isArray(typed) });
}

function byDay(a: IsoDay | null, b: IsoDay | null): number {
  if (a === b) return 0;
  return a === null ? 1 : b === null ? -1 : a < b ? -1 : 1;
}

function dueWords({ today }: App, dueOn: IsoDay | null): string {
  return dueOn === null ? '' : `, due ${dayWords(dueOn, today)}`;
}
