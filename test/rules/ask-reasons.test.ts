import { expect, test } from 'vitest';
import { describeReason, describeWhoKnows, type MissingReason } from '../../src/rules/ask-reasons';

const today = '2026-11-22';
const promises = { have: 0.5, need: 0.8, promisesKept: 1, promisesLate: 0, promisesBroken: 1 };
const maria = 'Maria Lopez';

test.each<[MissingReason, string]>([
  [{ kind: 'goal-told' }, 'tell Ana which roles and companies you aim at'],
  [{ kind: 'seen-work', known: false }, 'show Ana a piece of your work'],
  [{ kind: 'seen-work', known: true }, 'show Ana a piece of your work'],
  [{ kind: 'insider', known: false, company: 'Acme' }, 'ask Ana whether they work at Acme'],
  [{ kind: 'insider', known: false, company: null }, 'ask Ana which openings there are where they work'],
  [{ kind: 'insider', known: true, company: 'Acme' }, 'ask Ana whom they know at Acme'],
  [{ kind: 'insider', known: true, company: null }, 'ask Ana whom they know at the company'],
  [{ kind: 'manager-tie', have: null, need: 2, manager: maria }, 'ask Ana how well they know Maria Lopez'],
  [{ kind: 'manager-tie', have: null, need: 2, manager: null }, 'ask Ana who the hiring manager is'],
  [{ kind: 'manager-tie', have: 1, need: 2, manager: maria }, 'ask Ana who knows Maria Lopez'],
  [{ kind: 'manager-tie', have: 2, need: 3, manager: maria }, 'ask Ana who knows Maria Lopez better'],
  [{ kind: 'manager-tie', have: 0, need: 2, manager: null }, 'ask Ana who knows the hiring manager'],
  [{ kind: 'overdue-promise', what: 'the deck' }, 'keep what you promised: the deck'],
  [
    { kind: 'reliability', ...promises },
    'make Ana one small promise and keep it: you kept 1 of 2 promises (needs 4 of 5)',
  ],
  [{ kind: 'evidence', what: 'exchangeDays', have: 1, need: 3 }, '1 of 3 two-way days'],
  [{ kind: 'cooling', since: '2026-11-18' }, 'reconnect with Ana first: cooling since 18 Nov'],
  [{ kind: 'silent', since: '2024-03-03' }, 'reconnect with Ana first: silent since 3 Mar 2024'],
  [{ kind: 'silent', since: null }, 'say hello to Ana first: nothing from them yet'],
  [{ kind: 'open-asks', count: 1 }, 'let Ana answer what you asked before: 1 open ask'],
  [{ kind: 'open-asks', count: 2 }, 'let Ana answer what you asked before: 2 open asks'],
  [{ kind: 'stretch' }, 'the role is a stretch, so more of their name is at stake'],
  [{ kind: 'burned' }, 'a referral of theirs went badly before, so more of their name is at stake'],
])('%j', (reason, words) => {
  expect(describeReason(reason, 'Ana', today)).toBe(words);
});

test('somebody without a name', () => {
  expect(describeReason({ kind: 'goal-told' }, ' ', today)).toBe(
    'tell them which roles and companies you aim at',
  );
  expect(describeWhoKnows(maria, '')).toBe('ask them who knows Maria Lopez');
});
