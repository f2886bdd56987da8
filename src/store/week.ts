/**
 * What a stretch of days held, by index on the day: the cost depends on those days, not on how much came before. The plus
 * in `+source_key` keeps SQLite off that column's index, which would lead through all that was ever logged by hand.
 */
import type { Bucket, Channel, Event, EventKind, IsoDay } from '../model';
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

/**
 * Read in the order of their numbers, which is that of their places in the file: in the order of the days, which are of
 * no order in what was imported or entered late, one page is read again and again.
 */
const OF_THESE_DAYS = 'i.id IN (SELECT id FROM interactions WHERE day BETWEEN :from AND :to)';

/** Talks of one day that are alike. */
export interface Talks {
  day: IsoDay;
  channel: Channel;
  /** 0 when nobody said. */
  minutes: number;
  /** Of the event that they were logged from. */
  eventKind: EventKind | null;
  /** Each was the first touch ever with everybody in it, and nobody was close before. */
  allNew: boolean;
}

/**
 * Logged by hand, as what was imported has no minutes; and timed, or among many people: another one says nothing here.
 * They are summed where they are, since a row that leaves SQLite costs more than its sum.
 */
export function listTalks(db: Db, { from, to }: Days): Talks[] {
  return all<Omit<Talks, 'allNew'> & { allNew: number }>(
    db,
    `SELECT i.day, i.channel, sum(coalesce(i.minutes, 0)) AS minutes, e.kind AS eventKind,
            NOT EXISTS (SELECT 1 FROM touches t JOIN touches b ON b.contact_id = t.contact_id AND b.day <= t.day
                        WHERE t.interaction_id = i.id AND (b.day < t.day OR b.interaction_id < i.id))
        AND NOT EXISTS (SELECT 1 FROM touches t JOIN contacts c ON c.id = t.contact_id
                        WHERE t.interaction_id = i.id AND c.closeness > 0) AS allNew
     FROM interactions i LEFT JOIN events e ON e.id = i.event_id
     WHERE ${OF_THESE_DAYS} AND (i.minutes IS NOT NULL OR i.channel IN ('event', 'group')) AND +i.source_key IS NULL
     GROUP BY i.day, i.channel, e.kind, allNew`,
    { from, to },
  ).map((talks) => ({ ...talks, allNew: talks.allNew === 1 }));
}

/** Logged by hand, with or without their minutes. */
export function countTalks(db: Db, days: Days): number {
  return count(
    db,
    `SELECT count(*) AS n FROM interactions i WHERE ${OF_THESE_DAYS} AND +i.source_key IS NULL`,
    days,
  );
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

export function countEvents(db: Db, { from, to }: Days): number {
  return count(
    db,
    `SELECT count(*) AS n FROM events WHERE start_on BETWEEN :from AND :to AND kind = 'event' AND state = 'done'`,
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

/** Read off the index of those ever met, two days each: looking up whoever was touched in these days takes ten times as long. */
export function countFirstFollowUps(db: Db, { from, to }: Days): number {
  return count(
    db,
    `SELECT count(*) AS n FROM contacts
     WHERE met_on IS NOT NULL AND met_on <= :to AND first_follow_up_on BETWEEN :from AND :to`,
    { from, to },
  );
}

/**
 * Contacts and days with a talk that mattered, after an earlier day with the same contact. The days lead to the people, and
 * each one's own stretch of the index says the rest.
 */
export function countSubstantiveTalks(db: Db, { from, to }: Days): number {
  return count(
    db,
    `SELECT count(*) AS n FROM (
       SELECT DISTINCT t.contact_id, t.day FROM touches t
       WHERE t.contact_id IN (SELECT contact_id FROM touches WHERE day BETWEEN :from AND :to)
         AND t.day BETWEEN :from AND :to AND t.substantive = 1 AND t.kind IN ('live', 'in')
         AND EXISTS (SELECT 1 FROM touches b WHERE b.contact_id = t.contact_id AND b.day < t.day))`,
    { from, to },
  );
}

/** A contact and a day count once; imported history says nothing about purposes. */
export function countContactDays(db: Db, { from, to }: Days): { total: number; withoutPurpose: number } {
  return get(
    db,
    `SELECT coalesce(sum(n), 0) AS total,
            coalesce(sum(n) FILTER (WHERE trim(coalesce(c.purpose, '')) = ''), 0) AS withoutPurpose
     FROM (SELECT contact_id AS id, count(*) AS n
           FROM (SELECT DISTINCT day, contact_id FROM touches WHERE day BETWEEN :from AND :to AND interaction_id NOT IN (
                   SELECT i.id FROM interactions i WHERE ${OF_THESE_DAYS} AND +i.source_key IS NOT NULL))
           GROUP BY contact_id) days
     JOIN contacts c ON c.id = days.id`,
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

function count(db: Db, text: string, days: Days): number {
  return get<{ n: number }>(db, text, days)!.n;
}
