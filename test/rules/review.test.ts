import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReviewAnswer } from '../../src/model';
import { addDays } from '../../src/rules/dates';
import { outcomeWeeks, reviewFor, spreadDay } from '../../src/rules/review';

/** A Sunday. */
const today = '2026-11-22';
const commitments = (n: number): ReviewAnswer[] =>
  Array.from({ length: n }, (_, at) => ({ step: 'commitment', thing: String(at + 1), answer: 'made' }));

describe('which review it is', () => {
  test.each([
    { why: 'the first ever', on: null, made: 0, state: 'new', from: '2026-11-16' },
    { why: 'begun today', on: today, made: 0, state: 'begun', from: '2026-11-16' },
    { why: 'begun six days ago', on: '2026-11-16', made: 2, state: 'begun', from: '2026-11-10' },
    { why: 'begun a week ago: a new week', on: '2026-11-15', made: 2, state: 'new', from: '2026-11-16' },
    { why: 'done today', on: today, made: 3, state: 'done', from: '2026-11-16' },
    { why: 'done three days ago', on: '2026-11-19', made: 3, state: 'done', from: '2026-11-13' },
    { why: 'done four days ago: the next', on: '2026-11-18', made: 3, state: 'new', from: '2026-11-16' },
    { why: 'from a day that has not come', on: '2026-11-25', made: 1, state: 'new', from: '2026-11-16' },
  ])('$why', ({ on, made, state, from }) => {
    const review = reviewFor(today, on === null ? undefined : { on, answers: commitments(made) });
    expect(review).toMatchObject({ state, week: { from, to: addDays(from, 6) } });
  });

  test.each([
    ['Sunday: tomorrow', '2026-11-22', '2026-11-23'],
    ['Monday: today', '2026-11-23', '2026-11-23'],
    ['Friday: the Monday to come', '2026-11-20', '2026-11-23'],
  ])('looks ahead from %s', (_, day, monday) => {
    expect(reviewFor(day, undefined).nextWeekOn).toBe(monday);
  });

  test('looks ahead to the same week, whenever it is gone on with', () => {
    const latest = { on: today, answers: commitments(1) };
    const ahead = [0, 1, 2, 6].map((days) => reviewFor(addDays(today, days), latest).nextWeekOn);
    expect(new Set(ahead)).toEqual(new Set(['2026-11-23']));
  });
});

describe('the days that are proposed', () => {
  test('fill the week from Monday, no day twice before all were taken', () => {
    expect([0, 1, 2, 3, 4, 5].map((before) => spreadDay('2026-11-23', before, today))).toEqual([
      ...['2026-11-23', '2026-11-25', '2026-11-27', '2026-11-24', '2026-11-26', '2026-11-23'],
    ]);
  });

  test('are never gone', () => {
    const offset = fc.integer({ min: -20, max: 20 });
    fc.assert(
      fc.property(offset, fc.nat(30), (days, before) => {
        const now = addDays(today, days);
        expect(spreadDay('2026-11-23', before, now) >= now).toBe(true);
      }),
    );
  });
});

describe('one is asked how it went', () => {
  test.each([
    ['on the Sunday of that week', '2026-11-29', true],
    ['on its Thursday', '2026-11-26', true],
    ['not on its Wednesday: it has hardly begun', '2026-11-25', false],
    ['a week later, after a missed review', '2026-12-06', true],
    ['not after two missed ones', '2026-12-13', false],
  ])('%s', (_, on, isAsked) => {
    const { from, to } = outcomeWeeks({ on });
    expect(from <= '2026-11-23' && '2026-11-23' <= to).toBe(isAsked);
  });
});
