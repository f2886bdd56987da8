import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BUCKETS, type Evidence, type Introduction, type TieFacts } from '../../src/model';
import { addDays } from '../../src/rules/dates';
import { flagsOf } from '../../src/rules/flags';
import { nextStepOf } from '../../src/rules/next-step';
import { deriveTie } from '../../src/rules/tie';
import { anEvidence, aTie, daysAgo, myPromise, someEvidence, TODAY, theirAct } from '../support/evidence';

interface Person {
  name: string;
  purpose: string | null;
}

function stepFor(facts: TieFacts, person: Partial<Person> = {}, today = TODAY) {
  const tie = { ...facts, name: 'Ana Ruiz', purpose: 'a goal', ...person };
  return nextStepOf(tie, flagsOf(tie, today), today);
}

const threeTalks = '-42:live* -21:live* -3:live*';
const talksLongAgo = '-242:live* -221:live* -203:live*';
const weeklyGroup = '-5:group -15:group -25:group -35:group -45:group -55:group';
const friend = aTie({ level: 3, depth: 60 });

test.each<[string, string, Partial<Evidence>, string, string]>([
  [
    'a promise due today',
    threeTalks,
    { promises: [myPromise('open', 0)] },
    'keep-promise',
    'do what you promised Ana, or agree on a new day with them',
  ],
  [
    'a promise due later',
    threeTalks,
    { promises: [myPromise('open', 9)] },
    'small-ask',
    'ask Ana one small thing: an introduction to a peer, or a look at your CV',
  ],
  [
    'a promise comes before everything',
    '-20:out -10:out -1:out',
    { promises: [myPromise('open', -9)] },
    'keep-promise',
    'do what you promised Ana, or agree on a new day with them',
  ],
  [
    'one-sided, just written',
    '-20:out -10:out -1:out',
    {},
    'go-through-someone',
    'let the messages to Ana rest, and find someone who knows them',
  ],
  [
    'one-sided, once met, just written',
    '-50:group -20:out -10:out -1:out',
    {},
    'go-through-someone',
    'let the messages to Ana rest, and find someone who knows them',
  ],
  [
    'one-sided for long, never known',
    '-40:out -30:out -20:out',
    {},
    'go-through-someone',
    'let the messages to Ana rest, and find someone who knows them',
  ],
  [
    'one-sided for long, once met',
    '-50:group -40:out -30:out -20:out',
    {},
    'give-something',
    'send Ana one useful thing, with nothing to ask',
  ],
  ['met in a group', '-1:group', {}, 'follow-up', 'send Ana a two-line note on where you met'],
  ['met for a talk', '-1:live', {}, 'follow-up', 'send Ana a two-line note on what you talked about'],
  [
    'met in a group after some mails',
    '-5:out -4:in -1:group',
    {},
    'follow-up',
    'send Ana a two-line note on where you met',
  ],
  ['met long ago', '-20:live', {}, 'follow-up', 'send Ana two lines on where you met, and one easy question'],
  [
    'unanswered for ten days',
    '-30:group -10:out',
    {},
    'nudge',
    'send Ana one gentle line about your last message',
  ],
  [
    'busy, no reply',
    `${weeklyGroup} -50:out`,
    {},
    'ask-one-question',
    'ask Ana one question that can be answered in a line',
  ],
  [
    'busy, no reply yet to the last',
    `${weeklyGroup} -4:out`,
    {},
    'ask-one-question',
    'once Ana answers, ask them one question that can be answered in a line',
  ],
  [
    'busy, only small talk',
    '-40:live -30:live -20:live -10:live',
    {},
    'ask-for-a-talk',
    'ask Ana for 20 minutes on how their team hires',
  ],
  [
    'busy within a week',
    '-8:live* -6:live -4:live -2:live',
    {},
    'suggest-second-talk',
    "suggest to Ana a second talk in two weeks' time",
  ],
  [
    'busy, two good talks',
    '-40:group -30:live* -20:group -10:live',
    {},
    'suggest-next-talk',
    'suggest to Ana a short talk about what is new on both sides',
  ],
  [
    'busy, one talk and nothing after',
    '-40:live -40:out -30:out -20:in',
    {},
    'ask-for-a-talk',
    'ask Ana for 20 minutes on how their team hires',
  ],
  [
    'stuck',
    '-72:live* -62:live* -52:live* -42:live* -32:live* -22:live* -12:live* -2:live*',
    {},
    'small-ask',
    'ask Ana one small thing: an introduction to a peer, or a look at your CV',
  ],
  [
    'acted early',
    '',
    { acts: [theirAct(-3, false)] },
    'thank',
    'thank Ana for what they did, and say what came of it',
  ],
  [
    'just written',
    '-2:out',
    {},
    'wait',
    'give Ana time to answer, and note one thing that would be useful to them',
  ],
  ['fading', talksLongAgo, {}, 'send-news', 'send Ana a line of news, with nothing to ask'],
  [
    'fading, they once helped',
    talksLongAgo,
    { acts: [theirAct(-210, true)] },
    'tell-outcome',
    'tell Ana what came of what they did for you',
  ],
  ['listed', '', {}, 'say-hello', 'send Ana two lines to say hello, with nothing to ask'],
  [
    'written once, long ago',
    '-40:out',
    {},
    'go-through-someone',
    'let the messages to Ana rest, and find someone who knows them',
  ],
  [
    'followed up, then silence',
    '-60:live -50:out',
    {},
    'give-something',
    'send Ana one useful thing, with nothing to ask',
  ],
  [
    'met',
    '-100:group -99:out -98:group',
    {},
    'ask-one-question',
    'ask Ana one question that can be answered in a line',
  ],
  [
    'acquaintance',
    '-10:group -8:out -7:in',
    {},
    'ask-for-a-talk',
    'ask Ana for 20 minutes on how their team hires',
  ],
  [
    'conversational',
    threeTalks,
    {},
    'small-ask',
    'ask Ana one small thing: an introduction to a peer, or a look at your CV',
  ],
  [
    'conversational, they helped',
    threeTalks,
    { acts: [theirAct(-10, true)] },
    'give-something',
    'do one small thing for Ana: a lead, an introduction, a useful link',
  ],
  [
    'conversational, promises broken',
    threeTalks,
    { promises: [myPromise('broken')] },
    'small-promise',
    'offer Ana one small thing by a day you choose, and deliver it',
  ],
  [
    'ally',
    threeTalks,
    { acts: [theirAct(-10, true)], promises: [myPromise('kept')] },
    'share-targets',
    'tell Ana which roles and companies you are aiming at',
  ],
  [
    'advocate',
    threeTalks,
    { acts: [theirAct(-10, false), theirAct(-9, false)], promises: [myPromise('kept')] },
    'offer-help',
    'tell Ana how the search is going, and ask how you can help them',
  ],
])('%s', (_why, touches, rest, action, text) => {
  expect(stepFor(deriveTie(anEvidence(touches, rest)))).toMatchObject({ action, text });
});

test('no purpose: decide, in the review', () => {
  const facts = deriveTie(anEvidence('-10:live -5:live'));
  expect(stepFor(facts, { purpose: null })).toEqual({
    action: 'choose-purpose',
    text: 'decide what Ana is to your search, or park them',
    minutes: 5,
    bucket: 'review',
  });
});

test('somebody new is work on meeting people', () => {
  expect(stepFor(aTie()).bucket).toBe('meet');
  expect(stepFor(friend).bucket).toBe('deepen');
});

test.each([
  ['Ana Ruiz', 'Ana'],
  ['  Ana  ', 'Ana'],
  ['Dr. Ana Ruiz', 'Ana'],
  ['Prof. Dr. Ana Ruiz', 'Ana'],
  ['Ana, PhD', 'Ana'],
  ['J. Ruiz', 'J. Ruiz'],
  ['王小明', '王小明'],
  ['Dr', 'Dr'],
  ['', 'them'],
])('%j is addressed as %s', (name, who) => {
  expect(stepFor(friend, { name }).text).toBe(
    `ask ${who} one small thing: an introduction to a peer, or a look at your CV`,
  );
});

test('a step claims nothing that was not logged, and is always small', () => {
  const later = fc.integer({ min: 0, max: 300 });
  fc.assert(
    fc.property(someEvidence, later, fc.constantFrom(null, 'a goal'), (evidence, days, purpose) => {
      const tie = deriveTie(evidence);
      const { text, action, minutes, bucket } = stepFor(tie, { purpose }, addDays(TODAY, days));
      const helped = evidence.acts.some(({ by }) => by === 'them');
      const talked = evidence.touches.some(({ kind }) => kind === 'live');
      const owed = evidence.promises.some(({ by, state }) => by === 'me' && state === 'open');
      const unanswered = tie.unanswered > 0;
      if (/what they did|came of/.test(text)) expect(helped).toBe(true);
      if (/talked about|second talk/.test(text)) expect(talked || tie.exchangeDays > 0).toBe(true);
      if (/what you talked about/.test(text)) expect(talked).toBe(true);
      if (/promised/.test(text)) expect(owed).toBe(true);
      if (/where you met/.test(text)) expect(tie.metOn).not.toBeNull();
      if (/answers|time to answer|last message|messages/.test(text)) expect(unanswered).toBe(true);
      expect(text).toMatch(/^[a-z].*[^.!]$/);
      expect(text).not.toMatch(/\b(he|she|him|her|his|should|must|never)\b/);
      expect(action).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(minutes).toBeGreaterThanOrEqual(5);
      expect(minutes).toBeLessThanOrEqual(15);
      expect(BUCKETS).toContain(bucket);
    }),
    { numRuns: 1_000 },
  );
});

// ── introductions ─────────────────────────────────────────────────────────────────────────────────

const loop: Introduction = {
  ...{ actId: 1, contactId: 2, name: 'Omar Haddad', day: daysAgo(10), what: null, introduced: 1 },
  ...{ introducedName: 'Maria Lopez', thankedOn: null, metOn: null, toldOn: null },
};

test.each<[string, string, Partial<Evidence>, 'introducer' | 'introduced', Partial<Introduction>, string]>([
  ['not thanked', '-10:live', {}, 'introducer', {}, 'thank Ana for the introduction to Maria Lopez'],
  [
    'met',
    '-10:live',
    {},
    'introducer',
    { metOn: TODAY },
    'tell Ana how the introduction to Maria Lopez went',
  ],
  [
    'met, and one-sided',
    '-20:out -10:out -1:out',
    {},
    'introducer',
    { metOn: TODAY },
    'tell Ana how the introduction to Maria Lopez went',
  ],
  [
    'a promise comes first',
    threeTalks,
    { promises: [myPromise('open', 0)] },
    'introducer',
    { metOn: TODAY },
    'do what you promised Ana, or agree on a new day with them',
  ],
  [
    'thanked: it is the turn of the other end',
    '-10:live',
    {},
    'introducer',
    { thankedOn: TODAY },
    'send Ana two lines on where you met, and one easy question',
  ],
  [
    'introduced, and no word yet',
    '',
    {},
    'introduced',
    {},
    'write to Ana, to whom Omar Haddad introduced you, and suggest a first talk',
  ],
  [
    'introduced, and written to',
    '-2:out',
    {},
    'introduced',
    {},
    'give Ana time to answer, and note one thing that would be useful to them',
  ],
  [
    'introduced, and told how it went without a meeting',
    '',
    {},
    'introduced',
    { toldOn: TODAY },
    'send Ana two lines to say hello, with nothing to ask',
  ],
  [
    'told: nobody is thanked twice',
    '-3:out -2:in',
    { acts: [theirAct(-10, true)] },
    'introducer',
    { toldOn: TODAY },
    'suggest to Ana a short talk about what is new on both sides',
  ],
  [
    'told, but they did more than that',
    '-3:out -2:in',
    { acts: [theirAct(-10, true), theirAct(-9, true)] },
    'introducer',
    { toldOn: TODAY },
    'thank Ana for what they did, and say what came of it',
  ],
])('an introduction, %s', (_, touches, rest, end, given, text) => {
  const tie = { ...deriveTie(anEvidence(touches, rest)), name: 'Ana Ruiz', purpose: 'a goal' };
  const loops = [{ end, loop: { ...loop, ...given } }];
  expect(
    nextStepOf(tie, flagsOf(tie, TODAY), TODAY, { loops, goalTold: false, asked: false, agreed: null }).text,
  ).toBe(text);
});

describe('what else is between us', () => {
  const ally = {
    ...aTie({ level: 4, exchangeDays: 5, substantiveDays: 2 }),
    name: 'Ana Ruiz',
    purpose: 'hiring',
  };
  const actionOf = (open: object, tie = ally) =>
    nextStepOf(tie, [], TODAY, { loops: [], goalTold: false, asked: false, agreed: null, ...open }).action;

  test('an ally who knows my goal is not told it again', () => {
    expect(actionOf({})).toBe('share-targets');
    expect(actionOf({ goalTold: true })).toBe('offer-help');
  });

  test('whoever was asked for something this week is given time', () => {
    expect(actionOf({ asked: true })).toBe('wait');
  });

  test('a talk they said yes to is not asked for again', () => {
    const lee = {
      ...ally,
      level: 2 as const,
      substantiveDays: 0,
      lastInOn: daysAgo(3),
      lastOutOn: daysAgo(3),
    };
    const agreed = { yesOn: daysAgo(3), dayIsSet: false };
    expect(actionOf({}, lee)).toBe('ask-for-a-talk');
    expect(actionOf({ agreed }, lee)).toBe('agree-on-day');
    expect(actionOf({ agreed: { ...agreed, dayIsSet: true } }, lee)).toBe('prepare-talk');
    expect(actionOf({ agreed }, { ...lee, lastOutOn: daysAgo(1) })).toBe('wait');
    expect(actionOf({ agreed }, { ...lee, lastInOn: TODAY, lastOutOn: daysAgo(1) })).toBe('agree-on-day');
  });

  test('what was promised is the thing to give', () => {
    const friend = { ...ally, level: 3 as const, actsAsked: 1, given: 0 };
    expect(actionOf({}, friend)).toBe('give-something');
    expect(actionOf({}, { ...friend, promiseDueOn: daysAgo(-3) })).toBe('keep-promise');
  });
});
