import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { IsoDay, ServingTask, StragglerAnswer } from '../../src/model';
import { addDays } from '../../src/rules/dates';
import { type WeighedTask, weighTask } from '../../src/rules/quadrants';
import { findStragglers, firstChange, type StragglerReason, usualAnswer } from '../../src/rules/stragglers';
import { A_DAY as today } from '../support/builders';
import { aServingTask, aWeighedTask, CAPACITY } from '../support/review';

const ago = (days: number): IsoDay => addDays(today, -days);
const nothing = { touchedOn: new Map(), keptOn: new Map() };
const important = { importance: 1 };

function found(task: Partial<ServingTask>, history = nothing): StragglerReason | undefined {
  return findStragglers([aWeighedTask(task)], today, history)[0]?.reason;
}

describe('which tasks were left lying', () => {
  test.each<[string, Partial<ServingTask>, StragglerReason['kind'] | undefined]>([
    ['due a week ago', { dueOn: ago(7) }, 'overdue'],
    ['due six days ago: that happens', { dueOn: ago(6) }, undefined],
    ['due today', { dueOn: today, createdOn: ago(20) }, undefined],
    ['important, no day for four weeks', { ...important, createdOn: ago(28) }, 'undated'],
    ['important, no day, younger', { ...important, createdOn: ago(27) }, undefined],
    ['serves nothing, no day for two weeks', { createdOn: ago(14) }, 'no-square'],
    ['serves nothing, younger', { createdOn: ago(13) }, undefined],
    ['urgent by hand, no day', { urgency: 1, createdOn: ago(20) }, undefined],
    ['has a day, left alone for six weeks', { dueOn: addDays(today, 30), createdOn: ago(42) }, 'untouched'],
    ['has a day, left alone for less', { dueOn: addDays(today, 30), createdOn: ago(41) }, undefined],
    ['waits for somebody, for long', { waitingFor: 1, createdOn: ago(50) }, 'untouched'],
    [
      'waits for somebody, and late by them',
      { waitingFor: 1, dueOn: ago(20), createdOn: ago(30) },
      undefined,
    ],
    ['sleeps', { dueOn: ago(30), createdOn: ago(60), snoozedUntil: addDays(today, 1) }, undefined],
    ['woke up late', { dueOn: ago(30), createdOn: ago(60), snoozedUntil: today }, 'overdue'],
    ['woke up this week', { ...important, createdOn: ago(60), snoozedUntil: ago(3) }, undefined],
  ])('%s', (_, task, kind) => {
    expect(found(task)?.kind).toBe(kind);
  });

  test.each<[string, number, boolean]>([
    ['changed this week', 3, false],
    ['changed long ago', 30, true],
  ])('no day, old, %s', (_, days, isOne) => {
    const touchedOn = new Map([[1, ago(days)]]);
    expect(found({ ...important, createdOn: ago(90) }, { ...nothing, touchedOn }) !== undefined).toBe(isOne);
  });

  test.each<[number, boolean]>([
    [0, false],
    [27, false],
    [28, true],
  ])('kept on purpose %i days ago', (days, isOne) => {
    const keptOn = new Map([[1, ago(days)]]);
    expect(found({ dueOn: ago(90) }, { ...nothing, keptOn }) !== undefined).toBe(isOne);
  });

  test('says the day, and how long ago', () => {
    expect(found({ dueOn: ago(17) })).toEqual({ kind: 'overdue', dueOn: '2026-11-05', days: 17 });
    expect(found({ ...important, createdOn: ago(40) })).toEqual({ kind: 'undated', days: 40 });
    expect(found({ waitingFor: 1, createdOn: ago(50) })).toEqual({
      ...{ kind: 'untouched', since: '2026-10-03', days: 50 },
    });
  });

  test('the worst come first: overdue, in no square, without a day, untouched; the longest of each', () => {
    const tasks = [
      { id: 1, dueOn: addDays(today, 9), createdOn: ago(80) },
      { id: 2, ...important, createdOn: ago(90) },
      { id: 3, createdOn: ago(20) },
      { id: 4, dueOn: ago(8) },
      { id: 5, createdOn: ago(30) },
      { id: 6, dueOn: ago(9) },
      { id: 7, dueOn: ago(9) },
    ].map(aWeighedTask);
    expect(findStragglers(tasks, today, nothing).map(({ weighed }) => weighed.task.id)).toEqual([
      6, 7, 4, 5, 3, 2, 1,
    ]);
  });
});

describe('what Enter answers', () => {
  test.each<[string, Partial<ServingTask>, StragglerAnswer]>([
    ['overdue and important', { ...important, dueOn: ago(9) }, 'do first'],
    ['overdue, serves nothing', { dueOn: ago(9) }, 'snooze'],
    ['important, no day', { ...important, createdOn: ago(40) }, 'schedule'],
    ['serves nothing', { createdOn: ago(40) }, 'snooze'],
    ['serves nothing, for two months', { createdOn: ago(60) }, 'drop'],
    ['waits', { waitingFor: 1, createdOn: ago(60) }, 'keep'],
  ])('%s', (_, task, answer) => {
    const [straggler] = findStragglers([aWeighedTask(task)], today, nothing);
    expect(usualAnswer(straggler!)).toBe(answer);
  });

  test('never drops what is important', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400 }),
        fc.option(fc.integer({ min: -400, max: 99 })),
        (age, due) => {
          const dueOn = due === null ? null : addDays(today, due);
          const task = aWeighedTask({ ...important, createdOn: ago(age), dueOn });
          for (const one of findStragglers([task], today, nothing)) expect(usualAnswer(one)).not.toBe('drop');
        },
      ),
    );
  });
});

describe('doing it first', () => {
  const weighed = (task: ServingTask): WeighedTask<ServingTask> =>
    weighTask(
      task,
      { promise: null, contact: null, event: null, job: null, partState: null },
      today,
      CAPACITY,
    );

  test.each<[string, Partial<ServingTask>]>([
    ['serves nothing, no day', {}],
    ['was not urgent by hand', { urgency: 0 }],
    ['was not important by hand', { importance: 0 }],
    ['takes a day', { minutes: 480 }],
    ['waited', { waitingFor: 1 }],
    ['slept', { snoozedUntil: addDays(today, 90) }],
    ['was due long ago', { dueOn: ago(90) }],
    ['is due far away', { dueOn: addDays(today, 90) }],
  ])('puts it in square 1 and into the plan: %s', (_, given) => {
    for (const before of [0, 1, 2, 9]) {
      const task = aServingTask(given);
      const changed = { ...task, ...firstChange(weighed(task), today, before) };
      expect(weighed(changed)).toMatchObject({ quadrant: 1 });
      expect(changed).toMatchObject({ waitingFor: null, snoozedUntil: null });
    }
  });

  test('spreads over three days, and never moves a day that is nearer', () => {
    const dueOn = (given: Partial<ServingTask>, before: number) =>
      firstChange(weighed(aServingTask(given)), today, before).dueOn;
    expect([0, 1, 2, 3].map((before) => dueOn({}, before))).toEqual([
      ...['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-25'],
    ]);
    expect(dueOn({ dueOn: today }, 2)).toBe(today);
  });

  test('leaves the reason where there is one', () => {
    expect(firstChange(weighed(aServingTask({ importance: 0.7 })), today, 0).importance).toBe(0.7);
    expect(firstChange(weighed(aServingTask()), today, 0).importance).toBe(1);
  });
});
