/** All people with what tells whom a question is likely to be about. */
import type { Contact, IsoDay } from '../model';
import { all, type Db } from './db';

export interface KnownPerson {
  id: number;
  name: string;
  company: string | null;
  state: Contact['state'];
  /** The folded name, and the company's key. */
  key: string;
  lastTouchOn: IsoDay | null;
}

/** By name. */
export function listKnownPeople(db: Db): KnownPerson[] {
  return all(
    db,
    `SELECT id, name, company, state, name_key || ' ' || coalesce(company_key, '') AS key, last_touch_on AS lastTouchOn
     FROM contacts ORDER BY name_key, id`,
  );
}

export interface PersonInEvent {
  contactId: number;
  startTime: string | null;
}

/** In the order of the day. */
export function listPeopleInEventsOn(db: Db, day: IsoDay): PersonInEvent[] {
  return all(
    db,
    `SELECT p.contact_id AS contactId, e.start_time AS startTime
     FROM events e JOIN event_people p ON p.event_id = e.id
     WHERE e.start_on = ? AND e.state <> 'cancelled' ORDER BY e.start_time, e.id, p.contact_id`,
    day,
  );
}

export interface PersonDue {
  contactId: number;
  dueOn: IsoDay;
}

/** Promises of either side and open tasks, for or waiting for them, that are due by this day. */
export function listPeopleDueBy(db: Db, day: IsoDay): PersonDue[] {
  return all(
    db,
    `SELECT contactId, min(dueOn) AS dueOn FROM (
       SELECT contact_id AS contactId, due_on AS dueOn FROM promises WHERE by = 'me' AND state = 'open' AND due_on <= :day
       UNION ALL
       SELECT contact_id, due_on FROM promises WHERE by = 'them' AND state = 'open' AND due_on <= :day
       UNION ALL
       SELECT coalesce(waiting_for, contact_id), due_on FROM tasks WHERE state = 'open' AND due_on <= :day
     ) WHERE contactId IS NOT NULL GROUP BY contactId ORDER BY dueOn, contactId`,
    { day },
  );
}
