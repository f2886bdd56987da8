import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ASK_KINDS,
  type AskKind,
  type Evidence,
  FITS,
  type Level,
  type TieFacts,
  VERDICTS,
} from '../../src/model';
import { type AskFacts, judgeAsk } from '../../src/rules/ask-verdict';
import { ladderOf } from '../../src/rules/asks';
import { addDays } from '../../src/rules/dates';
import { standingOf } from '../../src/rules/standing';
import { deriveTie } from '../../src/rules/tie';
import { anEvidence, aTie, daysAgo, myPromise, someEvidence, TODAY, theirAct } from '../support/evidence';

const runs = { numRuns: 1_000 };
const threeTalks = '-42:live* -21:live* -3:live*';
const talksLongAgo = '-342:live* -321:live* -303:live*';

/** Everything said and nothing in the way: a test names what it takes away. */
function someoneWith(tie: TieFacts, rest: Partial<AskFacts> = {}): AskFacts {
  return {
    tie: standingOf({ ...tie, purpose: null }, TODAY),
    goalTold: true,
    seenWork: true,
    insider: true,
    company: 'Acme',
    managerTie: 3,
    managerName: 'Maria Lopez',
    fit: 'even',
    burned: false,
    openAsks: 0,
    bonusKnown: false,
    offered: [],
    overduePromise: null,
    ...rest,
  };
}

function someone(touches: string, evidence: Partial<Evidence> = {}, rest: Partial<AskFacts> = {}): AskFacts {
  return someoneWith(deriveTie(anEvidence(touches, evidence)), rest);
}

/** Nothing but the depth to ask with; the mutual favours do not go with it. */
function deepAs(effectiveDepth: number, rest: Partial<AskFacts> = {}, tie: Partial<TieFacts> = {}): AskFacts {
  const facts = someoneWith(aTie(tie), rest);
  return { ...facts, tie: { ...facts.tie, effectiveDepth } };
}

const mutual = { given: 1, actsAsked: 1 };

// Years of silence bring every warmth; favours both ways bring the upper levels, which are rare otherwise.
const someTie = fc
  .record({
    evidence: someEvidence,
    friendly: fc.boolean(),
    later: fc.integer({ min: 0, max: 400 }),
  })
  .map(({ evidence, friendly, later }) => {
    const acts = friendly ? [...evidence.acts, theirAct(-5, true), theirAct(-4, false)] : evidence.acts;
    const promises = friendly ? [myPromise('kept')] : evidence.promises;
    const facts = deriveTie({
      ...evidence,
      acts,
      promises,
      closeness: friendly ? 3 : evidence.closeness,
    });
    return standingOf({ ...facts, purpose: null }, addDays(TODAY, later));
  });
const maybe = fc.option(fc.boolean());
const someFacts: fc.Arbitrary<AskFacts> = fc.record({
  tie: someTie,
  goalTold: fc.boolean(),
  seenWork: maybe,
  insider: maybe,
  company: fc.constantFrom('Acme', null),
  managerTie: fc.option(fc.integer({ min: 0, max: 5 }).map((level) => level as Level)),
  managerName: fc.constantFrom('Maria Lopez', null),
  fit: fc.constantFrom(...FITS),
  burned: fc.boolean(),
  openAsks: fc.integer({ min: 0, max: 4 }),
  bonusKnown: fc.boolean(),
  offered: fc.subarray([...ASK_KINDS], { maxLength: 2 }),
  overduePromise: fc.constantFrom('the deck', null, null),
});
const someKind = fc.constantFrom(...ASK_KINDS);

const rankOf = (kind: AskKind, facts: AskFacts) => -VERDICTS.indexOf(judgeAsk(kind, facts).verdict);

test('the samples reach every verdict of every kind, and every reason', () => {
  const ladders = fc.sample(someFacts, { numRuns: 2_000, seed: 1 }).flatMap((facts) => ladderOf(facts));
  for (const kind of ASK_KINDS) {
    const seen = ladders.filter((one) => one.kind === kind).map(({ verdict }) => verdict);
    expect(new Set(seen), kind).toEqual(new Set(VERDICTS));
  }
  const reasons = ladders.flatMap(({ missing }) => missing.map(({ kind }) => kind));
  expect(new Set(reasons).size).toBe(12);
});

test.each([
  [4, 'ready: 0, almost: 2'],
  [20, 'ready: 2, almost: 2'],
  [45, 'ready: 5, almost: 1'],
  [65, 'ready: 6, almost: 4'],
  [82, 'ready: 9, almost: 1'],
  [100, 'ready: 10, almost: 0'],
])('with every gate met and favours both ways, a depth of %i', (depth, expected) => {
  const verdicts = ladderOf(deepAs(depth, {}, mutual)).map(({ verdict }) => verdict);
  const ready = verdicts.filter((verdict) => verdict === 'ready').length;
  const almost = verdicts.filter((verdict) => verdict === 'almost').length;
  expect(verdicts.slice(0, ready).every((verdict) => verdict === 'ready')).toBe(true);
  expect(`ready: ${ready}, almost: ${almost}`).toBe(expected);
});

describe('the bar', () => {
  test.each<[string, AskKind, Partial<AskFacts>, Partial<TieFacts>, number]>([
    ['nothing moves it', 'referral', {}, {}, 75],
    ['a stretch counts by stake', 'referral', { fit: 'stretch' }, {}, 85],
    ['and three times when they vouch', 'vouching', { fit: 'stretch' }, {}, 105],
    ['a strong fit lowers it', 'vouching', { fit: 'strong' }, {}, 81],
    ['fit is nothing where nothing is at stake', 'leads', { fit: 'stretch' }, {}, 40],
    ['a referral that went badly', 'reference', { burned: true }, {}, 85],
    ['which a talk does not suffer from', 'talk', { burned: true }, {}, 30],
    ['one open ask', 'reply', { openAsks: 1 }, {}, 20],
    ['five count as two', 'reply', { openAsks: 5 }, {}, 30],
    ['favours both ways', 'reply', {}, mutual, 5],
    ['an unasked act is one', 'reply', {}, { given: 1, actsUnasked: 1 }, 5],
    ['theirs alone', 'reply', {}, { actsAsked: 3 }, 10],
    ['mine alone', 'reply', {}, { given: 3 }, 10],
    ['a bonus', 'referral', { bonusKnown: true }, {}, 65],
    ['a bonus is for referrals only', 'reference', { bonusKnown: true }, {}, 75],
    ['all at once', 'referral', { fit: 'stretch', burned: true, openAsks: 2, bonusKnown: true }, mutual, 100],
  ])('%s', (_why, kind, rest, tie, bar) => {
    const found = judgeAsk(kind, deepAs(50, rest, tie));
    expect([found.bar, found.margin]).toEqual([bar, 50 - bar]);
  });
});

describe('the verdict', () => {
  test.each<[string, AskKind, AskFacts, string]>([
    ['at the bar', 'referral', deepAs(75), 'ready'],
    ['a hair below it', 'referral', deepAs(74.9), 'almost'],
    ['one level below it', 'referral', deepAs(55), 'almost'],
    ['further below', 'referral', deepAs(54.9), 'not-yet'],
    ['deep enough, one gate', 'referral', deepAs(100, { goalTold: false }), 'almost'],
    ['deep enough, two gates', 'referral', deepAs(100, { goalTold: false, insider: null }), 'not-yet'],
    ['a gate of another ask', 'referral', deepAs(100, { seenWork: false, managerTie: null }), 'ready'],
    ['nobody said that they work there', 'referral', deepAs(100, { insider: null }), 'almost'],
    ['a tie of 2 is enough to introduce', 'manager-intro', deepAs(100, { managerTie: 2 }), 'ready'],
    ['of 1 is not', 'manager-intro', deepAs(100, { managerTie: 1 }), 'almost'],
    ['nor of 2 to vouch', 'vouching', deepAs(100, { managerTie: 2 }), 'almost'],
    ['an overdue promise', 'reference', deepAs(100, { overduePromise: 'the deck' }), 'almost'],
    [
      'which a peer introduction forgives',
      'peer-intro',
      deepAs(100, { overduePromise: 'the deck' }),
      'ready',
    ],
    ['four of five promises', 'reference', deepAs(100, {}, { reliability: 0.8 }), 'ready'],
    ['fewer', 'reference', deepAs(100, {}, { reliability: 0.79 }), 'almost'],
    ['they offered it', 'leads', deepAs(0, { offered: ['leads'], goalTold: false }), 'ready'],
    ['they offered another one', 'leads', deepAs(0, { offered: ['talk'] }), 'not-yet'],
    [
      'an offer does not excuse an overdue promise',
      'referral',
      deepAs(100, { offered: ['referral'], overduePromise: 'the deck' }),
      'almost',
    ],
    [
      'unless the ask forgives it',
      'talk',
      deepAs(0, { offered: ['talk'], overduePromise: 'the deck' }),
      'ready',
    ],
  ])('%s', (_why, kind, facts, verdict) => {
    expect(judgeAsk(kind, facts).verdict).toBe(verdict);
  });
});

describe('what is missing', () => {
  test('gates first, as facts, in the order of the kind', () => {
    const facts = someone(
      threeTalks,
      { acts: [theirAct(-5, true), theirAct(-4, true), theirAct(-3, false)], promises: [myPromise('kept')] },
      { goalTold: false, seenWork: null, managerTie: 2, overduePromise: 'the deck' },
    );
    expect(judgeAsk('vouching', facts).missing).toEqual([
      { kind: 'seen-work', known: false },
      { kind: 'goal-told' },
      { kind: 'manager-tie', have: 2, need: 3, manager: 'Maria Lopez' },
      { kind: 'overdue-promise', what: 'the deck' },
    ]);
    expect(judgeAsk('referral', { ...facts, insider: false }).missing[0]).toEqual({
      kind: 'insider',
      known: true,
      company: 'Acme',
    });
  });

  test('the evidence up to the level of the bar, three rows of it', () => {
    expect(judgeAsk('talk', someone('-3:group')).missing).toEqual([
      { kind: 'evidence', what: 'exchangeDays', have: 0, need: 1 },
      { kind: 'evidence', what: 'meetingDays', have: 1, need: 2 },
    ]);
    // Two-way days are asked for twice on the way, and named once.
    expect(judgeAsk('peer-intro', someone('-3:group')).missing).toEqual([
      { kind: 'evidence', what: 'exchangeDays', have: 0, need: 1 },
      { kind: 'evidence', what: 'meetingDays', have: 1, need: 2 },
      { kind: 'evidence', what: 'substantiveDays', have: 0, need: 1 },
    ]);
  });

  const letDown = { acts: [theirAct(-5, true)], promises: [myPromise('kept'), myPromise('broken')] };
  const counts = { have: 0.5, need: 0.8, promisesKept: 1, promisesLate: 0, promisesBroken: 1 };

  test('broken promises once, as a gate where they are one', () => {
    const reliability = { kind: 'reliability', ...counts };
    const acts = [
      { kind: 'evidence', what: 'actsUnasked', have: 0, need: 1 },
      { kind: 'evidence', what: 'actScore', have: 1, need: 4 },
    ];
    const facts = someone(threeTalks, letDown);
    expect(facts.tie.depth).toBe(72.5);
    expect(judgeAsk('vouching', facts).missing).toEqual([reliability, ...acts]);
    expect(judgeAsk('recommendation', { ...facts, openAsks: 1 }).missing).toEqual([]);
    expect(judgeAsk('recommendation', { ...facts, openAsks: 2 }).missing).toEqual([
      reliability,
      { kind: 'open-asks', count: 2 },
    ]);
  });

  test('silence, where the depth would be enough', () => {
    expect(judgeAsk('peer-intro', someone(talksLongAgo)).missing).toEqual([
      { kind: 'silent', since: daysAgo(303) },
    ]);
    const cooling = someone('-172:live* -151:live* -133:live*');
    expect(judgeAsk('peer-intro', cooling).missing).toEqual([]);
    expect(judgeAsk('peer-intro', { ...cooling, openAsks: 1 }).missing).toEqual([
      { kind: 'cooling', since: addDays(cooling.tie.warmUntil!, 1) },
      { kind: 'open-asks', count: 1 },
    ]);
    expect(judgeAsk('peer-intro', someone('', { closeness: 3 })).missing).toEqual([
      { kind: 'silent', since: null },
    ]);
  });

  test('what raised the bar, last, and alone where the depth is full', () => {
    const advocate = someone(threeTalks, {
      acts: [theirAct(-5, false), theirAct(-4, false)],
      promises: [myPromise('kept')],
    });
    const facts: AskFacts = { ...advocate, openAsks: 2, fit: 'stretch', burned: true };
    expect(facts.tie.effectiveDepth).toBe(100);
    expect(judgeAsk('vouching', facts).missing).toEqual([
      { kind: 'open-asks', count: 2 },
      { kind: 'stretch' },
      { kind: 'burned' },
    ]);
    expect(judgeAsk('vouching', { ...facts, openAsks: 0, burned: false }).verdict).toBe('ready');
    // Raised, but not in the way: only the gate is.
    expect(judgeAsk('leads', { ...facts, goalTold: false }).missing).toEqual([{ kind: 'goal-told' }]);
  });

  test('nothing was raised where nothing is at stake', () => {
    const facts = someone('-3:group', {}, { fit: 'stretch', burned: true });
    const kinds = judgeAsk('talk', facts).missing.map(({ kind }) => kind);
    expect(kinds).toEqual(['evidence', 'evidence']);
  });
});

describe('properties', () => {
  test('more depth never makes a verdict worse', () => {
    const depth = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(someFacts, someKind, depth, (facts, kind, effectiveDepth) => {
        const other = { ...facts, tie: { ...facts.tie, effectiveDepth } };
        const [less, more] = facts.tie.effectiveDepth < effectiveDepth ? [facts, other] : [other, facts];
        expect(rankOf(kind, more)).toBeGreaterThanOrEqual(rankOf(kind, less));
      }),
      runs,
    );
  });

  test('a gate met, a favour returned or a bonus never makes it worse', () => {
    fc.assert(
      fc.property(someFacts, someKind, (facts, kind) => {
        const { effectiveDepth } = facts.tie;
        const better: Partial<AskFacts>[] = [
          { goalTold: true },
          { seenWork: true },
          { insider: true },
          { managerTie: facts.managerTie === null ? 0 : (Math.min(5, facts.managerTie + 1) as Level) },
          { bonusKnown: true },
          { overduePromise: null },
          { fit: facts.fit === 'stretch' ? 'even' : 'strong' },
          { offered: [...facts.offered, kind] },
          { tie: { ...facts.tie, ...mutual, effectiveDepth } },
        ];
        for (const change of better) {
          expect(rankOf(kind, { ...facts, ...change })).toBeGreaterThanOrEqual(rankOf(kind, facts));
        }
      }),
      runs,
    );
  });

  test('an open ask or a referral gone badly never makes it better', () => {
    fc.assert(
      fc.property(someFacts, someKind, (facts, kind) => {
        for (const change of [{ openAsks: facts.openAsks + 1 }, { burned: true }]) {
          expect(rankOf(kind, { ...facts, ...change })).toBeLessThanOrEqual(rankOf(kind, facts));
        }
      }),
      runs,
    );
  });

  test('something is missing exactly where an ask is not ready', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        for (const { verdict, missing } of ladderOf(facts)) {
          expect(missing.length === 0).toBe(verdict === 'ready');
        }
      }),
      runs,
    );
  });

  test('ready without an offer stands at the bar; almost is one level and one gate away at most', () => {
    const gates = ['goal-told', 'seen-work', 'insider', 'manager-tie', 'overdue-promise'];
    fc.assert(
      fc.property(someFacts, (facts) => {
        for (const { kind, verdict, margin, missing } of ladderOf(facts)) {
          const failing = missing.filter((reason) => gates.includes(reason.kind)).length;
          if (verdict === 'ready' && !facts.offered.includes(kind)) expect(margin).toBeGreaterThanOrEqual(0);
          if (verdict !== 'almost') continue;
          expect(margin).toBeGreaterThanOrEqual(-20);
          expect(failing).toBeLessThanOrEqual(1);
        }
      }),
      runs,
    );
  });

  test('a reason names only what is so', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        const { tie } = facts;
        const acts = tie.actsAsked + tie.actsUnasked;
        for (const { margin, missing } of ladderOf(facts)) {
          for (const reason of missing) {
            if (reason.kind === 'evidence') {
              const have =
                reason.what === 'acts'
                  ? acts
                  : reason.what === 'actScore'
                    ? acts + tie.actsUnasked
                    : tie[reason.what];
              expect(reason.have).toBe(have);
              expect(reason.have).toBeLessThan(reason.need);
            }
            if (reason.kind === 'reliability') {
              expect(reason.promisesLate + reason.promisesBroken).toBeGreaterThan(0);
              expect(reason.promisesBroken).toBe(tie.promisesBroken);
            }
            if (reason.kind === 'cooling') expect(tie.warmth).toBe('cooling');
            if (reason.kind === 'silent') expect(['dormant', 'none']).toContain(tie.warmth);
            if (reason.kind === 'open-asks') expect(reason.count).toBe(facts.openAsks);
            if (reason.kind === 'open-asks') expect(margin).toBeLessThan(0);
            if (reason.kind === 'stretch') expect(facts.fit).toBe('stretch');
            if (reason.kind === 'burned') expect(facts.burned).toBe(true);
          }
          const kinds = missing.map((reason) => ('what' in reason ? reason.what : reason.kind));
          expect(new Set(kinds).size).toBe(kinds.length);
        }
      }),
      runs,
    );
  });
});
