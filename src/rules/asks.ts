/** The ladder of asks for one person: what is ready now, and what comes before the ask that is wanted. */
import { ASK_KINDS, type AskKind, type AskOutcome, type Level, type Verdict } from '../model';
import { ASKS } from './ask-kinds';
import { type AskFacts, type AskVerdict, judgeAsk } from './ask-verdict';
import { WHO_KNOWS_LEVEL, YES_RATES_FROM } from './constants';

const TOP: Level = 5;

/** All ten, from the smallest. */
export function ladderOf(facts: AskFacts): AskVerdict[] {
  return ASK_KINDS.map((kind) => judgeAsk(kind, facts));
}

/** The ready ask with the most at stake, then the highest bar: as the ladder is sorted by both, the last one. */
export function readyNow(facts: AskFacts): AskVerdict | null {
  return lastReady(ASK_KINDS, facts);
}

/** What can be asked today in place of an ask that is not ready: a small yes comes first. */
export function largestReadyBelow(kind: AskKind, facts: AskFacts): AskVerdict | null {
  return lastReady(ASK_KINDS.slice(0, ASK_KINDS.indexOf(kind)), facts);
}

function lastReady(kinds: readonly AskKind[], facts: AskFacts): AskVerdict | null {
  for (const kind of kinds.toReversed()) {
    const verdict = judgeAsk(kind, facts);
    if (verdict.verdict === 'ready') return verdict;
  }
  return null;
}

// ── asks about the hiring manager ─────────────────────────────────────────────────────────────────

/** Willing and able are two things, and are never blended. */
export interface ManagerRoute {
  /** The ask would be ready, were it not for their own tie to the manager. */
  willing: boolean;
  /** 0 to 1; null while nobody said how well they know the manager. */
  power: number | null;
  /** Willing, but no way in themselves: ask who knows the manager. */
  askWhoKnows: boolean;
}

/** Null for an ask that the hiring manager has no part in. */
export function routeAsk(kind: AskKind, facts: AskFacts): ManagerRoute | null {
  if (ASKS[kind].managerTie === null) return null;
  const { managerTie } = facts;
  const willing = judgeAsk(kind, { ...facts, managerTie: TOP }).verdict === 'ready';
  // Ready all the same where they offered it: they will have their way.
  const ready = judgeAsk(kind, facts).verdict === 'ready';
  return {
    willing,
    power: managerTie === null ? null : managerTie / TOP,
    askWhoKnows: willing && !ready && managerTie !== null && managerTie <= WHO_KNOWS_LEVEL,
  };
}

// ── what came of them ─────────────────────────────────────────────────────────────────────────────

export interface YesRate {
  asked: number;
  yes: number;
}

/** By the verdict on the day of the ask. Null before there are enough of them; an open ask has no outcome yet. */
export function yesRates(
  asks: readonly { verdict: Verdict; outcome: AskOutcome | null }[],
): Record<Verdict, YesRate> | null {
  const recorded = asks.filter(({ outcome }) => outcome !== null);
  if (recorded.length < YES_RATES_FROM) return null;
  const rates: Record<Verdict, YesRate> = {
    ready: { asked: 0, yes: 0 },
    almost: { asked: 0, yes: 0 },
    'not-yet': { asked: 0, yes: 0 },
  };
  for (const { verdict, outcome } of recorded) {
    rates[verdict].asked++;
    if (outcome === 'yes') rates[verdict].yes++;
  }
  return rates;
}
