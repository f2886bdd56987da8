import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FLAGS, type Flag, type TieFacts } from '../../src/model';
import { toDayNumber } from '../../src/rules/dates';
import { flagsOf, followUpStateOf, isResting, replyStateOf } from '../../src/rules/flags';
import { deriveTie } from '../../src/rules/tie';
import { aTie, daysAgo, someEvidence, TODAY, TODAY_NUMBER } from '../support/evidence';

const runs = { numRuns: 500 };

const has = (flag: Flag, facts: Partial<TieFacts>, purpose: string | null = 'a goal') =>
  flagsOf({ ...aTie(facts), purpose }, TODAY).includes(flag);

test('a new contact has no flag, with or without a purpose', () => {
  expect(flagsOf({ ...aTie(), purpose: null }, TODAY)).toEqual([]);
});

test.each<[Flag, string, Partial<TieFacts>, boolean]>([
  ['overdue-promise', 'three days are forgiven', { promiseDueOn: daysAgo(3) }, false],
  ['overdue-promise', 'four are not', { promiseDueOn: daysAgo(4) }, true],
  ['overdue-promise', 'not due yet', { promiseDueOn: daysAgo(-4) }, false],
  ['one-sided', 'two messages', { unanswered: 2 }, false],
  ['one-sided', 'three', { unanswered: 3 }, true],
  ['never-followed-up', 'still in time', { metOn: daysAgo(2) }, false],
  ['never-followed-up', 'no longer', { metOn: daysAgo(3) }, true],
  ['never-followed-up', 'long ago', { metOn: daysAgo(300) }, true],
  ['never-followed-up', 'followed up, if late', { metOn: daysAgo(30), firstFollowUpOn: daysAgo(1) }, false],
  ['shallow-though-busy', 'four touches in 90 days', { level: 2, fourthTouchOn: daysAgo(90) }, true],
  ['shallow-though-busy', 'in 91', { level: 2, fourthTouchOn: daysAgo(91) }, false],
  ['shallow-though-busy', 'not shallow', { level: 3, fourthTouchOn: daysAgo(1) }, false],
  ['stuck', 'eight touches in 180 days, no act', { level: 3, eighthTouchOn: daysAgo(180) }, true],
  ['stuck', 'in 181', { level: 3, eighthTouchOn: daysAgo(181) }, false],
  ['stuck', 'tested once', { level: 3, eighthTouchOn: daysAgo(1), actsAsked: 1 }, false],
  ['stuck', 'they acted unasked', { level: 3, eighthTouchOn: daysAgo(1), actsUnasked: 1 }, false],
  ['stuck', 'another level', { level: 2, eighthTouchOn: daysAgo(1) }, false],
  ['fading', 'warm', { level: 2, heatDay: TODAY_NUMBER - 60 }, false],
  ['fading', 'cooling', { level: 2, heatDay: TODAY_NUMBER - 61 }, true],
  ['fading', 'dormant is a flag of its own', { level: 2, heatDay: TODAY_NUMBER - 181 }, false],
  ['fading', 'hardly known', { level: 1, heatDay: TODAY_NUMBER - 61 }, false],
  ['dormant', 'cooling', { level: 2, heatDay: TODAY_NUMBER - 180 }, false],
  ['dormant', 'silent for long', { level: 2, heatDay: TODAY_NUMBER - 181 }, true],
  ['dormant', 'hardly known', { level: 1, heatDay: TODAY_NUMBER - 181 }, false],
  ['dormant', 'never logged is not silent', { level: 3, heatDay: null }, false],
  ['acted-early', 'before we knew each other', { level: 2, actsUnasked: 1 }, true],
  ['acted-early', 'asked counts as well', { level: 1, actsAsked: 1 }, true],
  ['acted-early', 'in its turn', { level: 3, actsAsked: 1 }, false],
  ['acted-early', 'no act', { level: 1 }, false],
  ['awaiting-reply', 'a week', { lastOutOn: daysAgo(7) }, true],
  ['awaiting-reply', 'more', { lastOutOn: daysAgo(8) }, false],
  ['awaiting-reply', 'answered', { lastOutOn: daysAgo(7), lastInOn: daysAgo(6) }, false],
])('%s: %s', (flag, _why, facts, expected) => {
  expect(has(flag, facts)).toBe(expected);
});

test.each([
  ['two touches in 90 days', daysAgo(90), null, true],
  ['in 91', daysAgo(91), null, false],
  ['one touch', null, null, false],
  ['a purpose', daysAgo(1), 'learn how Acme hires', false],
  ['a blank purpose', daysAgo(1), ' ', true],
])('no-purpose: %s', (_why, secondTouchOn, purpose, expected) => {
  expect(has('no-purpose', { secondTouchOn }, purpose)).toBe(expected);
});

test.each([
  [-1, 'none'],
  [0, 'due'],
  [2, 'due'],
  [3, 'overdue'],
  [7, 'overdue'],
  [8, 'stale'],
  [30, 'stale'],
  [31, 'lapsed'],
  [3_000, 'lapsed'],
])('met %i days ago and nothing since: %s', (days, expected) => {
  expect(followUpStateOf({ metOn: daysAgo(days), firstFollowUpOn: null }, TODAY)).toBe(expected);
  expect(followUpStateOf({ metOn: daysAgo(days), firstFollowUpOn: daysAgo(days) }, TODAY)).toBe('none');
});

test('never met, nothing to follow up', () => {
  expect(followUpStateOf({ metOn: null, firstFollowUpOn: null }, TODAY)).toBe('none');
});

test.each([
  [null, null, 'none'],
  [null, 5, 'none'],
  [0, null, 'awaiting'],
  [7, null, 'awaiting'],
  [8, null, 'nudge'],
  [14, 9_000, 'nudge'],
  [15, null, 'given-up'],
  [5, 6, 'awaiting'],
  [5, 5, 'none'],
  [5, 4, 'none'],
])('last out %s days ago, last in %s: %s', (out, inbound, expected) => {
  const on = (days: number | null) => (days === null ? null : daysAgo(days));
  expect(replyStateOf({ lastOutOn: on(out), lastInOn: on(inbound) }, TODAY)).toBe(expected);
});

test('flags come in order of display', () => {
  fc.assert(
    fc.property(someEvidence, (evidence) => {
      const flags = flagsOf({ ...deriveTie(evidence), purpose: null }, TODAY);
      expect(flags).toEqual(FLAGS.filter((flag) => flags.includes(flag)));
    }),
    runs,
  );
});

test('busy, shallow and stuck agree with the touch days themselves', () => {
  fc.assert(
    fc.property(someEvidence, (evidence) => {
      const tie = deriveTie(evidence);
      const flags = flagsOf({ ...tie, purpose: null }, TODAY);
      const touchDays = (within: number) => {
        const days = evidence.touches.map(({ day }) => TODAY_NUMBER - toDayNumber(day));
        return new Set(days.filter((day) => day <= within)).size;
      };
      const untested = tie.level === 3 && !evidence.acts.some(({ by }) => by === 'them');
      expect(flags.includes('shallow-though-busy')).toBe(tie.level <= 2 && touchDays(90) >= 4);
      expect(flags.includes('stuck')).toBe(untested && touchDays(180) >= 8);
      expect(flags.includes('no-purpose')).toBe(touchDays(90) >= 2);
    }),
    runs,
  );
});

test('anything that comes back ends one-sidedness', () => {
  const inbound = fc.constantFrom('in' as const, 'group' as const, 'live' as const);
  fc.assert(
    fc.property(someEvidence, inbound, (evidence, kind) => {
      const mine = evidence.touches.map((touch) => ({ ...touch, kind: 'out' as const }));
      const sent = new Set(mine.map(({ day }) => day)).size;
      const before = deriveTie({ ...evidence, acts: [], touches: mine });
      const answer = { day: TODAY, kind, substantive: false };
      const after = deriveTie({ ...evidence, acts: [], touches: [...mine, answer] });
      expect(flagsOf({ ...before, purpose: null }, TODAY).includes('one-sided')).toBe(sent >= 3);
      expect(flagsOf({ ...after, purpose: null }, TODAY)).not.toContain('one-sided');
    }),
    runs,
  );
});

test.each([
  ['until tomorrow', { restUntil: daysAgo(-1), promiseDueOn: null }, true],
  ['until today: it is over', { restUntil: TODAY, promiseDueOn: null }, false],
  ['not at all', { restUntil: null, promiseDueOn: null }, false],
  ['but a promise is due', { restUntil: daysAgo(-9), promiseDueOn: TODAY }, false],
  ['and a promise is due later', { restUntil: daysAgo(-9), promiseDueOn: daysAgo(-1) }, true],
])('rests %s', (_, tie, rests) => {
  expect(isResting(tie, TODAY)).toBe(rests);
});
