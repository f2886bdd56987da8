/** The ties that deserve attention, gathered from index ranges: the cost depends on the answer, not on how many people there are. */
import type { IsoDay, Relevance, Tie } from '../model';
import { BUSY, COOLS_SOON_DAYS, FADING_LEVEL, ONE_SIDED_OUT, PURPOSE } from '../rules/constants';
import { addDays, toDayNumber } from '../rules/dates';
import { flagsOf, followUpStateOf, isResting, replyStateOf } from '../rules/flags';
import { type Candidate, rankShallow } from '../rules/people-of-the-day';
import { type Aims, relevanceOf } from '../rules/relevance';
import type { Spans } from '../rules/spans';
import { standingOf } from '../rules/standing';
import type { Db } from '../store/db';
import { spansOf } from '../store/settings';
import {
  countResting,
  listActedEarly,
  listBusy,
  listByHeat,
  listNotFollowedUp,
  listOwed,
  listTiesOf,
  listUnanswered,
  listUntested,
  listWithoutPurpose,
} from '../store/ties';
import type { Attention } from '../views/attention';
import { aimsOf } from './aims';
import { effortOf, stepFor } from './facts';

/** A tie with what it can do for the search. */
export interface RelevantTie extends Candidate {
  tie: Tie;
  relevance: Relevance;
}

const EVERYBODY = -1;
/** A dormant tie is worth reviving when it once was a real one. */
const RECONNECT_LEVEL = 3;

/** `each` bounds every list: a day needs the freshest of each kind, a review needs all. A debt is no matter of rest. */
export function listCandidates(db: Db, today: IsoDay, most: number = EVERYBODY): Tie[] {
  // Whoever rests is left out afterwards, and must not take the place of somebody else.
  const each = most === EVERYBODY ? most : most + countResting(db, today);
  const { warmth, reply, busyDays, stuckDays } = spansOf(db);
  const now = toDayNumber(today);
  // An old silence belongs to a review; on an ordinary day it would be a reproach.
  const lately = each === EVERYBODY ? '0000-01-01' : addDays(today, -BUSY.withinDays);
  const levels = [5, 4, 3, 2].filter((level) => level >= FADING_LEVEL);
  const lists = [
    listOwed(db, today, each),
    listNotFollowedUp(db, today, each),
    listUnanswered(db, ONE_SIDED_OUT, lately, today, each),
    listUnanswered(db, 1, addDays(today, -reply.nudgeDays), addDays(today, -reply.awaitDays - 1), each),
    listBusy(db, addDays(today, -busyDays), each),
    listUntested(db, addDays(today, -stuckDays), each),
    listActedEarly(db, each),
    listWithoutPurpose(db, addDays(today, -PURPOSE.withinDays), each),
    ...levels.map((level) =>
      listByHeat(db, level, now - warmth.coolingDays, now - warmth.warmDays + COOLS_SOON_DAYS, each),
    ),
    ...levels
      .filter((level) => level >= RECONNECT_LEVEL || each === EVERYBODY)
      .map((level) => listByHeat(db, level, 0, now - warmth.coolingDays, each)),
  ];
  return listTiesOf(db, [...new Set(lists.flat())]).filter((tie) => !isResting(tie, today));
}

/** Those that `shallow` lists, the most telling first. */
export function listShallow(db: Db, today: IsoDay): RelevantTie[] {
  const [aims, spans] = [aimsOf(db), spansOf(db)];
  const candidates = listCandidates(db, today).map((tie) => weighTie(tie, today, aims, spans));
  return rankShallow(candidates, today, spans);
}

/** What a tie is ranked by: stored columns and the day, so that many can be weighed. */
export function weighTie(tie: Tie, today: IsoDay, aims: Aims, spans: Spans): RelevantTie {
  return { tie, ...relevanceOf(tie, aims), flags: flagsOf(tie, today, spans) };
}

/** Everything a line about one tie needs; this reads its history, so only for the few that are shown. */
export function attend(db: Db, { tie, relevance, weight }: RelevantTie, today: IsoDay): Attention {
  const spans = spansOf(db);
  const standing = standingOf(tie, today, spans);
  const effort = effortOf(db, tie.id, today);
  const waits = {
    followUp: followUpStateOf(tie, today, spans),
    reply: replyStateOf(tie, today, spans),
  };
  return { ...standing, relevance, weight, ...effort, ...waits, nextStep: stepFor(db, standing, today) };
}
