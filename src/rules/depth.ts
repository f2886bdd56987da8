/** What has been proven between the two of you: a ladder of counted evidence that time does not take away. */
import type { Counters, Level, Missing, Warmth } from '../model';
import {
  CLOSENESS_LEVEL_CAP,
  FULL_DEPTH,
  GATES,
  LEVEL_POINTS,
  RELIABLE,
  RELIABLE_FROM_LEVEL,
  SILENCE_PENALTY,
  STRONG_LEVEL,
  UNASKED_ACT_SCORE,
} from './constants';

const TOP: Level = 5;

export interface Depth {
  level: Level;
  /** 20 × level plus the progress to the next; 100 only for an advocate. */
  depth: number;
  missing: Missing[];
}

/** `closeness` is the self-rated 0 to 5; it stands in for evidence up to conversational. */
export function depthOf(counters: Counters, closeness: number): Depth {
  const level = levelOf(counters, closeness);
  const depth = level === TOP ? FULL_DEPTH : LEVEL_POINTS * (level + progressOf(counters, level));
  return { level, depth, missing: missingOf(counters, level) };
}

/** The unmet rows of the next level; none for an advocate. */
export function missingOf(counters: Counters, level: Level): Missing[] {
  return level === TOP ? [] : missingFor(counters, (level + 1) as Level);
}

/** The unmet rows of one level, without those of the levels below it. */
export function missingFor(counters: Counters, level: Level): Missing[] {
  const rows = rowsOf(counters, level);
  if (level >= RELIABLE_FROM_LEVEL) {
    rows.push({ what: 'reliability', have: counters.reliability, need: RELIABLE });
  }
  return rows.filter((row) => row.have < row.need);
}

/** The depth an ask can count on: silence takes some of it, less from a strong tie. */
export function effectiveDepth(level: Level, depth: number, warmth: Warmth): number {
  const penalty = SILENCE_PENALTY[level >= STRONG_LEVEL ? 'strong' : 'shallow'][warmth];
  return Math.max(0, depth - penalty);
}

/** The promises are needed to count them; without them the row is told in percent. */
export function describeMissing(
  { what, have, need }: Missing,
  promises?: Pick<Counters, 'promisesKept' | 'promisesLate' | 'promisesBroken'>,
): string {
  switch (what) {
    case 'inboundDays':
      return 'nothing from them yet';
    case 'exchangeDays':
      return have === 0 && need === 1 ? 'no two-way day yet' : `${have} of ${need} two-way days`;
    case 'meetingDays':
      return `${have} of ${need} days met or in touch both ways`;
    case 'substantiveDays':
      return 'no substantive talk yet';
    case 'spanDays':
      return `${have} of ${need} days between first and last talk`;
    case 'acts':
      return 'nothing they did for you yet';
    case 'given':
      return 'nothing you did for them yet';
    case 'actsUnasked':
      return 'nothing they did for you unasked yet';
    case 'actScore':
      return `what they did for you counts ${have} of ${need} (twice when unasked)`;
    case 'reliability':
      return promises
        ? describePromises(promises)
        : `you kept ${percent(have)} of your promises (needs ${percent(need)})`;
    default:
      return `${have} of ${need}`;
  }
}

function describePromises(
  counts: Pick<Counters, 'promisesKept' | 'promisesLate' | 'promisesBroken'>,
): string {
  const { promisesKept: kept, promisesLate: late, promisesBroken: broken } = counts;
  const tardy = late > 0 ? `, ${late} late` : '';
  return `you kept ${kept + late} of ${kept + late + broken} promises${tardy} (needs 4 of 5)`;
}

function percent(share: number): string {
  return `${Math.floor(share * 100)} %`;
}

/** The highest level whose gate, and every gate below it, is met. */
export function levelOf(counters: Counters, closeness: number): Level {
  const vouched = Math.min(closeness, CLOSENESS_LEVEL_CAP);
  let level: Level = 0;
  while (level < TOP) {
    const next = (level + 1) as Level;
    if (vouched < next && missingFor(counters, next).length > 0) break;
    level = next;
  }
  return level;
}

/** Below 1: were every row of the next level met, the tie would be on it. */
function progressOf(counters: Counters, level: Level): number {
  const rows = rowsOf(counters, level + 1);
  const share = rows.reduce((sum, { have, need }) => sum + Math.min(1, have / need), 0) / rows.length;
  return level + 1 >= RELIABLE_FROM_LEVEL ? share * Math.min(1, counters.reliability / RELIABLE) : share;
}

function rowsOf(counters: Counters, level: number): Missing[] {
  return (GATES[level] ?? []).map(({ what, need }) => ({ what, have: amountOf(counters, what), need }));
}

function amountOf(counters: Counters, what: Missing['what']): number {
  if (what === 'acts') return counters.actsAsked + counters.actsUnasked;
  if (what === 'actScore') return counters.actsAsked + UNASKED_ACT_SCORE * counters.actsUnasked;
  return counters[what];
}
