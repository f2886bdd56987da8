import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  BUCKETS,
  EVENT_KINDS,
  EVENT_STATES,
  type EventKind,
  type EventState,
  type Level,
  PART_STATES,
  PROMISE_STATES,
  type PromiseState,
  SIDES,
  type Side,
  STAGES,
  type Stage,
  type Task,
} from '../../src/model';
import { importanceOf, isImportant, isOver, type Serves } from '../../src/rules/importance';

const nothing: Serves = { promise: null, contact: null, event: null, job: null, partState: null };
const plain: Pick<Task, 'bucket' | 'part' | 'importance'> = {
  bucket: 'review',
  part: null,
  importance: null,
};

const promise = (by: Side, state: PromiseState): Partial<Serves> => ({ promise: { by, state } });
const event = (kind: EventKind, state: EventState): Partial<Serves> => ({
  event: { kind, state, startOn: '2026-11-25' },
});
const job = (stage: Stage): Partial<Serves> => ({ job: { company: 'Acme', title: 'Engineer', stage } });
const contact = (relevance: number, level: Level, firstFollowUp = false): Partial<Serves> => ({
  contact: { relevance, level, firstFollowUp },
});

describe('importanceOf', () => {
  test.each([
    {
      why: 'an interview to prepare for',
      serves: event('interview', 'planned'),
      value: 1,
      kind: 'interview',
    },
    {
      why: 'an interview that is over needs no preparation',
      serves: event('interview', 'done'),
      value: 0.4,
      kind: 'event',
    },
    {
      why: 'a cancelled interview is nothing',
      serves: event('interview', 'cancelled'),
      value: 0.2,
      kind: 'no-link',
    },
    { why: 'a job I talk with them about', serves: job('interviewing'), value: 1, kind: 'job' },
    { why: 'an offer to weigh', serves: job('offer'), value: 1, kind: 'job' },
    { why: 'a job I applied for', serves: job('applied'), value: 0.7, kind: 'job' },
    { why: 'a job to apply for', serves: job('lead'), value: 0.7, kind: 'job' },
    { why: 'a job I have', serves: job('accepted'), value: 0.2, kind: 'no-link' },
    { why: 'a job that is closed', serves: job('closed'), value: 0.2, kind: 'no-link' },
    { why: 'attending an event', serves: event('event', 'planned'), value: 0.4, kind: 'event' },
    { why: 'my word', serves: promise('me', 'open'), value: 0.8, kind: 'my-promise' },
    {
      why: 'their word is theirs to keep',
      serves: promise('them', 'open'),
      value: 0.4,
      kind: 'their-promise',
    },
    { why: 'a promise kept asks for nothing', serves: promise('me', 'kept'), value: 0.2, kind: 'no-link' },
    {
      why: 'a promise released asks for nothing',
      serves: promise('me', 'released'),
      value: 0.2,
      kind: 'no-link',
    },
    { why: 'somebody who knows one inside', serves: contact(0.7, 1), value: 0.9, kind: 'path-to-target' },
    {
      why: 'a path counts for more than a first follow-up',
      serves: contact(1, 1, true),
      value: 0.9,
      kind: 'path-to-target',
    },
    { why: 'just short of a path', serves: contact(0.69, 1), value: 0.7, kind: 'deepen' },
    {
      why: 'a first follow-up, even of no relevance',
      serves: contact(0.2, 1, true),
      value: 0.7,
      kind: 'first-follow-up',
    },
    { why: 'a tie that has begun', serves: contact(0.2, 1), value: 0.7, kind: 'deepen' },
    { why: 'not met, but in the field', serves: contact(0.5, 0), value: 0.7, kind: 'deepen' },
    { why: 'neither met nor relevant', serves: contact(0.2, 0), value: 0.7, kind: 'deepen' },
    { why: 'a part that is missing', serves: { partState: 'missing' } as const, value: 0.7, kind: 'part' },
    { why: 'a part that is rough', serves: { partState: 'rough' } as const, value: 0.7, kind: 'part' },
    { why: 'polishing what is ready', serves: { partState: 'ready' } as const, value: 0.3, kind: 'part' },
    { why: 'tied to nothing', serves: {}, value: 0.2, kind: 'no-link' },
  ])('$why: $value', ({ serves, value, kind }) => {
    const importance = importanceOf(plain, { ...nothing, ...serves });
    expect(importance).toMatchObject({ value, given: false });
    expect(importance.reason.kind).toBe(kind);
  });

  test.each([
    { why: 'an application serves itself', bucket: 'apply', value: 0.7 },
    { why: 'preparing for nothing in particular', bucket: 'prepare', value: 0.2 },
    { why: 'networking with nobody in particular', bucket: 'meet', value: 0.2 },
    { why: 'deepening no tie', bucket: 'deepen', value: 0.2 },
  ] as const)('by its bucket alone: $why', ({ bucket, value }) => {
    expect(importanceOf({ ...plain, bucket }, nothing).value).toBe(value);
  });

  test('there is nothing left to apply for when the job is closed', () => {
    const task = { ...plain, bucket: 'apply' as const };
    expect(importanceOf(task, { ...nothing, ...job('lead') }).value).toBe(0.7);
    expect(importanceOf(task, { ...nothing, ...job('closed') }).value).toBe(0.2);
  });

  test('preparation is important once it is tied to something', () => {
    const task = { ...plain, bucket: 'prepare' as const };
    expect(isImportant(importanceOf(task, nothing).value)).toBe(false);
    expect(isImportant(importanceOf(task, { ...nothing, partState: 'rough' }).value)).toBe(true);
    expect(isImportant(importanceOf(task, { ...nothing, ...event('interview', 'planned') }).value)).toBe(
      true,
    );
  });

  test('the greatest tie decides, and says so', () => {
    const serves = { ...nothing, ...event('event', 'planned'), ...promise('me', 'open'), ...contact(0.2, 0) };
    expect(importanceOf({ ...plain, bucket: 'apply' }, serves)).toEqual({
      value: 0.8,
      reason: { kind: 'my-promise' },
      given: false,
    });
  });

  test('among equals the more pressing tie speaks', () => {
    const serves = { ...nothing, ...contact(0.2, 1, true), partState: 'rough' } as const;
    const { reason } = importanceOf({ ...plain, bucket: 'apply' }, serves);
    expect(reason).toEqual({ kind: 'first-follow-up' });
  });

  test('the reason carries what a line about it needs', () => {
    const ofPart = importanceOf({ ...plain, part: 'pitch' }, { ...nothing, partState: 'rough' });
    expect(ofPart.reason).toEqual({ kind: 'part', part: 'pitch', state: 'rough' });
    const ofJob = importanceOf(plain, { ...nothing, ...job('offer') });
    expect(ofJob.reason).toEqual({ kind: 'job', company: 'Acme', title: 'Engineer', stage: 'offer' });
    const ofInterview = importanceOf(plain, { ...nothing, ...event('interview', 'planned') });
    expect(ofInterview.reason).toEqual({ kind: 'interview', startOn: '2026-11-25' });
  });

  test('a value given by hand wins, zero included', () => {
    const serves = { ...nothing, ...event('interview', 'planned') };
    expect(importanceOf({ ...plain, importance: 0 }, serves)).toEqual({
      value: 0,
      reason: { kind: 'given' },
      given: true,
    });
  });

  const levels = fc.constantFrom<Level>(0, 1, 2, 3, 4, 5);
  const anyServes: fc.Arbitrary<Serves> = fc.record({
    promise: fc.option(
      fc.record({ by: fc.constantFrom(...SIDES), state: fc.constantFrom(...PROMISE_STATES) }),
    ),
    contact: fc.option(
      fc.record({ relevance: fc.constantFrom(0.2, 0.5, 0.7, 1), level: levels, firstFollowUp: fc.boolean() }),
    ),
    event: fc.option(
      fc.record({
        kind: fc.constantFrom(...EVENT_KINDS),
        startOn: fc.constant('2026-11-25'),
        state: fc.constantFrom(...EVENT_STATES),
      }),
    ),
    job: fc.option(
      fc.record({
        company: fc.constant('Acme'),
        title: fc.constant(null),
        stage: fc.constantFrom(...STAGES),
      }),
    ),
    partState: fc.option(fc.constantFrom(...PART_STATES)),
  });

  test('is that of one tie alone: more ties never add up, and none takes away', () => {
    fc.assert(
      fc.property(anyServes, fc.constantFrom(...BUCKETS), (serves, bucket) => {
        const task = { ...plain, bucket };
        // What is over takes away that an application serves itself, whatever else it is tied to.
        const over = serves.job && isOver(serves.job.stage) ? { job: serves.job } : {};
        const alone = (['promise', 'contact', 'event', 'job', 'partState'] as const).map(
          (tie) => importanceOf(task, { ...nothing, ...over, [tie]: serves[tie] }).value,
        );
        expect(importanceOf(task, serves).value).toBe(Math.max(...alone));
      }),
      { numRuns: 500 },
    );
  });
});
