import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ACT_KINDS, CHANNELS, DIRECTIONS, SIDES } from '../../src/model';
import { addDays } from '../../src/rules/dates';
import { touchKindsOf } from '../../src/rules/logging';
import { addContact, removeContact, setContact } from '../../src/store/contacts';
import type { Db } from '../../src/store/db';
import { addInteraction } from '../../src/store/interactions';
import { keepPromise } from '../../src/store/promises';
import { removeSetting, setSetting } from '../../src/store/settings';
import { addTask, closeTask, getTask } from '../../src/store/tasks';
import {
  DERIVED_COLUMNS,
  getTie,
  listActedEarly,
  listBusy,
  listByHeat,
  listNotFollowedUp,
  listOwed,
  listTies,
  listUnanswered,
  listUntested,
  listWithoutPurpose,
  rebuildTies,
  refreshStaleModel,
} from '../../src/store/ties';
import { A_DAY, aContact, anAct, anInteraction, aPromise, aTask } from '../support/builders';
import { openTestDb } from '../support/database';

// ── what is stored is what the evidence gives ─────────────────────────────────────────────────────

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
  return db.prepare(`SELECT id, ${DERIVED_COLUMNS.join(', ')} FROM contacts ORDER BY id`).all();
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

describe('the lists of a day', () => {
  /** People by name, each with the derived values that a list looks at. */
  function someTies(ties: Record<string, Record<string, unknown>>): Db {
    const db = openTestDb();
    for (const [name, columns] of Object.entries(ties)) {
      const id = addContact(db, aContact({ name }));
      for (const [column, value] of Object.entries(columns)) {
        db.prepare(`UPDATE contacts SET ${column} = ? WHERE id = ?`).run(value, id);
      }
    }
    return db;
  }

  const names = (db: Db, ids: number[]) => ids.map((id) => getTie(db, id).name);

  test('met and not followed up: by the day, the latest first, the parked left out', () => {
    const db = someTies({
      Early: { met_on: '2026-11-01' },
      Late: { met_on: '2026-11-20' },
      Today: { met_on: '2026-11-22' },
      Followed: { met_on: '2026-11-10', first_follow_up_on: '2026-11-11' },
      Parked: { met_on: '2026-11-10', state: 'parked' },
      Unmet: {},
    });
    expect(names(db, listNotFollowedUp(db, '2026-11-20', 9))).toEqual(['Late', 'Early']);
    expect(names(db, listNotFollowedUp(db, '2026-11-20', 1))).toEqual(['Late']);
  });

  test('unanswered: often enough, and the last time in the range', () => {
    const db = someTies({
      Thrice: { unanswered: 3, last_out_on: '2026-11-20' },
      Often: { unanswered: 7, last_out_on: '2026-11-21' },
      Once: { unanswered: 1, last_out_on: '2026-11-21' },
      Before: { unanswered: 3, last_out_on: '2026-11-19' },
      After: { unanswered: 3, last_out_on: '2026-11-22' },
    });
    expect(names(db, listUnanswered(db, 3, '2026-11-20', '2026-11-21', 9))).toEqual(['Often', 'Thrice']);
  });

  test('busy though shallow, and conversational though untested', () => {
    const db = someTies({
      Shallow: { level: 2, fourth_touch_on: '2026-11-01' },
      Slow: { level: 2, fourth_touch_on: '2026-10-31' },
      Deeper: { level: 3, fourth_touch_on: '2026-11-01', eighth_touch_on: '2026-11-01' },
      Asked: { level: 3, fourth_touch_on: '2026-11-01', eighth_touch_on: '2026-11-01', acts_asked: 1 },
    });
    expect(names(db, listBusy(db, '2026-11-01', 9))).toEqual(['Shallow']);
    expect(names(db, listUntested(db, '2026-11-01', 9))).toEqual(['Deeper']);
  });

  test('by heat: one level, from the first day to before the second, the warmest first', () => {
    const db = someTies({
      Cool: { level: 4, heat_day: 100 },
      Warm: { level: 4, heat_day: 109.9 },
      Warmer: { level: 4, heat_day: 110 },
      Other: { level: 3, heat_day: 105 },
      Never: { level: 4 },
    });
    expect(names(db, listByHeat(db, 4, 100, 110, 9))).toEqual(['Warm', 'Cool']);
  });

  test('acted early, and without a purpose', () => {
    const db = someTies({
      Early: { level: 1, acts_unasked: 1, last_in_on: '2026-11-01' },
      Asked: { level: 2, acts_asked: 1, last_in_on: '2026-11-02' },
      Ally: { level: 4, acts_asked: 1, last_in_on: '2026-11-02' },
      Twice: { second_touch_on: '2026-11-20' },
      Known: { second_touch_on: '2026-11-20', purpose: 'learn' },
      Long: { second_touch_on: '2026-08-01' },
    });
    expect(names(db, listActedEarly(db, 9))).toEqual(['Asked', 'Early']);
    expect(names(db, listWithoutPurpose(db, '2026-11-01', 9))).toEqual(['Twice']);
  });

  test('owed: what I promised and is due, the oldest first', () => {
    const db = openTestDb();
    const owe = (name: string, dueOn: string | null, by: 'me' | 'them' = 'me') => {
      const id = addContact(db, aContact({ name }));
      addInteraction(db, anInteraction({ people: [id] }), { promises: [aPromise(id, { dueOn, by })] });
    };
    owe('Later', '2026-11-23');
    owe('Today', '2026-11-22');
    owe('Long ago', '2026-10-01');
    owe('Whenever', null);
    owe('Theirs', '2026-11-01', 'them');
    expect(names(db, listOwed(db, '2026-11-22', 9))).toEqual(['Long ago', 'Today']);
    keepPromise(db, 3, '2026-11-22');
    expect(names(db, listOwed(db, '2026-11-22', 9))).toEqual(['Today']);
  });

  test('a filter by state, level and tag', () => {
    const db = someTies({ Ana: { level: 1 }, lee: { level: 1 }, Max: { state: 'parked' } });
    db.exec("INSERT INTO tags (contact_id, tag) VALUES (2, 'node')");
    expect(listTies(db).map(({ name }) => name)).toEqual(['Ana', 'lee', 'Max']);
    expect(listTies(db, { state: 'parked' }).map(({ name }) => name)).toEqual(['Max']);
    expect(listTies(db, { level: 1, tag: 'node' }).map(({ name }) => name)).toEqual(['lee']);
  });
});
