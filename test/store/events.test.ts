import { describe, expect, test } from 'vitest';
import { addContact } from '../../src/store/contacts';
import type { Db } from '../../src/store/db';
import { addEvent, findEvent, getEvent, listEvents, listEventsWith, setEvent } from '../../src/store/events';
import { aContact, anEvent } from '../support/builders';
import { openTestDb } from '../support/database';

const titles = (events: { title: string }[]) => events.map(({ title }) => title);

test('an event is read as it was written, and changed as a whole', () => {
  const db = openTestDb();
  const [ana, lee] = [addContact(db, aContact()), addContact(db, aContact({ name: 'Lee' }))] as const;
  const whole = anEvent({
    ...{ title: 'Coffee', startTime: '14:00', endOn: '2026-11-22', endTime: '14:45', place: 'Gijón' },
    ...{ purpose: 'learn', notes: 'Ask about May.', people: [ana, lee] },
  });
  const id = addEvent(db, whole);
  expect(getEvent(db, id)).toEqual({ id, ...whole });
  const changed = {
    ...whole,
    id,
    startOn: '2026-11-20',
    state: 'done' as const,
    outcome: 'went well',
    people: [lee],
  };
  setEvent(db, changed);
  expect(getEvent(db, id)).toEqual(changed);
  expect(findEvent(db, 99)).toBeUndefined();
  expect(() => getEvent(db, 99)).toThrow('There is no event #99.');
});

describe('events', () => {
  function someEvents(): Db {
    const db = openTestDb();
    const on = (title: string, startOn: string, more = {}) =>
      addEvent(db, anEvent({ title, startOn, ...more }));
    on('evening', '2026-11-22', { startTime: '18:00' });
    on('morning', '2026-11-22', { startTime: '09:00' });
    on('all day', '2026-11-22');
    on('fair', '2026-11-20', { endOn: '2026-11-22' });
    on('fair before', '2026-11-19', { endOn: '2026-11-21' });
    on('called off', '2026-11-22', { state: 'cancelled' });
    on('tomorrow', '2026-11-23');
    on('long ago', '2026-01-01', { endOn: '2026-12-31' });
    return db;
  }

  test('in a range: by start, open at either end', () => {
    const db = someEvents();
    expect(titles(listEvents(db, '2026-11-22', '2026-11-22', ['planned']))).toEqual([
      'all day',
      'morning',
      'evening',
    ]);
    expect(titles(listEvents(db, '2026-11-23', null, ['planned']))).toEqual(['tomorrow']);
    expect(titles(listEvents(db, null, '2026-11-19', ['planned']))).toEqual(['long ago', 'fair before']);
    expect(titles(listEvents(db, null, null, ['cancelled', 'done']))).toEqual(['called off']);
  });

  test('with one person: those to come', () => {
    const db = openTestDb();
    const ana = addContact(db, aContact());
    addEvent(db, anEvent({ title: 'past', startOn: '2026-11-21', people: [ana] }));
    addEvent(db, anEvent({ title: 'to come', startOn: '2026-11-22', people: [ana] }));
    addEvent(db, anEvent({ title: 'without her', startOn: '2026-11-22' }));
    expect(titles(listEventsWith(db, ana, '2026-11-22'))).toEqual(['to come']);
  });
});
