import { expect, test } from 'vitest';
import { sumOfKept, waitingStateOf } from '../../src/rules/promises';

const TODAY = '2026-11-22';

test.each<[string, string | null, string | null, string]>([
  ['due later', '2026-11-23', null, 'waiting'],
  ['due today: the day is not over', '2026-11-22', null, 'waiting'],
  ['its day is past', '2026-11-21', null, 'nudge'],
  ['asked after once', '2026-11-21', '2026-11-22', 'rest'],
  ['asked after long ago', '2026-01-01', '2026-01-05', 'rest'],
  ['asked after before its day', '2026-11-25', '2026-11-20', 'rest'],
  ['no day was named', null, null, 'waiting'],
])('a promise of theirs, %s', (_, dueOn, nudgedOn, expected) => {
  expect(waitingStateOf({ dueOn, nudgedOn }, TODAY)).toBe(expected);
});

test('the counts of several people add up', () => {
  const one = { promisesKept: 1, promisesLate: 2, promisesBroken: 3 };
  expect(sumOfKept([one, one])).toEqual({
    ...{ promisesKept: 2, promisesLate: 4, promisesBroken: 6 },
  });
  expect(sumOfKept([])).toEqual({ promisesKept: 0, promisesLate: 0, promisesBroken: 0 });
});
