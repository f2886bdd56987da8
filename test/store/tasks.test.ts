import { describe, expect, test } from 'vitest';
import { addContact } from '../../src/store/contacts';
import type { Db } from '../../src/store/db';
import { addEvent } from '../../src/store/events';
import { addInteraction } from '../../src/store/interactions';
import { listPreparations, setPreparation } from '../../src/store/preparations';
import { findPromise } from '../../src/store/promises';
import {
  addTask,
  closeTask,
  findTask,
  getTask,
  listClosedTasks,
  listOpenTasks,
  listOpenTasksFor,
  listTimedTasks,
  setTask,
} from '../../src/store/tasks';
import { aContact, anEvent, anInteraction, aPromise, aTask } from '../support/builders';
import { openTestDb } from '../support/database';

const done = (db: Db, id: number, day: string, minutesSpent: number | null = null) =>
  closeTask(db, getTask(db, id), { state: 'done', day, minutesSpent, next: null });

test('a task comes with what it serves', () => {
  const db = openTestDb();
  const ana = addContact(
    db,
    aContact({ name: 'Ana', company: 'Acme', purpose: 'learn', relevance: 'target' }),
  );
  const lee = addContact(db, aContact({ name: 'Lee' }));
  const eventId = addEvent(db, anEvent({ title: 'Interview', kind: 'interview' }));
  const { promiseIds } = addInteraction(db, anInteraction({ people: [lee] }), { promises: [aPromise(lee)] });
  const given = aTask({
    contactId: ana,
    waitingFor: lee,
    eventId,
    promiseId: promiseIds[0],
    part: 'pitch',
    importance: 0.5,
  });
  const id = addTask(db, given);
  expect(getTask(db, id)).toMatchObject({
    ...given,
    ...{ id, state: 'open', closedOn: null, minutesSpent: null },
    ...{ contactName: 'Ana', contactCompany: 'Acme', contactPurpose: 'learn', contactRelevance: 'target' },
    ...{ contactLevel: 0, contactMetOn: null, contactFollowedUpOn: null, waitingForName: 'Lee' },
    ...{ eventTitle: 'Interview', eventKind: 'interview', eventStartOn: '2026-11-22', eventState: 'planned' },
    ...{ promiseBy: 'me', promiseState: 'open', promiseTo: 'Lee', partState: 'missing' },
  });
  expect(findTask(db, 99)).toBeUndefined();
  expect(() => getTask(db, 99)).toThrow('There is no task #99.');
  expect(listOpenTasksFor(db, lee).map((task) => task.id)).toEqual([id]);
});

test('a change touches the given fields only', () => {
  const db = openTestDb();
  const id = addTask(db, aTask({ title: 'Call', dueOn: '2026-11-25', notes: 'soon' }));
  setTask(db, id, { dueOn: null, minutes: 40 });
  expect(getTask(db, id)).toMatchObject({ title: 'Call', dueOn: null, minutes: 40, notes: 'soon' });
});

describe('closing', () => {
  test.each([
    ['2026-11-22', 'kept', 'on the day'],
    ['2026-11-23', 'late', 'a day later'],
  ])('done on %s leaves the promise %s (%s)', (day, state) => {
    const db = openTestDb();
    const ana = addContact(db, aContact());
    addInteraction(db, anInteraction({ people: [ana] }), {
      promises: [aPromise(ana, { dueOn: '2026-11-22' })],
    });
    const id = addTask(db, aTask({ promiseId: 1, part: 'pitch' }));
    done(db, id, day, 35);
    expect(getTask(db, id)).toMatchObject({ state: 'done', closedOn: day, minutesSpent: 35 });
    expect(findPromise(db, 1)?.state).toBe(state);
    expect(listPreparations(db).find(({ part }) => part === 'pitch')).toMatchObject({
      touchedOn: day,
      state: 'missing',
    });
  });

  test('dropped keeps no promise and touches no part', () => {
    const db = openTestDb();
    const ana = addContact(db, aContact());
    addInteraction(db, anInteraction({ people: [ana] }), { promises: [aPromise(ana)] });
    const id = addTask(db, aTask({ promiseId: 1, part: 'pitch' }));
    closeTask(db, getTask(db, id), { state: 'dropped', day: '2026-11-22', minutesSpent: null, next: null });
    expect(findPromise(db, 1)?.state).toBe('open');
    expect(listPreparations(db).every(({ touchedOn }) => touchedOn === null)).toBe(true);
  });

  test('returns the number of the successor', () => {
    const db = openTestDb();
    const id = addTask(db, aTask({ repeatDays: 3 }));
    const next = aTask({ repeatDays: 3, dueOn: '2026-11-25' });
    const nextId = closeTask(db, getTask(db, id), {
      state: 'done',
      day: '2026-11-22',
      minutesSpent: null,
      next,
    });
    expect(listOpenTasks(db).map((task) => task.id)).toEqual([nextId]);
    expect(done(db, nextId!, '2026-11-25')).toBeNull();
  });
});

test('the closed ones come latest first, and only the timed ones say how long things take', () => {
  const db = openTestDb();
  const [first, second, third, open] = ['a', 'b', 'c', 'd'].map((title) => addTask(db, aTask({ title }))) as [
    number,
    number,
    number,
    number,
  ];
  done(db, second, '2026-11-20', 50);
  done(db, first, '2026-11-22', 10);
  closeTask(db, getTask(db, third), { state: 'dropped', day: '2026-11-21', minutesSpent: null, next: null });
  expect(listClosedTasks(db, '2026-11-21').map(({ id }) => id)).toEqual([first, third]);
  expect(listClosedTasks(db, '2026-11-01', 2).map(({ id }) => id)).toEqual([first, third]);
  expect(listTimedTasks(db, 9)).toEqual([
    { minutes: 25, spent: 10 },
    { minutes: 25, spent: 50 },
  ]);
  expect(listOpenTasks(db).map(({ id }) => id)).toEqual([open]);
});

describe('preparations', () => {
  const pitchOf = (db: Db) => listPreparations(db).find(({ part }) => part === 'pitch');

  test('all parts are there from the start, in the order of the vocabulary', () => {
    const parts = listPreparations(openTestDb());
    expect(parts.map(({ part }) => part).slice(0, 3)).toEqual(['resume', 'profile', 'pitch']);
    expect(parts.every(({ state, touchedOn }) => state === 'missing' && touchedOn === null)).toBe(true);
  });

  test('a state or a note alone leaves a part untouched', () => {
    const db = openTestDb();
    setPreparation(db, 'pitch', { state: 'missing' });
    setPreparation(db, 'pitch', { notes: 'short' });
    expect(pitchOf(db)).toEqual({ part: 'pitch', state: 'missing', touchedOn: null, notes: 'short' });
  });

  test('an earlier day does not take back a later one', () => {
    const db = openTestDb();
    setPreparation(db, 'pitch', { state: 'rough', touchedOn: '2026-11-22' });
    setPreparation(db, 'pitch', { touchedOn: '2026-11-20' });
    expect(pitchOf(db)).toMatchObject({ state: 'rough', touchedOn: '2026-11-22' });
  });
});
