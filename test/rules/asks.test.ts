import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ASK_KINDS,
  ASK_OUTCOMES,
  type AskKind,
  type AskOutcome,
  type Level,
  VERDICTS,
} from '../../src/model';
import { ASKS } from '../../src/rules/ask-kinds';
import type { AskFacts } from '../../src/rules/ask-verdict';
import { ladderOf, readyNow, routeAsk, yesRates } from '../../src/rules/asks';
import { standingOf } from '../../src/rules/standing';
import { aTie, TODAY } from '../support/evidence';

function deepAs(effectiveDepth: number, rest: Partial<AskFacts> = {}): AskFacts {
  return {
    tie: { ...standingOf({ ...aTie(), purpose: null }, TODAY), effectiveDepth },
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

describe('the ladder', () => {
  test('has every kind once, and neither its bar nor its stake ever falls', () => {
    expect(ladderOf(deepAs(50)).map(({ kind }) => kind)).toEqual([...ASK_KINDS]);
    const rules = ASK_KINDS.map((kind) => ASKS[kind]);
    for (const what of ['tau', 'stake'] as const) {
      const values = rules.map((rule) => rule[what]);
      expect(values).toEqual(values.toSorted((a, b) => a - b));
    }
  });

  test('asks about a tie to the manager exactly where it needs one', () => {
    for (const { gates, managerTie } of Object.values(ASKS)) {
      expect(gates.includes('manager-tie')).toBe(managerTie !== null);
    }
  });
});

test.each<[string, AskFacts, AskKind | null]>([
  ['nobody yet', deepAs(0), null],
  ['met', deepAs(20), 'advice'],
  ['an ally', deepAs(80), 'manager-intro'],
  ['an ally who does not know the manager', deepAs(80, { managerTie: 1 }), 'reference'],
  ['nor my work', deepAs(80, { managerTie: 1, seenWork: false }), 'referral'],
  ['an offer', deepAs(0, { offered: ['leads', 'advice'] }), 'leads'],
])('ready now: %s', (_why, facts, kind) => {
  expect(readyNow(ladderOf(facts))?.kind ?? null).toBe(kind);
});

test.each<[AskKind, AskFacts, AskKind | null]>([
  ['referral', deepAs(100, { insider: false }), 'recommendation'],
  ['referral', deepAs(100, { insider: false, seenWork: false }), 'peer-intro'],
  ['vouching', deepAs(85), 'manager-intro'],
  ['advice', deepAs(10), 'reply'],
  ['advice', deepAs(9), null],
  ['reply', deepAs(100), null],
])('below %s', (kind, facts, below) => {
  expect(readyNow(ladderOf(facts).slice(0, ASK_KINDS.indexOf(kind)))?.kind ?? null).toBe(below);
});

describe('the way to the manager', () => {
  test.each<[string, AskKind, AskFacts, ReturnType<typeof routeAsk>]>([
    ['not about the manager', 'referral', deepAs(100, { managerTie: 1 }), null],
    ['themselves', 'manager-intro', deepAs(80), { willing: true, power: 0.6, askWhoKnows: false }],
    [
      'willing, and hardly knows them',
      'manager-intro',
      deepAs(80, { managerTie: 1 }),
      { willing: true, power: 0.2, askWhoKnows: true },
    ],
    [
      'knows them, but not well enough to vouch',
      'vouching',
      deepAs(90, { managerTie: 2 }),
      { willing: true, power: 0.4, askWhoKnows: false },
    ],
    [
      'nobody said how well',
      'vouching',
      deepAs(90, { managerTie: null }),
      { willing: true, power: null, askWhoKnows: false },
    ],
    [
      'not that deep yet',
      'manager-intro',
      deepAs(79, { managerTie: 1 }),
      { willing: false, power: 0.2, askWhoKnows: false },
    ],
    [
      'another gate',
      'manager-intro',
      deepAs(100, { managerTie: 0, goalTold: false }),
      { willing: false, power: 0, askWhoKnows: false },
    ],
    [
      'offered all the same',
      'manager-intro',
      deepAs(0, { managerTie: 1, offered: ['manager-intro'] }),
      { willing: true, power: 0.2, askWhoKnows: false },
    ],
  ])('%s', (_why, kind, facts, route) => {
    expect(routeAsk(kind, facts)).toEqual(route);
  });

  test('leads elsewhere only where the ask itself is not ready', () => {
    const tie = fc.option(fc.integer({ min: 0, max: 5 }).map((level) => level as Level));
    fc.assert(
      fc.property(fc.nat(100), tie, fc.boolean(), (depth, managerTie, goalTold) => {
        const facts = deepAs(depth, { managerTie, goalTold });
        const ready = ladderOf(facts).filter(({ verdict }) => verdict === 'ready');
        for (const kind of ['manager-intro', 'vouching'] as const) {
          const route = routeAsk(kind, facts)!;
          if (ready.some((one) => one.kind === kind)) expect(route.willing).toBe(true);
          if (route.askWhoKnows) expect(ready.map((one) => one.kind)).not.toContain(kind);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('one’s own yes-rate', () => {
  const ask = (verdict: (typeof VERDICTS)[number], outcome: AskOutcome | null) => ({ verdict, outcome });
  const twentyNine = [
    ...Array.from({ length: 20 }, (_, index) => ask('ready', index < 15 ? 'yes' : 'silence')),
    ...Array.from({ length: 9 }, () => ask('almost', 'no')),
  ];

  test('is none before thirty outcomes; open asks have none yet', () => {
    expect(yesRates([])).toBeNull();
    expect(yesRates(twentyNine)).toBeNull();
    expect(yesRates([...twentyNine, ask('ready', null)])).toBeNull();
  });

  test('is counted for each verdict', () => {
    expect(yesRates([...twentyNine, ask('almost', 'yes'), ask('ready', null)])).toEqual({
      ready: { asked: 20, yes: 15 },
      almost: { asked: 10, yes: 1 },
      'not-yet': { asked: 0, yes: 0 },
    });
  });

  test('adds up to what was asked', () => {
    const some = fc.record({
      verdict: fc.constantFrom(...VERDICTS),
      outcome: fc.constantFrom(...ASK_OUTCOMES),
    });
    fc.assert(
      fc.property(fc.array(some, { minLength: 30, maxLength: 60 }), (asks) => {
        const rates = Object.values(yesRates(asks)!);
        expect(rates.reduce((sum, { asked }) => sum + asked, 0)).toBe(asks.length);
        expect(rates.every(({ asked, yes }) => yes <= asked)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
