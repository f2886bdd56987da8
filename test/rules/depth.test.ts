import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Counters, type Level, type Missing, WARMTHS } from '../../src/model';
import { addDays } from '../../src/rules/dates';
import { depthOf, describeMissing, effectiveDepth, missingFor, missingOf } from '../../src/rules/depth';
import { countersOf } from '../../src/rules/evidence';
import { deriveTie } from '../../src/rules/tie';
import { warmthOf } from '../../src/rules/warmth';
import { myPromise, someAct, someCounters, someEvidence, someTouch, TODAY } from '../support/evidence';

const runs = { numRuns: 500 };
const met = { inboundDays: 1 };
const acquainted = { ...met, exchangeDays: 1, meetingDays: 2 };
const conversational = { inboundDays: 3, exchangeDays: 3, meetingDays: 3, substantiveDays: 1, spanDays: 14 };
const ally = { ...conversational, actsAsked: 1, given: 1 };

test.each<[string, Partial<Counters>, number, Level, number, Missing['what'][]]>([
  ['nobody yet', {}, 0, 0, 0, ['inboundDays']],
  ['met', met, 0, 1, 20, ['exchangeDays', 'meetingDays']],
  ['a reply without a second day', { ...met, exchangeDays: 1, meetingDays: 1 }, 0, 1, 35, ['meetingDays']],
  ['acquainted', acquainted, 0, 2, 40 + 20 / 9, ['exchangeDays', 'substantiveDays', 'spanDays']],
  [
    'a burst within 13 days',
    { ...conversational, spanDays: 13 },
    0,
    2,
    40 + (20 * (2 + 13 / 14)) / 3,
    ['spanDays'],
  ],
  ['only small talk', { ...conversational, substantiveDays: 0 }, 0, 2, 40 + 40 / 3, ['substantiveDays']],
  ['conversational', conversational, 0, 3, 60, ['acts', 'given']],
  ['they acted, nothing in return', { ...conversational, actsAsked: 1 }, 0, 3, 70, ['given']],
  ['ally', ally, 0, 4, 82.5, ['actsUnasked', 'actScore']],
  ['an ally who was let down', { ...ally, reliability: 0.5 }, 0, 3, 72.5, ['reliability']],
  ['just reliable enough', { ...ally, reliability: 0.8 }, 0, 4, 82.5, ['actsUnasked', 'actScore']],
  ['asked four times, never unasked', { ...ally, actsAsked: 4 }, 0, 4, 90, ['actsUnasked']],
  ['two acts unasked', { ...ally, actsAsked: 0, actsUnasked: 2 }, 0, 5, 100, []],
  [
    'acts do not stand in for talks',
    { ...met, actsUnasked: 3, given: 2 },
    0,
    1,
    20,
    ['exchangeDays', 'meetingDays'],
  ],
  ['a friend from before', {}, 2, 2, 40, ['exchangeDays', 'substantiveDays', 'spanDays']],
  ['closeness alone stops at conversational', {}, 5, 3, 60, ['acts', 'given']],
  ['a friend who acted', { actsAsked: 1, given: 1 }, 3, 4, 82.5, ['actsUnasked', 'actScore']],
])('%s', (_why, counts, closeness, level, depth, missing) => {
  const found = depthOf(someCounters(counts), closeness);
  expect(found.level).toBe(level);
  expect(found.depth).toBeCloseTo(depth, 10);
  expect(found.missing.map(({ what }) => what)).toEqual(missing);
});

test('what a level further up asks for', () => {
  const rows = missingFor(someCounters({ reliability: 0.5 }), 5);
  expect(rows).toEqual([
    { what: 'actsUnasked', have: 0, need: 1 },
    { what: 'actScore', have: 0, need: 4 },
    { what: 'reliability', have: 0.5, need: 0.8 },
  ]);
});

test.each([
  [2, 42, [42, 32, 22, 22]],
  [3, 60, [60, 50, 40, 40]],
  [0, 5, [5, 0, 0, 0]],
  [4, 82.5, [82.5, 77.5, 72.5, 72.5]],
  [5, 100, [100, 95, 90, 90]],
] as const)('level %i at %f: warm, cooling, dormant, none', (level, depth, expected) => {
  const ordered = ['warm', 'cooling', 'dormant', 'none'] as const;
  expect(ordered.map((warmth) => effectiveDepth(level, depth, warmth))).toEqual(expected);
});

test.each<[Missing, string]>([
  [{ what: 'inboundDays', have: 0, need: 1 }, 'nothing from them yet'],
  [{ what: 'exchangeDays', have: 0, need: 1 }, 'no two-way day yet'],
  [{ what: 'exchangeDays', have: 0, need: 3 }, '0 of 3 two-way days'],
  [{ what: 'exchangeDays', have: 1, need: 3 }, '1 of 3 two-way days'],
  [{ what: 'meetingDays', have: 1, need: 2 }, '1 of 2 days met or in touch both ways'],
  [{ what: 'substantiveDays', have: 0, need: 1 }, 'no substantive talk yet'],
  [{ what: 'spanDays', have: 9, need: 14 }, '9 of 14 days between first and last talk'],
  [{ what: 'acts', have: 0, need: 1 }, 'nothing they did for you yet'],
  [{ what: 'given', have: 0, need: 1 }, 'nothing you did for them yet'],
  [{ what: 'actsUnasked', have: 0, need: 1 }, 'nothing they did for you unasked yet'],
  [{ what: 'actScore', have: 1, need: 4 }, 'what they did for you counts 1 of 4 (twice when unasked)'],
  [{ what: 'reliability', have: 0.5, need: 0.8 }, 'you kept 50 % of your promises (needs 80 %)'],
])('missing %j', (row, expected) => {
  expect(describeMissing(row)).toBe(expected);
});

test.each([
  [{ promisesKept: 1, promisesLate: 0, promisesBroken: 1 }, 'you kept 1 of 2 promises (needs 4 of 5)'],
  [
    { promisesKept: 1, promisesLate: 1, promisesBroken: 1 },
    'you kept 2 of 3 promises, 1 late (needs 4 of 5)',
  ],
])('promises %j', (counts, expected) => {
  expect(describeMissing({ what: 'reliability', have: 0.5, need: 0.8 }, counts)).toBe(expected);
});

test('the generated histories reach every level', () => {
  const levels = fc
    .sample(someEvidence, { numRuns: 2_000, seed: 1 })
    .map((evidence) => deriveTie(evidence).level);
  expect([...new Set(levels)].sort()).toEqual([0, 1, 2, 3, 4, 5]);
});

test('the number is the label, and something is missing below the top', () => {
  fc.assert(
    fc.property(someEvidence, (evidence) => {
      const { level, depth, missing } = depthOf(countersOf(evidence), evidence.closeness);
      expect(depth).toBeGreaterThanOrEqual(20 * level);
      expect(depth).toBeLessThanOrEqual(level === 5 ? 100 : 20 * (level + 1) - 1e-9);
      expect(depth === 100).toBe(level === 5);
      expect(missing.length === 0).toBe(level === 5);
    }),
    runs,
  );
});

const effective = (tie: ReturnType<typeof deriveTie>, today = TODAY) =>
  effectiveDepth(tie.level, tie.depth, warmthOf(tie.heatDay, today));

test('one more touch never lowers the depth, nor what an ask can count on', () => {
  fc.assert(
    fc.property(someEvidence, someTouch, fc.integer({ min: 0, max: 400 }), (evidence, touch, later) => {
      const before = deriveTie(evidence);
      const after = deriveTie({ ...evidence, touches: [...evidence.touches, touch] });
      const today = addDays(TODAY, later);
      expect(after.depth).toBeGreaterThanOrEqual(before.depth);
      expect(effective(after, today)).toBeGreaterThanOrEqual(effective(before, today));
    }),
    runs,
  );
});

test('nor does one more act', () => {
  fc.assert(
    fc.property(someEvidence, someAct, fc.integer({ min: 0, max: 400 }), (evidence, act, later) => {
      const before = deriveTie(evidence);
      const after = deriveTie({ ...evidence, acts: [...evidence.acts, act] });
      const today = addDays(TODAY, later);
      expect(after.depth).toBeGreaterThanOrEqual(before.depth);
      expect(effective(after, today)).toBeGreaterThanOrEqual(effective(before, today));
    }),
    runs,
  );
});

test('a kept promise never lowers the depth, a broken one never raises it', () => {
  fc.assert(
    fc.property(someEvidence, (evidence) => {
      const depthWith = (state: 'kept' | 'broken') =>
        deriveTie({ ...evidence, promises: [...evidence.promises, myPromise(state)] }).depth;
      const { depth } = deriveTie(evidence);
      expect(depthWith('kept')).toBeGreaterThanOrEqual(depth);
      expect(depthWith('broken')).toBeLessThanOrEqual(depth);
    }),
    runs,
  );
});

test('closeness never lowers the depth, and alone it stops at conversational', () => {
  const closeness = fc.integer({ min: 0, max: 4 });
  fc.assert(
    fc.property(someEvidence, closeness, (evidence, given) => {
      const counters = countersOf(evidence);
      expect(depthOf(counters, given + 1).depth).toBeGreaterThanOrEqual(depthOf(counters, given).depth);
      expect(depthOf(someCounters(), given + 1).level).toBe(Math.min(3, given + 1));
    }),
    runs,
  );
});

test('a history of mine alone proves nothing', () => {
  fc.assert(
    fc.property(someEvidence, (evidence) => {
      const tie = deriveTie({
        ...evidence,
        touches: evidence.touches.map((touch) => ({ ...touch, kind: 'out' as const })),
        acts: evidence.acts.map((act) => ({ ...act, by: 'me' as const })),
        closeness: 0,
      });
      expect(tie).toMatchObject({ depth: 0, level: 0, heatDay: null, lastInOn: null });
    }),
    runs,
  );
});

test('without events, what an ask can count on never rises', () => {
  const later = fc.integer({ min: 0, max: 400 });
  fc.assert(
    fc.property(someEvidence, later, later, (evidence, one, two) => {
      const tie = deriveTie(evidence);
      const [first, second] = [Math.min(one, two), Math.max(one, two)];
      expect(effective(tie, addDays(TODAY, second))).toBeLessThanOrEqual(
        effective(tie, addDays(TODAY, first)),
      );
    }),
    runs,
  );
});

test('no ally without an act of theirs, nor with promises broken', () => {
  fc.assert(
    fc.property(someEvidence, (evidence) => {
      const withoutActs = { ...evidence, acts: evidence.acts.filter((act) => act.by === 'me') };
      expect(deriveTie(withoutActs).level).toBeLessThanOrEqual(3);
      const tie = deriveTie({ ...evidence, promises: [...evidence.promises, myPromise('broken')] });
      if (tie.reliability < 0.8) expect(tie.level).toBeLessThanOrEqual(3);
    }),
    runs,
  );
});

test('silence costs a strong tie ten points at most, any other one level at most', () => {
  fc.assert(
    fc.property(someEvidence, fc.constantFrom(...WARMTHS), (evidence, warmth) => {
      const { level, depth } = deriveTie(evidence);
      const penalty = depth - effectiveDepth(level, depth, warmth);
      expect(penalty).toBeGreaterThanOrEqual(0);
      expect(penalty).toBeLessThanOrEqual(level >= 4 ? 10 : 20);
    }),
    runs,
  );
});

test('every missing row counts what is there, and says so', () => {
  fc.assert(
    fc.property(someEvidence, (evidence) => {
      const counters = countersOf(evidence);
      const tie = deriveTie(evidence);
      for (const row of missingOf(counters, tie.level)) {
        const acts = { acts: tie.actsAsked + tie.actsUnasked, actScore: tie.actsAsked + 2 * tie.actsUnasked };
        expect(row.have).toBe({ ...counters, ...acts }[row.what]);
        expect(row.have).toBeLessThan(row.need);
        const text = describeMissing(row, counters);
        if (/^(no|nothing) /.test(text)) expect(row.have).toBe(0);
        else if (row.what === 'reliability')
          expect(text).toContain(`kept ${counters.promisesKept + counters.promisesLate} of`);
        else expect(text).toContain(`${row.have} of ${row.need}`);
      }
    }),
    runs,
  );
});
