import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TieFacts } from '../../src/model';
import { flagsOf } from '../../src/rules/flags';
import { peopleThatFit, rankPeople, rankShallow } from '../../src/rules/people-of-the-day';
import { deriveTie } from '../../src/rules/tie';
import { anEvidence, aTie, daysAgo, someEvidence, TODAY } from '../support/evidence';

const candidate = (id: number, facts: Partial<TieFacts>, weight = 0.5) => {
  const tie = aTie(facts);
  return { tie: { ...tie, id }, weight, flags: flagsOf({ ...tie, purpose: 'hiring' }, TODAY) };
};
const idsOf = (people: { tie: { id: number } }[]) => people.map(({ tie }) => tie.id);

describe('whom to turn to', () => {
  test('a fresh meeting comes before everything, a long silence last', () => {
    const people = [
      candidate(1, deriveTie(anEvidence('-300:live* -290:live* -270:live*'))),
      candidate(2, deriveTie(anEvidence('-1:group'))),
      candidate(3, deriveTie(anEvidence('-30:group -29:out -28:in -20:group -10:group'))),
      candidate(4, { level: 1, metOn: daysAgo(40) }),
    ];
    expect(idsOf(rankPeople(people, TODAY))).toEqual([2, 3, 1, 4]);
  });

  test('among equals the more relevant comes first, then the smaller number', () => {
    const facts = { level: 1 as const, metOn: daysAgo(3) };
    const people = [candidate(1, facts, 0.2), candidate(3, facts, 1), candidate(2, facts, 1)];
    expect(idsOf(rankPeople(people, TODAY))).toEqual([2, 3, 1]);
  });

  test('whoever was written to this week is left in peace', () => {
    const waiting = candidate(1, deriveTie(anEvidence('-9:live -2:out')));
    expect(rankPeople([waiting], TODAY)).toEqual([]);
  });

  test('the order does not depend on the order of the input', () => {
    const people = fc.uniqueArray(
      fc.record({
        id: fc.integer({ min: 1, max: 50 }),
        evidence: someEvidence,
        weight: fc.constantFrom(0.2, 0.5, 1),
      }),
      { selector: ({ id }) => id, maxLength: 8 },
    );
    fc.assert(
      fc.property(people, (some) => {
        const candidates = some.map(({ id, evidence, weight }) => candidate(id, deriveTie(evidence), weight));
        expect(rankPeople([...candidates].reverse(), TODAY)).toEqual(rankPeople(candidates, TODAY));
        expect(rankShallow([...candidates].reverse(), TODAY)).toEqual(rankShallow(candidates, TODAY));
      }),
      { numRuns: 200 },
    );
  });
});

describe('the shallow list', () => {
  test('goes by flag, and who has none is not on it', () => {
    const people = [
      candidate(1, {}),
      candidate(2, { level: 1, metOn: daysAgo(40) }),
      candidate(3, { unanswered: 3 }),
      candidate(4, { level: 0, lastOutOn: daysAgo(2), unanswered: 1 }),
    ];
    expect(idsOf(rankShallow(people, TODAY))).toEqual([3, 2]);
  });
});

test.each([
  [0, 2],
  [-30, 2],
  [29, 2],
  [30, 3],
  [50, 5],
  [500, 5],
])('%i minutes left have room for %i people', (minutes, people) => {
  expect(peopleThatFit(minutes)).toBe(people);
});
