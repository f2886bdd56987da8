import { describe, expect, test } from 'vitest';
import { rankLikely } from '../../src/rules/likely-people';

const TODAY = '2026-11-22';

function aPerson(id: number, more: { state?: string; lastTouchOn?: string | null } = {}) {
  return { id, state: 'active', lastTouchOn: null, ...more };
}

describe('whom a question is likely to be about', () => {
  test('people of the day, then the latest talks, then what is due, then by name, and the parked', () => {
    const people = [
      aPerson(1),
      aPerson(2, { state: 'parked', lastTouchOn: TODAY }),
      aPerson(3, { lastTouchOn: '2026-11-09' }),
      aPerson(4, { lastTouchOn: '2026-11-20' }),
      aPerson(5),
      aPerson(6, { lastTouchOn: TODAY }),
      aPerson(7),
    ];
    const events = [
      { contactId: 7, startTime: '10:00' },
      { contactId: 6, startTime: null },
    ];
    const due = [
      { contactId: 4, dueOn: '2026-11-20' },
      { contactId: 5, dueOn: '2026-11-23' },
    ];
    const ranked = rankLikely(people, { events, due }, TODAY);
    expect(ranked.map(({ id, why }) => [id, why?.kind])).toEqual([
      [7, 'event'],
      [6, 'event'],
      [4, 'recent'],
      [3, 'recent'],
      [5, 'due'],
      [1, undefined],
      [2, undefined],
    ]);
  });

  test.each([
    ['2026-11-08', 'recent', 'two weeks ago'],
    ['2026-11-07', undefined, 'longer ago'],
    ['2026-11-23', undefined, 'not yet'],
  ])('last touched on %s: %s (%s)', (lastTouchOn, kind, _why) => {
    const [person] = rankLikely([aPerson(1, { lastTouchOn })], { events: [], due: [] }, TODAY);
    expect(person!.why?.kind).toBe(kind);
  });

  test('somebody in two events, or unknown, is there once or not at all', () => {
    const events = [
      { contactId: 1, startTime: '10:00' },
      { contactId: 1, startTime: '18:00' },
      { contactId: 9, startTime: null },
    ];
    expect(rankLikely([aPerson(1)], { events, due: [] }, TODAY)).toEqual([
      { ...aPerson(1), why: { kind: 'event', time: '10:00' } },
    ]);
  });
});
