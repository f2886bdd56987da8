import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/rules/dates';
import { isUrgent, urgencyOf } from '../../src/rules/urgency';

const today = '2026-11-22';
const usual = { pace: 1.5, minutesPerDay: 120 };

function aTask(minutes: number, dueIn: number | null, urgency: number | null = null) {
  return { minutes, dueOn: dueIn === null ? null : addDays(today, dueIn), urgency };
}

describe('urgencyOf', () => {
  test.each([
    { why: 'little work, days away', minutes: 10, dueIn: 5, value: 0.324, slackDays: 4.875 },
    { why: 'six days of work due in five', minutes: 480, dueIn: 5, value: 1, slackDays: -1 },
    { why: 'due tomorrow', minutes: 30, dueIn: 1, value: 0.866, slackDays: 0.625 },
    { why: 'overdue', minutes: 10, dueIn: -1, value: 1, slackDays: -1.125 },
    { why: 'due today: its own work is already late', minutes: 5, dueIn: 0, value: 1, slackDays: -0.0625 },
    { why: 'three days of slack: one half', minutes: 80, dueIn: 4, value: 0.5, slackDays: 3 },
  ])('$why', ({ minutes, dueIn, value, slackDays }) => {
    const urgency = urgencyOf(aTask(minutes, dueIn), today, usual);
    expect(urgency.value).toBeCloseTo(value, 3);
    expect(urgency.slackDays).toBeCloseTo(slackDays, 9);
    expect(urgency.given).toBe(false);
  });

  test('without a due day nothing is urgent, however long it takes', () => {
    expect(urgencyOf(aTask(10_000, null), today, usual)).toEqual({ value: 0, slackDays: null, given: false });
  });

  test.each([
    { why: 'nothing can make this urgent', dueIn: -9, given: 0.1 },
    { why: 'urgent without any date', dueIn: null, given: 1 },
    { why: 'zero is an answer, not a gap', dueIn: 0, given: 0 },
  ])('a value given by hand wins: $why', ({ dueIn, given }) => {
    expect(urgencyOf(aTask(30, dueIn, given), today, usual)).toMatchObject({ value: given, given: true });
  });

  test('a day without time makes what is due late, with a slack that can be printed', () => {
    const urgency = urgencyOf(aTask(30, 5), today, { pace: 1.5, minutesPerDay: 0 });
    expect(urgency).toEqual({ value: 1, slackDays: -40, given: false });
  });

  test('three days of slack are urgent, a minute more is not', () => {
    expect(isUrgent(urgencyOf(aTask(80, 4), today, usual).value)).toBe(true);
    expect(isUrgent(urgencyOf(aTask(79, 4), today, usual).value)).toBe(false);
  });

  const minutes = fc.integer({ min: 1, max: 2000 });
  const days = fc.integer({ min: -20, max: 60 });
  const few = fc.integer({ min: 0, max: 30 });
  const capacities = fc.record({
    pace: fc.double({ min: 1, max: 3, noNaN: true }),
    minutesPerDay: fc.integer({ min: 0, max: 600 }),
  });
  const at = (effort: number, dueIn: number, day: number, capacity: typeof usual) =>
    urgencyOf(aTask(effort, dueIn), addDays(today, day), capacity).value;

  test('is between 0 and 1', () => {
    fc.assert(
      fc.property(minutes, days, capacities, (effort, dueIn, capacity) => {
        const value = at(effort, dueIn, 0, capacity);
        expect(value >= 0 && value <= 1).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('rises with time and with effort, and falls with a later due day', () => {
    fc.assert(
      fc.property(minutes, days, capacities, few, (effort, dueIn, capacity, more) => {
        const value = at(effort, dueIn, 0, capacity);
        expect(at(effort, dueIn, more, capacity)).toBeGreaterThanOrEqual(value);
        expect(at(effort + more, dueIn, 0, capacity)).toBeGreaterThanOrEqual(value);
        expect(at(effort, dueIn + more, 0, capacity)).toBeLessThanOrEqual(value);
      }),
      { numRuns: 1000 },
    );
  });

  test('while there is slack, a day more or less shows', () => {
    fc.assert(
      fc.property(minutes, fc.integer({ min: 1, max: 60 }), (effort, dueIn) => {
        const value = at(effort, dueIn, 0, usual);
        fc.pre(value < 1);
        expect(at(effort, dueIn, 1, usual)).toBeGreaterThan(value);
        expect(at(effort, dueIn + 1, 0, usual)).toBeLessThan(value);
      }),
      { numRuns: 500 },
    );
  });
});
