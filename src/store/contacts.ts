/** People as they were typed or imported; what is derived from the evidence is in derived-ties.ts. */
import { UserError } from '../errors';
import type { Belongings, Contact, IsoDay, Point } from '../model';
import { foldName } from '../rules/names';
import { refreshWords } from './contact-words';
import { all, type Db, get, inTransaction, run } from './db';
import { refreshTies } from './derived-ties';

export type NewContact = Omit<Contact, 'id'>;

const FIELDS = `id, name, company, role, how_met AS howMet, connected_on AS connectedOn, introduced_by AS introducedBy,
  purpose, relevance, closeness, notes, state, added_on AS addedOn`;

type Row = Omit<Contact, 'points' | 'tags'>;

export function findContact(db: Db, id: number): Contact | undefined {
  const row = get<Row>(db, `SELECT ${FIELDS} FROM contacts WHERE id = ?`, id);
  return row && { ...row, points: listPoints(db, id), tags: listTags(db, id) };
}

export function getContact(db: Db, id: number): Contact {
  const contact = findContact(db, id);
  if (!contact) throw new UserError(`There is no contact #${id}.`, 'jobsearch contact list');
  return contact;
}

function listPoints(db: Db, id: number): Point[] {
  return all(db, 'SELECT kind, value, key FROM points WHERE contact_id = ? ORDER BY kind, id', id);
}

function listTags(db: Db, id: number): string[] {
  return all<{ tag: string }>(db, 'SELECT tag FROM tags WHERE contact_id = ? ORDER BY tag', id).map(
    ({ tag }) => tag,
  );
}

export function listContactIds(db: Db): number[] {
  return all<{ id: number }>(db, 'SELECT id FROM contacts ORDER BY id').map(({ id }) => id);
}

export function countContacts(db: Db): number {
  return get<{ n: number }>(db, 'SELECT count(*) AS n FROM contacts')!.n;
}

export function hasContacts(db: Db): boolean {
  return get(db, 'SELECT 1 FROM contacts LIMIT 1') !== undefined;
}

// ── writing ───────────────────────────────────────────────────────────────────────────────────────

export function addContact(db: Db, contact: NewContact): number {
  return inTransaction(db, () => {
    const id = run(
      db,
      `INSERT INTO contacts (name, name_key, company, role, how_met, connected_on, introduced_by, purpose, relevance,
                             closeness, notes, state, added_on)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      contact.name,
      foldName(contact.name),
      contact.company,
      contact.role,
      contact.howMet,
      contact.connectedOn,
      contact.introducedBy,
      contact.purpose,
      contact.relevance,
      contact.closeness,
      contact.notes,
      contact.state,
      contact.addedOn,
    );
    for (const point of contact.points) addPoint(db, id, point);
    for (const tag of contact.tags)
      run(db, 'INSERT OR IGNORE INTO tags (contact_id, tag) VALUES (?, ?)', id, tag);
    refreshWords(db, id);
    if (contact.closeness > 0) refreshTies(db, [id]);
    return id;
  });
}

const COLUMNS: Record<string, string> = {
  name: 'name',
  company: 'company',
  role: 'role',
  howMet: 'how_met',
  connectedOn: 'connected_on',
  introducedBy: 'introduced_by',
  purpose: 'purpose',
  relevance: 'relevance',
  closeness: 'closeness',
  notes: 'notes',
  state: 'state',
};

export type ContactChange = Partial<Omit<Contact, 'id' | 'points' | 'tags' | 'addedOn'>>;

/** Sets the given fields only. A field that was imported counts from now on as typed by hand. */
export function setContact(db: Db, id: number, change: ContactChange): void {
  inTransaction(db, () => {
    for (const [field, value] of Object.entries(change)) {
      const column = COLUMNS[field]!;
      run(db, `UPDATE contacts SET ${column} = ? WHERE id = ?`, value, id);
      run(db, 'DELETE FROM imported_fields WHERE contact_id = ? AND field = ?', id, column);
    }
    if (change.name !== undefined)
      run(db, 'UPDATE contacts SET name_key = ? WHERE id = ?', foldName(change.name), id);
    refreshWords(db, id);
    if (change.closeness !== undefined) refreshTies(db, [id]);
  });
}

export function addPoint(db: Db, contactId: number, point: Point): void {
  run(
    db,
    'INSERT OR IGNORE INTO points (contact_id, kind, value, key) VALUES (?, ?, ?, ?)',
    contactId,
    point.kind,
    point.value,
    point.key,
  );
}

/** Returns false when the contact has no such point. */
export function removePoint(db: Db, contactId: number, point: Pick<Point, 'kind' | 'key'>): boolean {
  const before = listPoints(db, contactId).length;
  run(
    db,
    'DELETE FROM points WHERE contact_id = ? AND kind = ? AND key = ?',
    contactId,
    point.kind,
    point.key,
  );
  return listPoints(db, contactId).length < before;
}

export function addTag(db: Db, contactId: number, tag: string): void {
  run(db, 'INSERT OR IGNORE INTO tags (contact_id, tag) VALUES (?, ?)', contactId, tag);
}

export function removeTag(db: Db, contactId: number, tag: string): void {
  run(db, 'DELETE FROM tags WHERE contact_id = ? AND tag = ?', contactId, tag);
}

/** What goes with a contact (interactions nobody else took part in, acts, promises, asks) or loses its link (the rest). */
export function countBelongings(db: Db, id: number): Belongings {
  return get<Belongings>(
    db,
    `SELECT (SELECT count(DISTINCT interaction_id) FROM touches t WHERE contact_id = :id AND NOT EXISTS
              (SELECT 1 FROM touches o WHERE o.interaction_id = t.interaction_id AND o.contact_id <> :id)) AS interactions,
            (SELECT count(*) FROM acts WHERE contact_id = :id) AS acts,
            (SELECT count(*) FROM promises WHERE contact_id = :id) AS promises,
            (SELECT count(*) FROM asks WHERE contact_id = :id) AS asks,
            (SELECT count(*) FROM tasks WHERE contact_id = :id AND state = 'open') AS tasks,
            (SELECT count(*) FROM event_people WHERE contact_id = :id) AS events`,
    { id },
  )!;
}

/** Removes the contact and all that speaks of nobody else; their open tasks stay, without the link. */
export function removeContact(db: Db, id: number): void {
  inTransaction(db, () => {
    run(
      db,
      `DELETE FROM interactions WHERE id IN (SELECT interaction_id FROM touches WHERE contact_id = :id)
         AND id NOT IN (SELECT interaction_id FROM touches WHERE contact_id <> :id AND interaction_id IN
                        (SELECT interaction_id FROM touches WHERE contact_id = :id))`,
      { id },
    );
    run(db, 'DELETE FROM contacts WHERE id = ?', id);
  });
}

/** The day on which the first contact, task or event was written down; null in an empty database. */
export function findFirstDay(db: Db): IsoDay | null {
  return get<{ day: IsoDay | null }>(
    db,
    `SELECT min(day) AS day FROM (SELECT added_on AS day FROM contacts WHERE id = (SELECT min(id) FROM contacts)
       UNION ALL SELECT created_on FROM tasks WHERE id = (SELECT min(id) FROM tasks)
       UNION ALL SELECT start_on FROM events WHERE id = (SELECT min(id) FROM events))`,
  )!.day;
}
