import { beforeEach, describe, expect, test } from 'vitest';
import { TALKS_REACH } from '../../src/rules/moves';
import { countUnplannedEvents } from '../../src/rules/week';
import { addContact, setContact } from '../../src/store/contacts';
import type { Db } from '../../src/store/db';
import { addEvent } from '../../src/store/events';
import { addInteraction } from '../../src/store/interactions';
import { listChannels, listEvidence, listMoving } from '../../src/store/moving';
import { keepPromise } from '../../src/store/promises';
import { addTask, closeTask, getTask } from '../../src/store/tasks';
import {
  countClosedPromises,
  countContactDays,
  countEvents,
  countFirstFollowUps,
  countMyActs,
  countPeopleMet,
  countSubstantiveTalks,
  countTalks,
  findInterview,
  listTalks,
  listTaskMinutes,
  listUnloggedEvents,
} from '../../src/store/week';
import { aContact, anAct, anEvent, anInteraction, aPromise, aTask } from '../support/builders';
import { openTestDb } from '../support/database';

/** Monday to Sunday. */
const week = { from: '2026-11-16', to: '2026-11-22' };
const [before, monday, friday, sunday, after] = [
  '2026-11-15',
  '2026-11-16',
  '2026-11-20',
  '2026-11-22',
  '2026-11-23',
];

let db: Db;
let ana: number;
let lee: number;

beforeEach(() => {
  db = openTestDb();
  ana = addContact(db, aContact({ name: 'Ana Ruiz' }));
  lee = addContact(db, aContact({ name: 'Lee Chen' }));
});

const logged = (...given: Parameters<typeof anInteraction>) => addInteraction(db, anInteraction(...given)).id;

describe('listTaskMinutes', () => {
  const close = (given: object, day: string, spent: number | null, state: 'done' | 'dropped' = 'done') => {
    const task = getTask(db, addTask(db, aTask({ bucket: 'prepare', minutes: 25, ...given })));
    closeTask(db, task, { state, day, minutesSpent: spent, next: null });
  };

  test('takes the minutes spent, else the estimate, on both ends of the week', () => {
    close({}, monday, 40);
    close({}, sunday, null);
    close({ bucket: 'apply', minutes: 90 }, friday, null);
    expect(listTaskMinutes(db, week)).toEqual([
      { bucket: 'apply', minutes: 90 },
      { bucket: 'prepare', minutes: 65 },
    ]);
  });

  test('leaves out what was dropped, is open, or was done in another week', () => {
    close({}, friday, 40, 'dropped');
    close({}, before, 40);
    close({}, after, 40);
    addTask(db, aTask());
    expect(listTaskMinutes(db, week)).toEqual([]);
  });
});

describe('listTalks', () => {
  test('knows whether anybody in it was known', () => {
    logged({ day: before, people: [ana] });
    logged({ day: monday, people: [ana, lee], minutes: 45 });
    logged({ day: friday, people: [lee], channel: 'email', kinds: ['out'], minutes: 10 });
    const kim = addContact(db, aContact({ name: 'Kim' }));
    logged({ day: sunday, people: [kim], channel: 'event', kinds: ['group'], minutes: 90 });
    expect(listTalks(db, week)).toEqual([
      { day: monday, channel: 'coffee', minutes: 45, eventKind: null, allNew: false },
      { day: friday, channel: 'email', minutes: 10, eventKind: null, allNew: false },
      { day: sunday, channel: 'event', minutes: 90, eventKind: null, allNew: true },
    ]);
  });

  test('of two talks on the first day the first is new', () => {
    logged({ day: friday, people: [ana], minutes: 20 });
    logged({ day: friday, people: [ana], minutes: 30 });
    expect(
      listTalks(db, week)
        .map(({ allNew, minutes }) => `${allNew} ${minutes}`)
        .toSorted(),
    ).toEqual(['false 30', 'true 20']);
  });

  test('a talk entered late is still the first', () => {
    logged({ day: sunday, people: [ana], channel: 'call', minutes: 20 });
    logged({ day: friday, people: [ana], channel: 'coffee', minutes: 30 });
    expect(listTalks(db, week).map(({ channel, allNew }) => `${channel} ${allNew}`)).toEqual([
      'coffee true',
      'call false',
    ]);
  });

  test('whoever was close before the first log is not new', () => {
    setContact(db, ana, { closeness: 3 });
    logged({ day: friday, people: [ana], minutes: 30 });
    expect(listTalks(db, week)[0]!.allNew).toBe(false);
  });

  test('gives the kind of the event, and passes over what was imported', () => {
    const eventId = addEvent(db, anEvent({ kind: 'interview', state: 'done' }));
    logged({ day: friday, people: [ana], eventId, minutes: 60 });
    logged({ day: friday, people: [lee], sourceKey: 'message 1', channel: 'group', kinds: ['in'] });
    expect(listTalks(db, week).map(({ eventKind }) => eventKind)).toEqual(['interview']);
    expect(countTalks(db, week)).toBe(1);
  });

  test('what is alike on one day is one sum, and what nobody timed is only counted', () => {
    logged({ day: before, people: [ana] });
    for (const minutes of [20, 25, null]) logged({ day: friday, people: [ana], minutes });
    expect(listTalks(db, week)).toEqual([
      { day: friday, channel: 'coffee', minutes: 45, eventKind: null, allNew: false },
    ]);
    expect(countTalks(db, week)).toBe(3);
  });
});

describe('events', () => {
  test('only those that took place in the week, and only once with their log', () => {
    const held = addEvent(db, anEvent({ kind: 'event', startOn: monday, state: 'done' }));
    const spoken = addEvent(db, anEvent({ kind: 'event', startOn: friday, state: 'done' }));
    addEvent(db, anEvent({ kind: 'event', startOn: friday, state: 'planned' }));
    addEvent(db, anEvent({ kind: 'event', startOn: friday, state: 'cancelled' }));
    addEvent(db, anEvent({ kind: 'event', startOn: before, state: 'done' }));
    logged({ day: friday, people: [ana], eventId: spoken, channel: 'event', kinds: ['group'] });
    expect(listUnloggedEvents(db, week).map(({ id }) => id)).toEqual([held]);
    expect(countEvents(db, week) + countUnplannedEvents(listTalks(db, week))).toBe(2);
  });

  test('two people logged at one event that was in no calendar are one event', () => {
    logged({ day: friday, people: [ana], channel: 'event', kinds: ['group'] });
    logged({ day: friday, people: [lee], channel: 'event', kinds: ['group'] });
    logged({ day: friday, people: [lee], channel: 'coffee' });
    expect(countEvents(db, week) + countUnplannedEvents(listTalks(db, week))).toBe(1);
  });

  test('the next interview, unless it was called off', () => {
    addEvent(db, anEvent({ kind: 'interview', startOn: friday, state: 'cancelled' }));
    expect(findInterview(db, week)).toBeNull();
    addEvent(db, anEvent({ kind: 'interview', startOn: sunday }));
    addEvent(db, anEvent({ kind: 'coffee', startOn: monday }));
    expect(findInterview(db, week)).toBe(sunday);
  });
});

describe('the easy and the hard side', () => {
  test('people met, and first follow-ups', () => {
    logged({ day: monday, people: [ana, lee] });
    logged({ day: friday, people: [ana], channel: 'email', kinds: ['out'] });
    logged({ day: after, people: [lee], channel: 'email', kinds: ['out'] });
    expect(countPeopleMet(db, week)).toBe(2);
    expect(countFirstFollowUps(db, week)).toBe(1);
  });

  test('a second follow-up is none of the first', () => {
    logged({ day: '2026-11-10', people: [ana] });
    logged({ day: '2026-11-11', people: [ana], channel: 'email', kinds: ['out'] });
    logged({ day: friday, people: [ana], channel: 'email', kinds: ['out'] });
    expect(countFirstFollowUps(db, week)).toBe(0);
  });

  test('what I did for others, introductions apart', () => {
    const acts = [
      anAct(ana, { by: 'me', kind: 'introduction', day: friday }),
      anAct(ana, { by: 'me', kind: 'lead', day: friday }),
      anAct(lee, { by: 'me', kind: 'favour', day: monday }),
      anAct(lee, { by: 'them', kind: 'introduction', day: monday }),
      anAct(lee, { by: 'me', kind: 'lead', day: before }),
    ];
    addInteraction(db, anInteraction({ day: friday, people: [ana, lee] }), { acts });
    expect(countMyActs(db, week)).toEqual({ introductions: 1, favours: 2 });
  });

  test('a talk that mattered counts once a day, and never as the first day', () => {
    logged({ day: monday, people: [ana], substantive: true });
    logged({ day: friday, people: [ana], substantive: true });
    logged({ day: friday, people: [ana], substantive: true });
    logged({ day: sunday, people: [ana] });
    logged({ day: sunday, people: [ana], channel: 'email', kinds: ['out'], substantive: true });
    expect(countSubstantiveTalks(db, week)).toBe(1);
  });

  test('a contact and a day are one, and blank is no purpose', () => {
    setContact(db, ana, { purpose: 'learn how her team hires' });
    setContact(db, lee, { purpose: ' ' });
    logged({ day: monday, people: [ana, lee] });
    logged({ day: monday, people: [ana], channel: 'email', kinds: ['out', 'in'] });
    logged({ day: friday, people: [lee] });
    logged({ day: friday, people: [ana, lee], sourceKey: 'thread 1' });
    expect(countContactDays(db, week)).toEqual({ total: 3, withoutPurpose: 2 });
  });

  test('my promises by how they ended; theirs and the open ones do not count', () => {
    const { promiseIds } = addInteraction(db, anInteraction({ day: before, people: [ana] }), {
      promises: [
        aPromise(ana, { dueOn: friday }),
        aPromise(ana, { dueOn: before }),
        aPromise(ana, { by: 'them' }),
        aPromise(ana),
        aPromise(ana),
      ],
    });
    for (const at of [0, 1, 2]) keepPromise(db, promiseIds[at]!, monday);
    keepPromise(db, promiseIds[3]!, after);
    expect(countClosedPromises(db, week)).toEqual({ kept: 1, late: 1, broken: 0 });
  });
});

describe('who may have moved', () => {
  test('everybody with a touch, an act or a closed promise in the week, once', () => {
    const [kim, jo] = ['Kim', 'Jo'].map((name) => addContact(db, aContact({ name })));
    logged({ day: friday, people: [ana] });
    logged({ day: friday, people: [ana] });
    addInteraction(db, anInteraction({ day: before, people: [lee, kim!, jo!] }), {
      acts: [anAct(lee, { day: monday })],
      promises: [aPromise(kim!), aPromise(jo!)],
    });
    keepPromise(db, 1, sunday);
    expect(listMoving(db, week, TALKS_REACH).map(({ name }) => name)).toEqual([
      'Ana Ruiz',
      'Lee Chen',
      'Kim',
    ]);
  });

  test('with how they were touched', () => {
    logged({ day: friday, people: [ana] });
    logged({ day: monday, people: [ana, lee], channel: 'email', kinds: ['out', 'in'] });
    logged({ day: before, people: [ana] });
    expect(listChannels(db, [{ id: ana }], week).get(ana)).toEqual([
      { day: monday, kind: 'in', channel: 'email' },
      { day: monday, kind: 'out', channel: 'email' },
      { day: friday, kind: 'live', channel: 'coffee' },
    ]);
  });
});

describe('the cost', () => {
  test.each<[string, (db: Db) => unknown]>([
    ['listTaskMinutes', (from) => listTaskMinutes(from, week)],
    ['listUnloggedEvents', (from) => listUnloggedEvents(from, week)],
    ['findInterview', (from) => findInterview(from, week)],
    ['countPeopleMet', (from) => countPeopleMet(from, week)],
    ['countEvents', (from) => countEvents(from, week)],
    ['countMyActs', (from) => countMyActs(from, week)],
    ['countFirstFollowUps', (from) => countFirstFollowUps(from, week)],
    ['countSubstantiveTalks', (from) => countSubstantiveTalks(from, week)],
    ['countContactDays', (from) => countContactDays(from, week)],
    ['countClosedPromises', (from) => countClosedPromises(from, week)],
    ['listTalks', (from) => listTalks(from, week)],
    ['countTalks', (from) => countTalks(from, week)],
    ['listMoving', (from) => listMoving(from, week, TALKS_REACH)],
    ['listEvidence', (from) => listEvidence(from, [{ id: ana, name: 'Ana', closeness: 0 }])],
    ['listChannels', (from) => listChannels(from, [{ id: ana }], week)],
  ])('%s looks at the days asked for, not at everything', (_, query) => {
    const plan = planOf(query);
    expect(plan).toContain('SEARCH');
    expect(plan).not.toMatch(/SCAN (contacts|touches|interactions|acts|promises|events|tasks|[a-z])\b/);
    expect(plan).not.toContain('source_key');
  });
});

/** The plans of every statement that a query prepares, with some day for each of its values. */
function planOf(query: (db: Db) => unknown): string {
  const fresh = openTestDb();
  const texts: string[] = [];
  const prepare = fresh.prepare.bind(fresh);
  fresh.prepare = ((text: string) => {
    texts.push(text);
    return prepare(text);
  }) as typeof fresh.prepare;
  query(fresh);
  expect(texts).not.toEqual([]);
  return texts
    .map((text) => text.replace(/:\w+|\?/g, `'${friday}'`))
    .flatMap((text) => prepare(`EXPLAIN QUERY PLAN ${text}`).all() as { detail: string }[])
    .map(({ detail }) => detail)
    .join('\n');
}
