/** Why a row must stay, one reason at a time; whole dialogues are in transcripts/undo.txt. */
import { describe, expect, test } from 'vitest';
import { addContact, addPoint, removeContact, removePoint } from '../../src/store/contacts';
import { all, type Db, get, run } from '../../src/store/db';
import { recordCommand } from '../../src/store/journal';
import { updateRow } from '../../src/store/rows';
import { addTask, setTask } from '../../src/store/tasks';
import { type Taken, takeBack } from '../../src/store/undo';
import { aContact, aTask } from '../support/builders';
import { openTestDb } from '../support/database';

/** What `work` writes is one entry. */
function entry<T>(db: Db, work: () => T): T {
  recordCommand(db, {
    ...{ at: new Date('2026-11-22T09:00'), day: '2026-11-22', typed: 'jobsearch x' },
    keep: { days: 180, bytes: 1e9 },
    summarize: () => '',
  });
  return work();
}

const undo = (db: Db, id: number): Taken =>
  entry(db, () => takeBack(db, { entry: id, kind: 'undo', undoes: id }, () => true));

const left = ({ left: ones }: Taken) =>
  ones.map(({ change, why, columns, by }) => ({ table: change.table, why, columns, by }));

const mail = (value: string) => ({ kind: 'email' as const, value, key: value });

describe('a row stays', () => {
  test('and keeps only the column that was changed again: the others are as before', () => {
    const db = openTestDb();
    const id = entry(db, () => addTask(db, aTask({ title: 'one', minutes: 10 })));
    entry(db, () => setTask(db, id, { title: 'two', minutes: 20 }));
    entry(db, () => setTask(db, id, { title: 'three' }));
    expect(left(undo(db, 2))).toEqual([{ table: 'tasks', why: 'changed', columns: ['title'], by: 3 }]);
    expect(get(db, 'SELECT title, minutes FROM tasks')).toEqual({ title: 'three', minutes: 10 });
  });

  test('when what was changed in it is gone with it', () => {
    const db = openTestDb();
    const id = entry(db, () => addTask(db, aTask()));
    entry(db, () => setTask(db, id, { title: 'two' }));
    entry(db, () => run(db, 'DELETE FROM tasks'));
    expect(left(undo(db, 2))).toEqual([{ table: 'tasks', why: 'gone', columns: null, by: 3 }]);
  });

  test('away when what it was a part of is gone', () => {
    const db = openTestDb();
    const id = entry(db, () => addContact(db, aContact({ points: [mail('ana@acme.com')] })));
    entry(db, () => removePoint(db, id, mail('ana@acme.com')));
    entry(db, () => removeContact(db, id));
    expect(left(undo(db, 2))).toEqual([{ table: 'points', why: 'parent-gone', columns: null, by: 3 }]);
    expect(all(db, 'SELECT * FROM points')).toEqual([]);
  });

  test('without a link to somebody who is gone, where it can be without', () => {
    const db = openTestDb();
    const id = entry(db, () => addContact(db, aContact()));
    entry(db, () => addTask(db, aTask({ contactId: id })));
    entry(db, () => run(db, 'DELETE FROM tasks'));
    entry(db, () => removeContact(db, id));
    expect(left(undo(db, 3))).toEqual([]);
    expect(all(db, 'SELECT contact_id FROM tasks')).toEqual([{ contact_id: null }]);
  });

  test('away when another has its place', () => {
    const db = openTestDb();
    const id = entry(db, () => addContact(db, aContact({ points: [mail('ana@acme.com')] })));
    entry(db, () => removePoint(db, id, mail('ana@acme.com')));
    entry(db, () => addPoint(db, id, mail('ana@acme.com')));
    expect(left(undo(db, 2))).toMatchObject([{ table: 'points', why: 'taken' }]);
    expect(all(db, 'SELECT value FROM points')).toEqual([{ value: 'ana@acme.com' }]);
    expect(db.pragma('foreign_key_check')).toEqual([]);
  });
});

describe('a journal that somebody else wrote', () => {
  const EVIL = "title = 'owned' WHERE 1 --";

  test('names no column that the schema has not', () => {
    const db = openTestDb();
    const id = addTask(db, aTask({ title: 'one' }));
    updateRow(db, 'tasks', id, { [EVIL]: 'x', constructor: 'y', notes: 'z' });
    updateRow(db, 'tasks', id, { [EVIL]: 'x' });
    expect(get(db, 'SELECT title, notes FROM tasks')).toEqual({ title: 'one', notes: 'z' });
    expect(() => updateRow(db, 'tasks SET title = 0 --', id, { notes: 'x' })).toThrow('no table');
  });

  test.each([
    ['a column', `UPDATE journal SET before = json_set(before, '$."${EVIL.replaceAll("'", "''")}"', 'x')`],
    ['a word that every object knows', `UPDATE journal SET before = json_set(before, '$.constructor', 'x')`],
    [
      'a table',
      `INSERT INTO journal (table_name, op, key) SELECT 'contacts --', op, 1 FROM journal LIMIT 1;
                 UPDATE history_spans SET last_seq = last_seq + 1 WHERE entry = 2`,
    ],
  ])('with %s that is none is taken back as far as it is ours', (_, sql) => {
    const db = openTestDb();
    const ana = addContact(db, aContact());
    const id = entry(db, () => addTask(db, aTask({ title: 'one' })));
    entry(db, () => setTask(db, id, { title: 'two' }));
    db.exec(sql);
    undo(db, 2);
    expect(get(db, 'SELECT title FROM tasks')).toEqual({ title: 'one' });
    expect(get(db, 'SELECT id FROM contacts')).toEqual({ id: ana });
  });
});
