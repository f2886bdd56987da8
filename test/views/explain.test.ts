import { describe, expect, test } from 'vitest';
import type { ServingTask } from '../../src/model';
import { renderText } from '../../src/render/text';
import { explainTask } from '../../src/rules/quadrants';
import { explainView } from '../../src/views/explain';
import { A_DAY } from '../support/builders';
import { aWeighedTask, CAPACITY } from '../support/review';

async function page(given: Partial<ServingTask>): Promise<string[]> {
  const weighed = aWeighedTask({ id: 40, title: 'Send Priya the deck', ...given });
  const facts = { task: weighed.task, ...explainTask(weighed, A_DAY, CAPACITY), ...CAPACITY };
  const text = await renderText(explainView(facts, A_DAY), { width: 80, colour: false, boxes: false });
  return text.split('\n').map((line) => line.trim());
}

describe('explainView', () => {
  test('every term of both axes, and how to overrule them', async () => {
    expect(await page({ minutes: 80, dueOn: '2026-11-27' })).toEqual([
      '#40 Send Priya the deck                     4 drop: neither urgent nor important',
      '',
      'Not urgent: 0.39 of 1, counts from 0.5',
      'due     Fri 27 Nov, in 5 days',
      'takes   2 h at your pace (1 h 20 min × 1.5), with 2 h a day',
      'slack   4 days can be lost before it is late; 3 or fewer are urgent',
      'urgent  from Mon 23 Nov',
      '',
      'Not important: 0.2 of 1, counts from 0.5',
      'because  serves nothing named',
      '',
      'You know better? jobsearch task edit 40 --urgent, or --important',
      '',
    ]);
  });

  test.each([
    { why: 'no due day', given: {}, line: 'slack  without a due day nothing is urgent' },
    { why: 'overdue', given: { dueOn: '2026-11-20' }, line: 'slack   none left' },
    { why: 'when it became urgent', given: { dueOn: '2026-11-23' }, line: 'urgent  since Fri 20 Nov' },
    { why: 'urgent by hand', given: { urgency: 1 }, line: 'by hand  you said so, whatever the due day' },
    { why: 'important by hand', given: { importance: 1 }, line: 'because  important, by your word' },
    {
      why: 'the opposite of what holds',
      given: { urgency: 1, importance: 1 },
      line: 'You know better? jobsearch task edit 40 --no-urgent, or --no-important',
    },
    {
      why: 'the way back',
      given: { urgency: 1 },
      line: 'Back to what is reckoned: jobsearch task edit 40 --computed',
    },
  ])('$why', async ({ given, line }) => {
    expect(await page(given)).toContain(line);
  });

  test('slack just above the limit does not read as the limit', async () => {
    const lines = await page({ minutes: 77, dueOn: '2026-11-26' });
    expect(lines).toContain('slack   3.1 days can be lost before it is late; 3 or fewer are urgent');
  });

  test('a value just below the limit does not read as the limit', async () => {
    expect(await page({ urgency: 0.4999 })).toContain('Not urgent: 0.49 of 1, counts from 0.5');
  });
});
