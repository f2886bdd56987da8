/** The guided weekly review: what is shown between its questions. */
import type { Commitment, IsoDay, ServingTask } from '../model';
import { dayWithWeekday, minutesWords } from '../rules/day-words';
import { commitmentWords } from './commitments';
import type { ReviewFacts } from './quadrant';
import { count, dim, gap, good, heading, line, strong, type Text, title, type View } from './view';
import { outcomeRows } from './week';
import { weekSpan } from './week-span';

export interface WeekDone {
  tasks: { id: number; title: string; minutes: number }[];
  conversations: number;
  /** Whom they were with. */
  people: string[];
}

const MOST_NAMES = 4;

/** One short screen. A week without anything in it is no reproach. */
export function doneView(
  facts: ReviewFacts,
  { tasks, conversations, people }: WeekDone,
  { today, isNew }: { today: IsoDay; isNew: boolean },
): View {
  const minutes = tasks.reduce((sum, task) => sum + task.minutes, 0);
  const good = { ...facts, moved: facts.moved.filter(({ before, after }) => after > before) };
  const promises = { ...facts.promises, overdue: [] };
  const rows: [string, Text][] = [
    ...(tasks.length > 0 ? [doneRow(tasks, minutes)] : []),
    ...(conversations > 0 ? [talkedRow(conversations, people)] : []),
    ...outcomeRows({ ...good, promises, neglectedParts: [], looseEnds: [] }, today),
  ];
  return [
    title(`The review of ${weekSpan(facts.weekFrom, facts.weekTo, today)}`, dim('ten minutes, Esc leaves')),
    ...(rows.length > 0
      ? [{ kind: 'facts' as const, rows }]
      : [line(isNew ? 'Nothing is written down yet: a few questions begin the next week.' : QUIET)]),
  ];
}

const QUIET = 'A quiet week: nothing was logged in these seven days. The next one starts afresh.';

function doneRow(tasks: WeekDone['tasks'], minutes: number): [string, Text] {
  return [
    'done',
    [`${count(tasks.length, 'task')}, ${minutesWords(minutes)}: `, listed(tasks.map(({ title }) => title))],
  ];
}

function talkedRow(conversations: number, people: string[]): [string, Text] {
  return ['talked', [`${count(conversations, 'conversation')}: `, listed(people)]];
}

function listed(names: string[]): string {
  const left = names.length - MOST_NAMES;
  return left > 0 ? `${names.slice(0, MOST_NAMES).join(', ')} and ${left} more` : names.join(', ');
}

export function goingOnView(
  week: { from: IsoDay; to: IsoDay },
  { answered, all }: { answered: number; all: number },
  today: IsoDay,
): View {
  return [
    line([
      strong(`Going on with the review of ${weekSpan(week.from, week.to, today)}`),
      `: ${answered} of ${all} answered.`,
    ]),
  ];
}

export function outcomeHeading(): View {
  return [gap, heading('What you meant to do')];
}

export function commitmentHeading(weekOn: IsoDay, today: IsoDay): View {
  return [
    gap,
    heading(`Three commitments for the week of ${dayWithWeekday(weekOn, today)}`),
    line(dim('When what happens, then what do you do? Enter takes the proposal, - none.')),
  ];
}

export function commitmentSaved(commitment: Commitment, task: ServingTask | null, today: IsoDay): View {
  const due = task?.dueOn ? `, due ${dayWithWeekday(task.dueOn, today)}` : '';
  return [
    line([good(`Saved: ${commitmentWords(commitment)}.`), task ? dim(` Task #${task.id}${due}.`) : ''], 2),
  ];
}
