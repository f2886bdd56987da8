/** From rows that were changed to the texts that have to be read again. */
import { type FoundKind, PARTS } from '../model';
import { all, type Db, get } from './db';
import { rowOf } from './find-rows';
import { FOUND_SETTINGS } from './find-texts';
import type { RowTouched } from './journal';

export interface Touched {
  kind: FoundKind;
  id: number;
}

const OWN: Record<string, FoundKind> = {
  contacts: 'contact',
  interactions: 'interaction',
  promises: 'promise',
  asks: 'ask',
  acts: 'act',
  tasks: 'task',
  events: 'event',
  jobs: 'job',
  commitments: 'commitment',
};

/** Rows whose first key says what they are a part of. */
const PARTS_BY_KEY: Record<string, FoundKind> = {
  touches: 'interaction',
  event_people: 'event',
  job_people: 'job',
  past_companies: 'contact',
};

/** Where the name of a contact is a part of the text. */
const NAMED_IN: Record<string, FoundKind> = {
  'SELECT interaction_id AS id FROM touches WHERE contact_id = :id': 'interaction',
  'SELECT id FROM promises WHERE contact_id = :id': 'promise',
  'SELECT id FROM asks WHERE contact_id = :id': 'ask',
  'SELECT id FROM acts WHERE contact_id = :id': 'act',
  'SELECT id FROM tasks WHERE contact_id = :id UNION SELECT id FROM tasks WHERE waiting_for = :id': 'task',
  'SELECT event_id AS id FROM event_people WHERE contact_id = :id': 'event',
  'SELECT id FROM jobs WHERE hiring_manager = :id UNION SELECT job_id FROM job_people WHERE contact_id = :id':
    'job',
};

/** Each once, whatever became of it. */
export function textsTouched(db: Db, changes: RowTouched[]): Touched[] {
  const touched = new Map<number, Touched>();
  const add = (kind: FoundKind, id: number) => touched.set(rowOf(kind, id), { kind, id });
  for (const change of changes) {
    for (const { kind, id } of textsOf(db, change)) add(kind, id);
    if (!isRenamed(db, change)) continue;
    for (const [query, kind] of Object.entries(NAMED_IN)) {
      for (const { id } of all<{ id: number }>(db, query, { id: change.rowId })) add(kind, id);
    }
  }
  return [...touched.values()];
}

/** Whoever has hundreds of conversations is named in all of them: they are read again only for another name. */
function isRenamed(db: Db, { table, op, rowId, before }: RowTouched): boolean {
  if (table !== 'contacts' || op !== 'update') return false;
  const { name } = JSON.parse(before!) as { name: string };
  return get<{ name: string }>(db, 'SELECT name FROM contacts WHERE id = ?', rowId)?.name !== name;
}

function textsOf(db: Db, { table, key, before }: RowTouched): Touched[] {
  const own = OWN[table];
  if (own) return [{ kind: own, id: Number(key) }];
  const part = PARTS_BY_KEY[table];
  if (part) return [{ kind: part, id: (JSON.parse(String(key)) as number[])[0]! }];
  if (table === 'tags') return [{ kind: 'contact', id: (JSON.parse(String(key)) as [string, number])[1] }];
  if (table === 'preparations') return [{ kind: 'part', id: (PARTS as readonly unknown[]).indexOf(key) + 1 }];
  if (table === 'settings') {
    const at = (FOUND_SETTINGS as readonly unknown[]).indexOf(key);
    return at < 0 ? [] : [{ kind: 'setting', id: at + 1 }];
  }
  if (table !== 'points') return [];
  // Whose it was, and whose it is now.
  const was = before === null ? [] : [(JSON.parse(before) as { contact_id: number }).contact_id];
  const is = all<{ id: number }>(db, 'SELECT contact_id AS id FROM points WHERE id = ?', key);
  return [...was, ...is.map(({ id }) => id)].map((id) => ({ kind: 'contact', id }));
}
