/** Whom to turn to today: few people, the most worthwhile first. */
import { FLAGS, type Flag, type IsoDay, type TieFacts } from '../model';
import { followUpStateOf } from './flags';
import { deepenRank } from './relevance';
import { SPANS, type Spans } from './spans';

export const MOST_PEOPLE = 5;
const LEAST_PEOPLE = 2;
/** Minutes that one small step takes, all in all. */
const STEP_MINUTES = 10;

/** A tie with what it is ranked by; `weight` is that of its relevance. */
export interface Candidate {
  tie: TieFacts & { id: number };
  weight: number;
  flags: readonly Flag[];
}

/** A first meeting that can still be followed up in its week comes first; long silences come last. */
function tierOf({ tie, flags }: Candidate, today: IsoDay, spans: Spans): number {
  const followUp = followUpStateOf(tie, today, spans);
  if (followUp === 'due' || followUp === 'overdue') return 0;
  return followUp === 'stale' || followUp === 'lapsed' || flags.includes('dormant') ? 2 : 1;
}

/** By tier, then by relevance, ease and timing; equals by number. Whoever owes an answer is left in peace. */
export function rankPeople<T extends Candidate>(
  candidates: readonly T[],
  today: IsoDay,
  spans: Spans = SPANS,
): T[] {
  return candidates
    .filter(({ flags }) => !flags.includes('awaiting-reply'))
    .map((one) => ({
      one,
      tier: tierOf(one, today, spans),
      rank: deepenRank(one.weight, one.tie, today, spans),
    }))
    .sort((a, b) => a.tier - b.tier || b.rank - a.rank || a.one.tie.id - b.one.tie.id)
    .map(({ one }) => one);
}

/** As many as the time that the tasks leave has room for: never more than five, and two on the fullest day. */
export function peopleThatFit(minutesLeft: number): number {
  return Math.min(MOST_PEOPLE, Math.max(LEAST_PEOPLE, Math.floor(minutesLeft / STEP_MINUTES)));
}

/** By the most telling flag in the order of the list, then as above. Waiting for an answer alone puts nobody on it. */
export function rankShallow<T extends Candidate>(
  candidates: readonly T[],
  today: IsoDay,
  spans: Spans = SPANS,
): T[] {
  return candidates
    .map((one) => ({
      one,
      flag: FLAGS.indexOf(shallowFlagOf(one)!),
      rank: deepenRank(one.weight, one.tie, today, spans),
    }))
    .filter(({ flag }) => flag >= 0)
    .sort((a, b) => a.flag - b.flag || b.rank - a.rank || a.one.tie.id - b.one.tie.id)
    .map(({ one }) => one);
}

export function shallowFlagOf({ flags }: { flags: readonly Flag[] }): Flag | undefined {
  return flags.find((flag) => flag !== 'awaiting-reply');
}
