import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Evidence } from '../../src/model';
import { addDays, toDayNumber } from '../../src/rules/dates';
import { deriveTie } from '../../src/rules/tie';
import { coolsSoon, heatDayOf, type WeightedDay, warmthOf, warmUntil } from '../../src/rules/warmth';
import { someEvidence, TODAY, TODAY_NUMBER } from '../support/evidence';

const runs = { numRuns: 500 };
const weighted: fc.Arbitrary<WeightedDay> = fc.record({
  day: fc.integer({ min: TODAY_NUMBER - 200, max: TODAY_NUMBER }),
  weight: fc.constantFrom(2, 1, 0.5),
});
const history = fc.uniqueArray(weighted, { minLength: 1, maxLength: 25, selector: ({ day }) => day });

test.each([
  ['one exchange', [[20_000, 1]], 20_000],
  ['a live talk is worth a half-life more', [[20_000, 2]], 20_030],
  ['a mere inbound is worth a half-life less', [[20_000, 0.5]], 19_970],
  [
    'doubling everything moves it by a half-life',
    [
      [20_000, 1],
      [20_000, 1],
    ],
    20_030,
  ],
  [
    'three months of exchanges',
    [
      [20_000, 1],
      [19_970, 1],
      [19_940, 1],
    ],
    20_024.220648,
  ],
  [
    'what I send weighs nothing',
    [
      [20_000, 0],
      [19_000, 1],
    ],
    19_000,
  ],
  [
    'ages ago beside today',
    [
      [20_000, 1],
      [-12_000, 2],
    ],
    20_000,
  ],
] as const)('heat day: %s', (_why, days, expected) => {
  expect(heatDayOf(days.map(([day, weight]) => ({ day, weight })))).toBeCloseTo(expected, 5);
});

test('nothing weighted, no heat', () => {
  expect(heatDayOf([])).toBeNull();
  expect(heatDayOf([{ day: 20_000, weight: 0 }])).toBeNull();
});

test.each([
  [null, 'none', null, false],
  [0, 'warm', 60, false],
  [-45, 'warm', 15, false],
  [-46, 'warm', 14, true],
  [-60, 'warm', 0, true],
  [-60.5, 'cooling', -1, false],
  [-61, 'cooling', -1, false],
  [-180, 'cooling', -120, false],
  [-180.1, 'dormant', -121, false],
])('heat %s days from today is %s', (offset, warmth, lastWarmDay, soon) => {
  const heatDay = offset === null ? null : TODAY_NUMBER + offset;
  expect(warmthOf(heatDay, TODAY)).toBe(warmth);
  expect(warmUntil(heatDay)).toBe(lastWarmDay === null ? null : addDays(TODAY, lastWarmDay));
  expect(coolsSoon(heatDay, TODAY)).toBe(soon);
});

test('the last warm day is the last', () => {
  fc.assert(
    fc.property(fc.double({ min: 10_000, max: 30_000, noNaN: true }), (heatDay) => {
      const last = warmUntil(heatDay)!;
      expect(warmthOf(heatDay, last)).toBe('warm');
      expect(warmthOf(heatDay, addDays(last, 1))).toBe('cooling');
    }),
    runs,
  );
});

/** The definition, by brute force: one weight a day, each halved every thirty days. */
function scoreByDefinition({ touches, acts }: Evidence, today: number): number {
  const on = (day: string, kind: string) => touches.some((touch) => touch.day === day && touch.kind === kind);
  const outs = touches.filter(({ kind }) => kind === 'out').map(({ day }) => toDayNumber(day));
  let score = 0;
  for (const day of new Set([...touches, ...acts].map((each) => each.day))) {
    const answered = outs.some((out) => Math.abs(out - toDayNumber(day)) <= 30);
    let weight = on(day, 'in') || on(day, 'group') ? 0.5 : 0;
    if (on(day, 'in') && answered) weight = 1;
    if (on(day, 'live') || acts.some((act) => act.by === 'them' && act.day === day)) weight = 2;
    score += weight * 2 ** ((toDayNumber(day) - today) / 30);
  }
  return score;
}

/** The decayed sum of the weights on a day, as the heat day has it. */
function heatScore(heatDay: number | null, today: string): number {
  return heatDay === null ? 0 : 2 ** (-(toDayNumber(today) - heatDay) / 30);
}

test('the score read from the heat day is the decayed sum of the weights', () => {
  fc.assert(
    fc.property(someEvidence, fc.integer({ min: 0, max: 400 }), (evidence, later) => {
      const expected = scoreByDefinition(evidence, TODAY_NUMBER + later);
      const score = heatScore(deriveTie(evidence).heatDay, addDays(TODAY, later));
      expect(Math.abs(score - expected)).toBeLessThanOrEqual(1e-7 * expected);
    }),
    runs,
  );
});

test('in any order', () => {
  const shuffled = history.chain((days) =>
    fc.tuple(fc.constant(days), fc.shuffledSubarray(days, { minLength: days.length })),
  );
  fc.assert(
    fc.property(shuffled, ([days, other]) => {
      const batch = heatDayOf(days)!;
      expect(heatDayOf(other)).toBe(batch);
    }),
    runs,
  );
});

test('of two ties the warmer one stays the warmer one', () => {
  fc.assert(
    fc.property(someEvidence, someEvidence, fc.integer({ min: 0, max: 2_000 }), (one, other, later) => {
      const [a, b] = [deriveTie(one).heatDay, deriveTie(other).heatDay];
      const sign = (day: string) => Math.sign(heatScore(a, day) - heatScore(b, day));
      expect(sign(addDays(TODAY, later))).toBe(sign(TODAY));
    }),
    runs,
  );
});

test('another day never cools, and the sum stays between its bounds', () => {
  fc.assert(
    fc.property(history, weighted, (days, extra) => {
      const heat = heatDayOf(days)!;
      const hottest = Math.max(...days.map((day) => heatDayOf([day])!));
      expect(heatDayOf([...days, extra])!).toBeGreaterThanOrEqual(heat - 1e-6);
      expect(heat).toBeGreaterThanOrEqual(hottest - 1e-6);
      expect(heat).toBeLessThanOrEqual(hottest + 30 * Math.log2(days.length) + 1e-6);
    }),
    runs,
  );
});

test('moving all days moves the heat day as far', () => {
  fc.assert(
    fc.property(history, fc.integer({ min: -5_000, max: 5_000 }), (days, by) => {
      const moved = days.map(({ day, weight }) => ({ day: day + by, weight }));
      expect(Math.abs(heatDayOf(moved)! - heatDayOf(days)! - by)).toBeLessThanOrEqual(2e-6);
    }),
    runs,
  );
});

test('a history far longer than the half-life neither overflows nor vanishes', () => {
  const days = Array.from({ length: 3_000 }, (_, index) => ({ day: index * 30, weight: 2 }));
  expect(heatDayOf(days)).toBeCloseTo(2_999 * 30 + 60, 5);
});
