/** Things at a time, and who is there. */
import { UserError } from '../errors';
import type { Event, IsoDay } from '../model';
import { allParsed, asJson, type Db, type Fields, inTransaction, run } from './db';

const EVENT: Fields<Event> = {
  id: 'id',
  title: 'title',
  kind: 'kind',
  startOn: 'start_on',
  startTime: 'start_time',
  endOn: 'end_on',
  endTime: 'end_time',
  place: 'place',
  purpose: 'purpose',
  outcome: 'outcome',
  notes: 'notes',
  state: 'state',
  people: `json((SELECT json_group_array(contact_id ORDER BY contact_id) FROM event_people WHERE event_id = events.id))`,
};

export function findEvent(db: Db, id: number): Event | undefined {
  return allParsed<Event>(db, `SELECT ${asJson(EVENT)} FROM events WHERE id = ?`, id)[0];
}

export function getEvent(db: Db, id: number): Event {
  const event = findEvent(db, id);
  if (!event) throw new UserError(`There is no event #${id}.`, 'jobsearch event list --all');
  return event;
}

/** By start; `from` and `to` are included, null is open. */
export function listEvents(
  db: Db,
  from: IsoDay | null,
  to: IsoDay | null,
  states: Event['state'][],
): Event[] {
  return allParsed(
    db,
    `SELECT ${asJson(EVENT)} FROM events WHERE start_on >= coalesce(?, '') AND start_on <= coalesce(?, '9999')
       AND state IN (SELECT value FROM json_each(?)) ORDER BY start_on, start_time, id`,
    from,
    to,
    JSON.stringify(states),
  );
}

export function listEventsWith(db: Db, contactId: number, from: IsoDay): Event[] {
  return allParsed(
    db,
    `SELECT ${asJson(EVENT)} FROM events WHERE id IN (SELECT event_id FROM event_people WHERE contact_id = ?)
       AND start_on >= ? AND state = 'planned' ORDER BY start_on, start_time, id`,
    contactId,
    from,
  );
}

export function addEvent(db: Db, event: Omit<Event, 'id'>): number {
  return inTransaction(db, () => {
    const id = run(
      db,
      `INSERT INTO events (title, kind, start_on, start_time, end_on, end_time, place, purpose, outcome, notes, state)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      event.title,
      event.kind,
      event.startOn,
      event.startTime,
      event.endOn,
      event.endTime,
      event.place,
      event.purpose,
      event.outcome,
      event.notes,
      event.state,
    );
    setPeople(db, id, event.people);
    return id;
  });
}

export function setEvent(db: Db, event: Event): void {
  inTransaction(db, () => {
    run(
      db,
      `UPDATE events SET title = ?, kind = ?, start_on = ?, start_time = ?, end_on = ?, end_time = ?, place = ?,
         purpose = ?, outcome = ?, notes = ?, state = ? WHERE id = ?`,
      event.title,
      event.kind,
      event.startOn,
      event.startTime,
      event.endOn,
      event.endTime,
      event.place,
      event.purpose,
      event.outcome,
      event.notes,
      event.state,
      event.id,
    );
    run(db, 'DELETE FROM event_people WHERE event_id = ?', event.id);
    setPeople(db, event.id, event.people);
  });
}

function setPeople(db: Db, id: number, people: number[]): void {
  for (const person of people) {
    run(db, 'INSERT OR IGNORE INTO event_people (event_id, contact_id) VALUES (?, ?)', id, person);
  }
}
