import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Counters } from '../../src/model';
import { countersOf } from '../../src/rules/evidence';
import { deriveTie } from '../../src/rules/tie';
import { anEvidence, myPromise, someEvidence, theirAct } from '../support/evidence';

const runs = { numRuns: 500 };

test.each<[string, string, Partial<Counters>]>([
  ['nothing', '', { inboundDays: 0, exchangeDays: 0, meetingDays: 0, spanDays: 0, reliability: 1 }],
  ['what I send is no evidence', '-9:out -5:out*', { inboundDays: 0, exchangeDays: 0, substantiveDays: 0 }],
  [
    'a group is a meeting, not an exchange',
    '-9:group*',
    { inboundDays: 1, exchangeDays: 0, meetingDays: 1, substantiveDays: 0 },
  ],
  ['a call is both', '-9:live*', { inboundDays: 1, exchangeDays: 1, meetingDays: 1, substantiveDays: 1 }],
  ['they answer: their day counts', '-9:out -5:in', { exchangeDays: 1, meetingDays: 1, inboundDays: 1 }],
  ['I answer: their day counts, too', '-9:in -5:out', { exchangeDays: 1, meetingDays: 1, inboundDays: 1 }],
  ['one note of mine answers two of theirs', '-9:in -5:out -2:in', { exchangeDays: 2, spanDays: 7 }],
  ['both on one day', '-9:in -9:out', { exchangeDays: 1 }],
  ['ten mails in one day are one day', '-9:in -9:out -9:in -9:in', { exchangeDays: 1, inboundDays: 1 }],
  ['a group and a call on one day are one day', '-9:group -9:live', { meetingDays: 1, inboundDays: 1 }],
  ['my own depth of thought proves nothing', '-9:out* -5:in', { exchangeDays: 1, substantiveDays: 0 }],
  [
    'nor does a group on the day of a mail',
    '-9:out -5:in -5:group*',
    { exchangeDays: 1, substantiveDays: 0 },
  ],
  ['a substantive answer does', '-9:out -5:in*', { substantiveDays: 1 }],
  ['an unanswered one is no talk', '-9:in*', { exchangeDays: 0, substantiveDays: 0 }],
  ['span is from the first two-way day to the last', '-90:group -40:live -9:live -3:out', { spanDays: 31 }],
])('%s', (_why, touches, expected) => {
  expect(countersOf(anEvidence(touches))).toMatchObject(expected);
});

test.each([
  [29, 1],
  [30, 1],
  [31, 0],
])('an answer %i days later makes %i two-way days', (gap, expected) => {
  expect(countersOf(anEvidence(`-100:out ${gap - 100}:in`)).exchangeDays).toBe(expected);
  expect(countersOf(anEvidence(`-100:in ${gap - 100}:out`)).exchangeDays).toBe(expected);
});

test('an inbound and an outbound make an exchange exactly when at most 30 days lie between', () => {
  const day = fc.integer({ min: -199, max: 0 });
  fc.assert(
    fc.property(day, day, (inbound, outbound) => {
      const { exchangeDays } = countersOf(anEvidence(`${inbound}:in ${outbound}:out`));
      expect(exchangeDays).toBe(Math.abs(inbound - outbound) <= 30 ? 1 : 0);
    }),
    runs,
  );
});

test('acts: theirs by whether they were asked, mine as given', () => {
  const acts = [
    theirAct(-5, true),
    theirAct(-5, true),
    theirAct(-4, false),
    { ...theirAct(-3, false), by: 'me' as const },
  ];
  expect(countersOf(anEvidence('', { acts }))).toMatchObject({
    actsAsked: 2,
    actsUnasked: 1,
    given: 1,
    inboundDays: 2,
    meetingDays: 0,
  });
});

test.each([
  ['none', [], { given: 0, reliability: 1 }],
  ['kept', ['kept'], { given: 1, reliability: 1, promisesKept: 1 }],
  [
    'a late one counts half, and is no gift',
    ['kept', 'late'],
    { given: 1, reliability: 0.75, promisesLate: 1 },
  ],
  ['broken', ['kept', 'broken'], { given: 1, reliability: 0.5, promisesBroken: 1 }],
  ['four to one', ['kept', 'kept', 'kept', 'kept', 'broken'], { reliability: 0.8 }],
  ['open and released ones do not count', ['open', 'released'], { given: 0, reliability: 1 }],
] as const)('my promises: %s', (_why, states, expected) => {
  const promises = states.map((state) => myPromise(state));
  expect(countersOf(anEvidence('', { promises }))).toMatchObject(expected);
});

test('what they promised says nothing about me', () => {
  const promises = [
    { by: 'them', dueOn: null, state: 'broken' } as const,
    { by: 'them', dueOn: null, state: 'kept' } as const,
  ];
  expect(countersOf(anEvidence('', { promises }))).toMatchObject({
    given: 0,
    reliability: 1,
    promisesBroken: 0,
  });
});

test('neither the order of logging nor logging twice changes anything', () => {
  fc.assert(
    fc.property(someEvidence, (evidence) => {
      const { touches, acts, promises } = evidence;
      const other = {
        ...evidence,
        touches: [...touches.toReversed(), ...touches],
        acts: acts.toReversed(),
        promises: promises.toReversed(),
      };
      expect(deriveTie(other)).toEqual(deriveTie(evidence));
    }),
    runs,
  );
});
