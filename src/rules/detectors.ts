/** Four ways in which networking takes too much, or the wrong kind, of a search; each by ratio, and with its counts. */
import { BUCKETS, type Bucket } from '../model';
import { NETWORKING, NO_PURPOSE_LEAST_DAYS } from './constants';

/** Counts over the trailing 28 days. */
export interface NetworkingFacts {
  /** Only people met long enough ago to have been followed up in time. */
  settled: { people: number; followedUpInTime: number };
  easy: { events: number; peopleMet: number; introductionsMade: number; favoursGiven: number };
  hard: { firstFollowUps: number; substantiveTalks: number; promisesKept: number; asksMade: number };
  minutes: Record<Bucket, number>;
  /** A contact and a day on which they were touched count as one. */
  contactDays: { total: number; withoutPurpose: number };
}

export type Finding =
  | { kind: 'collecting-cards'; people: number; followedUpInTime: number }
  | { kind: 'easy-side'; easy: number; hard: number }
  | {
      kind: 'crowding-out';
      /** All in minutes. */
      total: number;
      networking: number;
      apply: number;
      prepare: number;
    }
  | { kind: 'no-purpose'; contactDays: number; withoutPurpose: number };

export function findTooMuch(facts: NetworkingFacts): Finding[] {
  return [
    findCollectingCards(facts),
    findEasySide(facts),
    findCrowdingOut(facts),
    findNoPurpose(facts),
  ].filter((finding) => finding !== undefined);
}

function findCollectingCards({ settled }: NetworkingFacts): Finding | undefined {
  const { people, followedUpInTime } = settled;
  const limit = NETWORKING.collecting;
  if (people < limit.people || followedUpInTime / people >= limit.share) return undefined;
  return { kind: 'collecting-cards', people, followedUpInTime };
}

function findEasySide(facts: NetworkingFacts): Finding | undefined {
  const easy = sum(Object.values(facts.easy));
  const hard = sum(Object.values(facts.hard));
  const limit = NETWORKING.easySide;
  if (easy < limit.easy || hard / (easy + hard) >= limit.hardShare) return undefined;
  return { kind: 'easy-side', easy, hard };
}

function findCrowdingOut({ minutes }: NetworkingFacts): Finding | undefined {
  const { deepen, meet, apply, prepare } = minutes;
  const total = sum(BUCKETS.map((bucket) => minutes[bucket]));
  const networking = deepen + meet;
  const limit = NETWORKING.crowdingOut;
  if (total < limit.minutes || networking / total < limit.networkingShare) return undefined;
  if ((apply + prepare) / total > limit.otherShare) return undefined;
  return { kind: 'crowding-out', total, networking, apply, prepare };
}

function findNoPurpose({ contactDays }: NetworkingFacts): Finding | undefined {
  const { total, withoutPurpose } = contactDays;
  if (total < NO_PURPOSE_LEAST_DAYS || withoutPurpose / total < NETWORKING.noPurpose.share) return undefined;
  return { kind: 'no-purpose', contactDays: total, withoutPurpose };
}

function sum(counts: number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
