/** Long lists come as JSON; a single row column by column. Both have to say the same. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Db } from '../../src/store/db';
import { buildSample } from '../../src/store/demo/build';
import { findTask, listClosedTasks, listOpenTasks } from '../../src/store/tasks';
import { getTie, listDeepest, listTies, listTiesOf } from '../../src/store/ties';
import { openTestDb } from '../support/database';

function aSample(): Db {
  const db = openTestDb();
  buildSample(db, '2026-11-22');
  return db;
}

test('ties', () => {
  const db = aSample();
  const ids = listTies(db).map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(30);
  const named = ids.map((id) => getTie(db, id));
  expect(listTies(db)).toEqual(named);
  expect(listTiesOf(db, ids)).toEqual(named.toSorted((a, b) => a.id - b.id));
  expect(listDeepest(db, 3)).toEqual(listDeepest(db, 3).map(({ id }) => getTie(db, id)));
});

test('a tie of which no two columns are alike', () => {
  const db = aSample();
  const { id } = listTies(db)[0]!;
  const columns = Object.keys(getTie(db, id)).slice(8);
  const isDay = (field: string) => field.endsWith('On');
  for (const [at, field] of columns.entries()) {
    const column = field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    const value = isDay(field)
      ? `2026-01-${String(at + 1).padStart(2, '0')}`
      : field === 'level'
        ? 4
        : at + 10;
    db.prepare(`UPDATE contacts SET ${column} = ? WHERE id = ?`).run(value, id);
  }
  const tie = getTie(db, id);
  expect(new Set(Object.values(tie).slice(8)).size).toBe(columns.length);
  expect(listTiesOf(db, [id])).toEqual([tie]);
});

test('tasks, with all that they can serve', () => {
  const db = aSample();
  const open = listOpenTasks(db);
  expect(open.length).toBeGreaterThan(10);
  expect(open).toEqual(open.map(({ id }) => findTask(db, id)));
  const closed = listClosedTasks(db, '2020-01-01');
  expect(closed).toEqual(closed.map(({ id }) => findTask(db, id)));
  const { id } = open[0]!;
  db.prepare(
    `UPDATE tasks SET contact_id = (SELECT min(id) FROM contacts), waiting_for = (SELECT max(id) FROM contacts),
       event_id = (SELECT min(id) FROM events), promise_id = (SELECT min(id) FROM promises),
       job_id = (SELECT min(id) FROM jobs), part = 'resume', notes = 'a note', importance = 0.25, urgency = 0.75,
       repeat_days = 9, snoozed_until = '2026-12-01', due_on = '2026-12-02' WHERE id = ?`,
  ).run(id);
  const served = listOpenTasks(db).find((task) => task.id === id);
  expect(served).toEqual(findTask(db, id));
  expect(Object.values(served!).filter((value) => value === null).length).toBeLessThan(6);
});

test('any number and any text', () => {
  const db = aSample();
  const { id } = listTies(db)[0]!;
  const set = db.prepare('UPDATE contacts SET depth = ?, heat_day = ?, name = ? WHERE id = ?');
  const number = fc.double({ noNaN: true, noDefaultInfinity: true }).filter((one) => !Object.is(one, -0));
  fc.assert(
    fc.property(number, number, fc.string({ unit: 'binary' }), (depth, heat, name) => {
      set.run(depth, heat, `N${name}`, id);
      expect(listTiesOf(db, [id])).toEqual([getTie(db, id)]);
    }),
  );
});
