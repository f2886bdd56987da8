import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ACT_KINDS, CHANNELS, DIRECTIONS, SIDES } from '../../src/model';
import { addDays } from '../../src/rules/dates';
import { touchKindsOf } from '../../src/rules/logging';
import { addContact, removeContact, setContact } from '../../src/store/contacts';
import type { Db } from '../../src/store/db';
import { rebuildTies, refreshStaleModel, STORED } from '../../src/store/derived-ties';
import { addInteraction } from '../../src/store/interactions';
import { keepPromise } from '../../src/store/promises';
import { removeSetting, setSetting } from '../../src/store/settings';
import { addTask, closeTask, getTask } from '../../src/store/tasks';
import { getTie, listTies } from '../../src/store/ties';
import { A_DAY, aContact, anAct, anInteraction, aPromise, aTask } from '../support/builders';
import { openTestDb } from '../support/database';

type Step = (db: Db) => void;

function ids(db: Db, table: string): number[] {
  return db.prepare(`SELECT id FROM ${table} ORDER BY id`).pluck().all() as number[];
}

/** The row that a random number means, of those that are there by then. */
function pick(db: Db, table: string, at: number): number | undefined {
  const all = ids(db, table);
  return all[at % all.length];
}

const place = fc.nat(1000);
const day = fc.integer({ min: -200, max: 0 }).map((days) => addDays(A_DAY, days));
const closeness = fc.integer({ min: 0, max: 5 });

const adding: fc.Arbitrary<Step> = closeness.map((given) => (db) => {
  addContact(db, aContact({ name: `Person ${given}`, closeness: given }));
});

const talking: fc.Arbitrary<Step> = fc
  .record({
    day,
    channel: fc.constantFrom(...CHANNELS),
    direction: fc.constantFrom(...DIRECTIONS),
    people: fc.array(place, { minLength: 1, maxLength: 3 }),
    substantive: fc.boolean(),
    acts: fc.array(
      fc.record({
        to: place,
        by: fc.constantFrom(...SIDES),
        kind: fc.constantFrom(...ACT_KINDS),
        asked: fc.boolean(),
      }),
      { maxLength: 2 },
    ),
    promises: fc.array(fc.record({ to: place, by: fc.constantFrom(...SIDES), dueOn: fc.option(day) }), {
      maxLength: 2,
    }),
  })
  .map(({ channel, direction, acts, promises, ...given }) => (db) => {
    const people = [...new Set(given.people.flatMap((at) => pick(db, 'contacts', at) ?? []))];
    if (people.length === 0) return;
    const whom = (at: number) => people[at % people.length]!;
    addInteraction(
      db,
      anInteraction({ ...given, channel, people, kinds: touchKindsOf(channel, direction) }),
      {
        acts: acts.map(({ to, ...act }) => anAct(whom(to), { ...act, day: given.day })),
        promises: promises.map(({ to, ...promise }) => aPromise(whom(to), { ...promise, madeOn: given.day })),
      },
    );
  });

const changing: fc.Arbitrary<Step> = fc
  .record({ at: place, closeness, name: fc.constantFrom('Ana', 'Lee'), parked: fc.boolean() })
  .map(({ at, parked, ...change }) => (db) => {
    const id = pick(db, 'contacts', at);
    if (id !== undefined) setContact(db, id, { ...change, state: parked ? 'parked' : 'active' });
  });

const keeping: fc.Arbitrary<Step> = fc.record({ at: place, on: day }).map(({ at, on }) => (db) => {
  const id = pick(db, 'promises', at);
  if (id !== undefined) keepPromise(db, id, on);
});

const ticking: fc.Arbitrary<Step> = fc
  .record({ at: place, on: day, done: fc.boolean() })
  .map(({ at, on, done }) => (db) => {
    const promiseId = pick(db, 'promises', at);
    if (promiseId === undefined) return;
    const task = getTask(db, addTask(db, aTask({ promiseId })));
    closeTask(db, task, { state: done ? 'done' : 'dropped', day: on, minutesSpent: null, next: null });
  });

const removing: fc.Arbitrary<Step> = place.map((at) => (db) => {
  const id = pick(db, 'contacts', at);
  if (id !== undefined) removeContact(db, id);
});

/** As `config` does it: other values of the model, or back to the usual ones. */
const tuning: fc.Arbitrary<Step> = fc
  .option(fc.integer({ min: 7, max: 365 }), { nil: undefined })
  .map((halfLife) => (db) => {
    if (halfLife === undefined) removeSetting(db, 'half-life');
    else setSetting(db, 'half-life', String(halfLife));
    refreshStaleModel(db);
  });

const step = fc.oneof(
  { weight: 3, arbitrary: adding },
  { weight: 8, arbitrary: talking },
  { weight: 1, arbitrary: changing },
  { weight: 2, arbitrary: keeping },
  { weight: 2, arbitrary: ticking },
  { weight: 1, arbitrary: removing },
  { weight: 1, arbitrary: tuning },
);

function derivedOf(db: Db): unknown[] {
  return db.prepare(`SELECT id, ${Object.values(STORED).join(', ')} FROM contacts ORDER BY id`).all();
}

test('whatever was written in whatever order, a rebuild gives what the writes gave', () => {
  let levels = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 40, size: 'max' }), (steps) => {
      const db = openTestDb();
      for (const apply of steps) apply(db);
      const written = derivedOf(db);
      expect(refreshStaleModel(db)).toBe(false);
      rebuildTies(db);
      expect(derivedOf(db)).toEqual(written);
      levels = Math.max(levels, ...listTies(db).map(({ level }) => level));
      db.close();
    }),
    { numRuns: 150 },
  );
  // Else the property was about people to whom nothing happens.
  expect(levels).toBeGreaterThanOrEqual(3);
});

test('values of an older model are rebuilt once, before anything reads them', () => {
  const db = openTestDb();
  const ana = addContact(db, aContact());
  addInteraction(db, anInteraction({ people: [ana] }));
  const { level } = getTie(db, ana);
  db.exec('UPDATE contacts SET level = 5');
  refreshStaleModel(db);
  expect(getTie(db, ana).level).toBe(5);
  db.exec("UPDATE settings SET value = 'older' WHERE key = 'model-version'");
  refreshStaleModel(db);
  expect(getTie(db, ana).level).toBe(level);
});

test('another half-life is another model: what was stored by the old one is rebuilt, and only once', () => {
  const db = openTestDb();
  const ana = addContact(db, aContact());
  addInteraction(db, anInteraction({ people: [ana], kinds: ['live'] }));
  const { heatDay } = getTie(db, ana);
  // By another program than this one, so that nothing was done about it.
  db.exec("INSERT INTO settings (key, value) VALUES ('half-life', '10')");
  expect(refreshStaleModel(db)).toBe(true);
  // Live weighs two, and two are one half-life.
  expect(getTie(db, ana).heatDay).toBe(heatDay! - 20);
  expect(refreshStaleModel(db)).toBe(false);
});

// ── the lists of a day ────────────────────────────────────────────────────────────────────────────
