/** Things at a time, and who is there. */
import { UserError } from '../errors';
import type { Event, IsoDay } from '../model';
import { all, type Db, get, inTransaction, run } from './db';

const EVENT = `id, title, kind, start_on AS startOn, start_time AS startTime, end_on AS endOn, end_time AS endTime, place,
  purpose, outcome, notes, state FROM events`;

type Row = Omit<Event, 'people'>;

export function findEvent(db: Db, id: number): Event | undefined {
  const row = get<Row>(db, `SELECT ${EVENT} WHERE id = ?`, id);
  return row && withPeople(db, [row])[0];
}

export function getEvent(db: Db, id: number): Event {
  const event = findEvent(db, id);
  if (!event) throw new UserError(`There is no event #${id}.`, 'jobsearch event list --all');
  return event;
}

function withPeople(db: Db, rows: Row[]): Event[] {
  if (rows.length === 0) return [];
  const there = all<{ event: number; person: number }>(
    db,
    `SELECT event_id AS event, contact_id AS person FROM event_people
     WHERE event_id IN (SELECT value FROM json_each(?)) ORDER BY contact_id`,
    JSON.stringify(rows.map(({ id }) => id)),
  );
  const people = new Map(rows.map(({ id }) => [id, [] as number[]]));
  for (const { event, person } of there) people.get(event)!.push(person);
  return rows.map((row) => ({ ...row, people: people.get(row.id)! }));
}

/** By start; `from` and `to` are included, null is open. */
export function listEvents(
  db: Db,
  from: IsoDay | null,
  to: IsoDay | null,
  states: Event['state'][],
): Event[] {
  const rows = all<Row>(
    db,
    `SELECT ${EVENT} WHERE start_on >= coalesce(?, '') AND start_on <= coalesce(?, '9999')
       AND state IN (SELECT value FROM json_each(?)) ORDER BY start_on, start_time, id`,
    from,
    to,
    JSON.stringify(states),
  );
  return withPeople(db, rows);
}

export function listEventsWith(db: Db, contactId: number, from: IsoDay): Event[] {
  const rows = all<Row>(
    db,
    `SELECT ${EVENT} WHERE id IN (SELECT event_id FROM event_people WHERE contact_id = ?) AND start_on >= ?
       AND state = 'planned' ORDER BY start_on, start_time, id`,
    contactId,
    from,
  );
  return withPeople(db, rows);
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
