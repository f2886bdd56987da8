import { expect, test } from 'vitest';
import { type Commitment, STRAGGLER_ANSWERS } from '../../src/model';
import { renderText } from '../../src/render/text';
import { type ReviewSummary, reviewSummaryView } from '../../src/views/weekly-summary';
import { A_DAY } from '../support/builders';

const aCommitment = (place: number, given: Partial<Commitment> = {}): Commitment => ({
  ...{ id: place, weekOn: '2026-11-23', place, whenPart: 'Monday 9:30', thenPart: 'call Ana' },
  ...{ taskId: null, taskState: null, madeOn: A_DAY, outcome: null, outcomeOn: null },
  ...given,
});

const quiet: ReviewSummary = {
  ...{ reviewOn: A_DAY, weekFrom: '2026-11-16', weekTo: A_DAY, nextWeekOn: '2026-11-23' },
  done: { tasks: [], conversations: 0, people: [], promisesKept: 0, promisesClosed: 0, movedUp: 0 },
  ...{ outcomes: [], stragglers: [], moreStragglers: 0, ties: [], part: null, commitments: [] },
};

const linesOf = async (summary: ReviewSummary) =>
  (await renderText(reviewSummaryView(summary, A_DAY), { width: 80, colour: false, boxes: false })).split(
    '\n',
  );

test('a quiet week without commitments is short', async () => {
  expect(await linesOf(quiet)).toEqual([
    'The review of 16–22 November                                                done',
    '  the week  quiet',
    '',
    'No commitments for the week of Mon 23 Nov.',
    '',
    'Each morning: jobsearch today · take an answer back: jobsearch undo',
    '',
  ]);
});

test('the fullest review, in the longest words, fits a screen of 24 lines', async () => {
  const long = 'write to everybody I met '.repeat(20).trim();
  const full: ReviewSummary = {
    ...quiet,
    done: {
      tasks: Array.from({ length: 123 }, (_, id) => ({ id, title: long, minutes: 321 })),
      ...{ conversations: 234, people: [], promisesKept: 99, promisesClosed: 100, movedUp: 123 },
    },
    outcomes: [1, 2, 3].map((commitmentId) => ({ commitmentId, answer: 'done' })),
    stragglers: [...STRAGGLER_ANSWERS, ...STRAGGLER_ANSWERS, 'keep' as const, 'drop' as const].map(
      (answer, taskId) => ({ taskId, title: long, answer }),
    ),
    moreStragglers: 345,
    ties: (['step', 'rest', 'park', 'step'] as const).map((answer, contactId) => ({
      ...{ contactId, name: long, answer },
    })),
    part: { part: 'stories', answer: 'leave' },
    commitments: [1, 2, 3].map((place) =>
      aCommitment(place, { whenPart: long, thenPart: long, taskId: 123_456, taskState: 'open' }),
    ),
  };
  const lines = await linesOf(full);
  expect(lines.join(' ').replace(/\s+/g, ' ')).toContain(
    '2 first, 2 scheduled, 2 snoozed, 3 kept, 3 dropped; 345 more next time',
  );
  expect(lines).toContain('  shallow ties  2 steps, 1 rests, 1 parked');
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
  expect(lines.length - 1).toBeLessThanOrEqual(24);
});

test.each<[string, Partial<Commitment>, string]>([
  ['without a task', {}, 'call Ana'],
  ['with one', { taskId: 4, taskState: 'open' }, 'call Ana · #4'],
  ['that names it', { taskId: 4, taskState: 'open', thenPart: 'do #4 first' }, 'do #4 first'],
  ['done', { taskId: 4, taskState: 'done' }, 'call Ana · done'],
  ['said to be done', { outcome: 'done' }, 'call Ana · done'],
  ['not done, though the task is', { taskId: 4, taskState: 'done', outcome: 'not-done' }, 'call Ana'],
])('a commitment %s', async (_, given, words) => {
  const lines = await linesOf({ ...quiet, commitments: [aCommitment(1, given)] });
  expect(lines).toContain('  WHEN  Monday 9:30,');
  expect(lines).toContain(`  THEN  ${words}`);
});
