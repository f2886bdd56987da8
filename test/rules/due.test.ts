import { expect, test } from 'vitest';
import type { Event } from '../../src/model';
import { type DueFacts, findDue, lastDay } from '../../src/rules/due';

const NOTHING: DueFacts = {
  ...{ today: '2026-11-22', minute: 9 * 60, within: 60 },
  ...{ events: [], tasks: [], promises: [], jobs: [] },
};

function anEvent(
  id: number,
  startOn: string,
  startTime: string | null,
  state: Event['state'] = 'planned',
): Event {
  return {
    ...{ id, title: `event ${id}`, kind: 'coffee', startOn, startTime, endOn: null, endTime: null },
    ...{ place: null, purpose: null, outcome: null, notes: null, state, people: [] },
  };
}

test.each<[why: string, event: Event, facts: Partial<DueFacts>, inMinutes: number | null | 'no']>([
  ['it begins now', anEvent(1, '2026-11-22', '09:00'), {}, 0],
  ['it begins at the end of the hour', anEvent(1, '2026-11-22', '10:00'), {}, 60],
  ['it begins later', anEvent(1, '2026-11-22', '10:01'), {}, 'no'],
  ['it has begun', anEvent(1, '2026-11-22', '08:59'), {}, 'no'],
  ['it takes the whole day', anEvent(1, '2026-11-22', null), {}, null],
  ['it takes the whole of tomorrow', anEvent(1, '2026-11-23', null), { minute: 1430 }, 'no'],
  ['it begins after midnight', anEvent(1, '2026-11-23', '00:15'), { minute: 1430 }, 25],
  ['it was called off', anEvent(1, '2026-11-22', '09:30', 'cancelled'), {}, 'no'],
])('an event: %s', (_, event, facts, inMinutes) => {
  const due = findDue({ ...NOTHING, ...facts, events: [event] });
  expect(due.length === 0 ? 'no' : due[0]!.inMinutes).toBe(inMinutes);
});

test('events past midnight are looked up on the next day', () => {
  expect(lastDay('2026-12-31', 23 * 60 + 30, 29)).toBe('2026-12-31');
  expect(lastDay('2026-12-31', 23 * 60 + 30, 30)).toBe('2027-01-01');
});

test.each([
  ['mine without a task', { by: 'me' as const }, 1],
  ['mine, which its task says', { by: 'me' as const, taskId: 4 }, 0],
  ['theirs', { by: 'them' as const }, 1],
  ['theirs, asked after already', { by: 'them' as const, nudgedOn: '2026-11-21' }, 0],
  ['due tomorrow', { by: 'them' as const, dueOn: '2026-11-23' }, 0],
  ['without a day', { by: 'me' as const, dueOn: null }, 0],
])('a promise: %s', (_, change, found) => {
  const promise = {
    id: 1,
    contactId: 1,
    name: 'Ana',
    what: 'the deck',
    dueOn: '2026-11-20',
    nudgedOn: null,
    taskId: null,
  };
  const due = findDue({ ...NOTHING, promises: [{ ...promise, ...change }] });
  expect(due.map(({ daysLate }) => daysLate)).toEqual(found === 0 ? [] : [2]);
});
