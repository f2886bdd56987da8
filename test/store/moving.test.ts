/** The review asks SQLite for sums and for the few who may have moved; row by row it has to come to the same. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ACT_KINDS, CHANNELS, SIDES, TOUCH_KINDS } from '../../src/model';
import { addDays } from '../../src/rules/dates';
import { moveOf, TALKS_REACH } from '../../src/rules/moves';
import { countUnplannedEvents } from '../../src/rules/week';
import { addContact } from '../../src/store/contacts';
import { all, type Db, inTransaction } from '../../src/store/db';
import { getEvidence } from '../../src/store/derived-ties';
import { addEvent } from '../../src/store/events';
import { addInteraction } from '../../src/store/interactions';
import { listChannels, listEvidence, listMoving } from '../../src/store/moving';
import { closePromise, keepPromise } from '../../src/store/promises';
import {
  countContactDays,
  countFirstFollowUps,
  countSubstantiveTalks,
  countTalks,
  listTalks,
} from '../../src/store/week';
import { aContact, anAct, anEvent, anInteraction, aPromise } from '../support/builders';
import { openTestDb } from '../support/database';

const TODAY = '2026-11-22';
const PEOPLE = 4;
const person = fc.integer({ min: 1, max: PEOPLE });
/** Most of it lately, so that much falls in the week and at its ends. */
const day = fc
  .oneof(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 0, max: 70 }))
  .map((ago) => addDays(TODAY, -ago));

const aSearch = fc.record({
  people: fc.array(
    fc.record({ closeness: fc.constantFrom(0, 0, 0, 2, 5), purpose: fc.constantFrom(null, ' ', 'x') }),
    {
      minLength: PEOPLE,
      maxLength: PEOPLE,
    },
  ),
  talks: fc.array(
    fc.record({
      day,
      people: fc.uniqueArray(person, { minLength: 1, maxLength: 2 }),
      channel: fc.constantFrom(...CHANNELS),
      kinds: fc.uniqueArray(fc.constantFrom(...TOUCH_KINDS), { minLength: 1, maxLength: 2 }),
      substantive: fc.boolean(),
      minutes: fc.constantFrom(null, null, 20, 45),
      eventId: fc.constantFrom(null, null, 1),
      isImported: fc.boolean(),
    }),
    { minLength: 10, maxLength: 40 },
  ),
  acts: fc.array(
    fc.record({
      person,
      day,
      by: fc.constantFrom(...SIDES),
      kind: fc.constantFrom(...ACT_KINDS),
      asked: fc.boolean(),
    }),
    { maxLength: 5 },
  ),
  promises: fc.array(
    fc.record({ person, madeOn: day, closedOn: day, state: fc.constantFrom('open', 'kept', 'broken') }),
    {
      maxLength: 4,
    },
  ),
});

type Search = typeof aSearch extends fc.Arbitrary<infer T> ? T : never;

function build({ people, talks, acts, promises }: Search): Db {
  const db = openTestDb();
  inTransaction(db, () => {
    people.forEach((given, at) => {
      addContact(db, aContact({ name: `Person ${at + 1}`, ...given }));
    });
    addEvent(db, anEvent({ kind: 'interview', state: 'done' }));
    talks.forEach(({ isImported, ...talk }, at) => {
      addInteraction(db, anInteraction({ ...talk, sourceKey: isImported ? `message ${at}` : null }));
    });
    for (const { person: id, ...act } of acts) {
      addInteraction(db, anInteraction({ day: act.day, people: [id] }), { acts: [anAct(id, act)] });
    }
    for (const { person: id, madeOn, closedOn, state } of promises) {
      const talk = anInteraction({ day: madeOn, people: [id] });
      const { promiseIds } = addInteraction(db, talk, { promises: [aPromise(id, { madeOn })] });
      if (state === 'kept') keepPromise(db, promiseIds[0]!, closedOn);
      if (state === 'broken') closePromise(db, promiseIds[0]!, 'broken', closedOn);
    }
  });
  return db;
}

const searches = (check: (db: Db, week: { from: string; to: string }) => void) =>
  fc.assert(
    fc.property(aSearch, fc.constantFrom(0, 0, 8), (search, ago) => {
      const db = build(search);
      const to = addDays(TODAY, -ago);
      check(db, { from: addDays(to, -6), to });
      db.close();
    }),
    { numRuns: 60 },
  );

const PLAIN_CHANNELS = `SELECT t.day, t.kind, i.channel FROM touches t JOIN interactions i ON i.id = t.interaction_id
                        WHERE t.contact_id = ? AND t.day BETWEEN ? AND ? ORDER BY i.id`;

test('who moved is who moved when everybody is looked at', () => {
  let moves = 0;
  searches((db, week) => {
    const plain = Array.from({ length: PEOPLE }, (_, at) => at + 1).flatMap((id) => {
      const channels = all<never>(db, PLAIN_CHANNELS, id, week.from, week.to);
      return moveOf(getEvidence(db, id), week, channels) ?? [];
    });
    const people = listMoving(db, week, TALKS_REACH);
    const evidence = listEvidence(db, people);
    const channels = listChannels(db, people, week);
    const found = people.flatMap(({ id }) => moveOf(evidence.get(id)!, week, channels.get(id) ?? []) ?? []);
    expect(found).toEqual(plain);
    for (const { id } of people) expect(sorted(evidence.get(id)!)).toEqual(sorted(getEvidence(db, id)));
    moves += plain.length;
  });
  expect(moves).toBeGreaterThan(20);
});

function sorted<T extends { touches: object[] }>(evidence: T): T {
  return { ...evidence, touches: evidence.touches.toSorted((a, b) => keyOf(a).localeCompare(keyOf(b))) };
}

function keyOf(touch: object): string {
  return JSON.stringify(Object.entries(touch).toSorted());
}

test('the sums of a week are those of its rows', () => {
  searches((db, { from, to }) => {
    const rows = all<{
      id: number;
      day: string;
      channel: string;
      minutes: number | null;
      event: string | null;
    }>(
      db,
      `SELECT i.id, i.day, i.channel, i.minutes, e.kind AS event FROM interactions i LEFT JOIN events e ON e.id = i.event_id
       WHERE i.source_key IS NULL AND i.day BETWEEN ? AND ?`,
      from,
      to,
    );
    const touches = all<{ id: number; talk: number; day: string; kind: string; substantive: number }>(
      db,
      'SELECT contact_id AS id, interaction_id AS talk, day, kind, substantive FROM touches',
    );
    const close = new Map(
      all<{ id: number; closeness: number; purpose: string | null; first: string | null }>(
        db,
        'SELECT id, closeness, purpose, first_follow_up_on AS first FROM contacts',
      ).map((one) => [one.id, one]),
    );
    const isNew = (talk: number) =>
      touches
        .filter((one) => one.talk === talk)
        .every(
          ({ id, day: on }) =>
            close.get(id)!.closeness === 0 &&
            !touches.some((one) => one.id === id && (one.day < on || (one.day === on && one.talk < talk))),
        );
    const sums = new Map<string, number>();
    for (const { id, channel, minutes, event } of rows) {
      const key = `${channel} ${event} ${isNew(id)}`;
      if (minutes !== null) sums.set(key, (sums.get(key) ?? 0) + minutes);
    }
    const talks = listTalks(db, { from, to });
    const found = new Map<string, number>();
    for (const { channel, eventKind, allNew, minutes } of talks) {
      const key = `${channel} ${eventKind} ${allNew}`;
      if (minutes > 0) found.set(key, (found.get(key) ?? 0) + minutes);
    }
    expect(found).toEqual(sums);
    expect(countTalks(db, { from, to })).toBe(rows.length);
    const unplanned = rows.filter(
      ({ channel, event }) => ['event', 'group'].includes(channel) && event === null,
    );
    expect(countUnplannedEvents(talks)).toBe(new Set(unplanned.map((one) => one.day)).size);

    const byHand = new Set(rows.map(({ id }) => id));
    const pairs = new Set(
      touches.filter(({ talk }) => byHand.has(talk)).map(({ id, day: on }) => `${id} ${on}`),
    );
    expect(countContactDays(db, { from, to })).toEqual({
      total: pairs.size,
      withoutPurpose: [...pairs].filter((pair) => !close.get(Number.parseInt(pair, 10))!.purpose?.trim())
        .length,
    });
    const mattered = touches.filter(
      ({ id, day: on, kind, substantive }) =>
        substantive === 1 &&
        (kind === 'live' || kind === 'in') &&
        on >= from &&
        on <= to &&
        touches.some((one) => one.id === id && one.day < on),
    );
    expect(countSubstantiveTalks(db, { from, to })).toBe(
      new Set(mattered.map((one) => `${one.id} ${one.day}`)).size,
    );
    const followed = [...close.values()].filter(
      ({ first }) => first !== null && first >= from && first <= to,
    );
    expect(countFirstFollowUps(db, { from, to })).toBe(followed.length);
  });
});
