/** The queries of every day, answered from an index: their cost must not grow with the number of people. */
import { beforeEach, describe, expect, test } from 'vitest';
import { listActs, listIntroductionsOf, listOpenLoops, listUnaskedActs } from '../../src/store/acts';
import { countOpenAsks, listAsksOf, listOfferers, listUnansweredAsks } from '../../src/store/asks';
import { addContact } from '../../src/store/contacts';
import type { Db } from '../../src/store/db';
import { getEvidence } from '../../src/store/derived-ties';
import { listEvents, listEventsWith } from '../../src/store/events';
import { findLastTalk, listInteractionsWith } from '../../src/store/interactions';
import {
  listCompanies,
  listFormerly,
  listInside,
  listJobsAt,
  listJobsOf,
  listOpenJobs,
} from '../../src/store/jobs';
import { listAround } from '../../src/store/knows';
import {
  listContactsByName,
  listContactsByPoint,
  listContactsByWords,
  listContactsNamedIn,
} from '../../src/store/named';
import { readTies } from '../../src/store/paths';
import { listClosedPromises, listOpenPromises, listOpenPromisesTo } from '../../src/store/promises';
import { listClosedTasks, listOpenTasks, listOpenTasksForJob, listTimedTasks } from '../../src/store/tasks';
import {
  countMet,
  countResting,
  countTouchDays,
  getTie,
  listActedEarly,
  listBusy,
  listByHeat,
  listDeepest,
  listNotFollowedUp,
  listOwed,
  listUnanswered,
  listUntested,
  listWithoutPurpose,
} from '../../src/store/ties';
import { aContact } from '../support/builders';
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
    ['contacts_by_depth', (db) => listDeepest(db, 5)],
  ])('%s', (index, query) => {
    expect(plansOf(query)).toEqual([
      expect.stringMatching(new RegExp(`^(SEARCH|SCAN) contacts USING (COVERING )?INDEX ${index}\\b`)),
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
    ['who rests', ['COVERING INDEX contacts_resting'], (db) => countResting(db, '2026-11-22')],
    ['open tasks', ['tasks_open'], (db) => listOpenTasks(db)],
    ['closed tasks', ['tasks_closed'], (db) => listClosedTasks(db, '2026-11-22')],
    ['timed tasks', ['tasks_closed'], (db) => listTimedTasks(db, 20)],
    [
      'events around a day',
      ['events_by_start'],
      (db) => listEvents(db, '2026-10-22', '2026-11-25', ['planned']),
    ],
    ['events with somebody', ['event_people_by_contact'], (db) => listEventsWith(db, 1, '2026-11-22')],
    ['open promises', ['promises_open'], (db) => listOpenPromises(db, 'me')],
    ['open promises to somebody', ['promises_by_contact'], (db) => listOpenPromisesTo(db, 1)],
    ['closed promises', ['promises_closed'], (db) => listClosedPromises(db, 'me')],
    ['acts of somebody', ['acts_by_contact'], (db) => listActs(db, 1, '2026-11-22')],
    ['acts unasked', ['acts_by_day'], (db) => listUnaskedActs(db, '2026-11-22')],
    ['unanswered asks', ['asks_open'], (db) => listUnansweredAsks(db)],
    ['open asks of somebody', ['asks_by_contact'], (db) => countOpenAsks(db, 1)],
    ['asks of somebody', ['asks_by_contact'], (db) => listAsksOf(db, 1)],
    ['who offered something', ['offers_by_day'], (db) => listOfferers(db, '2026-11-22')],
    ['open introductions', ['introductions_open'], (db) => listOpenLoops(db)],
    [
      'introductions of somebody',
      ['acts_by_contact', 'introductions_by_introduced'],
      (db) => listIntroductionsOf(db, 1),
    ],
    ['what happened with somebody', ['touches_by_contact'], (db) => listInteractionsWith(db, 1, 10)],
    ['the last talk with a topic', ['touches_by_contact'], (db) => findLastTalk(db, 1)],
    ['touch days with somebody', ['touches_by_contact'], (db) => countTouchDays(db, 1, '2026-11-22')],
    ['people by one word', ['PRIMARY KEY (word>? AND word<?)'], (db) => listContactsByWords(db, ['ana'], 20)],
    [
      'people by several words',
      ['PRIMARY KEY (word>? AND word<?)', 'contact_words_by_contact (contact_id=?'],
      (db) => listContactsByWords(db, ['ana', 'ruiz', 'acme'], 20),
    ],
    [
      'people named in a sentence',
      ['contact_words USING PRIMARY KEY (word=?', 'sqlite_autoindex_points_1 (contact_id=?'],
      (db) => {
        // The addresses are asked for only of somebody.
        addContact(db, aContact({ name: 'Ana Ruiz' }));
        return listContactsNamedIn(db, ['ana', 'ruiz'], [1]);
      },
    ],
    [
      'people by address',
      ['points_by_key'],
      (db) => listContactsByPoint(db, { kind: 'email', key: 'a@b.c' }),
    ],
    ['people by name', ['contacts_by_name'], (db) => listContactsByName(db, 'Ana')],
    ['whom I know at a company', ['contacts_by_company'], (db) => listInside(db, 'Acme')],
    ['who was there once', ['past_companies_by_company'], (db) => listFormerly(db, 'Acme')],
    ['how a company is spelled', ['contacts_by_company'], (db) => listCompanies(db, 'Acme')],
    ['open jobs', ['jobs_open'], (db) => listOpenJobs(db)],
    ['jobs at a company', ['jobs_by_company'], (db) => listJobsAt(db, 'Acme')],
    ['jobs of a person', ['jobs_by_manager', 'job_people_by_contact'], (db) => listJobsOf(db, 1)],
    ['tasks of a job', ['tasks_by_job'], (db) => listOpenTasksForJob(db, 1)],
    [
      'who knows one of the targets',
      ['contacts_by_company', 'k USING PRIMARY KEY (a=?)'],
      (db) => listAround(db, { companyKeys: ['acme'], people: [1] }, 10),
    ],
    ['the ties around somebody', ['PRIMARY KEY (a=?)'], (db) => readTies(db)],
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
