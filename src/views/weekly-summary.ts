/** The end of the review on one screen: what was decided, and the week to come. */
import type { Commitment, CommitmentOutcome, IsoDay, Part, StragglerAnswer } from '../model';
import { dayWithWeekday, minutesWords } from '../rules/day-words';
import { commitmentBlocks } from './commitments';
import { PART_NAMES } from './task';
import { count, dim, gap, line, type Text, title, type View } from './view';
import { weekSpan } from './week-span';
import type { WeekDone } from './weekly';
import type { PartAnswer } from './weekly-part';
import type { TieAnswer } from './weekly-ties';

export interface ReviewSummary {
  /** The day it began on, which is the last of its week. */
  reviewOn: IsoDay;
  weekFrom: IsoDay;
  weekTo: IsoDay;
  /** Empty where nothing was done or logged. */
  done: WeekDone & { promisesKept: number; promisesClosed: number; movedUp: number };
  outcomes: { commitmentId: number; answer: CommitmentOutcome }[];
  stragglers: { taskId: number; title: string; answer: StragglerAnswer }[];
  /** Left for the next review. */
  moreStragglers: number;
  ties: { contactId: number; name: string; answer: TieAnswer }[];
  part: { part: Part; answer: PartAnswer } | null;
  nextWeekOn: IsoDay;
  commitments: Commitment[];
}

const STRAGGLER_WORDS: Record<StragglerAnswer, string> = {
  'do first': 'first',
  schedule: 'scheduled',
  snooze: 'snoozed',
  keep: 'kept',
  drop: 'dropped',
};
const TIE_WORDS: Record<TieAnswer, [one: string, many: string]> = {
  step: ['step', 'steps'],
  rest: ['rests', 'rest'],
  park: ['parked', 'parked'],
};
const PART_WORDS: Record<PartAnswer, string> = {
  task: 'a task now',
  touched: 'worked on',
  ready: 'ready',
  leave: 'left as it is',
};

export function reviewSummaryView(summary: ReviewSummary, today: IsoDay): View {
  const { weekFrom, weekTo, nextWeekOn, commitments } = summary;
  return [
    title(`The review of ${weekSpan(weekFrom, weekTo, today)}`, dim('done')),
    { kind: 'facts', rows: rowsOf(summary) },
    gap,
    ...(commitments.length > 0
      ? commitmentBlocks(commitments, today)
      : [line(`No commitments for the week of ${dayWithWeekday(nextWeekOn, today)}.`)]),
    gap,
    line(dim('Each morning: jobsearch today · take an answer back: jobsearch undo')),
  ];
}

function rowsOf({ done, outcomes, stragglers, moreStragglers, ties, part }: ReviewSummary): [string, Text][] {
  const counted = <T extends string>(answers: T[], words: [T, (n: number) => string][]) =>
    words
      .map(([answer, say]): [number, string] => {
        const n = answers.filter((one) => one === answer).length;
        return [n, `${n} ${say(n)}`];
      })
      .flatMap(([n, said]) => (n > 0 ? [said] : []))
      .join(', ');
  const minutes = done.tasks.reduce((sum, task) => sum + task.minutes, 0);
  const week = [
    done.tasks.length > 0 ? `${count(done.tasks.length, 'task')} (${minutesWords(minutes)})` : '',
    done.conversations > 0 ? count(done.conversations, 'conversation') : '',
    done.promisesClosed > 0 ? `${done.promisesKept} of ${count(done.promisesClosed, 'promise')} kept` : '',
    done.movedUp > 0 ? `${done.movedUp} moved up` : '',
  ].filter((words) => words !== '');
  const meant = outcomes.filter(({ answer }) => answer === 'done').length;
  const rows: [string, Text][] = [['the week', week.length > 0 ? week.join(', ') : 'quiet']];
  if (outcomes.length > 0) rows.push(['meant to do', `${meant} of ${outcomes.length} done`]);
  if (stragglers.length > 0) {
    const said = counted(
      stragglers.map(({ answer }) => answer),
      (Object.keys(STRAGGLER_WORDS) as StragglerAnswer[]).map((one) => [one, () => STRAGGLER_WORDS[one]]),
    );
    const more = moreStragglers > 0 ? `; ${moreStragglers} more next time` : '';
    rows.push(['left lying', `${said}${more}`]);
  }
  if (ties.length > 0) {
    const said = counted(
      ties.map(({ answer }) => answer),
      (Object.keys(TIE_WORDS) as TieAnswer[]).map((one) => [one, (n) => TIE_WORDS[one][n === 1 ? 0 : 1]]),
    );
    rows.push(['shallow ties', said]);
  }
  if (part) rows.push(['preparation', `${PART_NAMES[part.part]}: ${PART_WORDS[part.answer]}`]);
  return rows;
}
