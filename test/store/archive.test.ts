import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors';
import { CHANNELS, PARTS, TOUCH_KINDS } from '../../src/model';
import {
  type Archive,
  countContent,
  isEmpty,
  type Row,
  restoreArchive,
  takeArchive,
} from '../../src/store/archive';
import { addContact, removeContact } from '../../src/store/contacts';
import { all, type Db, run } from '../../src/store/db';
import { addEvent } from '../../src/store/events';
import { saveImport } from '../../src/store/imports';
import { addInteraction } from '../../src/store/interactions';
import { listContactsByName, listContactsByWords } from '../../src/store/named';
import { setPreparation } from '../../src/store/preparations';
import { listSettings, setSetting } from '../../src/store/settings';
import { addTask } from '../../src/store/tasks';
import { setRest } from '../../src/store/ties';
import { profile } from '../support/arrivals';
import { A_DAY, aContact, anAct, anEvent, anInteraction, aPromise, aTask } from '../support/builders';
import { openTestDb } from '../support/database';

const restore = (db: Db, archive: Archive) => restoreArchive(db, archive, 'a.json', () => {});

/** Something in every table. */
function aSearch(): Db {
  const db = openTestDb();
  const add = aContact({ name: 'Zoë Brandt', company: 'Acme', points: [profile('zoe')] });
  saveImport(db, { asOf: A_DAY, people: [{ add }], days: [], texts: [], me: 'Maya' }, () => {});
  addContact(db, aContact({ tags: ['node', 'madrid'], introducedBy: 1, closeness: 2 }));
  removeContact(db, addContact(db, aContact({ name: 'Gone' })));
  const eventId = addEvent(db, anEvent({ people: [1, 2], startTime: '09:00' }));
  addInteraction(
    db,
    anInteraction({ people: [1, 2], eventId, about: 'a "quote"\nand \u202e more', minutes: 45 }),
    {
      acts: [anAct(1)],
      promises: [aPromise(2, { dueOn: A_DAY })],
    },
  );
  addTask(db, aTask({ contactId: 1, part: 'pitch', importance: 0.1, promiseId: 1 }));
  setPreparation(db, 'pitch', { state: 'rough', touchedOn: A_DAY });
  setSetting(db, 'goal', 'a team that ships');
  // By hand, as only their rows matter here.
  for (const [table, columns, values] of [
    ['past_companies', 'contact_id, company, company_key', "1, 'Globex Inc.', 'globex'"],
    ['jobs', 'company, company_key, added_on, stirred_on', `'Globex Inc.', 'globex', '${A_DAY}', '${A_DAY}'`],
    ['job_moves', 'job_id, stage, day', `1, 'lead', '${A_DAY}'`],
    ['job_people', 'job_id, contact_id', '1, 2'],
    ['asks', 'contact_id, kind, asked_on, verdict', `1, 'advice', '${A_DAY}', 'ready'`],
    ['offers', 'contact_id, kind, day', `1, 'advice', '${A_DAY}'`],
    ['knows', 'a, b', '1, 2'],
    ['introductions', 'act_id, introduced', '1, 2'],
    [
      'commitments',
      'week_on, place, when_part, then_part, task_id, made_on',
      `'2026-11-23', 1, 'Monday begins', 'call', 1, '${A_DAY}'`,
    ],
    [
      'review_answers',
      'review_on, step, thing, answer, day',
      `'${A_DAY}', 'part', 'pitch', 'task', '${A_DAY}'`,
    ],
  ]) {
    run(db, `INSERT INTO ${table} (${columns}) VALUES (${values})`);
  }
  setRest(db, 2, A_DAY);
  return db;
}

/** All rows of all tables, derived ones too. */
/** All but what was done when: that is the business of one file. */
function everything(db: Db): Record<string, unknown[]> {
  const tables = all<{ name: string }>(
    db,
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'history%' AND name NOT LIKE 'find%' AND name NOT IN
       ('journal', 'journal_triggers', 'sqlite_sequence') ORDER BY name`,
  );
  return {
    ...Object.fromEntries(tables.map(({ name }) => [name, all(db, `SELECT * FROM ${name} ORDER BY 1, 2`)])),
    sequences: all(
      db,
      "SELECT name, seq FROM sqlite_sequence WHERE name <> 'journal' AND seq > 0 ORDER BY 1",
    ),
  };
}

describe('an archive', () => {
  test('has all that was written and nothing that is derived', () => {
    const { tables, sequences } = takeArchive(aSearch());
    const derived = ['contact_words', 'sequences'];
    expect([...Object.keys(tables), ...derived].sort()).toEqual(Object.keys(everything(aSearch())).sort());
    for (const [name, rows] of Object.entries(tables)) expect([name, rows.length]).not.toEqual([name, 0]);
    const columns = Object.values(tables).flatMap((rows) => Object.keys(rows[0]!));
    expect(columns.filter((name) => /_key$|level|heat_day/.test(name))).toEqual(['source_key']);
    expect(sequences.contacts).toBe(3);
    expect(tables.settings!.map(({ key }) => key)).toEqual(['goal', 'me']);
  });

  test('comes back as it was, down to what is derived and to the next number', () => {
    const source = aSearch();
    const copy = openTestDb();
    setSetting(copy, 'minutes', '90');
    restore(copy, takeArchive(source));
    expect(takeArchive(copy)).toEqual(takeArchive(source));
    expect(everything(copy)).toEqual(everything(source));
    expect(listContactsByName(copy, 'zoe brandt')).toHaveLength(1);
    expect(listContactsByWords(copy, ['acme'], 9)).toHaveLength(1);
    expect(addContact(copy, aContact())).toBe(4);
    expect(listSettings(copy).map(({ key }) => key)).toEqual(['goal', 'me']);
  });

  test('of an empty database is one too', () => {
    const copy = openTestDb();
    setSetting(copy, 'minutes', '90');
    expect([isEmpty(copy), isEmpty(aSearch())]).toEqual([true, false]);
    restore(copy, takeArchive(openTestDb()));
    expect(takeArchive(copy)).toEqual(takeArchive(openTestDb()));
  });

  test('tells how far it is, and what is there', () => {
    let rows = 0;
    const db = openTestDb();
    const archive = takeArchive(aSearch());
    restoreArchive(db, archive, 'a.json', (done) => {
      rows = done;
    });
    expect(rows).toBe(Object.values(archive.tables).flat().length);
    expect(countContent(db)).toMatchObject({ contacts: 2, interactions: 1, tasks: 1, events: 1 });
  });
});

// ── any database ──────────────────────────────────────────────────────────────────────────────────

const someText = fc.oneof(fc.constant(null), fc.string({ unit: 'grapheme', maxLength: 12 }));
const someDay = fc.integer({ min: 1, max: 28 }).map((day) => `2026-10-${String(day).padStart(2, '0')}`);
const someName = fc
  .string({ minLength: 1, maxLength: 12, unit: 'grapheme' })
  .filter((name) => /[^ ]/.test(name));

/** Numbers are taken modulo the people there are. */
const someStep = fc.oneof(
  fc.record({
    what: fc.constant('contact' as const),
    name: someName,
    company: someText,
    notes: someText,
    closeness: fc.integer({ min: 0, max: 5 }),
    introducer: fc.option(fc.nat(9)),
    tags: fc.uniqueArray(fc.constantFrom('a', 'b', 'ä'), { maxLength: 2 }),
  }),
  fc.record({
    what: fc.constant('talk' as const),
    day: someDay,
    people: fc.uniqueArray(fc.nat(3), { maxLength: 3, selector: (at) => at }),
    channel: fc.constantFrom(...CHANNELS),
    kinds: fc.uniqueArray(fc.constantFrom(...TOUCH_KINDS), { minLength: 1 }),
    about: someText,
    asked: fc.boolean(),
  }),
  fc.record({
    what: fc.constant('task' as const),
    part: fc.option(fc.constantFrom(...PARTS)),
    importance: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    who: fc.nat(9),
  }),
  fc.record({ what: fc.constant('remove' as const), who: fc.nat(9) }),
  fc.record({ what: fc.constant('setting' as const), value: fc.string({ unit: 'grapheme' }) }),
);

function play(db: Db, steps: (typeof someStep extends fc.Arbitrary<infer T> ? T : never)[]): void {
  let people: number[] = [];
  const person = (at: number) => people[at % Math.max(1, people.length)] ?? null;
  for (const step of steps) {
    if (step.what === 'contact') {
      const { introducer, what: _, ...fields } = step;
      const introducedBy = introducer === null ? null : person(introducer);
      people.push(addContact(db, aContact({ ...fields, introducedBy })));
    } else if (step.what === 'talk') {
      const { people: who, asked, what: _, ...fields } = step;
      const there = [...new Set(who.flatMap((at) => person(at) ?? []))];
      addInteraction(db, anInteraction({ ...fields, people: there }), {
        acts: there.map((id) => anAct(id, { asked, day: step.day })),
        promises: there.map((id) => aPromise(id, { dueOn: step.day })),
      });
    } else if (step.what === 'task') {
      const { part, importance, who } = step;
      addTask(db, aTask({ part, importance, contactId: person(who), waitingFor: person(who + 1) }));
    } else if (step.what === 'remove') {
      const id = person(step.who);
      if (id !== null) removeContact(db, id);
      people = people.filter((one) => one !== id);
    } else setSetting(db, 'goal', step.value);
  }
}

test('any database comes back from its archive as it was, through JSON', () => {
  fc.assert(
    fc.property(fc.array(someStep, { maxLength: 14, size: 'max' }), (steps) => {
      const source = openTestDb();
      play(source, steps);
      const json = JSON.stringify(takeArchive(source));
      const copy = openTestDb();
      restore(copy, JSON.parse(json));
      expect(JSON.stringify(takeArchive(copy))).toBe(json);
      expect(everything(copy)).toEqual(everything(source));
      source.close();
      copy.close();
    }),
    { numRuns: 60 },
  );
});

// ── what is refused ───────────────────────────────────────────────────────────────────────────────

describe('an archive that was edited is refused whole, and says where', () => {
  type Edit = (archive: Archive, row: (table: string, at?: number) => Row) => void;
  test.each<[why: string, edit: Edit, message: string]>([
    [
      'a newer schema',
      (archive) => {
        archive.schema = 99;
      },
      'a.json was written by a newer jobsearch (schema 99; this one knows ',
    ],
    [
      'an unknown table',
      ({ tables }) => {
        tables.clouds = [];
      },
      'a.json has a table "clouds", which is unknown.',
    ],
    [
      'a missing table',
      ({ tables }) => {
        delete tables.tags;
      },
      'a.json has no table "tags".',
    ],
    [
      'an unknown column',
      (_, row) => {
        row('contacts', 1).age = 4;
      },
      'Row 2 of "contacts" in a.json: "age" is unknown.',
    ],
    [
      'a derived column',
      (_, row) => {
        row('contacts').level = 5;
      },
      'Row 1 of "contacts" in a.json: "level" is unknown.',
    ],
    [
      'a missing column',
      (_, row) => {
        delete row('points').value;
      },
      'Row 1 of "points" in a.json: "value" is missing.',
    ],
    [
      'a number for a text',
      (_, row) => {
        row('contacts').name = 12;
      },
      'Row 1 of "contacts" in a.json: "name" is 12, but must be text.',
    ],
    [
      'a text for a number',
      (_, row) => {
        row('tasks').minutes = '25';
      },
      'Row 1 of "tasks" in a.json: "minutes" is "25", but must be a number.',
    ],
    [
      'a fraction for a whole number',
      (_, row) => {
        row('tasks').minutes = 2.5;
      },
      'Row 1 of "tasks" in a.json: "minutes" is 2.5, but must be a whole number.',
    ],
    [
      'nothing where something must be',
      (_, row) => {
        row('contacts').added_on = null;
      },
      'Row 1 of "contacts" in a.json: "added_on" is empty.',
    ],
    [
      'a day that is none',
      (_, row) => {
        row('interactions').day = '2026-02-30';
      },
      'Row 1 of "interactions" in a.json: it breaks the rule day IS date(day).',
    ],
    [
      'one number twice',
      (_, row) => {
        row('contacts', 1).id = 1;
      },
      'Row 2 of "contacts" in a.json: another row has the same id.',
    ],
    [
      'a key twice',
      ({ tables }) => {
        tables.points!.push({ ...tables.points![0]!, id: 9 });
      },
      'Row 2 of "points" in a.json: another row has the same contact_id, kind, key.',
    ],
    [
      'a row that points nowhere',
      (_, row) => {
        row('tasks').contact_id = 77;
      },
      'The row 1 of "tasks" in a.json points to a row of "contacts" that is not there.',
    ],
  ])('%s', (_, edit, message) => {
    const archive = takeArchive(aSearch());
    edit(archive, (table, at = 0) => archive.tables[table]![at]!);
    const db = openTestDb();
    setSetting(db, 'minutes', '90');
    const before = everything(db);
    const attempt = () => restore(db, archive);
    expect(attempt).toThrow(UserError);
    expect(attempt).toThrow(message);
    expect(everything(db)).toEqual(before);
  });

  test('but an older schema may lack what came later', () => {
    const archive = takeArchive(aSearch());
    const db = openTestDb();
    db.pragma('user_version = 99');
    delete archive.tables.settings;
    delete archive.tables.tasks![0]!.notes;
    restore(db, archive);
    expect(countContent(db).contacts).toBe(2);
  });

  test('a number that was given once stays given', () => {
    const archive = takeArchive(aSearch());
    archive.sequences = { contacts: 40 };
    const db = openTestDb();
    restore(db, archive);
    expect(addContact(db, aContact())).toBe(41);
    expect(run(db, "INSERT INTO events (title, kind, start_on) VALUES ('x', 'call', '2026-01-01')")).toBe(2);
  });
});
