import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/rules/dates';
import { minutesNeeded } from '../../src/rules/pace';
import { type PlanTask, planDay, protectedMinutes } from '../../src/rules/plan';
import { quadrantOf } from '../../src/rules/quadrants';

const today = '2026-11-22';

const q1 = (id: number, minutes: number, fields: Partial<PlanTask> = {}): PlanTask => ({
  id,
  minutes,
  urgency: 1,
  importance: 0.8,
  dueOn: today,
  ...fields,
});
const q2 = (id: number, minutes: number, fields: Partial<PlanTask> = {}): PlanTask =>
  q1(id, minutes, { urgency: 0.1, importance: 0.7, dueOn: null, ...fields });
const q3 = (id: number, minutes: number, fields: Partial<PlanTask> = {}): PlanTask =>
  q1(id, minutes, { importance: 0.2, ...fields });
const q4 = (id: number, minutes: number): PlanTask =>
  q1(id, minutes, { urgency: 0, importance: 0.2, dueOn: null });

/** At pace 1, so that the minutes in the tables are the minutes in the plan. */
const plan = (minutes: number, tasks: PlanTask[], emergency = false) =>
  planDay({ tasks, minutes, pace: 1, today, emergency });
/** `2:25` is 25 minutes of task 2, `2:25…` leaves some of it for another day. */
const shortly = (minutes: number, tasks: PlanTask[], emergency = false) =>
  plan(minutes, tasks, emergency)
    .items.map((item) => `${item.id}:${item.minutes}${item.partial ? '…' : ''}`)
    .join(' ');

describe('protectedMinutes', () => {
  test.each([
    { why: 'no time', free: 0, kept: 0 },
    { why: 'less than one chunk is not worth protecting', free: 24, kept: 0 },
    { why: 'one chunk: all of it', free: 25, kept: 25 },
    { why: 'never less than one chunk', free: 60, kept: 25 },
    { why: 'three tenths', free: 120, kept: 36 },
    { why: 'rounded down', free: 125, kept: 37 },
  ])('$why', ({ free, kept }) => {
    expect(protectedMinutes(free)).toBe(kept);
  });

  test('an emergency shrinks the block, and never to nothing', () => {
    expect(protectedMinutes(480, true)).toBe(25);
    expect(protectedMinutes(24, true)).toBe(0);
  });
});

describe('planDay', () => {
  test.each([
    { why: 'nothing to do', minutes: 120, tasks: [], items: '' },
    { why: 'no time', minutes: 0, tasks: [q1(1, 10), q2(2, 10)], items: '' },
    { why: 'less than no time, when appointments overlap', minutes: -30, tasks: [q1(1, 10)], items: '' },
    {
      why: 'below a chunk only the urgent is protected',
      minutes: 20,
      tasks: [q1(1, 20), q2(2, 20)],
      items: '1:20',
    },
    {
      why: 'the important but not urgent comes first, and the urgent gets the rest',
      minutes: 120,
      tasks: [q1(1, 60), q2(2, 30)],
      items: '2:30 1:60',
    },
    {
      why: 'a small task inside the protected block fits whole',
      minutes: 120,
      tasks: [q1(1, 120), q2(2, 10)],
      items: '2:10 1:110…',
    },
    {
      why: 'a task longer than the protected block is split there',
      minutes: 120,
      tasks: [q1(1, 84), q2(2, 50)],
      items: '2:36… 1:84',
    },
    {
      why: 'less than the smallest task is nothing to come back for on another day',
      minutes: 120,
      tasks: [q1(1, 88), q2(2, 40)],
      items: '2:36 1:84',
    },
    {
      why: 'the smallest task is',
      minutes: 120,
      tasks: [q1(1, 89), q2(2, 41)],
      items: '2:36… 1:84…',
    },
    {
      why: 'after the urgent the rest of it follows, and both pieces are one item',
      minutes: 120,
      tasks: [q1(1, 60), q2(2, 50)],
      items: '2:50 1:60',
    },
    {
      why: 'what was begun goes on, in a piece of any size',
      minutes: 120,
      tasks: [q1(1, 60), q2(2, 90)],
      items: '2:60… 1:60',
    },
    {
      why: 'a gap shorter than a chunk starts nothing, but a task that fits it whole is found',
      minutes: 120,
      tasks: [q2(1, 20, { importance: 0.9 }), q2(2, 40, { importance: 0.8 }), q2(3, 15), q1(4, 90)],
      items: '1:20 3:15 4:85…',
    },
    {
      why: 'the most important goes into the protected block',
      minutes: 120,
      tasks: [q2(1, 36), q2(2, 36, { importance: 1 }), q1(3, 84)],
      items: '2:36 3:84',
    },
    {
      why: 'the urgent by urgency, then by importance',
      minutes: 60,
      tasks: [q1(1, 20, { urgency: 0.6, importance: 1 }), q1(2, 20), q1(3, 20, { importance: 0.9 })],
      items: '3:20 2:20 1:20',
    },
    {
      why: 'the urgent is split as well: 25 minutes of it are a start',
      minutes: 60,
      tasks: [q1(1, 30), q1(2, 90)],
      items: '1:30 2:30…',
    },
    {
      why: 'a crumb of the urgent is no start',
      minutes: 60,
      tasks: [q1(1, 40), q1(2, 90)],
      items: '1:40',
    },
    {
      why: 'the unimportant stays within its cap of 18 minutes',
      minutes: 120,
      tasks: [q3(1, 10), q3(2, 10), q3(3, 8)],
      items: '1:10 3:8',
    },
    {
      why: 'a long unimportant task does not fit the cap, and a chunk of it does not either',
      minutes: 120,
      tasks: [q3(1, 60)],
      items: '',
    },
    { why: 'on a long day a chunk of it does', minutes: 200, tasks: [q3(1, 60)], items: '1:30…' },
    {
      why: 'the unimportant takes only what is left',
      minutes: 120,
      tasks: [q1(1, 110), q3(2, 15), q3(3, 10)],
      items: '1:110 3:10',
    },
    { why: 'neither urgent nor important is never planned', minutes: 480, tasks: [q4(1, 5)], items: '' },
    {
      why: 'equal in all else, the earlier due day first and none last',
      minutes: 60,
      tasks: [q2(1, 20), q2(2, 20, { dueOn: '2026-12-24' }), q2(3, 20, { dueOn: '2026-12-12' })],
      items: '3:20 2:20 1:20',
    },
    {
      why: 'equal in everything, the older task first',
      minutes: 60,
      tasks: [q2(9, 20), q2(4, 20)],
      items: '4:20 9:20',
    },
  ])('$why', ({ minutes, tasks, items }) => {
    expect(shortly(minutes, tasks)).toBe(items);
  });

  test('reckons with the real minutes, not with the estimate', () => {
    const { items, total } = planDay({ tasks: [q1(1, 10), q2(2, 25)], minutes: 120, pace: 1.5, today });
    expect(items).toEqual([
      { id: 2, quadrant: 2, minutes: 38, partial: false },
      { id: 1, quadrant: 1, minutes: 15, partial: false },
    ]);
    expect(total).toBe(53);
  });

  test('an emergency leaves one chunk to the important but not urgent', () => {
    const tasks = [q1(1, 480), q2(2, 90)];
    expect(shortly(240, tasks)).toBe('2:72… 1:168…');
    expect(shortly(240, tasks, true)).toBe('2:25… 1:215…');
  });

  test('says what is left for another day, the most pressing first', () => {
    const tasks = [
      q1(1, 60),
      q1(2, 45, { importance: 0.9 }),
      q2(3, 25),
      q2(4, 40),
      q3(5, 30),
      q4(6, 5),
      q4(7, 5),
    ];
    expect(plan(30, tasks).leftOut).toEqual({ 1: [2, 1], 2: [4], 3: [5], 4: [6, 7] });
  });

  test.each([
    { why: 'due today and left out', task: q1(2, 20), overload: [2] },
    {
      why: 'overdue and only begun',
      task: q1(2, 90, { dueOn: '2026-11-20', importance: 1 }),
      overload: [2, 1],
    },
    { why: 'due tomorrow can wait', task: q1(2, 20, { dueOn: '2026-11-23' }), overload: [] },
    { why: 'urgent by hand, without a date, can wait', task: q1(2, 20, { dueOn: null }), overload: [] },
    { why: 'overdue but unimportant is no overload', task: q3(2, 20), overload: [] },
  ])('overload: $why', ({ task, overload }) => {
    expect(plan(60, [q1(1, 50), task]).overload).toEqual(overload);
  });
});

describe('planDay, whatever the tasks', () => {
  // Few distinct values on purpose: ties and the limits of a square come up often.
  const scale = fc.constantFrom(0, 0.2, 0.4, 0.5, 0.7, 0.9, 1);
  const aTask = fc.record({
    id: fc.integer({ min: 1, max: 60 }),
    minutes: fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 400 })),
    urgency: scale,
    importance: scale,
    dueOn: fc.option(fc.integer({ min: -3, max: 9 }).map((days) => addDays(today, days))),
  });
  const tasks = fc.uniqueArray(aTask, { selector: ({ id }) => id, maxLength: 14 });
  const days = fc.record({
    minutes: fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 600 })),
    pace: fc.constantFrom(1, 1.1, 1.5, 2.37, 3),
    emergency: fc.boolean(),
    today: fc.constant(today),
  });
  const runs = { numRuns: 1000 };

  test('never plans more than the free minutes, and the sums are right', () => {
    fc.assert(
      fc.property(tasks, days, (list, day) => {
        const { items, total, q2Minutes } = planDay({ tasks: list, ...day });
        const sum = (quadrants: number[]) =>
          items
            .filter((item) => quadrants.includes(item.quadrant))
            .reduce((all, item) => all + item.minutes, 0);
        expect(total).toBeLessThanOrEqual(day.minutes);
        expect(total).toBe(sum([1, 2, 3]));
        expect(q2Minutes).toBe(sum([2]));
      }),
      runs,
    );
  });

  test('does not depend on the order of the tasks', () => {
    fc.assert(
      fc.property(tasks, days, fc.array(fc.nat(), { minLength: 14, maxLength: 14 }), (list, day, keys) => {
        const shuffled = list
          .map((task, index) => ({ task, key: keys[index]! }))
          .sort((a, b) => a.key - b.key)
          .map(({ task }) => task);
        expect(planDay({ tasks: shuffled, ...day })).toEqual(planDay({ tasks: list, ...day }));
      }),
      runs,
    );
  });

  test('keeps the protected minutes, but for less than one chunk', () => {
    fc.assert(
      fc.property(tasks, days, (list, day) => {
        const available = list
          .filter(({ urgency, importance }) => quadrantOf(urgency, importance) === 2)
          .reduce((all, { minutes }) => all + minutesNeeded(minutes, day.pace), 0);
        const kept = Math.min(protectedMinutes(day.minutes, day.emergency), available);
        expect(planDay({ tasks: list, ...day }).q2Minutes).toBeGreaterThanOrEqual(kept - 24);
      }),
      runs,
    );
  });

  test('an unimportant task, however urgent, changes nothing about the important ones', () => {
    const unimportant = fc.record({
      minutes: fc.integer({ min: 1, max: 400 }),
      urgency: fc.double({ min: 0, max: 1, noNaN: true }),
      importance: fc.double({ min: 0, max: 0.499, noNaN: true }),
      dueOn: fc.option(fc.integer({ min: -30, max: 9 }).map((dueIn) => addDays(today, dueIn))),
      id: fc.constantFrom(0, 1000),
    });
    fc.assert(
      fc.property(tasks, days, unimportant, (list, day, added) => {
        const before = planDay({ tasks: list, ...day });
        const after = planDay({ tasks: [added, ...list], ...day });
        const important = (plan: typeof before) => ({
          items: plan.items.filter(({ quadrant }) => quadrant <= 2),
          q2Minutes: plan.q2Minutes,
          leftOut: [plan.leftOut[1], plan.leftOut[2]],
          overload: plan.overload,
        });
        expect(important(after)).toEqual(important(before));
      }),
      runs,
    );
  });

  test('holds the urgent but unimportant to its cap, and plans nothing that is neither', () => {
    fc.assert(
      fc.property(tasks, days, (list, day) => {
        const { items } = planDay({ tasks: list, ...day });
        const minutes3 = items
          .filter(({ quadrant }) => quadrant === 3)
          .reduce((all, item) => all + item.minutes, 0);
        expect(minutes3).toBeLessThanOrEqual(0.15 * day.minutes);
        expect(items.some(({ quadrant }) => quadrant === 4)).toBe(false);
      }),
      runs,
    );
  });

  test('gives each task all it needs or a chunk at least, once, and loses none', () => {
    fc.assert(
      fc.property(tasks, days, (list, day) => {
        const { items, leftOut } = planDay({ tasks: list, ...day });
        const need = new Map(list.map(({ id, minutes }) => [id, minutesNeeded(minutes, day.pace)]));
        for (const { id, minutes, partial } of items) {
          const rest = need.get(id)! - minutes;
          expect(
            partial ? minutes >= 25 && rest >= 5 : rest === 0 || (minutes >= 25 && rest > 0 && rest < 5),
          ).toBe(true);
        }
        const named = [...items.map(({ id }) => id), ...Object.values(leftOut).flat()];
        expect(named.sort((a, b) => a - b)).toEqual([...need.keys()].sort((a, b) => a - b));
      }),
      runs,
    );
  });
});
