/**
 * What a stretch of days held, by index on the day: the cost depends on those days, not on how much came before. The plus
 * in `+source_key` keeps SQLite off that column's index, which would lead through all that was ever logged by hand.
 */
import type { Bucket, Channel, Event, EventKind, IsoDay, TouchKind } from '../model';
import { all, type Db, get } from './db';

/** Both days are included. */
export interface Days {
  from: IsoDay;
  to: IsoDay;
}

// ── where the time went ───────────────────────────────────────────────────────────────────────────

/** Minutes of the tasks done, as timed or else as estimated. */
export function listTaskMinutes(db: Db, { from, to }: Days): { bucket: Bucket; minutes: number }[] {
  return all(
    db,
    `SELECT bucket, sum(coalesce(minutes_spent, minutes)) AS minutes FROM tasks
     WHERE closed_on IS NOT NULL AND closed_on BETWEEN :from AND :to AND state = 'done' GROUP BY bucket`,
    { from, to },
  );
}

export interface Talk {
  channel: Channel;
  /** 0 when nobody said. */
  minutes: number;
  /** Of the event that it was logged from. */
  eventKind: EventKind | null;
  /** It was the first touch ever with everybody in it, and nobody was close before. */
  allNew: boolean;
}

/** Logged by hand: what was imported has no minutes. */
export function listTalks(db: Db, { from, to }: Days): Talk[] {
  return all<Omit<Talk, 'allNew'> & { allNew: number }>(
    db,
    `SELECT i.channel, coalesce(i.minutes, 0) AS minutes, e.kind AS eventKind,
            NOT EXISTS (SELECT 1 FROM touches t JOIN touches b ON b.contact_id = t.contact_id AND b.day <= t.day
                        WHERE t.interaction_id = i.id AND (b.day < t.day OR b.interaction_id < i.id))
        AND NOT EXISTS (SELECT 1 FROM touches t JOIN contacts c ON c.id = t.contact_id
                        WHERE t.interaction_id = i.id AND c.closeness > 0) AS allNew
     FROM interactions i LEFT JOIN events e ON e.id = i.event_id
     WHERE i.day BETWEEN :from AND :to AND +i.source_key IS NULL ORDER BY i.day, i.id`,
    { from, to },
  ).map((talk) => ({ ...talk, allNew: talk.allNew === 1 }));
}

/** The people in those talks, by name. */
export function listTalkedWith(db: Db, { from, to }: Days): string[] {
  return all<{ name: string }>(
    db,
    `SELECT DISTINCT c.id, c.name FROM interactions i JOIN touches t ON t.interaction_id = i.id
       JOIN contacts c ON c.id = t.contact_id
     WHERE i.day BETWEEN :from AND :to AND +i.source_key IS NULL ORDER BY c.name, c.id`,
    { from, to },
  ).map(({ name }) => name);
}

export type HeldEvent = Pick<Event, 'id' | 'kind' | 'startOn' | 'startTime' | 'endOn' | 'endTime'>;

/** Done, and nothing logged from them: a logged one counts as the talk that it was. */
export function listUnloggedEvents(db: Db, { from, to }: Days): HeldEvent[] {
  return all(
    db,
    `SELECT id, kind, start_on AS startOn, start_time AS startTime, end_on AS endOn, end_time AS endTime FROM events e
     WHERE start_on BETWEEN :from AND :to AND state = 'done'
       AND NOT EXISTS (SELECT 1 FROM interactions i WHERE i.event_id = e.id) ORDER BY start_on, id`,
    { from, to },
  );
}

export function findInterview(db: Db, { from, to }: Days): IsoDay | null {
  return get<{ day: IsoDay | null }>(
    db,
    `SELECT min(start_on) AS day FROM events
     WHERE start_on BETWEEN :from AND :to AND kind = 'interview' AND state <> 'cancelled'`,
    { from, to },
  )!.day;
}

// ── the easy and the hard side of networking ──────────────────────────────────────────────────────

/** People whose first meeting falls in these days. */
export function countPeopleMet(db: Db, { from, to }: Days): number {
  return count(
    db,
    'SELECT count(*) AS n FROM contacts WHERE met_on IS NOT NULL AND met_on BETWEEN :from AND :to',
    { from, to },
  );
}

/** Events held, and days with a talk at an event that was never in the calendar. */
export function countEvents(db: Db, { from, to }: Days): number {
  return count(
    db,
    `SELECT (SELECT count(*) FROM events WHERE start_on BETWEEN :from AND :to AND kind = 'event' AND state = 'done')
          + (SELECT count(DISTINCT day) FROM interactions WHERE day BETWEEN :from AND :to
               AND channel IN ('event', 'group') AND event_id IS NULL AND +source_key IS NULL) AS n`,
    { from, to },
  );
}

export function countMyActs(db: Db, { from, to }: Days): { introductions: number; favours: number } {
  return get(
    db,
    `SELECT coalesce(sum(kind = 'introduction'), 0) AS introductions, coalesce(sum(kind <> 'introduction'), 0) AS favours
     FROM acts WHERE day BETWEEN :from AND :to AND by = 'me'`,
    { from, to },
  )!;
}

/** A first follow-up always falls on a day with a touch, so the touches of these days lead to them. */
export function countFirstFollowUps(db: Db, { from, to }: Days): number {
  return count(
    db,
    `SELECT count(*) AS n FROM contacts WHERE first_follow_up_on BETWEEN :from AND :to
       AND id IN (SELECT contact_id FROM touches WHERE day BETWEEN :from AND :to)`,
    { from, to },
  );
}

/** Contacts and days with a talk that mattered, after an earlier day with the same contact. */
export function countSubstantiveTalks(db: Db, { from, to }: Days): number {
  return count(
    db,
    `SELECT count(*) AS n FROM (
       SELECT DISTINCT t.contact_id, t.day FROM touches t
       WHERE t.day BETWEEN :from AND :to AND t.substantive = 1 AND t.kind IN ('live', 'in')
         AND EXISTS (SELECT 1 FROM touches b WHERE b.contact_id = t.contact_id AND b.day < t.day))`,
    { from, to },
  );
}

/** A contact and a day count once; imported history says nothing about purposes. */
export function countContactDays(db: Db, { from, to }: Days): { total: number; withoutPurpose: number } {
  return get(
    db,
    `SELECT count(*) AS total, coalesce(sum(trim(coalesce(c.purpose, '')) = ''), 0) AS withoutPurpose
     FROM (SELECT DISTINCT t.contact_id AS id, t.day FROM interactions i JOIN touches t ON t.interaction_id = i.id
           WHERE i.day BETWEEN :from AND :to AND +i.source_key IS NULL) pairs
     JOIN contacts c ON c.id = pairs.id`,
    { from, to },
  )!;
}

export interface ClosedPromises {
  kept: number;
  late: number;
  broken: number;
}

/** Mine; a released one counts neither way. */
export function countClosedPromises(db: Db, { from, to }: Days): ClosedPromises {
  return get(
    db,
    `SELECT coalesce(sum(state = 'kept'), 0) AS kept, coalesce(sum(state = 'late'), 0) AS late,
            coalesce(sum(state = 'broken'), 0) AS broken
     FROM promises WHERE closed_on IS NOT NULL AND closed_on BETWEEN :from AND :to AND by = 'me'`,
    { from, to },
  )!;
}

// ── who may have moved ────────────────────────────────────────────────────────────────────────────

/** Everybody whose evidence grew in these days, by number. */
export function listMoving(db: Db, { from, to }: Days): { id: number; name: string }[] {
  return all(
    db,
    `SELECT id, name FROM contacts WHERE id IN (
       SELECT contact_id FROM touches WHERE day BETWEEN :from AND :to
       UNION SELECT contact_id FROM acts WHERE day BETWEEN :from AND :to
       UNION SELECT contact_id FROM promises WHERE closed_on IS NOT NULL AND closed_on BETWEEN :from AND :to)
     ORDER BY id`,
    { from, to },
  );
}

/** How one contact was touched in these days. */
export function listChannels(
  db: Db,
  contactId: number,
  { from, to }: Days,
): { day: IsoDay; kind: TouchKind; channel: Channel }[] {
  return all(
    db,
    `SELECT DISTINCT t.day, t.kind, i.channel FROM touches t JOIN interactions i ON i.id = t.interaction_id
     WHERE t.contact_id = :contactId AND t.day BETWEEN :from AND :to ORDER BY t.day, i.id`,
    { contactId, from, to },
  );
}

function count(db: Db, text: string, days: Days): number {
  return get<{ n: number }>(db, text, days)!.n;
}
