import type { Answers } from '../answers';
import type { App, Command } from '../app';
import { type DueItem, findDue, keyOf, lastDay } from '../rules/due';
import { listEvents } from '../store/events';
import { listOpenJobs } from '../store/jobs';
import { listOpenPromises } from '../store/promises';
import { findSetting, setSetting } from '../store/settings';
import { listOpenTasks } from '../store/tasks';
import { remindLines, remindView } from '../views/remind';
import { count } from '../views/view';
import { wholeNumber } from './options';

interface Input {
  within?: number;
  new?: boolean;
  notify?: boolean;
}

const WITHIN_MINUTES = 60;

export const remind: Command<Answers['remind']> = {
  examples: ['jobsearch remind', 'jobsearch remind --within 15 --new --notify'],
  ids: ({ items }) => items.filter(({ kind }) => kind === 'task').map(({ id }) => id),
  configure: (command) =>
    command
      .option(
        '-w, --within <n>',
        `events that begin within so many minutes, else ${WITHIN_MINUTES}`,
        wholeNumber('--within', 0, 10_080),
      )
      .option('--new', 'only what was not said yet today, for a timer that comes round often')
      .option('--notify', 'as a notification on the desktop, and not here'),
  async run(app, { within = WITHIN_MINUTES, new: onlyNew, notify }: Input) {
    const due = dueNow(app, within);
    const said = onlyNew ? saidToday(app) : [];
    const items = due.filter((item) => !said.includes(keyOf(item)));
    const time = `${two(app.now.getHours())}:${two(app.now.getMinutes())}`;
    const data = { day: app.today, time, within, items, saidBefore: due.length - items.length };
    if (notify && items.length > 0 && !app.dryRun) {
      await app.notify(`${count(items.length, 'thing')} due now`, remindLines(data).join('\n'));
    }
    // Only now: what could not be shown is said the next time.
    if (onlyNew && items.length > 0) remember(app, [...said, ...items.map(keyOf)]);
    return { data, view: notify ? [] : remindView(data) };
  },
};

function dueNow({ db, now, today }: App, within: number): DueItem[] {
  const minute = now.getHours() * 60 + now.getMinutes();
  return findDue({
    ...{ today, minute, within },
    events: listEvents(db, today, lastDay(today, minute, within), ['planned']),
    tasks: listOpenTasks(db),
    promises: [...listOpenPromises(db, 'me'), ...listOpenPromises(db, 'them')],
    jobs: listOpenJobs(db),
  });
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

// ── what was said already ─────────────────────────────────────────────────────────────────────────

const SAID = 'reminded';

/** Yesterday's are forgotten: what is still late is said again once a day. */
function saidToday({ db, today }: App): string[] {
  const [day, ...keys] = (findSetting(db, SAID) ?? '').split('\n');
  return day === today ? keys : [];
}

function remember({ db, today }: App, keys: string[]): void {
  setSetting(db, SAID, [today, ...keys].join('\n'));
}
