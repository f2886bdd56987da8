import { expect, test } from 'vitest';
import { addContact } from '../../src/store/contacts';
import { getEvidence } from '../../src/store/derived-ties';
import { addInteraction, listInteractionsWith } from '../../src/store/interactions';
import { findPromise } from '../../src/store/promises';
import { getTie } from '../../src/store/ties';
import { aContact, anAct, anInteraction, aPromise } from '../support/builders';
import { openTestDb } from '../support/database';

test('one log writes the conversation and what came of it, and the tie knows it', () => {
  const db = openTestDb();
  const ana = addContact(db, aContact());
  const { id, promiseIds } = addInteraction(
    db,
    anInteraction({
      ...{ day: '2026-11-20', channel: 'email', about: 'the opening', purpose: 'a way in' },
      ...{ people: [ana], kinds: ['out', 'in'], substantive: true },
    }),
    { acts: [anAct(ana, { what: 'a name' })], promises: [aPromise(ana, { by: 'them' }), aPromise(ana)] },
  );
  expect(listInteractionsWith(db, ana, 9)).toEqual([
    {
      ...{
        id,
        day: '2026-11-20',
        channel: 'email',
        minutes: null,
        about: 'the opening',
        purpose: 'a way in',
      },
      ...{ kinds: ['in', 'out'], substantive: true },
    },
  ]);
  expect(promiseIds.map((one) => findPromise(db, one)?.by)).toEqual(['them', 'me']);
  expect(getEvidence(db, ana)).toMatchObject({
    touches: [{ kind: 'in' }, { kind: 'out' }],
    acts: [{ what: 'a name', asked: true }],
    promises: [{ by: 'them' }, { by: 'me' }],
  });
  expect(getTie(db, ana)).toMatchObject({
    exchangeDays: 1,
    substantiveDays: 1,
    actsAsked: 1,
    lastInOn: '2026-11-22',
  });
});

test('all or nothing: a fault in the middle leaves no conversation behind', () => {
  const db = openTestDb();
  const ana = addContact(db, aContact());
  expect(() => addInteraction(db, anInteraction({ people: [ana] }), { promises: [aPromise(99)] })).toThrow();
  expect(listInteractionsWith(db, ana, 9)).toEqual([]);
  expect(getTie(db, ana).exchangeDays).toBe(0);
});

test('the latest conversations come first, and only so many', () => {
  const db = openTestDb();
  const ana = addContact(db, aContact());
  for (const day of ['2026-11-20', '2026-11-22', '2026-11-21', '2026-11-22']) {
    addInteraction(db, anInteraction({ day, people: [ana] }));
  }
  expect(listInteractionsWith(db, ana, 3).map(({ id }) => id)).toEqual([4, 2, 3]);
});
