/** The four squares of urgent and important: few tasks of each, each with its number. */
import { type IsoDay, QUADRANTS, type Quadrant, type ServingTask } from '../model';
import { minutesWords } from '../rules/day-words';
import type { WeighedTask } from '../rules/quadrants';
import type { ReviewFacts } from './quadrant';
import { dueWords, SQUARE_NAMES } from './task';
import { dim, gap, line, type Square, type Text, type View } from './view';

type Weighed = WeighedTask<ServingTask>;

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
    rows: [
      ...(tasks.length === 0
        ? [['–', dim('nothing')] satisfies [Text, Text]]
        : shown.map((weighed) => taskRow(weighed, today))),
      ...(left > 1 ? [['', dim(`and ${left} more: jobsearch task list`)] satisfies [Text, Text]] : []),
    ],
  };
}

function taskRow({ task }: Weighed, today: IsoDay): [Text, Text] {
  const details = [minutesWords(task.minutes), dueWords(task, today), nameOf(task)];
  return [`#${task.id}`, [`${task.title}  `, dim(details.filter((words) => words !== '').join(' · '))]];
}

/** Whom it is for, unless the title says so. */
function nameOf({ contactName, title }: ServingTask): string {
  if (contactName === null) return '';
  const [first = ''] = contactName.split(' ');
  return title.toLowerCase().includes(first.toLowerCase()) ? '' : contactName;
}
