/** The four squares of urgent and important: few tasks of each, one short line a task. */
import { type IsoDay, QUADRANTS, type Quadrant, type ServingTask } from '../model';
import { dayWithWeekday, minutesWords } from '../rules/day-words';
import type { WeighedTask } from '../rules/quadrants';
import type { ReviewFacts } from './quadrant';
import { SQUARE_NAMES } from './task';
import { count, dim, gap, line, type Square, type Text, type View } from './view';

type Weighed = WeighedTask<ServingTask>;

/** What a line of a square holds where two of them share 80 columns. */
const LINE_WIDTH = 36;
const MOST_TASKS = 6;

export function squareBlocks(
  squares: Record<Quadrant, Weighed[]>,
  { snoozed, waiting }: ReviewFacts['hidden'],
  today: IsoDay,
): View {
  const hidden = [
    snoozed > 0 ? `${snoozed} snoozed` : '',
    waiting > 0 ? `${waiting} waiting for somebody` : '',
  ].filter((words) => words !== '');
  return [
    line(dim('1 is urgent and important, 2 important, 3 urgent, 4 neither.')),
    gap,
    {
      kind: 'squares',
      squares: QUADRANTS.map((quadrant) => squareOf(quadrant, squares[quadrant], today)),
    },
    ...(hidden.length > 0
      ? [line(dim(`In no square: ${hidden.join(', ')} · jobsearch task list --all`))]
      : []),
  ];
}

function squareOf(quadrant: Quadrant, tasks: Weighed[], today: IsoDay): Square {
  const minutes = tasks.reduce((sum, { task }) => sum + task.minutes, 0);
  const left = tasks.length - MOST_TASKS;
  // One more is shown rather than told of: both take a line.
  const shown = left > 1 ? tasks.slice(0, MOST_TASKS) : tasks;
  return {
    title: `${quadrant} ${SQUARE_NAMES[quadrant].toUpperCase()}`,
    note: tasks.length > 0 ? dim(`${tasks.length} · ${minutesWords(minutes)}`) : '',
    lines: [
      ...(tasks.length === 0 ? [dim('–')] : shown.map((weighed) => taskLine(weighed, today))),
      ...(left > 1 ? [dim(`… ${count(left, 'more', 'more')}: jobsearch task list`)] : []),
    ],
  };
}

/** The number and the title, then as much of minutes, due day and name as there is room for. */
function taskLine({ task }: Weighed, today: IsoDay): Text {
  const minutes = minutesWords(task.minutes);
  const title = `#${task.id} ${clip(task.title, LINE_WIDTH - `#${task.id}   ${minutes}`.length)}`;
  let details = minutes;
  for (const more of [dueDay(task, today), nameOf(task)]) {
    if (more && title.length + details.length + more.length + 5 <= LINE_WIDTH) details += ` · ${more}`;
  }
  return [`${title}  `, dim(details)];
}

function dueDay({ dueOn }: ServingTask, today: IsoDay): string {
  if (dueOn === null) return '';
  if (dueOn === today) return 'today';
  return dueOn < today ? 'overdue' : dayWithWeekday(dueOn, today);
}

/** Whom it is for, unless the title says so. */
function nameOf({ contactName, title }: ServingTask): string {
  if (contactName === null) return '';
  const [first = ''] = contactName.split(' ');
  return title.toLowerCase().includes(first.toLowerCase()) ? '' : contactName;
}

export function clip(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most
    ? text
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}
