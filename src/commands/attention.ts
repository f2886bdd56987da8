/** The ties that deserve attention, gathered from index ranges: the cost depends on the answer, not on how many people there are. */
import type { IsoDay, Tie } from '../model';
import {
  BUSY,
  COOLING_DAYS,
  COOLS_SOON_DAYS,
  FADING_LEVEL,
  ONE_SIDED_OUT,
  PURPOSE,
  REPLY,
  STUCK,
  WARM_DAYS,
} from '../rules/constants';
import { addDays, toDayNumber } from '../rules/dates';
import { type Aims, relevanceOf } from '../rules/relevance';
import { standingOf } from '../rules/standing';
import type { Db } from '../store/db';
import {
  listActedEarly,
  listBusy,
  listByHeat,
  listNotFollowedUp,
  listOwed,
  listUnanswered,
  listUntested,
  listWithoutPurpose,
} from '../store/ties';
import type { Attention, Ranked } from '../views/attention';
import { effortOf, stepFor } from './facts';

const EVERYBODY = -1;
/** A dormant tie is worth reviving when it once was a real one. */
const RECONNECT_LEVEL = 3;

/** `each` bounds every list: a day needs the freshest of each kind, a review needs all. */
export function listCandidates(db: Db, today: IsoDay, each: number = EVERYBODY): Tie[] {
  const now = toDayNumber(today);
  // An old silence belongs to a review; on an ordinary day it would be a reproach.
  const lately = each === EVERYBODY ? '0000-01-01' : addDays(today, -BUSY.withinDays);
  const levels = [5, 4, 3, 2].filter((level) => level >= FADING_LEVEL);
  const lists = [
    listOwed(db, today, each),
    listNotFollowedUp(db, today, each),
    listUnanswered(db, ONE_SIDED_OUT, lately, today, each),
    listUnanswered(db, 1, addDays(today, -REPLY.nudgeDays), addDays(today, -REPLY.awaitDays - 1), each),
    listBusy(db, addDays(today, -BUSY.withinDays), each),
    listUntested(db, addDays(today, -STUCK.withinDays), each),
    listActedEarly(db, each),
    listWithoutPurpose(db, addDays(today, -PURPOSE.withinDays), each),
    ...levels.map((level) =>
      listByHeat(db, level, now - COOLING_DAYS, now - WARM_DAYS + COOLS_SOON_DAYS, each),
    ),
    ...levels
      .filter((level) => level >= RECONNECT_LEVEL || each === EVERYBODY)
      .map((level) => listByHeat(db, level, 0, now - COOLING_DAYS, each)),
  ];
  return [...new Map(lists.flat().map((tie) => [tie.id, tie])).values()];
}

/** What a tie is ranked by: stored columns and the day, so that many can be weighed. */
export function weighTie(tie: Tie, today: IsoDay, aims: Aims): Ranked {
  return Object.assign(standingOf(tie, today), relevanceOf(tie, aims));
}

/** Everything a line about one tie needs; this reads its history, so only for the few that are shown. */
export function attend(db: Db, tie: Ranked, today: IsoDay): Attention {
  return {
    ...tie,
    ...effortOf(db, tie.id, today),
    nextStep: stepFor(db, tie, today),
  };
}
