import { expect, test } from 'vitest';
import type { AskMade } from '../../src/model';
import { findAgreedTalk } from '../../src/rules/agreed-talk';
import { daysAgo, TODAY, touchesOf } from '../support/evidence';

function aYes(rest: Partial<AskMade> = {}): AskMade {
  return {
    id: 1,
    contactId: 1,
    name: 'Lee Chen',
    kind: 'talk',
    jobId: null,
    what: null,
    askedOn: daysAgo(12),
    verdict: 'ready',
    outcome: 'yes',
    outcomeOn: daysAgo(10),
    nudgedOn: null,
    ...rest,
  };
}

test.each<[string, Partial<AskMade>, string, boolean]>([
  ['a yes, and nothing since', {}, '-20:live*', true],
  ['a yes, and messages since', {}, '-9:out -8:in', true],
  ['a group is no such talk', {}, '-5:group', true],
  ['the passing call in which they said it', {}, '-10:live', true],
  ['said and talked on one day', {}, '-10:live*', false],
  ['the talk has been', {}, '-3:live', false],
  ['a no', { outcome: 'no' }, '', false],
  ['no answer yet', { outcome: null, outcomeOn: null }, '', false],
  ['a yes to something else', { kind: 'advice' }, '', false],
  ['the last day on which it stands', { outcomeOn: daysAgo(90) }, '', true],
  ['so long ago that it is to be asked anew', { outcomeOn: daysAgo(91) }, '', false],
])('%s', (_, ask, touches, stands) => {
  expect(findAgreedTalk([aYes(ask)], touchesOf(touches), TODAY) !== undefined).toBe(stands);
});
