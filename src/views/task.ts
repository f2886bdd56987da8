/** Tasks: one line each, and what became of them. */
import type { IsoDay, Part, ServingTask } from '../model';
import { dayWithWeekday, dayWords, minutesWords, relativeDay, shortDay } from '../rules/day-words';
import type { ImportanceReason } from '../rules/importance';
import type { WeighedTask } from '../rules/quadrants';
import { type Block, count, dim, line, type Text, type View } from './view';

type Weighed = WeighedTask<ServingTask>;

export const SQUARE_NAMES = { 1: 'do now', 2: 'schedule', 3: 'keep short', 4: 'drop' } as const;

/** For a task that was only just written down, where "drop" would be no welcome. */
const SQUARE_MEANINGS = {
  1: 'urgent and important',
  2: 'important, not urgent',
  3: 'urgent, not important',
  4: 'neither urgent nor important yet',
} as const;

export const PART_NAMES: Record<Part, string> = {
  resume: 'résumé',
  profile: 'online profile',
  pitch: 'elevator pitch',
  targets: 'target list',
  references: 'references',
  stories: 'interview stories',
  clothes: 'clothes',
  portfolio: 'portfolio',
  salary: 'salary research',
  practice: 'interview practice',
};

/** Why a task is as important as it is, in a few words. */
export function reasonWords(reason: ImportanceReason, task: ServingTask, today: IsoDay): string {
  switch (reason.kind) {
    case 'given':
      return task.importance! >= 0.5 ? 'important, by your word' : 'not important, by your word';
    case 'interview':
      return `interview ${dayWords(reason.startOn, today)}`;
    case 'job':
      return `${reason.company}: ${reason.stage}`;
    case 'path-to-target':
      return `${task.contactName}: on the way to a target`;
    case 'my-promise':
      return `promised to ${task.promiseTo ?? 'somebody'}`;
    case 'their-promise':
      return `${task.promiseTo ?? 'somebody'} promised it to you`;
    case 'first-follow-up':
      return `first follow-up with ${task.contactName}`;
    case 'deepen':
      return `deepens the tie with ${task.contactName}`;
    case 'part':
      return `${PART_NAMES[reason.part!]}: ${reason.state}`;
    case 'application':
      return 'an application';
    case 'event':
      return `for ${task.eventTitle}`;
    case 'no-link':
      return task.jobCompany === null ? 'serves nothing named' : `${task.jobCompany}: ${task.jobStage}`;
  }
}

export function dueWords(task: Pick<ServingTask, 'dueOn'>, today: IsoDay): string {
  if (task.dueOn === null) return '';
  return task.dueOn < today ? `was due ${dayWords(task.dueOn, today)}` : `due ${dayWords(task.dueOn, today)}`;
}

/** "promised to Priya, due yesterday": the right-hand column of every task list. */
export function aboutTask({ task, importanceReason }: Weighed, today: IsoDay): string {
  const waiting = task.waitingFor === null ? '' : `waiting for ${task.waitingForName}`;
  const snoozed =
    task.snoozedUntil !== null && task.snoozedUntil > today
      ? `snoozed until ${shortDay(task.snoozedUntil, today)}`
      : '';
  // Whom one has promised something says more than what that person is to the search.
  const promised = task.promiseBy === 'me' && task.promiseState === 'open';
  const reason = reasonWords(promised ? { kind: 'my-promise' } : importanceReason, task, today);
  return [waiting, snoozed, reason, dueWords(task, today)].filter(Boolean).join(', ');
}

export function taskListView(
  tasks: Weighed[],
  { hidden, today, done, pace = 1 }: { hidden: number; today: IsoDay; done?: boolean; pace?: number },
): View {
  const more = hidden > 0 ? [line(dim(`${hidden} more, snoozed or waiting: jobsearch task list --all`))] : [];
  if (tasks.length === 0) {
    if (done) return [line('Nothing was done or dropped in the last four weeks.')];
    return [
      line('No open tasks.'),
      line(dim('Add one: jobsearch task add "Say the pitch aloud" --part pitch')),
      ...more,
    ];
  }
  return [
    {
      kind: 'columns',
      columns: [{ align: 'right' }, {}, { flex: true }, { align: 'right' }, { most: 30 }],
      head: ['#', '', 'task', '', ''],
      rows: tasks.map((weighed) => taskRow(weighed, today, done === true)),
    },
    ...more,
    ...(pace === 1
      ? []
      : [
          line(
            dim(
              `Minutes are your estimates; a day's plan takes × ${Math.round(pace * 10) / 10} (jobsearch config get pace)`,
            ),
          ),
        ]),
  ];
}

function taskRow(weighed: Weighed, today: IsoDay, done: boolean): Text[] {
  const { task, quadrant } = weighed;
  const minutes = minutesWords(task.minutesSpent ?? task.minutes);
  if (done) return [`${task.id}`, task.state, task.title, minutes, relativeDay(task.closedOn!, today)];
  return [
    `${task.id}`,
    `Q${quadrant} ${SQUARE_NAMES[quadrant]}`,
    task.title,
    minutes,
    aboutTask(weighed, today),
  ];
}

export function taskSavedView(
  verb: 'Added' | 'Changed',
  weighed: Weighed,
  today: IsoDay,
  { movesPromise = false, part }: { movesPromise?: boolean; part?: Part } = {},
): View {
  const { task, quadrant } = weighed;
  if (task.state !== 'open') {
    const ended = `${task.state} on ${dayWithWeekday(task.closedOn!, today)}`;
    return [
      line([{ text: `${verb} #${task.id} ${task.title}`, tone: 'good' }, `, which was ${ended}.`]),
      line(dim(`Time for: ${task.bucket}`)),
    ];
  }
  const due = task.dueOn === null ? '' : `, due ${dayWithWeekday(task.dueOn, today)}`;
  const again = task.repeatDays === null ? '' : `, again ${count(task.repeatDays, 'day')} after it is done`;
  return [
    line([
      { text: `${verb} #${task.id} ${task.title}`, tone: 'good' },
      ` (${minutesWords(task.minutes)}${due}${again})`,
    ]),
    ...(movesPromise && task.promiseState === 'open' ? [promiseMoved(task, today)] : []),
    line(
      dim(
        `Q${quadrant}, ${SQUARE_MEANINGS[quadrant]}: ${reasonWords(weighed.importanceReason, task, today)} · time for: ${task.bucket}`,
      ),
    ),
    ...(part === undefined
      ? []
      : [line(dim(`Work on the ${PART_NAMES[part]}? jobsearch task edit ${task.id} --part ${part}`))]),
  ];
}

function promiseMoved({ promiseBy, promiseTo, dueOn }: ServingTask, today: IsoDay): Block {
  const whose = promiseBy === 'me' ? `What you promised ${promiseTo}` : `What ${promiseTo} promised you`;
  return line(
    dueOn === null
      ? `${whose} has no day any more, either.`
      : `${whose} is due on ${dayWithWeekday(dueOn, today)} as well.`,
  );
}

export function taskSnoozedView(task: ServingTask, today: IsoDay): View {
  return [
    line(`#${task.id} ${task.title} is out of sight until ${dayWithWeekday(task.snoozedUntil!, today)}.`),
    ...(task.dueOn !== null && task.dueOn < task.snoozedUntil!
      ? [line(dim(`It is due before that, on ${shortDay(task.dueOn, today)}.`))]
      : []),
  ];
}

export interface ClosedTask {
  task: ServingTask;
  /** The task that comes back for it. */
  next: ServingTask | null;
}

export function tasksClosedView(state: 'done' | 'dropped', closed: ClosedTask[], today: IsoDay): View {
  return closed.flatMap(({ task, next }) => {
    const spent =
      task.minutesSpent === null
        ? ''
        : ` (${minutesWords(task.minutesSpent)}, thought ${minutesWords(task.minutes)})`;
    const kept =
      state === 'done' && task.promiseBy === 'me' && task.promiseState !== 'open'
        ? `, and your promise to ${task.promiseTo} is ${task.promiseState === 'late' ? 'kept, though late' : 'kept'}`
        : '';
    return [
      line([
        { text: state === 'done' ? 'Done' : 'Dropped', tone: state === 'done' ? 'good' : 'plain' },
        ` #${task.id} ${task.title}${spent}${kept}.`,
      ]),
      ...(state === 'dropped' && task.promiseId !== null && task.promiseState === 'open'
        ? [line(dim(`What you promised ${task.promiseTo} stays open.`))]
        : []),
      ...(next ? [line(dim(`Comes back as #${next.id}, due ${dayWithWeekday(next.dueOn!, today)}.`))] : []),
    ];
  });
}
