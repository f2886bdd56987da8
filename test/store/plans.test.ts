/** The queries of every day, answered from an index: their cost must not grow with the number of people. */
import { beforeEach, describe, expect, test } from 'vitest';
import { listContactsByName, listContactsByPoint, listContactsByWords } from '../../src/store/contacts';
import type { Db } from '../../src/store/db';
import { listEventsOn, listEventsWith } from '../../src/store/events';
import { listInteractionsWith, listOpenPromises, listOpenPromisesTo } from '../../src/store/interactions';
import { listClosedTasks, listOpenTasks, listTimedTasks } from '../../src/store/tasks';
import {
  countMet,
  countTouchDays,
  getEvidence,
  getTie,
  listActedEarly,
  listBusy,
  listByHeat,
  listNotFollowedUp,
  listOwed,
  listUnanswered,
  listUntested,
  listWithoutPurpose,
} from '../../src/store/ties';
import { openTestDb } from '../support/database';

let db: Db;
beforeEach(() => {
  db = openTestDb();
});

/** The plan of every statement that a query prepares, a line a step. */
function plansOf(query: (db: Db) => unknown): string[] {
  const prepare = db.prepare.bind(db);
  const texts: string[] = [];
  db.prepare = ((text: string) => {
    texts.push(text);
    return prepare(text);
  }) as Db['prepare'];
  query(db);
  db.prepare = prepare as Db['prepare'];
  return texts.flatMap((text) => {
    const named = [...text.matchAll(/:(\w+)/g)].map(([, name]) => [name!, null]);
    const unnamed = [...text.matchAll(/\?/g)].map(() => null);
    const bound = named.length > 0 ? [Object.fromEntries(named)] : unnamed;
    return (prepare(`EXPLAIN QUERY PLAN ${text}`).all(...bound) as { detail: string }[]).map(
      ({ detail }) => detail,
    );
  });
}

const PEOPLE = /^SCAN (?!t USING INDEX tasks_open)(contacts|touches|c|w|t|o|acts|interactions)\b/;

// Each of these indexes holds active people of one kind only, so that even all of it is short.
describe('a list of people that a day is made of is one range of its own index, in order', () => {
  test.each<[string, (db: Db) => unknown]>([
    ['contacts_not_followed_up', (db) => listNotFollowedUp(db, '2026-11-22', 5)],
    ['contacts_unanswered', (db) => listUnanswered(db, 3, '2026-10-01', '2026-11-22', 5)],
    ['contacts_acted_early', (db) => listActedEarly(db, 5)],
    ['contacts_without_purpose', (db) => listWithoutPurpose(db, '2026-11-22', 5)],
    ['contacts_shallow', (db) => listBusy(db, '2026-11-22', 5)],
    ['contacts_stuck', (db) => listUntested(db, '2026-11-22', 5)],
    ['contacts_by_heat', (db) => listByHeat(db, 3, 0, 1, 5)],
  ])('%s', (index, query) => {
    expect(plansOf(query)).toEqual([
      expect.stringMatching(new RegExp(`^(SEARCH|SCAN) contacts USING INDEX ${index}\\b`)),
    ]);
  });
});

describe('the others use theirs, and look through no table of people', () => {
  test.each<[string, string[], (db: Db) => unknown]>([
    [
      'people who are owed something',
      ['promises_open', 'INTEGER PRIMARY KEY'],
      (db) => listOwed(db, '2026-11-22', 5),
    ],
    ['how many were met', ['COVERING INDEX contacts_met'], (db) => countMet(db, '2026-10-25', '2026-11-22')],
    ['open tasks', ['tasks_open'], (db) => listOpenTasks(db)],
    ['closed tasks', ['tasks_closed'], (db) => listClosedTasks(db, '2026-11-22')],
    ['timed tasks', ['tasks_closed'], (db) => listTimedTasks(db, 20)],
    ['events of a day', ['events_by_start'], (db) => listEventsOn(db, '2026-11-22')],
    ['events with somebody', ['event_people_by_contact'], (db) => listEventsWith(db, 1, '2026-11-22')],
    ['open promises', ['promises_open'], (db) => listOpenPromises(db, 'me')],
    ['open promises to somebody', ['promises_by_contact'], (db) => listOpenPromisesTo(db, 1)],
    ['what happened with somebody', ['touches_by_contact'], (db) => listInteractionsWith(db, 1, 10)],
    ['touch days with somebody', ['touches_by_contact'], (db) => countTouchDays(db, 1, '2026-11-22')],
    ['people by one word', ['PRIMARY KEY (word>? AND word<?)'], (db) => listContactsByWords(db, ['ana'], 20)],
    [
      'people by several words',
      ['PRIMARY KEY (word>? AND word<?)', 'contact_words_by_contact (contact_id=?'],
      (db) => listContactsByWords(db, ['ana', 'ruiz', 'acme'], 20),
    ],
    [
      'people by address',
      ['points_by_key'],
      (db) => listContactsByPoint(db, { kind: 'email', key: 'a@b.c' }),
    ],
    ['people by name', ['contacts_by_name'], (db) => listContactsByName(db, 'Ana')],
    ['one tie', ['INTEGER PRIMARY KEY'], (db) => getTie(db, 1)],
  ])('%s: %j', (_, indexes, query) => {
    const plans = plansOf(query);
    expect(plans.filter((step) => PEOPLE.test(step))).toEqual([]);
    for (const index of indexes) expect(plans.join('\n')).toContain(index);
  });

  test('the evidence of one tie', () => {
    const plans = plansOf((db) => {
      db.exec("INSERT INTO contacts (name, name_key, added_on) VALUES ('Ana', 'ana', '2026-11-22')");
      return getEvidence(db, 1);
    });
    expect(plans.filter((step) => PEOPLE.test(step))).toEqual([]);
    for (const index of ['touches_by_contact', 'acts_by_contact', 'promises_by_contact']) {
      expect(plans.join('\n')).toContain(index);
    }
  });
});

test('a query without an index would be seen', () => {
  expect(plansOf((db) => db.prepare('SELECT id FROM contacts WHERE notes = ?')).join()).toMatch(PEOPLE);
});
