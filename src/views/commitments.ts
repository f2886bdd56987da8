/** What one means to do in a week: "when …, then …" (implementation intentions, Gollwitzer 1999). */
import type { Commitment, IsoDay } from '../model';
import { dayWithWeekday } from '../rules/day-words';
import { dim, good, heading, type Span, strong, type Text, type View } from './view';

/** A long one ends in …, so that three of them leave room on the screen. */
const LONGEST = 120;

export function commitmentBlocks(commitments: Commitment[], today: IsoDay): View {
  const { weekOn } = commitments[0]!;
  return [
    heading(`Your commitments for the week of ${dayWithWeekday(weekOn, today)}`),
    {
      kind: 'columns',
      columns: [{}, { flex: true }],
      indent: 2,
      rows: commitments.flatMap((one): Text[][] => [
        [strong('WHEN '), `${cut(one.whenPart)},`],
        [strong('THEN '), [cut(one.thenPart), ...stateWords(one)]],
      ]),
    },
  ];
}

/** "when Monday begins, then say the pitch aloud". */
export function commitmentWords({ whenPart, thenPart }: Pick<Commitment, 'whenPart' | 'thenPart'>): string {
  return `when ${cut(whenPart)}, then ${cut(thenPart)}`;
}

function stateWords({ outcome, taskId, taskState, thenPart }: Commitment): Span[] {
  if (outcome === 'done' || (outcome === null && taskState === 'done')) return [good(' · done')];
  // The words may name the task themselves.
  if (taskId === null || taskState !== 'open' || thenPart.includes(`#${taskId}`)) return [];
  return [dim(` · #${taskId}`)];
}

function cut(text: string): string {
  const letters = [...text];
  return letters.length <= LONGEST
    ? text
    : `${letters
        .slice(0, LONGEST - 1)
        .join('')
        .trimEnd()}…`;
}
