/** The ladder of asks for one person: what is ready now, and what comes before the ask that is wanted. */
import { ASK_KINDS, type AskKind, type AskOutcome, type Level, type Verdict } from '../model';
import { ASKS } from './ask-kinds';
import { type AskFacts, type AskVerdict, judgeAsk } from './ask-verdict';
import { WHO_KNOWS_LEVEL, YES_RATES_FROM } from './constants';

const TOP: Level = 5;

/** All ten, from the smallest; asks about the hiring manager may be about another job than the rest. */
export function ladderOf(facts: AskFacts, aboutManager: AskFacts = facts): AskVerdict[] {
  return ASK_KINDS.map((kind) => judgeAsk(kind, isAboutManager(kind) ? aboutManager : facts));
}

/** The ready ask with the most at stake, then the highest bar: as the ladder is sorted by both, the last one. */
export function readyNow(ladder: readonly AskVerdict[]): AskVerdict | null {
  return ladder.findLast(({ verdict }) => verdict === 'ready') ?? null;
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

/** Such an ask is nothing without a job to ask for; any other may or may not be about one. */
export function needsJob(kind: AskKind): boolean {
  return isAboutManager(kind) || ASKS[kind].gates.includes('insider');
}

/** Without sense where the one who is asked is the manager. */
export function isAboutManager(kind: AskKind): boolean {
  return ASKS[kind].managerTie !== null;
}

/** Null for an ask that the hiring manager has no part in. */
export function routeAsk(kind: AskKind, facts: AskFacts): ManagerRoute | null {
  if (!isAboutManager(kind)) return null;
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
