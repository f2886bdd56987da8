import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Finding, findTooMuch, type NetworkingFacts } from '../../src/rules/detectors';

const quiet: NetworkingFacts = {
  settled: { people: 0, followedUpInTime: 0 },
  easy: { events: 0, peopleMet: 0, introductionsMade: 0, favoursGiven: 0 },
  hard: { firstFollowUps: 0, substantiveTalks: 0, promisesKept: 0, asksMade: 0 },
  minutes: { deepen: 0, meet: 0, apply: 0, prepare: 0, review: 0 },
  contactDays: { total: 0, withoutPurpose: 0 },
};

const kindsOf = (facts: Partial<NetworkingFacts>) =>
  findTooMuch({ ...quiet, ...facts }).map(({ kind }) => kind);
const easy = (events: number, peopleMet = 0) => ({ ...quiet.easy, events, peopleMet });
const hard = (firstFollowUps: number, asksMade = 0) => ({ ...quiet.hard, firstFollowUps, asksMade });
const minutes = (deepen: number, meet: number, apply: number, prepare: number, review = 0) => ({
  minutes: { deepen, meet, apply, prepare, review },
});

describe('findTooMuch', () => {
  test('a quiet month has no findings', () => {
    expect(findTooMuch(quiet)).toEqual([]);
  });

  test.each<{ why: string; facts: Partial<NetworkingFacts>; found: Finding['kind'][] }>([
    {
      why: 'three people are no collection',
      facts: { settled: { people: 3, followedUpInTime: 0 } },
      found: [],
    },
    {
      why: 'four and one',
      facts: { settled: { people: 4, followedUpInTime: 1 } },
      found: ['collecting-cards'],
    },
    { why: 'half of them followed up', facts: { settled: { people: 4, followedUpInTime: 2 } }, found: [] },
    { why: 'seven easy things are few', facts: { easy: easy(3, 4) }, found: [] },
    { why: 'eight easy things and nothing hard', facts: { easy: easy(3, 5) }, found: ['easy-side'] },
    { why: 'one hard thing in three', facts: { easy: easy(8), hard: hard(3, 1) }, found: [] },
    { why: 'just under one in three', facts: { easy: easy(9), hard: hard(3, 1) }, found: ['easy-side'] },
    { why: 'four hours, and all of them networking', facts: minutes(0, 240, 0, 0), found: ['crowding-out'] },
    { why: 'under four hours', facts: minutes(0, 239, 0, 0), found: [] },
    { why: 'deepening is networking too', facts: minutes(130, 130, 70, 70), found: [] },
    { why: 'at both limits', facts: minutes(100, 160, 60, 60, 20), found: ['crowding-out'] },
    { why: 'networking below 65 %', facts: minutes(100, 159, 60, 60, 21), found: [] },
    { why: 'more than 30 % for the rest', facts: minutes(100, 161, 60, 61, 18), found: [] },
    {
      why: 'one in three without a purpose',
      facts: { contactDays: { total: 6, withoutPurpose: 2 } },
      found: ['no-purpose'],
    },
    { why: 'fewer than that', facts: { contactDays: { total: 7, withoutPurpose: 2 } }, found: [] },
    {
      why: 'a first conversation is no pattern',
      facts: { contactDays: { total: 3, withoutPurpose: 3 } },
      found: [],
    },
  ])('$why', ({ facts, found }) => {
    expect(kindsOf(facts)).toEqual(found);
  });

  test('each finding carries its counts', () => {
    const facts = {
      settled: { people: 14, followedUpInTime: 3 },
      easy: { events: 4, peopleMet: 14, introductionsMade: 1, favoursGiven: 1 },
      hard: { firstFollowUps: 3, substantiveTalks: 1, promisesKept: 1, asksMade: 0 },
      ...minutes(60, 420, 30, 0, 10),
      contactDays: { total: 20, withoutPurpose: 11 },
    };
    expect(findTooMuch(facts)).toEqual([
      { kind: 'collecting-cards', people: 14, followedUpInTime: 3 },
      { kind: 'easy-side', easy: 20, hard: 5 },
      { kind: 'crowding-out', total: 520, networking: 480, apply: 30, prepare: 0 },
      { kind: 'no-purpose', contactDays: 20, withoutPurpose: 11 },
    ]);
  });

  const few = fc.nat(14);
  const anyFacts: fc.Arbitrary<NetworkingFacts> = fc.record({
    settled: fc.tuple(few, few).map(([timely, not]) => ({ people: timely + not, followedUpInTime: timely })),
    easy: fc.record({ events: few, peopleMet: few, introductionsMade: few, favoursGiven: few }),
    hard: fc.record({ firstFollowUps: few, substantiveTalks: few, promisesKept: few, asksMade: few }),
    minutes: fc.record({ deepen: few, meet: few, apply: few, prepare: few, review: few }),
    contactDays: fc
      .tuple(few, few)
      .map(([with_, without]) => ({ total: with_ + without, withoutPurpose: without })),
  });
  const has = (facts: NetworkingFacts, kind: Finding['kind']) =>
    findTooMuch(facts).some((one) => one.kind === kind);

  test('a timely follow-up never turns collecting cards on', () => {
    fc.assert(
      fc.property(anyFacts, fc.boolean(), fc.boolean(), (facts, wasSettled, hasPurpose) => {
        const { people, followedUpInTime } = facts.settled;
        // Either somebody counted among the met gets their follow-up, or somebody met this week, who is not counted yet.
        const isCounted = wasSettled && followedUpInTime < people;
        const after: NetworkingFacts = {
          ...facts,
          settled: { people, followedUpInTime: followedUpInTime + (isCounted ? 1 : 0) },
          hard: { ...facts.hard, firstFollowUps: facts.hard.firstFollowUps + 1 },
          contactDays: {
            total: facts.contactDays.total + 1,
            withoutPurpose: facts.contactDays.withoutPurpose + (hasPurpose ? 0 : 1),
          },
        };
        expect(has(after, 'collecting-cards') && !has(facts, 'collecting-cards')).toBe(false);
        expect(has(after, 'easy-side') && !has(facts, 'easy-side')).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  test('somebody met and followed up in time does not turn it on either', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { people, followedUpInTime } = facts.settled;
        const after = { ...facts, settled: { people: people + 1, followedUpInTime: followedUpInTime + 1 } };
        fc.pre(people >= 4);
        expect(has(after, 'collecting-cards') && !has(facts, 'collecting-cards')).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  test('an easy event never turns the easy side off', () => {
    fc.assert(
      fc.property(anyFacts, few, (facts, met) => {
        const { events, peopleMet } = facts.easy;
        const after = { ...facts, easy: { ...facts.easy, events: events + 1, peopleMet: peopleMet + met } };
        expect(has(facts, 'easy-side') && !has(after, 'easy-side')).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });
});
