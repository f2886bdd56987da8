import { describe, expect, test } from 'vitest';
import { emailPoint, linkPoint } from '../../src/formats/points';
import { wordsOf } from '../../src/rules/names';
import { refreshWords } from '../../src/store/contact-words';
import {
  addContact,
  addPoint,
  addTag,
  countBelongings,
  countContacts,
  findContact,
  findFirstDay,
  getContact,
  hasContacts,
  removeContact,
  removePoint,
  removeTag,
  setContact,
} from '../../src/store/contacts';
import type { Db } from '../../src/store/db';
import { addEvent, findEvent } from '../../src/store/events';
import { addInteraction, listInteractionsWith } from '../../src/store/interactions';
import {
  listContactsByName,
  listContactsByPoint,
  listContactsByWords,
  listContactsNamedIn,
  listNamed,
  listNames,
} from '../../src/store/named';
import { addTask, findTask } from '../../src/store/tasks';
import { aContact, anAct, anEvent, anInteraction, aPromise, aTask } from '../support/builders';
import { openTestDb } from '../support/database';

describe('a contact', () => {
  test('is read as it was written', () => {
    const db = openTestDb();
    const whole = aContact({
      name: 'Ana Ruiz',
      company: 'Acme',
      role: 'Engineer',
      howMet: 'a meetup',
      connectedOn: '2026-01-02',
      purpose: 'learn',
      relevance: 'target',
      closeness: 2,
      notes: 'Line one.\nLine two.',
      points: [emailPoint('Ana@acme.example'), linkPoint('https://example.org/ana')],
      tags: ['madrid', 'node'],
    });
    const id = addContact(db, whole);
    expect(getContact(db, id)).toEqual({ id, ...whole });
    expect([countContacts(db), hasContacts(db), listNames(db)]).toEqual([1, true, ['Ana Ruiz']]);
    expect(findFirstDay(db)).toBe(whole.addedOn);
  });

  test('that is not there is undefined, or a hint', () => {
    const db = openTestDb();
    expect(findContact(db, 1)).toBeUndefined();
    expect(() => getContact(db, 1)).toThrow('There is no contact #1.');
    expect([countContacts(db), hasContacts(db), findFirstDay(db)]).toEqual([0, false, null]);
  });

  test('is changed in the given fields only, which are the user’s own from then on', () => {
    const db = openTestDb();
    const id = addContact(db, aContact({ name: 'Ana Ruiz', company: 'Acme', role: 'Engineer' }));
    for (const field of ['company', 'role']) {
      db.prepare("INSERT INTO imported_fields (contact_id, field, as_of) VALUES (?, ?, '2026-01-01')").run(
        id,
        field,
      );
    }
    setContact(db, id, { company: 'Globex', purpose: null });
    expect(getContact(db, id)).toMatchObject({ company: 'Globex', role: 'Engineer', purpose: null });
    expect(db.prepare('SELECT field FROM imported_fields').pluck().all()).toEqual(['role']);
  });

  test('has each address and each tag once', () => {
    const db = openTestDb();
    const id = addContact(db, aContact());
    const point = emailPoint('ana@acme.example');
    addPoint(db, id, point);
    addPoint(db, id, emailPoint('ANA@acme.example'));
    addTag(db, id, 'node');
    addTag(db, id, 'node');
    expect(getContact(db, id)).toMatchObject({ points: [point], tags: ['node'] });
    expect([removePoint(db, id, point), removePoint(db, id, point)]).toEqual([true, false]);
    removeTag(db, id, 'node');
    expect(getContact(db, id)).toMatchObject({ points: [], tags: [] });
  });
});

describe('finding people', () => {
  function someone(): Db {
    const db = openTestDb();
    addContact(db, aContact({ name: 'José Núñez-Ruiz', company: 'Peña & Söhne' }));
    addContact(db, aContact({ name: "Siobhán O'Brien", points: [emailPoint('shiv@acme.example')] }));
    addContact(db, aContact({ name: 'Ruiz Zafón', company: 'Acme' }));
    addContact(db, aContact({ name: '李小龍' }));
    return db;
  }

  test.each<[string, number[], string]>([
    ['ruiz', [1, 3], 'in any place of the name'],
    ['nunez', [1], 'without the accents'],
    ['NÚÑEZ', [1], 'in capitals'],
    ['nu', [1], 'by the beginning of a word'],
    ['unez', [], 'not by the middle of one'],
    ['pena', [1], 'by the company'],
    ['jose ruiz pena', [1], 'by several words'],
    ['ruiz acme', [3], 'by several words of name and company'],
    ['ruiz globex', [], 'when all but one fit'],
    ['obrien', [2], 'without the apostrophe'],
    ['shiv@acme.example', [], 'an address is no word of a query'],
    ['李', [4], 'in another script'],
  ])('%s: %j (%s)', (query, ids) => {
    expect(listContactsByWords(someone(), wordsOf(query), 20).map(({ id }) => id)).toEqual(ids);
  });

  test('at most so many, by number', () => {
    expect(listContactsByWords(someone(), ['ruiz'], 1).map(({ id }) => id)).toEqual([1]);
    expect(listContactsByWords(someone(), [], 20)).toEqual([]);
  });

  test('by address and by name, however they are spelt', () => {
    const db = someone();
    expect(listContactsByPoint(db, emailPoint('SHIV@acme.example')).map(({ id }) => id)).toEqual([2]);
    expect(listContactsByPoint(db, emailPoint('nobody@acme.example'))).toEqual([]);
    expect(listContactsByName(db, 'jose nunez ruiz').map(({ id }) => id)).toEqual([1]);
    expect(listNamed(db, [3, 99, 1]).map(({ name }) => name)).toEqual(['Ruiz Zafón', 'José Núñez-Ruiz']);
  });

  test('what they are found by follows what they are called', () => {
    const db = someone();
    setContact(db, 1, { name: 'Pepe', company: 'Globex' });
    expect(listContactsByWords(db, ['ruiz'], 20).map(({ id }) => id)).toEqual([3]);
    expect(listContactsByName(db, 'Pepe').map(({ id }) => id)).toEqual([1]);
    addPoint(db, 1, emailPoint('pepe@globex.example'));
    refreshWords(db, 1);
    expect(listContactsByWords(db, ['pepe@'], 20).map(({ id }) => id)).toEqual([1]);
  });
});

describe('who may be named in a sentence', () => {
  test.each([
    ['a whole word of the name', ['coffee', 'with', 'ana'], [], [1]],
    ['never the beginning of one', ['an', 'ru'], [], []],
    ['several, in the order of their numbers', ['lee', 'ana'], [], [1, 2]],
    ['a word of the company', ['globex'], [], [2]],
    ['a number, beside words', ['lee'], [3], [2, 3]],
    ['each once, however often', ['ana', 'ruiz', 'ana'], [1], [1]],
    ['nobody for a number that nobody has', [], [99], []],
    ['nobody without words', [], [], []],
    ['words bound as they are', ["ana' OR 1=1", '"', '%'], [], []],
  ] as [string, string[], number[], number[]][])('%s', (_, words, ids, found) => {
    const db = openTestDb();
    addContact(db, aContact({ name: 'Ana Ruiz', company: 'Acme' }));
    addContact(db, aContact({ name: 'Lee Chen', company: 'Globex' }));
    addContact(db, aContact({ name: 'Omar Haddad', company: null }));
    expect(listContactsNamedIn(db, words, ids).map(({ id }) => id)).toEqual(found);
  });

  test('come with all their addresses, and no other points', () => {
    const db = openTestDb();
    const points = [emailPoint('ana@acme.example'), linkPoint('https://example.org/ana')];
    addContact(db, aContact({ name: 'Ana Ruiz', points: [...points, emailPoint('ana@home.example')] }));
    addContact(db, aContact({ name: 'Ana Lund', points: [] }));
    expect(listContactsNamedIn(db, ['ana'], []).map(({ addresses }) => addresses.sort())).toEqual([
      ['ana@acme.example', 'ana@home.example'],
      [],
    ]);
  });
});

describe('removing a person', () => {
  test('takes along what is theirs alone, and leaves the rest without them', () => {
    const db = openTestDb();
    const [ana, lee] = [
      addContact(db, aContact()),
      addContact(db, aContact({ name: 'Lee', introducedBy: 1 })),
    ] as const;
    const event = addEvent(db, anEvent({ people: [ana, lee] }));
    addInteraction(db, anInteraction({ people: [ana], eventId: event }), {
      acts: [anAct(ana)],
      promises: [aPromise(ana)],
    });
    const { id: shared } = addInteraction(db, anInteraction({ people: [ana, lee] }));
    const task = addTask(db, aTask({ contactId: ana, waitingFor: ana, promiseId: 1 }));
    removeContact(db, ana);
    expect(findContact(db, ana)).toBeUndefined();
    expect(getContact(db, lee).introducedBy).toBeNull();
    expect(listInteractionsWith(db, lee, 9).map(({ id }) => id)).toEqual([shared]);
    expect(findEvent(db, event)?.people).toEqual([lee]);
    expect(findTask(db, task)).toMatchObject({
      contactId: null,
      waitingFor: null,
      promiseId: null,
      state: 'open',
    });
    for (const table of ['acts', 'promises']) {
      expect(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0);
    }
    expect(db.prepare('SELECT count(*) FROM interactions').pluck().get()).toBe(1);
  });

  test('is announced with what goes: not the conversations that others were part of', () => {
    const db = openTestDb();
    const [ana, lee] = [addContact(db, aContact()), addContact(db, aContact({ name: 'Lee' }))] as const;
    addInteraction(db, anInteraction({ people: [ana] }), { acts: [anAct(ana)], promises: [aPromise(ana)] });
    addInteraction(db, anInteraction({ people: [ana, lee] }));
    addTask(db, aTask({ contactId: ana }));
    addEvent(db, anEvent({ people: [ana] }));
    expect(countBelongings(db, ana)).toEqual({
      interactions: 1,
      acts: 1,
      promises: 1,
      asks: 0,
      tasks: 1,
      events: 1,
    });
  });
});
