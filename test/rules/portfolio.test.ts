import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Bucket } from '../../src/model';
import { PHASES } from '../../src/rules/constants';
import { addDays } from '../../src/rules/dates';
import { aimsFor, balanceOf, phaseOf } from '../../src/rules/portfolio';

const today = '2026-11-22';
const minutes = (deepen: number, meet: number, apply: number, prepare: number, review: number) => ({
  deepen,
  meet,
  apply,
  prepare,
  review,
});

describe('phaseOf', () => {
  test.each([
    { why: 'the first day', daysSince: 0, ready: 1, interviewIn: null, phase: 'launch' },
    { why: 'the fourteenth day', daysSince: 13, ready: 1, interviewIn: null, phase: 'launch' },
    { why: 'two weeks are over', daysSince: 14, ready: 1, interviewIn: null, phase: 'active' },
    {
      why: 'six of ten parts ready: still launching',
      daysSince: 90,
      ready: 6 / 10,
      interviewIn: null,
      phase: 'launch',
    },
    { why: 'seven of ten are enough', daysSince: 90, ready: 7 / 10, interviewIn: null, phase: 'active' },
    {
      why: 'the start is not known, and all is ready',
      daysSince: null,
      ready: 1,
      interviewIn: null,
      phase: 'active',
    },
    {
      why: 'the start is not known, and nothing is ready',
      daysSince: null,
      ready: 0,
      interviewIn: null,
      phase: 'launch',
    },
    { why: 'an interview today', daysSince: 90, ready: 1, interviewIn: 0, phase: 'interviewing' },
    {
      why: 'an interview wins over the launch',
      daysSince: 1,
      ready: 0,
      interviewIn: 14,
      phase: 'interviewing',
    },
    { why: 'too far away to change the week', daysSince: 90, ready: 1, interviewIn: 15, phase: 'active' },
    { why: 'an interview that is over', daysSince: 90, ready: 1, interviewIn: -1, phase: 'active' },
  ])('$why: $phase', ({ daysSince, ready, interviewIn, phase }) => {
    const search = {
      searchStartedOn: daysSince === null ? null : addDays(today, -daysSince),
      partsReadyShare: ready,
      nextInterviewOn: interviewIn === null ? null : addDays(today, interviewIn),
      today,
    };
    expect(phaseOf(search)).toBe(phase);
  });
});

describe('aimsFor', () => {
  test.each(PHASES)('%s: the shares make a whole', (phase) => {
    expect(Object.values(aimsFor(phase)).reduce((sum, aim) => sum + aim, 0)).toBeCloseTo(1, 12);
  });

  test('a launch prepares, an active search deepens ties', () => {
    expect(aimsFor('launch').prepare).toBe(0.4);
    expect(aimsFor('active').deepen).toBe(0.35);
    expect(aimsFor('interviewing').apply).toBe(0.15);
  });
});

describe('balanceOf', () => {
  const aims = aimsFor('active');

  test('nothing logged: no distance, nothing to say', () => {
    const balance = balanceOf(minutes(0, 0, 0, 0, 0), aims);
    expect(balance).toMatchObject({
      total: 0,
      distance: 0,
      balance: 1,
      flagged: false,
      mostOver: null,
      mostUnder: null,
    });
  });

  test('as aimed', () => {
    const balance = balanceOf(minutes(140, 60, 100, 80, 20), aims);
    expect(balance).toMatchObject({
      total: 400,
      distance: 0,
      flagged: false,
      mostOver: null,
      mostUnder: null,
    });
  });

  test('names the bucket most over and the one most under', () => {
    const balance = balanceOf(minutes(18, 61, 12, 6, 3), aims);
    expect(balance.distance).toBeCloseTo(0.46, 12);
    expect(balance.balance).toBeCloseTo(0.54, 12);
    expect(balance.mostOver).toEqual({ bucket: 'meet', share: 0.61, aim: 0.15 });
    expect(balance.mostUnder).toEqual({ bucket: 'deepen', share: 0.18, aim: 0.35 });
  });

  test.each([
    { why: 'far off, but little logged', logged: minutes(0, 119, 0, 0, 0), flagged: false },
    { why: 'far off, and enough logged', logged: minutes(0, 120, 0, 0, 0), flagged: true },
    { why: 'a distance of a quarter is allowed', logged: minutes(40, 160, 100, 80, 20), flagged: false },
    {
      why: 'a quarter with a rounding error is a quarter',
      logged: minutes(30, 30, 90, 30, 20),
      flagged: false,
    },
    { why: 'a little more is not', logged: minutes(39, 161, 100, 80, 20), flagged: true },
  ])('$why', ({ logged, flagged }) => {
    expect(balanceOf(logged, aims).flagged).toBe(flagged);
  });

  const anyMinutes = fc.array(fc.nat(600), { minLength: 5, maxLength: 5 }).map((all) => {
    const [deepen, meet, apply, prepare, review] = all as [number, number, number, number, number];
    return minutes(deepen, meet, apply, prepare, review);
  });
  const phases = fc.constantFrom(...PHASES);

  test('the distance is between 0 and 1, and 0 only for the very shares aimed at', () => {
    fc.assert(
      fc.property(anyMinutes, phases, (logged, phase) => {
        const wanted = aimsFor(phase);
        const { distance, shares, total } = balanceOf(logged, wanted);
        const isAsAimed = (Object.keys(wanted) as Bucket[]).every(
          (bucket) => shares[bucket] === wanted[bucket],
        );
        expect(distance >= 0 && distance <= 1).toBe(true);
        expect(distance === 0).toBe(isAsAimed || total === 0);
      }),
      { numRuns: 1000 },
    );
  });

  test('a week just as aimed has no distance, however long it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), phases, (twentieths, phase) => {
        const wanted = aimsFor(phase);
        const of = (bucket: Bucket) => Math.round(wanted[bucket] * 20) * twentieths;
        const logged = minutes(of('deepen'), of('meet'), of('apply'), of('prepare'), of('review'));
        expect(balanceOf(logged, wanted)).toMatchObject({ distance: 0, mostOver: null, mostUnder: null });
      }),
      { numRuns: 500 },
    );
  });

  test('only the shares count, not the hours', () => {
    fc.assert(
      fc.property(anyMinutes, fc.integer({ min: 2, max: 9 }), (logged, times) => {
        const longer = minutes(
          logged.deepen * times,
          logged.meet * times,
          logged.apply * times,
          logged.prepare * times,
          logged.review * times,
        );
        expect(balanceOf(longer, aims).distance).toBe(balanceOf(logged, aims).distance);
      }),
      { numRuns: 500 },
    );
  });
});
