import { beforeEach, expect, test } from 'vitest';
import { addContact } from '../../src/store/contacts';
import type { Db } from '../../src/store/db';
import { addInteraction } from '../../src/store/interactions';
import {
  addPromise,
  closePromise,
  findPromise,
  getPromise,
  keepPromise,
  listClosedPromises,
  listKeptCounts,
  listOpenPromises,
  listOpenPromisesTo,
  setPromise,
  setPromiseNudged,
} from '../../src/store/promises';
import { addTask, closeTask, getTask } from '../../src/store/tasks';
import { getTie } from '../../src/store/ties';
import { aContact, anInteraction, aPromise, aTask } from '../support/builders';
import { openTestDb } from '../support/database';

let db: Db;
let ana: number;
beforeEach(() => {
  db = openTestDb();
  ana = addContact(db, aContact());
});

test('open promises: the most pressing first, those without a day last; kept once', () => {
  addInteraction(db, anInteraction({ people: [ana] }), {
    promises: [
      aPromise(ana, { what: 'whenever' }),
      aPromise(ana, { what: 'soon', dueOn: '2026-11-25' }),
      aPromise(ana, { what: 'now', dueOn: '2026-11-22' }),
      aPromise(ana, { what: 'theirs', by: 'them' }),
    ],
  });
  const open = () => listOpenPromises(db, 'me').map(({ what }) => what);
  expect(open()).toEqual(['now', 'soon', 'whenever']);
  expect(getTie(db, ana).promiseDueOn).toBe('2026-11-22');
  keepPromise(db, 3, '2026-11-23');
  keepPromise(db, 3, '2026-11-22');
  keepPromise(db, 1, '2027-11-22');
  expect(open()).toEqual(['soon']);
  expect([findPromise(db, 3)?.state, findPromise(db, 1)?.state]).toEqual(['late', 'kept']);
  expect(listOpenPromisesTo(db, ana).map(({ what }) => what)).toEqual(['soon', 'theirs']);
  expect(getTie(db, ana)).toMatchObject({ promiseDueOn: '2026-11-25', promisesKept: 1, promisesLate: 1 });
});

function promisedWithTask(dueOn: string | null = '2026-11-25') {
  const promiseId = addPromise(db, aPromise(ana, { dueOn }));
  const taskId = addTask(db, aTask({ dueOn, promiseId, contactId: ana }));
  return { promiseId, taskId };
}

test.each<[string, (id: number) => void, string, string]>([
  ['kept', (id) => keepPromise(db, id, '2026-11-24'), 'kept', 'done'],
  ['kept late', (id) => keepPromise(db, id, '2026-11-26'), 'late', 'done'],
  ['broken', (id) => closePromise(db, id, 'broken', '2026-11-24'), 'broken', 'dropped'],
  ['released', (id) => closePromise(db, id, 'released', '2026-11-24'), 'released', 'dropped'],
])('a promise and its task end together: %s', (_, end, state, taskState) => {
  const { promiseId, taskId } = promisedWithTask();
  expect(getPromise(db, promiseId).taskId).toBe(taskId);
  end(promiseId);
  expect(getPromise(db, promiseId)).toMatchObject({ state, taskId: null });
  expect(getTask(db, taskId)).toMatchObject({
    state: taskState,
    closedOn: getPromise(db, promiseId).closedOn,
  });
});

test('a task that is done keeps its promise, and stays as it was closed', () => {
  const { promiseId, taskId } = promisedWithTask();
  closeTask(db, getTask(db, taskId), { state: 'done', day: '2026-11-23', minutesSpent: 10, next: null });
  expect(getPromise(db, promiseId)).toMatchObject({ state: 'kept', closedOn: '2026-11-23' });
  expect(getTask(db, taskId)).toMatchObject({ state: 'done', minutesSpent: 10 });
});

test('a new due day moves the task and the tie; a closed task is left alone', () => {
  const { promiseId, taskId } = promisedWithTask();
  const closed = addTask(db, aTask({ dueOn: '2026-11-01', promiseId }));
  closeTask(db, getTask(db, closed), { state: 'dropped', day: '2026-11-02', minutesSpent: null, next: null });
  setPromise(db, promiseId, { dueOn: '2026-12-01', what: 'both decks' });
  expect(getPromise(db, promiseId)).toMatchObject({ what: 'both decks', dueOn: '2026-12-01' });
  expect([getTask(db, taskId).dueOn, getTask(db, closed).dueOn]).toEqual(['2026-12-01', '2026-11-01']);
  expect(getTie(db, ana).promiseDueOn).toBe('2026-12-01');
  setPromise(db, promiseId, { dueOn: null });
  expect(getTask(db, taskId).dueOn).toBe(null);
  expect(getTie(db, ana).promiseDueOn).toBe(null);
});

test('a new day of theirs may be asked after anew; other words may not', () => {
  const id = addPromise(db, aPromise(ana, { by: 'them', dueOn: '2026-11-20' }));
  setPromiseNudged(db, id, '2026-11-22');
  setPromise(db, id, { what: 'a name' });
  expect(getPromise(db, id).nudgedOn).toBe('2026-11-22');
  setPromise(db, id, { dueOn: '2026-11-30' });
  expect(getPromise(db, id).nudgedOn).toBe(null);
});

test('ended promises, the last first, and how many were kept with whom', () => {
  const lee = addContact(db, aContact({ name: 'Lee Chen' }));
  const ids = [ana, ana, lee, lee, lee].map((who) => addPromise(db, aPromise(who, { dueOn: '2026-11-22' })));
  const theirs = addPromise(db, aPromise(ana, { by: 'them' }));
  keepPromise(db, ids[0]!, '2026-11-22');
  keepPromise(db, ids[1]!, '2026-11-25');
  closePromise(db, ids[2]!, 'broken', '2026-11-23');
  closePromise(db, ids[3]!, 'released', '2026-11-24');
  keepPromise(db, theirs, '2026-11-22');
  expect(listClosedPromises(db, 'me').map(({ id }) => id)).toEqual([ids[1], ids[3], ids[2], ids[0]]);
  expect(listClosedPromises(db, 'them').map(({ id }) => id)).toEqual([theirs]);
  expect(listKeptCounts(db)).toEqual([
    { contactId: ana, name: 'Ana Ruiz', promisesKept: 1, promisesLate: 1, promisesBroken: 0 },
    { contactId: lee, name: 'Lee Chen', promisesKept: 0, promisesLate: 0, promisesBroken: 1 },
  ]);
  expect(() => getPromise(db, 99)).toThrow('There is no promise #99.');
});

test('the conversation it was made in is known', () => {
  const { id, promiseIds } = addInteraction(db, anInteraction({ people: [ana] }), {
    promises: [aPromise(ana)],
  });
  expect(getPromise(db, promiseIds[0]!)).toMatchObject({ interactionId: id, channel: 'coffee' });
  expect(getPromise(db, addPromise(db, aPromise(ana)))).toMatchObject({ interactionId: null, channel: null });
});
