import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysBetween } from '../../src/rules/dates';
import { nextDueOn } from '../../src/rules/repeat';

test.each([
  { why: 'a week after it was done', repeatDays: 7, doneOn: '2026-11-22', due: '2026-11-29' },
  { why: 'over the end of the year', repeatDays: 30, doneOn: '2026-12-20', due: '2027-01-19' },
  { why: 'tomorrow again', repeatDays: 1, doneOn: '2026-11-22', due: '2026-11-23' },
  { why: 'it does not come back', repeatDays: null, doneOn: '2026-11-22', due: null },
])('$why', ({ repeatDays, doneOn, due }) => {
  expect(nextDueOn({ repeatDays }, doneOn)).toBe(due);
});

test('however late it was done, it is not due again before its full time has passed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 366 }), fc.integer({ min: 0, max: 1000 }), (repeatDays, late) => {
      const doneOn = addDays('2026-11-22', late);
      const task = { repeatDays, dueOn: '2026-11-22' };
      expect(daysBetween(doneOn, nextDueOn(task, doneOn)!)).toBe(repeatDays);
    }),
    { numRuns: 500 },
  );
});
