import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { minutesNeeded, paceOf } from '../../src/rules/pace';

const timed = (...ratios: number[]) => ratios.map((ratio) => ({ minutes: 20, spent: 20 * ratio }));

describe('paceOf', () => {
  test.each([
    { why: 'nothing timed yet: people take half as long again', ratios: [], pace: 1.5 },
    { why: 'four tasks are too few to learn from', ratios: [1, 1, 1, 1], pace: 1.5 },
    { why: 'five are enough', ratios: [1.2, 1.2, 1.2, 1.2, 1.2], pace: 1.2 },
    {
      why: 'the median: one task that exploded changes nothing',
      ratios: [1.1, 1.2, 1.3, 1.4, 50],
      pace: 1.3,
    },
    { why: 'an even count takes the mean of the middle two', ratios: [1, 1, 1.2, 1.4, 2, 2], pace: 1.3 },
    {
      why: 'somebody quick is still planned with the full estimate',
      ratios: [0.5, 0.5, 0.5, 0.5, 0.5],
      pace: 1,
    },
    { why: 'beyond three the estimates are at fault, not the pace', ratios: [4, 4, 4, 4, 4], pace: 3 },
  ])('$why', ({ ratios, pace }) => {
    expect(paceOf(timed(...ratios))).toBeCloseTo(pace, 9);
  });

  test('only the last twenty count, the newest being first', () => {
    expect(paceOf(timed(...Array(20).fill(2), ...Array(30).fill(1)))).toBe(2);
  });

  test('an estimate of no minutes cannot be compared and is left out', () => {
    expect(paceOf([...timed(2, 2, 2, 2), { minutes: 0, spent: 10 }])).toBe(1.5);
  });

  test('is between one and three whatever was timed', () => {
    const one = fc.record({
      minutes: fc.integer({ min: 1, max: 10080 }),
      spent: fc.integer({ min: 1, max: 10080 }),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 40 }), (list) => {
        const pace = paceOf(list);
        expect(pace).toBeGreaterThanOrEqual(1);
        expect(pace).toBeLessThanOrEqual(3);
      }),
      { numRuns: 500 },
    );
  });
});

describe('minutesNeeded', () => {
  test.each([
    { why: 'half as long again', minutes: 10, pace: 1.5, need: 15 },
    { why: 'a started minute is a minute', minutes: 25, pace: 1.5, need: 38 },
    { why: 'nothing takes less than five minutes', minutes: 1, pace: 1.5, need: 5 },
    { why: 'a rounding error is not a started minute', minutes: 50, pace: 1.1, need: 55 },
  ])('$why', ({ minutes, pace, need }) => {
    expect(minutesNeeded(minutes, pace)).toBe(need);
  });
});
