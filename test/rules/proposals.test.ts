import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PART_STATES, PARTS, type Part, type PartState, type Preparation } from '../../src/model';
import { addDays, daysBetween } from '../../src/rules/dates';
import type { Finding } from '../../src/rules/detectors';
import { aimsFor, balanceOf } from '../../src/rules/portfolio';
import { findNeglectedParts, proposeWeek, type WeekFacts } from '../../src/rules/proposals';

/** A Sunday; the week that is proposed for begins the next day. */
const today = '2026-11-22';
const aims = aimsFor('active');
const aPart = (part: Part, state: PartState, daysAgo: number | null): Preparation => ({
  part,
  state,
  touchedOn: daysAgo === null ? null : addDays(today, -daysAgo),
  notes: null,
});
const person = (contactId: number) => ({ contactId, name: `Person ${contactId}`, metOn: '2026-11-12' });
const promise = (promiseId: number) => ({ promiseId, name: 'Priya', what: 'the deck', dueOn: '2026-11-15' });

const allWell: WeekFacts = {
  today,
  weekOn: '2026-11-23',
  minutesPerDay: 120,
  balance: balanceOf({ deepen: 140, meet: 60, apply: 100, prepare: 80, review: 20 }, aims),
  preparations: PARTS.map((part) => aPart(part, 'ready', 3)),
  notFollowedUp: [],
  overduePromises: [],
  toDeepen: [],
  nextImportant: null,
  findings: [],
};
const tie = (contactId: number) => ({
  contactId,
  name: `Person ${contactId}`,
  flag: 'stuck' as const,
  step: 'ask them one small thing',
  minutes: 10,
});
const onlyMeeting = balanceOf({ deepen: 0, meet: 400, apply: 0, prepare: 0, review: 0 }, aims);
const easySide: Finding = { kind: 'easy-side', easy: 9, hard: 2 };
const noPurpose: Finding = { kind: 'no-purpose', contactDays: 9, withoutPurpose: 5 };
const crowdingOut: Finding = { kind: 'crowding-out', total: 240, networking: 160, apply: 40, prepare: 30 };
const propose = (facts: Partial<WeekFacts>) => proposeWeek({ ...allWell, ...facts });

describe('proposeWeek', () => {
  test('with nothing wrong: keep the protected block, what is ready, and the review', () => {
    expect(propose({})).toEqual([
      { kind: 'keep-block', task: null, minutes: 36, on: '2026-11-23' },
      { kind: 'practise', part: 'resume', minutes: 25, on: '2026-11-25' },
      { kind: 'review', minutes: 20, on: '2026-11-27' },
    ]);
  });

  test('the block is for the most important task that does not press', () => {
    const nextImportant = { taskId: 31, title: 'Say the pitch aloud' };
    expect(propose({ nextImportant })[0]).toMatchObject({ kind: 'keep-block', task: nextImportant });
  });

  test('a tie to deepen comes before the block, unless a first follow-up goes to the same person', () => {
    const deepen = { ...tie(2), kind: 'deepen-tie', minutes: 15 };
    expect(propose({ toDeepen: [tie(2), tie(3)] })[0]).toEqual({ ...deepen, on: '2026-11-23' });
    const proposals = propose({ toDeepen: [tie(1), tie(2)], notFollowedUp: [person(1)] });
    expect(proposals.map(({ kind }) => kind)).toEqual(['follow-up', 'deepen-tie', 'keep-block']);
    expect(proposals[1]).toEqual({ ...deepen, on: '2026-11-25' });
  });

  test('practice goes to the part left alone the longest, and not to the one proposed for its neglect', () => {
    const preparations = [
      aPart('resume', 'ready', 5),
      aPart('stories', 'ready', 40),
      aPart('pitch', 'rough', 19),
    ];
    expect(propose({ preparations }).map((proposal) => 'part' in proposal && proposal.part)).toEqual([
      'pitch',
      false,
      'stories',
    ]);
  });

  test.each<{ why: string; facts: Partial<WeekFacts>; proposal: object }>([
    {
      why: 'the bucket that got least of what it should have, in one block of a day at most',
      facts: { balance: onlyMeeting },
      proposal: { kind: 'serve-bucket', bucket: 'deepen', share: 0, aim: 0.35, minutes: 120 },
    },
    {
      why: 'a week in balance, but networking crowded out the rest',
      facts: {
        balance: balanceOf({ deepen: 85, meet: 75, apply: 40, prepare: 30, review: 10 }, aims),
        findings: [crowdingOut],
      },
      proposal: { kind: 'serve-bucket', bucket: 'apply', share: 1 / 6, aim: 0.25, minutes: 25 },
    },
    {
      why: 'a part that was never touched',
      facts: { preparations: [aPart('pitch', 'rough', 19), aPart('references', 'missing', null)] },
      proposal: { kind: 'touch-part', part: 'references', untouchedDays: null, neglected: 2, minutes: 25 },
    },
    {
      why: 'people met and not followed up, as many as fit one block',
      facts: { notFollowedUp: [1, 2, 3, 4].map(person) },
      proposal: { kind: 'follow-up', people: [1, 2, 3].map(person), count: 4, minutes: 45 },
    },
    {
      why: 'an overdue promise',
      facts: { overduePromises: [promise(7)] },
      proposal: { kind: 'keep-promises', promises: [promise(7)], count: 1, minutes: 15 },
    },
    {
      why: 'meetings without a purpose',
      facts: { findings: [noPurpose] },
      proposal: { kind: 'name-purposes', contactDays: 9, withoutPurpose: 5, minutes: 15 },
    },
    {
      why: 'only the easy side of networking',
      facts: { findings: [easySide] },
      proposal: { kind: 'do-a-hard-thing', easy: 9, hard: 2, minutes: 25 },
    },
  ])('$why', ({ facts, proposal }) => {
    const [first, ...others] = propose(facts);
    expect(first).toEqual({ ...proposal, on: '2026-11-23' });
    expect(others.map(({ kind }) => kind)).toEqual(['keep-block', 'practise']);
  });

  test('of many the three most useful, spread over the week', () => {
    const proposals = propose({
      balance: onlyMeeting,
      preparations: [aPart('pitch', 'rough', 19)],
      notFollowedUp: [person(1)],
      overduePromises: [promise(7)],
      findings: [easySide, noPurpose],
    });
    expect(proposals.map(({ kind, on }) => `${on} ${kind}`)).toEqual([
      '2026-11-23 serve-bucket',
      '2026-11-25 touch-part',
      '2026-11-27 follow-up',
    ]);
  });

  test('somebody who waits for an overdue promise does not wait until Friday', () => {
    const proposals = propose({ balance: onlyMeeting, overduePromises: [promise(7)] });
    expect(proposals.map(({ kind, on }) => `${on} ${kind}`)).toEqual([
      '2026-11-23 keep-promises',
      '2026-11-25 serve-bucket',
      expect.any(String),
    ]);
  });

  test('where weeks begin on Sunday the first day proposed is still a Monday', () => {
    expect(propose({ weekOn: '2026-11-22' })[0]!.on).toBe('2026-11-23');
  });

  test('a short day still gets a whole chunk', () => {
    expect(propose({ minutesPerDay: 20 })[0]!.minutes).toBe(25);
    expect(propose({ minutesPerDay: 20, balance: onlyMeeting })[0]!.minutes).toBe(25);
  });

  test('always three, of different kinds, on different days of that week, with minutes', () => {
    const anyPreparations = fc
      .tuple(fc.constantFrom(...PART_STATES), fc.option(fc.nat(40)))
      .map(([state, daysAgo]) => [aPart('pitch', state, daysAgo)])
      .chain((parts) => fc.constantFrom(parts, []));
    const logged = fc.record({
      deepen: fc.nat(300),
      meet: fc.nat(300),
      apply: fc.nat(300),
      prepare: fc.nat(300),
      review: fc.nat(300),
    });
    const facts: fc.Arbitrary<WeekFacts> = fc.record({
      today: fc.constant(today),
      weekOn: fc.constantFrom('2026-11-22', '2026-11-23'),
      minutesPerDay: fc.nat(480),
      balance: logged.map((minutes) => balanceOf(minutes, aims)),
      preparations: anyPreparations,
      notFollowedUp: fc.array(fc.nat(9).map(person), { maxLength: 5 }),
      overduePromises: fc.array(fc.nat(9).map(promise), { maxLength: 5 }),
      toDeepen: fc.array(fc.nat(9).map(tie), { maxLength: 3 }),
      nextImportant: fc.constantFrom(null, { taskId: 31, title: 'Say the pitch aloud' }),
      findings: fc.subarray([easySide, crowdingOut, noPurpose]),
    });
    fc.assert(
      fc.property(facts, (week) => {
        const proposals = proposeWeek(week);
        expect(proposals).toHaveLength(3);
        expect(new Set(proposals.map(({ kind }) => kind)).size).toBe(proposals.length);
        expect(new Set(proposals.map(({ on }) => on)).size).toBe(proposals.length);
        for (const { on, minutes } of proposals) {
          expect(minutes).toBeGreaterThanOrEqual(15);
          expect(on >= week.weekOn && daysBetween(week.weekOn, on) < 7).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('findNeglectedParts', () => {
  test.each([
    {
      why: 'never touched',
      part: aPart('references', 'missing', null),
      found: [{ part: 'references', untouchedDays: null }],
    },
    {
      why: 'two weeks ago',
      part: aPart('pitch', 'rough', 14),
      found: [{ part: 'pitch', untouchedDays: 14 }],
    },
    { why: 'not two weeks yet', part: aPart('pitch', 'rough', 13), found: [] },
    { why: 'what is ready may rest', part: aPart('clothes', 'ready', 60), found: [] },
  ])('$why', ({ part, found }) => {
    expect(findNeglectedParts([part], today)).toEqual(found);
  });

  test('never touched first, then the longest untouched, then in the order of the parts', () => {
    const parts = [
      aPart('salary', 'missing', null),
      aPart('pitch', 'rough', 19),
      aPart('resume', 'rough', 30),
      aPart('references', 'missing', null),
    ];
    expect(findNeglectedParts(parts, today).map(({ part }) => part)).toEqual([
      'references',
      'salary',
      'resume',
      'pitch',
    ]);
  });
});
