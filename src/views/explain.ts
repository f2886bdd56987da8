/** One task's square, term by term, and how to overrule it. */
import type { IsoDay, ServingTask } from '../model';
import { IMPORTANT_FROM, URGENCY_HALF_SLACK_DAYS, URGENT_FROM } from '../rules/constants';
import { dayWithWeekday, minutesWords, relativeDay } from '../rules/day-words';
import type { Explanation } from '../rules/quadrants';
import type { Capacity } from '../rules/urgency';
import { reasonWords, SQUARE_NAMES } from './task';
import { dim, gap, heading, line, type Text, title, type View } from './view';

export interface ExplainedTask extends Explanation, Capacity {
  task: ServingTask;
}

const AXES = {
  1: 'urgent and important',
  2: 'important, not urgent',
  3: 'urgent, not important',
  4: 'neither urgent nor important',
} as const;

export function explainView(facts: ExplainedTask, today: IsoDay): View {
  const { task, quadrant, urgency, importance } = facts;
  return [
    title(`#${task.id} ${task.title}`, `${quadrant} ${SQUARE_NAMES[quadrant]}: ${AXES[quadrant]}`),
    gap,
    heading(`${urgency.urgent ? 'Urgent' : 'Not urgent'}: ${degree(urgency.value, URGENT_FROM)}`),
    { kind: 'facts', rows: urgencyRows(facts, today) },
    gap,
    heading(
      `${importance.important ? 'Important' : 'Not important'}: ${degree(importance.value, IMPORTANT_FROM)}`,
    ),
    {
      kind: 'facts',
      rows: [['because', reasonWords(importance.reason, task, today)]],
    },
    gap,
    ...overruleLines(facts),
  ];
}

/** Two digits; cut, so that 0.4996 does not read as half. */
function degree(value: number, from: number): string {
  const shown = Math.floor(value * 100 + 1e-9) / 100;
  return `${shown} of 1, counts from ${from}`;
}

function urgencyRows({ task, urgency, pace, minutesPerDay }: ExplainedTask, today: IsoDay): [string, Text][] {
  const takes = `${minutesWords(urgency.minutesNeeded)} at your pace (${minutesWords(task.minutes)} × ${round(pace)}), with ${minutesWords(minutesPerDay)} a day`;
  const rows: [string, Text][] = [
    [
      'due',
      urgency.dueOn === null
        ? 'no day'
        : `${dayWithWeekday(urgency.dueOn, today)}, ${relativeDay(urgency.dueOn, today)}`,
    ],
    ['takes', takes],
  ];
  if (urgency.given) return [['by hand', 'you said so, whatever the due day'], ...rows];
  if (urgency.slackDays === null) {
    const why = urgency.dueOn === null ? 'without a due day' : 'after the event it was for';
    return [...rows, ['slack', `${why} nothing is urgent`]];
  }
  rows.push(['slack', slackWords(urgency.slackDays)]);
  const on = urgency.urgentOn!;
  rows.push(['urgent', `${on > today ? 'from' : 'since'} ${dayWithWeekday(on, today)}`]);
  return rows;
}

function slackWords(slackDays: number): string {
  if (slackDays <= 0) return 'none left';
  // Rounded up, so that 3.02 days, which are not urgent, do not read as 3.
  const days = Math.ceil(slackDays * 10 - 1e-9) / 10;
  return `${days} ${days === 1 ? 'day' : 'days'} can be lost before it is late; ${URGENCY_HALF_SLACK_DAYS} or fewer are urgent`;
}

function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function overruleLines({ task, urgency, importance }: ExplainedTask): View {
  const edit = `jobsearch task edit ${task.id}`;
  const opposites = [
    urgency.urgent ? '--no-urgent' : '--urgent',
    importance.important ? '--no-important' : '--important',
  ];
  return [
    line(dim(`You know better? ${edit} ${opposites[0]}, or ${opposites[1]}`)),
    ...(urgency.given || importance.given ? [line(dim(`Back to what is reckoned: ${edit} --computed`))] : []),
  ];
}
