/** What an import reads of the database, and its one transaction. */
import type { Contact, IsoDay, Point } from '../model';
import { foldName } from '../rules/names';
import { refreshWords } from './contact-words';
import { addContact, addPoint, type NewContact } from './contacts';
import { all, type Db, inTransaction, run } from './db';
import { refreshTies } from './derived-ties';
import { insertInteraction } from './interactions';
import { setSetting } from './settings';

const COLUMNS = { name: 'name', company: 'company', role: 'role', connectedOn: 'connected_on' } as const;
type Field = keyof typeof COLUMNS;
const FIELDS = Object.keys(COLUMNS) as Field[];

// ── what is there ─────────────────────────────────────────────────────────────────────────────────

export interface ImportTarget extends Pick<Contact, Field | 'id' | 'points'> {
  /** The fields that came from a file, with the day of it. */
  imported: Partial<Record<Field, IsoDay>>;
}

export function listImportTargets(db: Db): ImportTarget[] {
  const targets = all<Pick<Contact, Field | 'id'>>(
    db,
    'SELECT id, name, company, role, connected_on AS connectedOn FROM contacts ORDER BY id',
  ).map((row): ImportTarget => ({ ...row, points: [], imported: {} }));
  const byId = new Map(targets.map((target) => [target.id, target]));
  const points = all<Point & { id: number }>(
    db,
    'SELECT contact_id AS id, kind, value, key FROM points ORDER BY contact_id, points.id',
  );
  for (const { id, ...point } of points) byId.get(id)!.points.push(point);
  const fields = all<{ id: number; column: string; asOf: IsoDay }>(
    db,
    'SELECT contact_id AS id, field AS "column", as_of AS asOf FROM imported_fields',
  );
  for (const { id, column, asOf } of fields) {
    byId.get(id)!.imported[FIELDS.find((field) => COLUMNS[field] === column)!] = asOf;
  }
  return targets;
}

export interface ImportedInteraction {
  id: number;
  key: string;
  hasText: boolean;
  contactId: number | null;
}

/** Those whose source key begins with `source` and a colon. */
export function listImportedInteractions(db: Db, source: string): ImportedInteraction[] {
  return all<Omit<ImportedInteraction, 'hasText'> & { hasText: number }>(
    db,
    `SELECT i.id, i.source_key AS key, i.about IS NOT NULL AS hasText, t.contact_id AS contactId
     FROM interactions i LEFT JOIN touches t ON t.interaction_id = i.id
     WHERE i.source_key > ? AND i.source_key < ?`,
    `${source}:`,
    `${source};`,
  ).map((row) => ({ ...row, hasText: row.hasText === 1 }));
}

// ── writing ───────────────────────────────────────────────────────────────────────────────────────

export interface ContactSet {
  id: number;
  fields: Partial<Record<Field, string>>;
  /** Imported before, and the same in this file. */
  confirmed: Field[];
  points: Point[];
}

export interface ImportWrites {
  asOf: IsoDay;
  /** Null for whoever is left out. */
  people: ({ add: NewContact } | { set: ContactSet } | null)[];
  /** `person` is an index into `people`. */
  days: {
    person: number;
    day: IsoDay;
    direction: 'sent' | 'received';
    sourceKey: string;
    text: string | null;
  }[];
  texts: { id: number; text: string }[];
  /** Whose files these are, to be remembered; null when that is known already. */
  me: string | null;
}

/** All or nothing. Returns the contacts' numbers in the order of `people`; `step` hears how many rows are written. */
export function saveImport(
  db: Db,
  { asOf, people, days, texts, me }: ImportWrites,
  step: (done: number) => void,
): (number | null)[] {
  return inTransaction(db, () => {
    let done = 0;
    const stepped = <T>(work: T): T => {
      step(++done);
      return work;
    };
    const ids = people.map((person) => stepped(person && writePerson(db, person, asOf)));
    for (const { person, day, direction, sourceKey, text } of days) {
      insertInteraction(db, {
        day,
        channel: 'message',
        minutes: null,
        about: text,
        purpose: null,
        eventId: null,
        sourceKey,
        people: [ids[person]!],
        kinds: [direction === 'sent' ? 'out' : 'in'],
        substantive: false,
      });
      stepped(null);
    }
    for (const { id, text } of texts) {
      run(db, 'UPDATE interactions SET about = ? WHERE id = ? AND about IS NULL', text, id);
    }
    for (const id of new Set(days.map(({ person }) => ids[person]!))) {
      refreshTies(db, [id]);
      stepped(null);
    }
    if (me !== null) setSetting(db, 'me', me);
    return ids;
  });
}

function writePerson(db: Db, person: NonNullable<ImportWrites['people'][number]>, asOf: IsoDay): number {
  if ('set' in person) {
    setImported(db, person.set, asOf);
    return person.set.id;
  }
  const id = addContact(db, person.add);
  for (const field of FIELDS) if (person.add[field] !== null) markImported(db, id, field, asOf);
  return id;
}

function setImported(db: Db, { id, fields, confirmed, points }: ContactSet, asOf: IsoDay): void {
  for (const field of confirmed) markImported(db, id, field, asOf);
  const changed = FIELDS.filter((field) => fields[field] !== undefined);
  for (const field of changed) {
    run(db, `UPDATE contacts SET ${COLUMNS[field]} = ? WHERE id = ?`, fields[field], id);
    markImported(db, id, field, asOf);
  }
  if (fields.name !== undefined)
    run(db, 'UPDATE contacts SET name_key = ? WHERE id = ?', foldName(fields.name), id);
  for (const point of points) addPoint(db, id, point);
  if (changed.length > 0 || points.length > 0) refreshWords(db, id);
}

function markImported(db: Db, id: number, field: Field, asOf: IsoDay): void {
  run(
    db,
    `INSERT INTO imported_fields (contact_id, field, as_of) VALUES (?, ?, ?)
     ON CONFLICT (contact_id, field) DO UPDATE SET as_of = excluded.as_of`,
    id,
    COLUMNS[field],
    asOf,
  );
}
