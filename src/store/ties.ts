/** Ties as they are stored, by the short lists that screens are made of. */
import type { IsoDay, Tie } from '../model';
import { allParsed, asJson, type Db, FIRST, type Fields, get, named, run, sql } from './db';
import { STORED } from './derived-ties';

const TIE: Fields<Tie> = {
  id: 'id',
  name: 'name',
  company: 'company',
  role: 'role',
  purpose: 'purpose',
  relevance: 'relevance',
  state: 'state',
  restUntil: 'rest_until',
  ...STORED,
};

export function getTie(db: Db, id: number): Tie {
  return get<Tie>(db, `SELECT ${named(TIE)} FROM contacts WHERE id = ?`, id)!;
}

/** By number; whoever is not there is left out. */
export function listTiesOf(db: Db, ids: number[]): Tie[] {
  return allParsed(
    db,
    `SELECT ${asJson(TIE)} FROM contacts WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id`,
    JSON.stringify(ids),
  );
}

/** Null takes the rest back. */
export function setRest(db: Db, id: number, until: IsoDay | null): void {
  run(db, 'UPDATE contacts SET rest_until = ? WHERE id = ?', until, id);
}

export function countResting(db: Db, today: IsoDay): number {
  return get<{ n: number }>(db, 'SELECT count(*) AS n FROM contacts WHERE rest_until > ?', today)!.n;
}

export interface TieFilter {
  state?: 'active' | 'parked';
  level?: number;
  tag?: string;
}

export function listTies(db: Db, filter: TieFilter = {}): Tie[] {
  const tagged = filter.tag === undefined ? '' : 'AND id IN (SELECT contact_id FROM tags WHERE tag = :tag)';
  return allParsed(
    db,
    `SELECT ${asJson(TIE)} FROM contacts
     WHERE (:state IS NULL OR state = :state) AND (:level IS NULL OR level = :level) ${tagged} ORDER BY name_key, id`,
    { state: null, level: null, tag: null, ...filter },
  );
}

function ids(db: Db, text: string, ...values: unknown[]): number[] {
  return sql(db, text)
    .pluck()
    .all(...values) as number[];
}

// Each of these is one range of one partial index: its cost depends on the answer, not on how many people there are. They
// give numbers alone, which the index holds already: the same person is on several of the lists and is read once.

/** Met by `before` and no word since, the most recent first. */
export function listNotFollowedUp(db: Db, before: IsoDay, atMost: number): number[] {
  return ids(
    db,
    `SELECT id FROM contacts WHERE state = 'active' AND met_on IS NOT NULL AND first_follow_up_on IS NULL
       AND met_on <= ? ORDER BY met_on DESC ${FIRST}`,
    before,
    atMost,
  );
}

/** At least `days` outbound days without an answer, the last of them in [from, to]; the latest first. */
export function listUnanswered(db: Db, days: number, from: IsoDay, to: IsoDay, atMost: number): number[] {
  return ids(
    db,
    `SELECT id FROM contacts WHERE state = 'active' AND unanswered > 0 AND unanswered >= ?
       AND last_out_on BETWEEN ? AND ? ORDER BY last_out_on DESC ${FIRST}`,
    days,
    from,
    to,
    atMost,
  );
}

/** Did something for me while at most acquaintances, the latest first. */
export function listActedEarly(db: Db, atMost: number): number[] {
  return ids(
    db,
    `SELECT id FROM contacts WHERE state = 'active' AND level <= 2 AND acts_asked + acts_unasked > 0
     ORDER BY last_in_on DESC ${FIRST}`,
    atMost,
  );
}

/** Touched on two days or more since, and no word why. */
export function listWithoutPurpose(db: Db, since: IsoDay, atMost: number): number[] {
  return ids(
    db,
    `SELECT id FROM contacts WHERE state = 'active' AND purpose IS NULL AND second_touch_on >= ?
     ORDER BY second_touch_on DESC ${FIRST}`,
    since,
    atMost,
  );
}

/** To whom I owe something that was due by this day, the oldest first. */
export function listOwed(db: Db, by: IsoDay, atMost: number): number[] {
  return ids(
    db,
    `SELECT id FROM contacts WHERE state = 'active' AND id IN (SELECT contact_id FROM promises
       WHERE state = 'open' AND by = 'me' AND due_on <= ?) ORDER BY promise_due_on, id ${FIRST}`,
    by,
    atMost,
  );
}

/**
 * How many were met from `since` on, and how many of them had a follow-up within a week. Counted by the day, so that the
 * week is added to each day and not to each person.
 */
export function countMet(db: Db, since: IsoDay, to: IsoDay): { met: number; followedUp: number } {
  return get(
    db,
    `WITH RECURSIVE days (day, week_later) AS (
       SELECT :since, date(:since, '+7 days') WHERE :since <= :to UNION ALL
       SELECT date(day, '+1 day'), date(week_later, '+1 day') FROM days WHERE day < :to)
     SELECT coalesce(sum((SELECT count(*) FROM contacts WHERE met_on = day)), 0) AS met,
       coalesce(sum((SELECT count(*) FROM contacts WHERE met_on = day AND first_follow_up_on <= week_later)), 0) AS followedUp
     FROM days`,
    { since, to },
  )!;
}

/** At most acquaintances, with their fourth most recent touch day on or after `since`. */
export function listBusy(db: Db, since: IsoDay, atMost: number): number[] {
  return ids(
    db,
    `SELECT id FROM contacts WHERE state = 'active' AND level <= 2 AND fourth_touch_on >= ?
     ORDER BY fourth_touch_on DESC ${FIRST}`,
    since,
    atMost,
  );
}

/** Conversational, with their eighth most recent touch day on or after `since`, and no act by them. */
export function listUntested(db: Db, since: IsoDay, atMost: number): number[] {
  return ids(
    db,
    `SELECT id FROM contacts WHERE state = 'active' AND level = 3 AND acts_asked = 0 AND acts_unasked = 0
       AND eighth_touch_on >= ? ORDER BY eighth_touch_on DESC ${FIRST}`,
    since,
    atMost,
  );
}

/**
 * Ties of one level whose heat day lies in [from, to), the warmest first. The bare number would be compared with those of
 * the partial indexes, and the statement planned anew for each.
 */
export function listByHeat(db: Db, level: number, from: number, to: number, atMost: number): number[] {
  return ids(
    db,
    `SELECT id FROM contacts WHERE state = 'active' AND level = ? + 0 AND heat_day IS NOT NULL AND heat_day >= ?
       AND heat_day < ? ORDER BY heat_day DESC ${FIRST}`,
    level,
    from,
    to,
    atMost,
  );
}

/** Anybody whom something is known of, the deepest first and of these the warmest. */
export function listDeepest(db: Db, atMost: number): Tie[] {
  return allParsed(
    db,
    `SELECT ${asJson(TIE)} FROM contacts WHERE state = 'active' AND level >= 1
     ORDER BY depth DESC, heat_day DESC, id DESC ${FIRST}`,
    atMost,
  );
}

/** Distinct days with a touch, sent ones included, from `since` on: effort, not depth. */
export function countTouchDays(db: Db, contactId: number, since: IsoDay): number {
  return get<{ n: number }>(
    db,
    'SELECT count(DISTINCT day) AS n FROM touches WHERE contact_id = ? AND day >= ?',
    contactId,
    since,
  )!.n;
}
