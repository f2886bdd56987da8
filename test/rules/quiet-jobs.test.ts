import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type IsoDay, STAGES, type Stage } from '../../src/model';
import { nextAskOn, quietOf } from '../../src/rules/quiet-jobs';
import { daysAgo, TODAY } from '../support/evidence';

const job = (stage: Stage, moved: number, stirred = moved, nextOn: IsoDay | null = null) => ({
  stage,
  movedOn: daysAgo(moved),
  stirredOn: daysAgo(stirred),
  nextOn,
});

describe('quietOf', () => {
  test.each([
    { why: 'a lead of three weeks', is: job('lead', 21), days: 21, asks: true },
    { why: 'a lead of twenty days', is: job('lead', 20), days: null, asks: false },
    { why: 'an application of two weeks', is: job('applied', 14), days: 14, asks: true },
    { why: 'an application of 13 days', is: job('applied', 13), days: null, asks: false },
    { why: 'a week after an interview', is: job('interviewing', 7), days: 7, asks: true },
    { why: 'six days after an interview', is: job('interviewing', 6), days: null, asks: false },
    { why: 'an offer of three days', is: job('offer', 3), days: 3, asks: true },
    { why: 'an offer of yesterday', is: job('offer', 1), days: null, asks: false },
    { why: 'the third day of the question', is: job('applied', 16), days: 16, asks: true },
    { why: 'the fourth day: not every day', is: job('applied', 17), days: 17, asks: false },
    { why: 'a week on, once more', is: job('applied', 21), days: 21, asks: true },
    { why: 'it still stood yesterday', is: job('applied', 40, 1), days: null, asks: false },
    { why: 'it still stood a week ago', is: job('applied', 40, 7), days: 7, asks: true },
    { why: 'a word on the first day does not hasten it', is: job('lead', 20, 19), days: null, asks: false },
    { why: 'accepted', is: job('accepted', 90), days: null, asks: false },
    { why: 'closed', is: job('closed', 90), days: null, asks: false },
    { why: 'a step is planned for today', is: job('applied', 40, 40, TODAY), days: null, asks: false },
    { why: 'a step was due yesterday', is: job('applied', 40, 40, daysAgo(1)), days: 40, asks: false },
  ])('$why', ({ is, days, asks }) => {
    const quiet = quietOf(is, TODAY);
    expect([quiet?.days ?? null, quiet?.asks ?? false]).toEqual([days, asks]);
  });

  test('asks for three days in any seven, whenever it went quiet', () => {
    const open = fc.constantFrom(...STAGES.filter((stage) => stage !== 'accepted' && stage !== 'closed'));
    fc.assert(
      fc.property(open, fc.nat(100), fc.nat(60), (stage, quietFor, stillAgo) => {
        const moved = 40 + quietFor;
        const is = job(stage, moved, Math.min(moved, moved - stillAgo));
        const first = nextAskOn(is)!;
        const week = [0, 1, 2, 3, 4, 5, 6].map((day) => quietOf(is, daysAgo(-200 - day))!);
        expect(week.filter(({ asks }) => asks)).toHaveLength(3);
        expect(quietOf(is, first)).toMatchObject({ asks: true, since: first });
      }),
      { numRuns: 200 },
    );
  });
});
