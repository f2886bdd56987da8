import { describe, expect, test } from 'vitest';
import { actOf } from '../../src/rules/act-words';

describe('what was done', () => {
  test.each([
    ['the kind alone', 'advice', 'advice', null],
    ['the kind alone, in capitals', 'REFERRAL', 'referral', null],
    ['a short form', 'intro to Maria', 'introduction', 'intro to Maria'],
    ['a verb', 'introduced me to Maria', 'introduction', 'introduced me to Maria'],
    ['the first of two kinds', 'a lead and an intro', 'lead', 'a lead and an intro'],
    ['a reference is no referral', 'be a reference', 'reference', 'be a reference'],
    ['feedback is advice', 'feedback on my CV', 'advice', 'feedback on my CV'],
    ['a word that only begins alike', 'leadership books', 'favour', 'leadership books'],
    ['no kind at all', 'a lift to the station', 'favour', 'a lift to the station'],
  ] as const)('%s', (_why, text, kind, what) => {
    expect(actOf(text)).toEqual({ kind, what });
  });
});
