import { describe, expect, test } from 'vitest';
import { addContact } from '../../src/store/contacts';
import type { Db } from '../../src/store/db';
import { addInteraction } from '../../src/store/interactions';
import { keepPromise } from '../../src/store/promises';
import {
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
} from '../../src/store/ties';
import { aContact, anInteraction, aPromise } from '../support/builders';
import { openTestDb } from '../support/database';

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
