import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../src/rules/dates';
import { ASK_WAITS, type AskWait, askWaitOf, waitingOf } from '../../src/rules/unanswered';

const ASKED = '2026-11-01';
const on = (days: number) => addDays(ASKED, days);

test.each<[days: number, nudgedAfter: number | null, wait: AskWait, why: string]>([
  [-1, null, 'waiting', 'written down before its day'],
  [0, null, 'waiting', 'just asked'],
  [7, null, 'waiting', 'a week is theirs'],
  [8, null, 'nudge', 'one gentle line'],
  [21, null, 'nudge', 'still in time'],
  [22, null, 'silence', 'no answer is one'],
  [5, 3, 'waiting', 'nudged too early changes nothing'],
  [8, 8, 'resting', 'nudged today'],
  [21, 8, 'resting', 'once is enough'],
  [22, 8, 'silence', 'three weeks'],
  [22, 15, 'resting', 'a week for the nudge'],
  [23, 15, 'silence', 'and no more'],
  [30, 29, 'resting', 'nudged late'],
])('%i days, nudged after %s: %s, %s', (days, nudgedAfter, wait) => {
  const ask = { askedOn: ASKED, nudgedOn: nudgedAfter === null ? null : on(nudgedAfter) };
  expect(askWaitOf(ask, on(days))).toBe(wait);
  expect(waitingOf(ask, on(days))).toMatchObject({ days, wait });
});

test('nobody is nudged twice, and in the end every ask is silence', () => {
  fc.assert(
    fc.property(fc.nat(60), (nudgedAfter) => {
      const ask = { askedOn: ASKED, nudgedOn: on(nudgedAfter) };
      for (let day = nudgedAfter; day < 90; day++) expect(askWaitOf(ask, on(day))).not.toBe('nudge');
      expect(askWaitOf(ask, on(nudgedAfter + 22))).toBe('silence');
    }),
  );
});

test('an ask that nobody touches goes through its states in order', () => {
  const states = Array.from({ length: 60 }, (_, day) =>
    ASK_WAITS.indexOf(askWaitOf({ askedOn: ASKED, nudgedOn: null }, on(day))),
  );
  expect(states).toEqual(states.toSorted((a, b) => a - b));
});
