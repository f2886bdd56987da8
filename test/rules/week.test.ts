import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BUCKETS, CHANNELS, EVENT_KINDS, QUADRANTS, type Quadrant } from '../../src/model';
import { addDays, daysBetween } from '../../src/rules/dates';
import { type WeighedTask, weighTask } from '../../src/rules/quadrants';
import {
  explainPhase,
  interviewDays,
  minutesByBucket,
  planFrom,
  squaresOf,
  type Work,
  weekOf,
} from '../../src/rules/week';
import { aTask } from '../support/builders';

/** A Sunday. */
const today = '2026-11-22';
const anyDay = fc.integer({ min: -400, max: 400 }).map((days) => addDays(today, days));
const firstDays = fc.constantFrom('monday' as const, 'sunday' as const);

describe('weekOf', () => {
  test.each([
    { why: 'seven days up to today', day: null, first: 'monday', from: '2026-11-16', to: today },
    { why: 'the same, wherever weeks begin', day: null, first: 'sunday', from: '2026-11-16', to: today },
    { why: 'a week that is over', day: '2026-11-12', first: 'monday', from: '2026-11-09', to: '2026-11-15' },
    { why: 'weeks from Sunday', day: '2026-11-12', first: 'sunday', from: '2026-11-08', to: '2026-11-14' },
    { why: 'this week on its last day', day: today, first: 'monday', from: '2026-11-16', to: today },
    { why: 'this week on its first day', day: today, first: 'sunday', from: today, to: today },
  ] as const)('$why', ({ day, first, from, to }) => {
    expect(weekOf(day, today, first)).toEqual({ from, to });
  });

  test('holds the day, and never a day to come', () => {
    fc.assert(
      fc.property(anyDay, anyDay, firstDays, (now, day, first) => {
        fc.pre(day <= now);
        const week = weekOf(day, now, first);
        expect(week.from <= day && day <= week.to && week.to <= now).toBe(true);
        expect(daysBetween(week.from, week.to)).toBeLessThan(7);
      }),
    );
  });
});

describe('planFrom', () => {
  test.each([
    { why: 'reviewed on Sunday: tomorrow', week: ['2026-11-16', today], now: today, monday: '2026-11-23' },
    {
      why: 'reviewed on Thursday: the Monday to come',
      week: ['2026-11-13', '2026-11-19'],
      now: '2026-11-19',
      monday: '2026-11-23',
    },
    {
      why: 'last week, reviewed on Monday: this week',
      week: ['2026-11-16', '2026-11-22'],
      now: '2026-11-23',
      monday: '2026-11-23',
    },
    {
      why: 'last week, reviewed on Tuesday: the next',
      week: ['2026-11-16', '2026-11-22'],
      now: '2026-11-24',
      monday: '2026-11-30',
    },
    { why: 'a week long ago', week: ['2026-09-07', '2026-09-13'], now: today, monday: '2026-11-23' },
  ])('$why', ({ week: [from, to], now, monday }) => {
    expect(planFrom({ from: from!, to: to! }, now)).toBe(monday);
  });

  test('is a Monday, and never before today', () => {
    fc.assert(
      fc.property(anyDay, anyDay, firstDays, (now, day, first) => {
        fc.pre(day <= now);
        const monday = planFrom(weekOf(day, now, first), now);
        expect(new Date(monday).getUTCDay()).toBe(1);
        expect(monday >= now).toBe(true);
      }),
    );
  });
});

describe('explainPhase', () => {
  const search = { searchStartedOn: '2026-01-01', ready: 8, parts: 10, nextInterviewOn: null, today };

  test.each([
    {
      why: 'an interview soon decides alone',
      facts: { nextInterviewOn: '2026-11-26', ready: 0, searchStartedOn: today },
      phase: 'interviewing',
      reason: { kind: 'interview', on: '2026-11-26' },
    },
    {
      why: 'the preparation, though the search is new as well',
      facts: { ready: 3, searchStartedOn: today },
      phase: 'launch',
      reason: { kind: 'preparation', ready: 3, parts: 10 },
    },
    {
      why: 'the search is new, and all is ready',
      facts: { searchStartedOn: '2026-11-15' },
      phase: 'launch',
      reason: { kind: 'new-search', startedOn: '2026-11-15' },
    },
    {
      why: 'well under way',
      facts: {},
      phase: 'active',
      reason: { kind: 'preparation', ready: 8, parts: 10 },
    },
  ])('$why', ({ facts, phase, reason }) => {
    expect(explainPhase({ ...search, ...facts })).toEqual({ phase, reason });
  });

  test('an interview on the last of its days still counts, one on the next does not', () => {
    const { from, to } = interviewDays(today);
    expect(from).toBe(today);
    expect(explainPhase({ ...search, nextInterviewOn: to }).phase).toBe('interviewing');
    expect(explainPhase({ ...search, nextInterviewOn: addDays(to, 1) }).phase).toBe('active');
  });
});

describe('minutesByBucket', () => {
  const nothing: Work = { tasks: [], talks: [], events: [] };
  const talk = (given: Partial<Work['talks'][number]>): Work => ({
    ...nothing,
    talks: [{ channel: 'coffee', minutes: 45, eventKind: null, allNew: false, ...given }],
  });
  const event = (kind: Work['events'][number]['kind'], minutes: number | null): Work => ({
    ...nothing,
    events: [{ kind, minutes }],
  });

  test.each<{ why: string; work: Work; minutes: object }>([
    {
      why: 'a task, in its own bucket',
      work: { ...nothing, tasks: [{ bucket: 'prepare', minutes: 25 }] },
      minutes: { prepare: 25 },
    },
    { why: 'a talk with somebody known', work: talk({}), minutes: { deepen: 45 } },
    { why: 'a talk with somebody new', work: talk({ allNew: true }), minutes: { meet: 45 } },
    { why: 'at an event, also with those known', work: talk({ channel: 'event' }), minutes: { meet: 45 } },
    { why: 'in a group', work: talk({ channel: 'group' }), minutes: { meet: 45 } },
    {
      why: 'an interview, even with somebody new',
      work: talk({ allNew: true, eventKind: 'interview' }),
      minutes: { apply: 45 },
    },
    { why: 'an interview that nobody logged', work: event('interview', 60), minutes: { apply: 60 } },
    { why: 'a coffee that nobody logged', work: event('coffee', 30), minutes: { meet: 30 } },
    { why: 'an open end: as long as such things take', work: event('event', null), minutes: { meet: 90 } },
    { why: 'three days from morning to evening', work: event('event', 3400), minutes: { meet: 1440 } },
  ])('$why', ({ work, minutes }) => {
    expect(minutesByBucket(work)).toEqual({
      deepen: 0,
      meet: 0,
      apply: 0,
      prepare: 0,
      review: 0,
      ...minutes,
    });
  });

  test('every minute of tasks and talks is counted once', () => {
    const work = fc.record({
      tasks: fc.array(fc.record({ bucket: fc.constantFrom(...BUCKETS), minutes: fc.nat(300) })),
      talks: fc.array(
        fc.record({
          channel: fc.constantFrom(...CHANNELS),
          minutes: fc.nat(300),
          eventKind: fc.constantFrom(null, ...EVENT_KINDS),
          allNew: fc.boolean(),
        }),
      ),
    });
    fc.assert(
      fc.property(work, ({ tasks, talks }) => {
        const minutes = minutesByBucket({ tasks, talks, events: [] });
        const total = [...tasks, ...talks].reduce((sum, one) => sum + one.minutes, 0);
        expect(BUCKETS.reduce((sum, bucket) => sum + minutes[bucket], 0)).toBe(total);
      }),
    );
  });
});

describe('squaresOf', () => {
  const weighed = (id: number, urgency: number, importance: number): WeighedTask => {
    const task = {
      ...aTask({ urgency, importance }),
      id,
      state: 'open' as const,
      closedOn: null,
      minutesSpent: null,
    };
    const nothing = { promise: null, contact: null, event: null, job: null, partState: null };
    return weighTask(task, nothing, today, { pace: 1.5, minutesPerDay: 120 });
  };
  const ids = (squares: Record<Quadrant, WeighedTask[]>) =>
    QUADRANTS.map((quadrant) => squares[quadrant].map(({ task }) => task.id));

  test('the urgent by urgency, the others by importance, then the older first', () => {
    const tasks = [
      weighed(1, 0.6, 1),
      weighed(2, 0.9, 0.5),
      weighed(3, 0, 0.7),
      weighed(4, 0.4, 0.9),
      weighed(6, 1, 0),
      weighed(5, 1, 0),
      weighed(7, 0.4, 0.1),
      weighed(8, 0, 0.3),
    ];
    expect(ids(squaresOf(tasks))).toEqual([
      [2, 1],
      [4, 3],
      [5, 6],
      [8, 7],
    ]);
  });

  test('without tasks there are four empty squares', () => {
    expect(ids(squaresOf([]))).toEqual([[], [], [], []]);
  });
});
