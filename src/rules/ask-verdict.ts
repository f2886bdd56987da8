/** Whether one ask is ready today. Depth has to reach the bar, and every gate has to hold. */
import type { AskKind, Fit, Level, Verdict } from '../model';
import { ASKS, type AskGate } from './ask-kinds';
import type { MissingReason } from './ask-reasons';
import { ALMOST_POINTS, ASK_ROWS, BAR_MOVES, LEVEL_POINTS, RELIABLE } from './constants';
import { addDays } from './dates';
import { missingFor } from './depth';
import type { Standing } from './standing';

const TOP: Level = 5;

/** What a verdict rests on. Null means that nobody said so yet, and a gate needs a yes. */
export interface AskFacts {
  tie: Standing;
  /** I told them within `GOAL_TOLD_DAYS` which roles and companies I aim at. */
  goalTold: boolean;
  /** We worked together, or they looked at a piece of my work. */
  seenWork: boolean | null;
  /** They work where the job is. */
  insider: boolean | null;
  company: string | null;
  /** Their own tie to the hiring manager, on the ladder on which mine to them is measured. */
  managerTie: Level | null;
  managerName: string | null;
  fit: Fit;
  /** A referral of theirs went badly before. */
  burned: boolean;
  /** What I asked of them and they have not answered yet. */
  openAsks: number;
  /** Their company is known to pay for a referral. */
  bonusKnown: boolean;
  /** What they offered by themselves within `OFFERED_DAYS`. */
  offered: readonly AskKind[];
  /** What I promised them and is overdue beyond the grace; null when nothing is. */
  overduePromise: string | null;
}

export interface AskVerdict {
  kind: AskKind;
  verdict: Verdict;
  /** Depth points above the bar; negative below it. */
  margin: number;
  bar: number;
  /** Empty for a ready ask, and only then. */
  missing: MissingReason[];
}

export function judgeAsk(kind: AskKind, facts: AskFacts): AskVerdict {
  const bar = barOf(kind, facts);
  const margin = facts.tie.effectiveDepth - bar;
  const failing = ASKS[kind].gates.filter((gate) => !isMet(gate, kind, facts));
  const verdict = verdictOf(margin, failing, facts.offered.includes(kind));
  return {
    kind,
    verdict,
    margin,
    bar,
    missing: verdict === 'ready' ? [] : missingReasons(kind, facts, failing, bar),
  };
}

/** An offer counts for more than the ladder, but does not excuse a promise that I did not keep. */
function verdictOf(margin: number, failing: AskGate[], offered: boolean): Verdict {
  if (offered && !failing.includes('reliable')) return 'ready';
  if (margin >= 0 && failing.length === 0) return 'ready';
  return margin >= -ALMOST_POINTS && failing.length <= 1 ? 'almost' : 'not-yet';
}

/** A favour in each direction and a bonus lower it (Burger 2006; Bond and others); what they risk raises it. */
function barOf(kind: AskKind, { tie, fit, burned, openAsks, bonusKnown }: AskFacts): number {
  const { tau, stake } = ASKS[kind];
  const mutual = tie.given > 0 && tie.actsAsked + tie.actsUnasked > 0;
  const bar =
    tau +
    stake * BAR_MOVES.fit[fit] +
    (burned ? stake * BAR_MOVES.burned : 0) +
    BAR_MOVES.openAsk * Math.min(BAR_MOVES.openAsksMost, openAsks) +
    (mutual ? BAR_MOVES.mutual : 0) +
    (bonusKnown && kind === 'referral' ? BAR_MOVES.bonus : 0);
  return Math.max(0, bar);
}

function isMet(gate: AskGate, kind: AskKind, facts: AskFacts): boolean {
  switch (gate) {
    case 'goal-told':
      return facts.goalTold;
    case 'seen-work':
      return facts.seenWork === true;
    case 'insider':
      return facts.insider === true;
    case 'reliable':
      return facts.tie.reliability >= RELIABLE && facts.overduePromise === null;
    case 'manager-tie':
      return facts.managerTie !== null && facts.managerTie >= (ASKS[kind].managerTie ?? 0);
  }
}

// ── what is missing ───────────────────────────────────────────────────────────────────────────────

/** Never empty for an ask that is not ready: no bar is above full depth unless something raised it. */
function missingReasons(kind: AskKind, facts: AskFacts, failing: AskGate[], bar: number): MissingReason[] {
  const gates = failing.map((gate) => gateReason(gate, kind, facts));
  if (facts.tie.effectiveDepth >= bar) return gates;
  const known = gates.some((reason) => reason.kind === 'reliability');
  return [
    ...gates,
    ...(facts.tie.depth < bar ? evidenceReasons(facts.tie, bar, known) : warmthReasons(facts.tie)),
    ...raisedReasons(kind, facts),
  ];
}

function gateReason(gate: AskGate, kind: AskKind, facts: AskFacts): MissingReason {
  const { company, managerTie, managerName, overduePromise, tie } = facts;
  switch (gate) {
    case 'goal-told':
      return { kind: gate };
    case 'seen-work':
      return { kind: gate, known: facts.seenWork !== null };
    case 'insider':
      return { kind: gate, known: facts.insider !== null, company };
    case 'reliable':
      // The promise first: it can be kept today, while a rate takes time.
      return overduePromise === null
        ? reliabilityReason(tie)
        : { kind: 'overdue-promise', what: overduePromise };
    case 'manager-tie':
      return { kind: gate, have: managerTie, need: ASKS[kind].managerTie ?? 0, manager: managerName };
  }
}

function reliabilityReason(tie: Standing): MissingReason {
  const { reliability, promisesKept, promisesLate, promisesBroken } = tie;
  return {
    kind: 'reliability',
    have: reliability,
    need: RELIABLE,
    promisesKept,
    promisesLate,
    promisesBroken,
  };
}

/** From the next level up to the one that the bar lies in; of two rows on the same count the nearer one. */
function evidenceReasons(tie: Standing, bar: number, reliabilityKnown: boolean): MissingReason[] {
  const last = Math.min(TOP, Math.ceil(bar / LEVEL_POINTS));
  const found = new Map<string, MissingReason>();
  for (let level = tie.level + 1; level <= last; level++) {
    for (const row of missingFor(tie, level as Level)) {
      if (found.has(row.what) || (row.what === 'reliability' && reliabilityKnown)) continue;
      const reason: MissingReason =
        row.what === 'reliability' ? reliabilityReason(tie) : { kind: 'evidence', ...row };
      found.set(row.what, reason);
    }
  }
  return [...found.values()].slice(0, ASK_ROWS);
}

function warmthReasons({ warmth, warmUntil, lastInOn }: Standing): MissingReason[] {
  return warmth === 'cooling' && warmUntil !== null
    ? [{ kind: 'cooling', since: addDays(warmUntil, 1) }]
    : [{ kind: 'silent', since: lastInOn }];
}

function raisedReasons(kind: AskKind, { openAsks, fit, burned }: AskFacts): MissingReason[] {
  const atStake = ASKS[kind].stake > 0;
  const raised: MissingReason[] = [];
  if (openAsks > 0) raised.push({ kind: 'open-asks', count: openAsks });
  if (fit === 'stretch' && atStake) raised.push({ kind: 'stretch' });
  if (burned && atStake) raised.push({ kind: 'burned' });
  return raised;
}
