/** What the schema refuses by itself, whoever writes. */
import { expect, test } from 'vitest';
import { openTestDb } from '../support/database';

const CONTACT = { name: 'Ana', name_key: 'ana', added_on: '2026-11-22' };
const EVENT = { title: 'Coffee', kind: 'coffee', start_on: '2026-11-22' };
const INTERACTION = { day: '2026-11-22', channel: 'call' };
const TOUCH = { interaction_id: 1, contact_id: 1, day: '2026-11-22', kind: 'live' };
const ACT = { contact_id: 1, day: '2026-11-22', by: 'them', kind: 'advice' };
const PROMISE = { contact_id: 1, by: 'me', what: 'the deck', made_on: '2026-11-22' };
const TASK = { title: 'Call', bucket: 'deepen', minutes: 15, created_on: '2026-11-22' };

/** With the rows that the others point to. */
function aDatabase() {
  const db = openTestDb();
  const insert = (table: string, row: object) => {
    const names = Object.keys(row);
    db.prepare(
      `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((one) => `:${one}`).join(', ')})`,
    ).run(row);
  };
  insert('contacts', CONTACT);
  insert('interactions', INTERACTION);
  return { db, insert };
}

test.each(
  Object.entries({
    contacts: CONTACT,
    events: EVENT,
    interactions: INTERACTION,
    touches: TOUCH,
    acts: ACT,
    promises: PROMISE,
    tasks: TASK,
  }),
)('%s take the least that makes one', (table, row) => {
  const { insert } = aDatabase();
  expect(() => insert(table, row)).not.toThrow();
});

test.each<[string, object, object, RegExp]>([
  ['contacts', CONTACT, { name: ' ' }, /CHECK/],
  ['contacts', CONTACT, { name: null }, /NOT NULL/],
  ['contacts', CONTACT, { name_key: null }, /NOT NULL/],
  ['contacts', CONTACT, { added_on: '22 nov' }, /CHECK/],
  ['contacts', CONTACT, { added_on: '2026-02-30' }, /CHECK/],
  ['contacts', CONTACT, { connected_on: '2026-1-2' }, /CHECK/],
  ['contacts', CONTACT, { connected_on: '' }, /CHECK/],
  ['contacts', CONTACT, { relevance: 'boss' }, /CHECK/],
  ['contacts', CONTACT, { closeness: 6 }, /CHECK/],
  ['contacts', CONTACT, { closeness: 'close' }, /cannot store TEXT/],
  ['contacts', CONTACT, { state: 'gone' }, /CHECK/],
  ['contacts', CONTACT, { level: 6 }, /CHECK/],
  ['contacts', CONTACT, { met_on: 'soon' }, /CHECK/],
  ['contacts', CONTACT, { introduced_by: 99 }, /FOREIGN KEY/],
  ['points', {}, { contact_id: 1, kind: 'fax', value: '1', key: '1' }, /CHECK/],
  ['points', {}, { contact_id: 1, kind: 'email', value: '', key: '1' }, /CHECK/],
  ['points', {}, { contact_id: 9, kind: 'email', value: 'a', key: 'a' }, /FOREIGN KEY/],
  ['tags', {}, { contact_id: 1, tag: '' }, /CHECK/],
  ['imported_fields', {}, { contact_id: 1, field: 'notes', as_of: '2026-11-22' }, /CHECK/],
  ['events', EVENT, { title: '' }, /CHECK/],
  ['events', EVENT, { kind: 'party' }, /CHECK/],
  ['events', EVENT, { start_time: '9:00' }, /CHECK/],
  ['events', EVENT, { start_time: '25:00' }, /CHECK/],
  ['events', EVENT, { end_on: '2026-11-21' }, /CHECK/],
  ['events', EVENT, { end_time: '10:00' }, /CHECK/],
  ['events', EVENT, { state: 'open' }, /CHECK/],
  ['event_people', {}, { event_id: 9, contact_id: 1 }, /FOREIGN KEY/],
  ['interactions', INTERACTION, { channel: 'fax' }, /CHECK/],
  ['interactions', INTERACTION, { day: '2026-11-22T10:00' }, /CHECK/],
  ['interactions', INTERACTION, { minutes: 0 }, /CHECK/],
  ['interactions', INTERACTION, { minutes: 1441 }, /CHECK/],
  ['interactions', INTERACTION, { minutes: 1.5 }, /cannot store REAL/],
  ['interactions', INTERACTION, { event_id: 9 }, /FOREIGN KEY/],
  ['touches', TOUCH, { kind: 'wave' }, /CHECK/],
  ['touches', TOUCH, { substantive: 2 }, /CHECK/],
  ['touches', TOUCH, { interaction_id: 9 }, /FOREIGN KEY/],
  ['acts', ACT, { by: 'us' }, /CHECK/],
  ['acts', ACT, { kind: 'gift' }, /CHECK/],
  ['acts', ACT, { asked: 'yes' }, /cannot store TEXT/],
  ['promises', PROMISE, { what: '  ' }, /CHECK/],
  ['promises', PROMISE, { state: 'kept' }, /CHECK/],
  ['promises', PROMISE, { closed_on: '2026-11-22' }, /CHECK/],
  ['promises', PROMISE, { due_on: 'friday' }, /CHECK/],
  ['tasks', TASK, { title: '' }, /CHECK/],
  ['tasks', TASK, { bucket: 'else' }, /CHECK/],
  ['tasks', TASK, { minutes: 0 }, /CHECK/],
  ['tasks', TASK, { part: 'shoes' }, /FOREIGN KEY/],
  ['tasks', TASK, { importance: 1.1 }, /CHECK/],
  ['tasks', TASK, { urgency: -0.1 }, /CHECK/],
  ['tasks', TASK, { repeat_days: 0 }, /CHECK/],
  ['tasks', TASK, { state: 'done' }, /CHECK/],
  ['tasks', TASK, { closed_on: '2026-11-22' }, /CHECK/],
  ['tasks', TASK, { waiting_for: 99 }, /FOREIGN KEY/],
  ['preparations', {}, { part: 'shoes' }, /CHECK/],
  ['preparations', {}, { part: 'pitch' }, /UNIQUE|PRIMARY/],
])('%s refuse %o with %o', (table, row, wrong, why) => {
  const { insert } = aDatabase();
  expect(() => insert(table, { ...row, ...wrong })).toThrow(why);
});

test('a number that was removed never comes back as somebody else', () => {
  const { db, insert } = aDatabase();
  insert('contacts', CONTACT);
  db.exec('DELETE FROM contacts WHERE id = 2');
  insert('contacts', CONTACT);
  expect(db.prepare('SELECT max(id) AS id FROM contacts').get()).toEqual({ id: 3 });
});
