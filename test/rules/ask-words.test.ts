import { expect, test } from 'vitest';
import { ASK_KINDS, type AskKind } from '../../src/model';
import { ASKS } from '../../src/rules/ask-kinds';
import { askKindLines, askKindOf } from '../../src/rules/ask-words';

test.each(
  ASK_KINDS.flatMap((kind) => [kind, kind.toUpperCase(), ASKS[kind].label].map((text) => [text, kind])),
)('the kind and its label: %s', (text, kind) => {
  expect(askKindOf(text)).toBe(kind);
});

test.each<[string, AskKind]>([
  ['message', 'reply'],
  ['hello', 'reply'],
  ['advise', 'advice'],
  ['a question', 'advice'],
  ['Feedback', 'advice'],
  ['interview', 'talk'],
  ['20 minutes', 'talk'],
  ['20min', 'talk'],
  ['coffee', 'talk'],
  ['call', 'talk'],
  ['lead', 'leads'],
  ['openings', 'leads'],
  ['intro', 'peer-intro'],
  ['introduction', 'peer-intro'],
  ['peer', 'peer-intro'],
  ['recommend', 'recommendation'],
  ['rec', 'recommendation'],
  ['LinkedIn', 'recommendation'],
  ['refer me', 'referral'],
  ['referrals', 'referral'],
  ['references', 'reference'],
  ['manager', 'manager-intro'],
  ['hiring manager', 'manager-intro'],
  ['intro to the manager', 'manager-intro'],
  ['who hires', 'manager-intro'],
  ['vouch', 'vouching'],
  ['vouch for me to the hiring manager', 'vouching'],
  ['good word', 'vouching'],
])('everyday words: %s', (text, kind) => {
  expect(askKindOf(text)).toBe(kind);
});

test.each<[string, string]>([
  ['', 'nothing'],
  ['favour', 'no kind'],
  ['job', 'no kind'],
  ['introvert', 'only the beginning of another word'],
  ['ref', 'a referral or a reference'],
  ['advice and a referral', 'two kinds'],
  ['a talk with the manager', 'two kinds'],
])('"%s" is none: %s', (text) => {
  expect(askKindOf(text)).toBeUndefined();
});

test('every kind is listed beside what it asks for', () => {
  const lines = askKindLines();
  expect(lines).toHaveLength(ASK_KINDS.length);
  expect(lines[4]).toBe('peer-intro      an introduction to a peer');
});
