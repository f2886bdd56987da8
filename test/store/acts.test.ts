import { beforeEach, expect, test } from 'vitest';
import {
  addAct,
  findLoop,
  getAct,
  getLoop,
  listActs,
  listIntroductionsOf,
  listOpenLoops,
  listOpenLoopsOf,
  listUnaskedActs,
  removeAct,
  setLoop,
} from '../../src/store/acts';
import { addContact, getContact } from '../../src/store/contacts';
import type { Db } from '../../src/store/db';
import { addInteraction } from '../../src/store/interactions';
import { findKnows } from '../../src/store/knows';
import { getTie } from '../../src/store/ties';
import { aContact, anAct, anInteraction } from '../support/builders';
import { openTestDb } from '../support/database';

let db: Db;
let omar: number;
let maria: number;
beforeEach(() => {
  db = openTestDb();
  omar = addContact(db, aContact({ name: 'Omar Haddad' }));
  maria = addContact(db, aContact({ name: 'Maria Lopez' }));
});

const introduction = (given = {}) => anAct(omar, { kind: 'introduction', day: '2026-11-10', ...given });

test('what was done is listed, counted, and taken back', () => {
  const lead = addAct(db, anAct(omar, { kind: 'lead', asked: false, day: '2026-11-01' }));
  addAct(db, anAct(maria, { by: 'me', day: '2026-11-02' }));
  expect(listActs(db, null, '2026-11-01').map(({ name }) => name)).toEqual(['Maria Lopez', 'Omar Haddad']);
  expect(listActs(db, omar, '2026-11-02')).toEqual([]);
  expect(listUnaskedActs(db, '2026-11-01').map(({ id }) => id)).toEqual([lead]);
  expect(listUnaskedActs(db, '2026-11-02')).toEqual([]);
  expect(getTie(db, omar).actsUnasked).toBe(1);
  removeAct(db, getAct(db, lead));
  expect(getTie(db, omar).actsUnasked).toBe(0);
  expect(() => getAct(db, lead)).toThrow('There is no act #1.');
});

test('an introduction made for me is a loop, known at both ends', () => {
  const id = addAct(db, introduction({ introduced: maria }));
  expect(getLoop(db, id)).toMatchObject({
    contactId: omar,
    introduced: maria,
    introducedName: 'Maria Lopez',
  });
  expect(findKnows(db, maria, omar)).toBeDefined();
  expect(getContact(db, maria).introducedBy).toBe(omar);
  for (const who of [omar, maria]) expect(listOpenLoopsOf(db, who).map(({ actId }) => actId)).toEqual([id]);
  setLoop(db, id, { toldOn: '2026-11-12' });
  expect(listOpenLoops(db)).toEqual([]);
  expect(listOpenLoopsOf(db, omar)).toEqual([]);
  expect(listIntroductionsOf(db, maria)).toHaveLength(1);
  removeAct(db, getAct(db, id));
  expect(findLoop(db, id)).toBeUndefined();
});

test('an introduction that I make is no loop, and a tie between the two all the same', () => {
  const id = addAct(db, introduction({ by: 'me', introduced: maria }));
  expect(findLoop(db, id)).toBeUndefined();
  expect(findKnows(db, omar, maria)).toBeDefined();
  expect(getContact(db, maria).introducedBy).toBe(null);
});

test('whoever was known before was not met through the introducer', () => {
  addInteraction(db, anInteraction({ day: '2026-11-09', people: [maria] }));
  const id = addAct(db, introduction({ introduced: maria }));
  expect(getContact(db, maria).introducedBy).toBe(null);
  expect(getLoop(db, id).metOn).toBe(null);
});

test.each<[string, Parameters<typeof anInteraction>[0], string | null]>([
  ['a coffee', { day: '2026-11-12' }, '2026-11-12'],
  ['an event', { day: '2026-11-12', channel: 'event', kinds: ['group'] }, '2026-11-12'],
  ['mails both ways', { day: '2026-11-12', channel: 'email', kinds: ['out', 'in'] }, '2026-11-12'],
  ['on the day itself', { day: '2026-11-10' }, '2026-11-10'],
  ['my mail alone', { day: '2026-11-12', channel: 'email', kinds: ['out'] }, null],
  ['a mail from them', { day: '2026-11-12', channel: 'email', kinds: ['in'] }, null],
  ['before the introduction', { day: '2026-11-09' }, null],
])('the loop knows when we met, logged before or after: %s', (_, talk, metOn) => {
  const id = addAct(db, introduction({ introduced: maria }));
  addInteraction(db, anInteraction({ ...talk, people: [maria] }));
  const later = addAct(db, introduction());
  setLoop(db, later, { introduced: maria });
  expect([getLoop(db, id).metOn, getLoop(db, later).metOn]).toEqual([metOn, metOn]);
});

test('an introduction that came of a conversation with both is a meeting', () => {
  const { actIds } = addInteraction(db, anInteraction({ day: '2026-11-10', people: [omar, maria] }), {
    acts: [introduction({ introduced: maria })],
  });
  expect(getLoop(db, actIds[0]!)).toMatchObject({ metOn: '2026-11-10', toldOn: null });
});
