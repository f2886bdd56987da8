import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Task } from '../../src/model';
import { addDays } from '../../src/rules/dates';
import type { Serves } from '../../src/rules/importance';
import { explainTask, quadrantOf, weighTask } from '../../src/rules/quadrants';
import { isUrgent, urgencyOf } from '../../src/rules/urgency';

const today = '2026-11-22';
const usual = { pace: 1.5, minutesPerDay: 120 };
const nothing = { promise: null, contact: null, event: null, job: null, partState: null };

function aTask(fields: Partial<Task> = {}): Task {
  return {
    id: 1,
    title: 'Send Priya the deck',
    bucket: 'deepen',
    minutes: 10,
    dueOn: null,
    snoozedUntil: null,
    waitingFor: null,
    contactId: null,
    eventId: null,
    promiseId: null,
    jobId: null,
    part: null,
    importance: null,
    urgency: null,
    repeatDays: null,
    notes: null,
    state: 'open',
    createdOn: '2026-11-01',
    closedOn: null,
    minutesSpent: null,
    ...fields,
  };
}

describe('quadrantOf', () => {
  test.each([
    { why: 'both', urgency: 1, importance: 1, quadrant: 1 },
    { why: 'one half is enough on both axes', urgency: 0.5, importance: 0.5, quadrant: 1 },
    { why: 'important only', urgency: 0.499, importance: 0.5, quadrant: 2 },
    { why: 'urgent only, however urgent', urgency: 1, importance: 0.499, quadrant: 3 },
    { why: 'neither', urgency: 0.499, importance: 0.499, quadrant: 4 },
  ])('$why: $quadrant', ({ urgency, importance, quadrant }) => {
    expect(quadrantOf(urgency, importance)).toBe(quadrant);
  });
});

describe('weighTask', () => {
  const mine = { ...nothing, promise: { by: 'me', state: 'open' } } as const;

  test.each([
    { why: 'my promise, due yesterday', dueIn: -1, serves: mine, quadrant: 1 },
    { why: 'my promise, due in two weeks', dueIn: 14, serves: mine, quadrant: 2 },
    { why: 'overdue, and serves nothing', dueIn: -9, serves: nothing, quadrant: 3 },
    { why: 'some day, and serves nothing', dueIn: null, serves: nothing, quadrant: 4 },
  ])('$why: $quadrant', ({ dueIn, serves, quadrant }) => {
    const task = aTask({ dueOn: dueIn === null ? null : addDays(today, dueIn) });
    expect(weighTask(task, serves, today, usual).quadrant).toBe(quadrant);
  });

  test('a hand moves a task on either axis', () => {
    const task = aTask({ urgency: 0, importance: 1, dueOn: today });
    expect(weighTask(task, nothing, today, usual)).toMatchObject({
      quadrant: 2,
      urgencyGiven: true,
      importanceGiven: true,
    });
  });
});

describe('what prepared an event', () => {
  const of = (fields: Partial<Task>, event: Partial<NonNullable<Serves['event']>> = {}, rest = {}) =>
    weighTask(
      aTask({ eventId: 1, dueOn: today, ...fields }),
      {
        ...nothing,
        event: { kind: 'interview', startOn: today, state: 'planned', ...event },
        ...rest,
      },
      today,
      usual,
    );
  const yesterday = addDays(today, -1);

  test.each([
    { why: 'is urgent and important up to it', weighed: of({}), quadrant: 1 },
    { why: 'is neither once it is done', weighed: of({}, { state: 'done' }), quadrant: 4 },
    { why: 'nor once it was cancelled', weighed: of({}, { state: 'cancelled' }), quadrant: 4 },
    {
      why: 'nor on the day after, whatever was said',
      weighed: of({ dueOn: yesterday }, { startOn: yesterday }),
      quadrant: 4,
    },
    {
      why: 'also where somebody on the way to a target was there',
      weighed: of({}, { state: 'done' }, { contact: { relevance: 1, level: 2, firstFollowUp: false } }),
      quadrant: 4,
    },
    {
      why: 'what is due after it is no preparation',
      weighed: of({ dueOn: addDays(today, 1) }, { state: 'done' }),
      quadrant: 3,
    },
    {
      why: 'nor is a promise',
      weighed: of({ promiseId: 7 }, { state: 'done' }, { promise: { by: 'me', state: 'open' } }),
      quadrant: 1,
    },
    {
      why: 'a word of the user stands',
      weighed: of({ urgency: 1, importance: 1 }, { state: 'done' }),
      quadrant: 1,
    },
    {
      why: 'the part it worked on is as unready as before',
      weighed: of({ part: 'stories' }, { state: 'done' }, { partState: 'rough' }),
      quadrant: 2,
    },
  ])('$why', ({ weighed, quadrant }) => {
    expect(weighed.quadrant).toBe(quadrant);
  });
});

describe('explainTask', () => {
  const explain = (task: Task) => explainTask(weighTask(task, nothing, today, usual), today, usual);

  test('lists every term of both axes', () => {
    expect(explain(aTask({ minutes: 80, dueOn: '2026-11-27' }))).toEqual({
      quadrant: 4,
      urgency: {
        value: 2 ** (-4 / 3),
        urgent: false,
        given: false,
        dueOn: '2026-11-27',
        daysLeft: 5,
        minutesNeeded: 120,
        effortDays: 1,
        slackDays: 4,
        urgentOn: '2026-11-23',
      },
      importance: { value: 0.2, important: false, given: false, reason: { kind: 'no-link' } },
    });
  });

  test.each([
    { why: 'no due day', fields: {} },
    { why: 'the urgency is given by hand', fields: { dueOn: today, urgency: 0.2 } },
  ])('names no day on which it becomes urgent when $why', ({ fields }) => {
    expect(explain(aTask(fields)).urgency.urgentOn).toBeNull();
  });

  test('the day named is the first urgent one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 0, max: 40 }), (minutes, dueIn) => {
        const task = aTask({ minutes, dueOn: addDays(today, dueIn) });
        const day = explain(task).urgency.urgentOn!;
        expect(isUrgent(urgencyOf(task, day, usual).value)).toBe(true);
        expect(isUrgent(urgencyOf(task, addDays(day, -1), usual).value)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});
