import { expect, test } from 'vitest';
import type { Act, Evidence, Flag, Level, Pledge, TieFacts, Warmth } from '../../src/model';
import { effectiveDepth } from '../../src/rules/depth';
import { flagsOf } from '../../src/rules/flags';
import { deriveTie } from '../../src/rules/tie';
import { warmthOf } from '../../src/rules/warmth';
import { anEvidence, daysAgo, myPromise, TODAY, TODAY_NUMBER, theirAct } from '../support/evidence';

interface Case {
  why: string;
  touches?: string;
  acts?: Act[];
  promises?: Pledge[];
  closeness?: number;
  /** Exchange days, meeting days, substantive days, span. */
  counts: [number, number, number, number];
  /** In days from today. */
  heat: number | null;
  warmth: Warmth;
  level: Level;
  depth: number;
  effective: number;
  flags?: Flag[];
}

const threeTalks = '-42:live* -21:live* -3:live*';
const talksLongAgo = '-900:live* -800:live* -730:live*';
const asked = theirAct(-10, true);
const kept = myPromise('kept');

const cases: Case[] = [
  {
    why: 'met in a group yesterday',
    touches: '-1:group',
    counts: [0, 1, 0, 0],
    heat: -31,
    warmth: 'warm',
    level: 1,
    depth: 25,
    effective: 25,
  },
  {
    why: 'met, wrote, was answered',
    touches: '-10:group -8:out -7:in',
    counts: [1, 2, 0, 0],
    heat: 9.572,
    warmth: 'warm',
    level: 2,
    depth: 42.22,
    effective: 42.22,
  },
  {
    why: 'the same group again and again, my notes unanswered',
    touches: '-5:group -15:group -25:group -35:group -45:group -55:group -4:out -14:out -24:out -34:out',
    counts: [0, 6, 0, 0],
    heat: 20.865,
    warmth: 'warm',
    level: 1,
    depth: 30,
    effective: 30,
    flags: ['shallow-though-busy'],
  },
  {
    why: 'ten weekly messages into silence',
    touches: '0:out -7:out -14:out -21:out -28:out -35:out -42:out -49:out -56:out -63:out',
    counts: [0, 0, 0, 0],
    heat: null,
    warmth: 'none',
    level: 0,
    depth: 0,
    effective: 0,
    flags: ['one-sided', 'shallow-though-busy'],
  },
  {
    why: 'three good talks',
    touches: threeTalks,
    counts: [3, 3, 3, 39],
    heat: 58.403,
    warmth: 'warm',
    level: 3,
    depth: 60,
    effective: 60,
  },
  {
    why: 'they helped, I kept my word',
    touches: threeTalks,
    acts: [asked],
    promises: [kept],
    counts: [3, 3, 3, 39],
    heat: 73.328,
    warmth: 'warm',
    level: 4,
    depth: 82.5,
    effective: 82.5,
  },
  {
    why: 'they helped, I kept half my word',
    touches: threeTalks,
    acts: [asked],
    promises: [kept, myPromise('broken')],
    counts: [3, 3, 3, 39],
    heat: 73.328,
    warmth: 'warm',
    level: 3,
    depth: 72.5,
    effective: 72.5,
  },
  {
    why: 'they helped unasked, too',
    touches: threeTalks,
    acts: [asked, theirAct(-5, false), theirAct(-2, true)],
    promises: [kept],
    counts: [3, 3, 3, 39],
    heat: 95.737,
    warmth: 'warm',
    level: 5,
    depth: 100,
    effective: 100,
  },
  {
    why: 'an old colleague, nothing logged',
    closeness: 3,
    counts: [0, 0, 0, 0],
    heat: null,
    warmth: 'none',
    level: 3,
    depth: 60,
    effective: 40,
  },
  {
    why: 'an ally of two years ago',
    touches: talksLongAgo,
    acts: [theirAct(-750, true)],
    promises: [kept],
    counts: [3, 3, 3, 170],
    heat: -673.419,
    warmth: 'dormant',
    level: 4,
    depth: 82.5,
    effective: 72.5,
  },
  {
    why: 'a stranger who helped unasked',
    acts: [theirAct(-3, false)],
    counts: [0, 0, 0, 0],
    heat: 27,
    warmth: 'warm',
    level: 1,
    depth: 20,
    effective: 20,
    flags: ['acted-early'],
  },
  {
    why: 'they wrote 31 days after I did',
    touches: '-46:out -15:in',
    counts: [0, 0, 0, 0],
    heat: -45,
    warmth: 'warm',
    level: 1,
    depth: 20,
    effective: 20,
  },
];

test.each(cases)('$why', ({ touches, acts = [], promises = [], closeness = 0, ...expected }) => {
  const tie = deriveTie(anEvidence(touches, { acts, promises, closeness }));
  const warmth = warmthOf(tie.heatDay, TODAY);
  expect([tie.exchangeDays, tie.meetingDays, tie.substantiveDays, tie.spanDays]).toEqual(expected.counts);
  if (expected.heat === null) expect(tie.heatDay).toBeNull();
  else expect(Math.abs(tie.heatDay! - TODAY_NUMBER - expected.heat)).toBeLessThanOrEqual(1e-3);
  expect(warmth).toBe(expected.warmth);
  expect(tie.level).toBe(expected.level);
  expect(tie.depth).toBeCloseTo(expected.depth, 2);
  expect(effectiveDepth(tie.level, tie.depth, warmth)).toBeCloseTo(expected.effective, 2);
  const flags = flagsOf({ ...tie, purpose: 'a goal' }, TODAY);
  // What is not about depth has cases of its own.
  const beside = ['awaiting-reply', 'no-purpose', 'overdue-promise', 'dormant'];
  expect(flags.filter((flag) => !beside.includes(flag))).toEqual(expected.flags ?? []);
});

test.each<[string, string, Partial<TieFacts>]>([
  ['nothing', '', { metOn: null, firstFollowUpOn: null, lastInOn: null, lastOutOn: null, lastTouchOn: null }],
  ['a mail is no meeting', '-9:in -8:out', { metOn: null, firstFollowUpOn: null }],
  ['met, no follow-up', '-9:group', { metOn: daysAgo(9), firstFollowUpOn: null }],
  ['a note the same evening', '-9:group -9:out', { firstFollowUpOn: daysAgo(9) }],
  ['a note before the meeting is none', '-12:out -9:group', { firstFollowUpOn: null }],
  [
    'an invitation accepted on the day is none',
    '-12:out -9:in -9:live',
    { metOn: daysAgo(9), firstFollowUpOn: null },
  ],
  ['the meeting itself is none', '-9:live', { firstFollowUpOn: null }],
  ['a second talk is one', '-9:live -4:live -2:out', { firstFollowUpOn: daysAgo(4) }],
  ['a second group meeting is none', '-9:group -4:group', { firstFollowUpOn: null }],
  ['their note without an answer is none', '-9:group -4:in', { firstFollowUpOn: null }],
  ['their note, answered: theirs was the exchange', '-9:group -4:in -2:out', { firstFollowUpOn: daysAgo(4) }],
  ['logged in any order', '-2:out -9:live -30:group', { metOn: daysAgo(30), firstFollowUpOn: daysAgo(9) }],
])('meeting and follow-up: %s', (_why, touches, expected) => {
  expect(deriveTie(anEvidence(touches))).toMatchObject(expected);
});

test.each<[string, string, Act[], Partial<TieFacts>]>([
  ['none sent', '-9:group', [], { unanswered: 0, lastOutOn: null, lastInOn: daysAgo(9) }],
  ['never answered', '-9:out -5:out', [], { unanswered: 2, lastOutOn: daysAgo(5), lastInOn: null }],
  ['two in a day are one', '-9:out -9:out', [], { unanswered: 1 }],
  ['answered in between', '-9:out -5:in -3:out', [], { unanswered: 1, lastInOn: daysAgo(5) }],
  ['answered on the day', '-9:out -3:out -3:in', [], { unanswered: 0 }],
  ['seen in a group since', '-9:out -8:out -3:group', [], { unanswered: 0, lastInOn: daysAgo(3) }],
  [
    'an act of theirs is an answer',
    '-9:out -8:out',
    [theirAct(-3, false)],
    { unanswered: 0, lastInOn: daysAgo(3) },
  ],
  ['an act is no touch', '-9:out', [theirAct(-3, false)], { lastTouchOn: daysAgo(9), secondTouchOn: null }],
])('answers: %s', (_why, touches, acts, expected) => {
  expect(deriveTie(anEvidence(touches, { acts }))).toMatchObject(expected);
});

test('the latest touch days, each counted once', () => {
  const touches = '-1:out -1:in -2:group -3:out -4:live -5:in -6:out -7:out -8:in -9:out';
  expect(deriveTie(anEvidence(touches))).toMatchObject({
    lastTouchOn: daysAgo(1),
    secondTouchOn: daysAgo(2),
    fourthTouchOn: daysAgo(4),
    eighthTouchOn: daysAgo(8),
  });
  expect(deriveTie(anEvidence('-1:out -2:in -3:in'))).toMatchObject({
    secondTouchOn: daysAgo(2),
    fourthTouchOn: null,
    eighthTouchOn: null,
  });
});

test.each<[string, Evidence['promises'], string | null]>([
  ['none', [], null],
  [
    'the earliest of several',
    [myPromise('open', 5), myPromise('open', -2), myPromise('open', 1)],
    daysAgo(2),
  ],
  ['one without a day is never due', [myPromise('open')], null],
  [
    'closed ones are not due',
    [myPromise('kept', -9), myPromise('broken', -9), myPromise('released', -9)],
    null,
  ],
  ['theirs is not mine', [{ by: 'them', dueOn: daysAgo(9), state: 'open' }], null],
])('promise due: %s', (_why, promises, expected) => {
  expect(deriveTie(anEvidence('', { promises })).promiseDueOn).toBe(expected);
});
