import { describe, expect, test } from 'vitest';
import type { AskKind } from '../../src/model';
import { askToldIn, isOfferAccepted } from '../../src/rules/told-in-note';

describe('askToldIn', () => {
  test.each<[string, AskKind | undefined, string]>([
    ['asked for 20 min next week', 'talk', 'the note alone'],
    ['asked for 20 minutes', 'talk', 'written out'],
    ['nice chat, asked for a call', 'talk', 'a part of it'],
    ['about her team; I also asked for a referral', 'referral', 'with an I'],
    ['asked her for a referral', 'referral', 'whom'],
    ['asked Ana if she could refer me', 'referral', 'as a question'],
    ['asked him to introduce me to his manager', 'manager-intro', 'as a request'],
    ['asked about her team', undefined, 'a question is no ask'],
    ['asked for her number', undefined, 'nothing there is a kind of'],
    ['she asked for a call', undefined, 'theirs'],
    ['told me about the team and asked for a call', undefined, 'theirs, it seems'],
    ['the team asks for references', undefined, 'not what was done'],
    ['', undefined, 'nothing'],
  ])('%s: %s (%s)', (note, kind, _why) => {
    expect(askToldIn(note)?.kind).toBe(kind);
  });

  test('says whom, where it is said', () => {
    expect(askToldIn('asked Ana for a referral')?.whom).toBe('Ana');
    expect(askToldIn('asked for a referral')?.whom).toBeUndefined();
  });
});

describe('isOfferAccepted', () => {
  test.each<[string, boolean]>([
    ['I said yes to the offer', true],
    ['accepted their offer', true],
    ['told her about Berlin, and I accepted the written offer', true],
    ['she said yes to the offer', false],
    ['they accepted my offer to help', false],
    ['the offer is good', false],
  ])('%s: %s', (note, is) => {
    expect(isOfferAccepted(note)).toBe(is);
  });
});
