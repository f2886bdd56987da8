/** The week as a portfolio: what share of the time each bucket should have, and how far from it a week was. */
import { BUCKETS, type Bucket, type IsoDay } from '../model';
import { BALANCE, INTERVIEW_WITHIN_DAYS, LAUNCH, type Phase, PORTFOLIO } from './constants';
import { daysBetween } from './dates';

export interface BucketShare {
  bucket: Bucket;
  share: number;
  aim: number;
}

export interface Balance {
  /** Minutes. */
  total: number;
  /** 0 to 1 each; all 0 when nothing was logged. */
  shares: Record<Bucket, number>;
  aims: Record<Bucket, number>;
  /** Total variation distance: 0 as aimed, 1 nothing in common. 0 when nothing was logged. */
  distance: number;
  /** 1 - distance. */
  balance: number;
  /** Far from the aims, and enough logged to say so. */
  flagged: boolean;
  /** Null when no bucket is over or under its aim. */
  mostOver: BucketShare | null;
  mostUnder: BucketShare | null;
}

/** Without a known start of the search the preparation alone decides whether it is still being launched. */
export function phaseOf(search: {
  searchStartedOn: IsoDay | null;
  /** Share of the parts that are ready, 0 to 1. */
  partsReadyShare: number;
  nextInterviewOn: IsoDay | null;
  today: IsoDay;
}): Phase {
  const { searchStartedOn, partsReadyShare, nextInterviewOn, today } = search;
  const daysToInterview = nextInterviewOn === null ? -1 : daysBetween(today, nextInterviewOn);
  if (daysToInterview >= 0 && daysToInterview <= INTERVIEW_WITHIN_DAYS) return 'interviewing';
  const isNew = searchStartedOn !== null && daysBetween(searchStartedOn, today) < LAUNCH.days;
  return isNew || partsReadyShare < LAUNCH.readyShare ? 'launch' : 'active';
}

export function aimsFor(
  phase: Phase,
  portfolio: Record<Phase, Record<Bucket, number>> = PORTFOLIO,
): Record<Bucket, number> {
  return ofBuckets((bucket) => portfolio[phase][bucket] / 100);
}

export function balanceOf(minutes: Record<Bucket, number>, aims: Record<Bucket, number>): Balance {
  const total = BUCKETS.reduce((sum, bucket) => sum + minutes[bucket], 0);
  const shares = ofBuckets((bucket) => (total > 0 ? minutes[bucket] / total : 0));
  const excess = ofBuckets((bucket) => (total > 0 ? shares[bucket] - aims[bucket] : 0));
  const apart = BUCKETS.reduce((sum, bucket) => sum + Math.abs(excess[bucket]), 0) / 2;
  const distance = Math.min(1, apart);
  const ranked = [...BUCKETS].sort((a, b) => excess[b] - excess[a]);
  const shareOf = (bucket: Bucket) => ({ bucket, share: shares[bucket], aim: aims[bucket] });
  const over = ranked[0]!;
  const under = ranked[ranked.length - 1]!;
  return {
    total,
    shares,
    aims,
    distance,
    balance: 1 - distance,
    // A distance of exactly the limit must not pass it by a rounding error of the sum.
    flagged: distance > BALANCE.limit + 1e-9 && total >= BALANCE.leastMinutes,
    mostOver: excess[over] > 0 ? shareOf(over) : null,
    mostUnder: excess[under] < 0 ? shareOf(under) : null,
  };
}

function ofBuckets(value: (bucket: Bucket) => number): Record<Bucket, number> {
  return {
    deepen: value('deepen'),
    meet: value('meet'),
    apply: value('apply'),
    prepare: value('prepare'),
    review: value('review'),
  };
}
