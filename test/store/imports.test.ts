import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LEVEL_NAMES } from '../../src/model';
import { followUpStateOf } from '../../src/rules/flags';
import type { Arrival } from '../../src/rules/import-match';
import { planPeople } from '../../src/rules/import-plan';
import { addContact, setContact } from '../../src/store/contacts';
import type { Db } from '../../src/store/db';
import {
  type ContactSet,
  type ImportWrites,
  listImportedInteractions,
  listImportTargets,
  saveImport,
} from '../../src/store/imports';
import { listInteractionsWith } from '../../src/store/interactions';
import { listContactsByWords } from '../../src/store/named';
import { findSetting } from '../../src/store/settings';
import { listTies } from '../../src/store/ties';
import { anArrival, mail, profile } from '../support/arrivals';
import { A_DAY, aContact } from '../support/builders';
import { openTestDb } from '../support/database';

const save = (db: Db, writes: Partial<ImportWrites>) =>
  saveImport(db, { asOf: A_DAY, people: [], days: [], texts: [], me: null, ...writes }, () => {});

const set = (id: number, given: Partial<ContactSet> = {}): { set: ContactSet } => ({
  set: { id, fields: {}, confirmed: [], points: [], ...given },
});

const aDay = (given: Partial<ImportWrites['days'][number]> = {}): ImportWrites['days'][number] => ({
  person: 0,
  day: '2026-09-01',
  direction: 'sent',
  sourceKey: 'linkedin:a:2026-09-01:sent',
  text: null,
  ...given,
});

describe('an import', () => {
  test('adds people with the origin of their fields', () => {
    const db = openTestDb();
    const add = aContact({ company: 'Acme', connectedOn: '2024-03-03', points: [profile('ana')] });
    expect(save(db, { people: [null, { add }] })).toEqual([null, 1]);
    expect(listImportTargets(db)).toEqual([
      {
        id: 1,
        name: 'Ana Ruiz',
        company: 'Acme',
        role: null,
        connectedOn: '2024-03-03',
        points: [profile('ana')],
        imported: { name: A_DAY, company: A_DAY, connectedOn: A_DAY },
      },
    ]);
  });

  test('sets fields, remembers how recent they are, and finds people by their new words', () => {
    const db = openTestDb();
    addContact(db, aContact({ company: 'Acme' }));
    const fields = { name: 'Ana Ruiz-Diaz', company: 'Globex', connectedOn: '2024-03-03' };
    save(db, { people: [set(1, { fields, points: [mail('a@x.org')] })] });
    expect(listImportTargets(db)).toMatchObject([
      { ...fields, points: [mail('a@x.org')], imported: { name: A_DAY, company: A_DAY, connectedOn: A_DAY } },
    ]);
    expect(listContactsByWords(db, ['diaz', 'globex', 'a@x.org'], 9)).toHaveLength(1);
    expect(listContactsByWords(db, ['acme'], 9)).toEqual([]);

    save(db, { asOf: '2027-01-01', people: [set(1, { confirmed: ['company'] })] });
    expect(listImportTargets(db)[0]!.imported.company).toBe('2027-01-01');
  });

  test('counts a field as typed once it was edited by hand', () => {
    const db = openTestDb();
    save(db, { people: [{ add: aContact({ company: 'Acme' }) }] });
    setContact(db, 1, { company: 'Globex' });
    expect(listImportTargets(db)[0]!.imported).toEqual({ name: A_DAY });
  });

  test('makes touches of messages, of which nobody is met', () => {
    const db = openTestDb();
    const days = [
      aDay(),
      aDay({
        direction: 'received',
        day: '2026-09-02',
        sourceKey: 'linkedin:a:2026-09-02:received',
        text: 'Hi',
      }),
    ];
    save(db, { people: [{ add: aContact() }], days });
    expect(listInteractionsWith(db, 1, 9)).toMatchObject([
      {
        day: '2026-09-02',
        channel: 'message',
        minutes: null,
        about: 'Hi',
        kinds: ['in'],
        substantive: false,
      },
      {
        day: '2026-09-01',
        channel: 'message',
        minutes: null,
        about: null,
        kinds: ['out'],
        substantive: false,
      },
    ]);
    expect(listTies(db)).toMatchObject([{ exchangeDays: 1, metOn: null, lastOutOn: '2026-09-01' }]);
    expect(listImportedInteractions(db, 'linkedin')).toEqual([
      { id: 1, key: 'linkedin:a:2026-09-01:sent', hasText: false, contactId: 1 },
      { id: 2, key: 'linkedin:a:2026-09-02:received', hasText: true, contactId: 1 },
    ]);
    expect(listImportedInteractions(db, 'link')).toEqual([]);
  });

  test('adds a text where there is none', () => {
    const db = openTestDb();
    save(db, {
      people: [{ add: aContact() }],
      days: [aDay(), aDay({ sourceKey: 'linkedin:b', text: 'mine' })],
    });
    save(db, {
      texts: [
        { id: 1, text: 'Hello' },
        { id: 2, text: 'Hello' },
      ],
    });
    expect(listInteractionsWith(db, 1, 9).map(({ about }) => about)).toEqual(['mine', 'Hello']);
  });

  test('writes all or nothing', () => {
    const db = openTestDb();
    const twice = [aDay(), aDay()];
    expect(() => save(db, { people: [{ add: aContact() }], days: twice, me: 'Maya' })).toThrow('UNIQUE');
    expect(listImportTargets(db)).toEqual([]);
    expect(findSetting(db, 'me')).toBeUndefined();
  });

  test('tells how far it is', () => {
    const steps: number[] = [];
    const writes = {
      asOf: A_DAY,
      people: [{ add: aContact() }, null],
      days: [aDay()],
      texts: [],
      me: 'Maya',
    };
    const db = openTestDb();
    saveImport(db, writes, (done) => steps.push(done));
    expect(steps).toEqual([1, 2, 3, 4]);
    expect(findSetting(db, 'me')).toBe('Maya');
  });

  test('leaves everybody listed and nobody overdue, whatever their number of connections', () => {
    const db = openTestDb();
    const people = Array.from({ length: 50 }, (_, at) => ({
      add: aContact({ name: `P${at}`, connectedOn: '2026-11-01' }),
    }));
    save(db, { people });
    for (const tie of listTies(db)) {
      expect(LEVEL_NAMES[tie.level]).toBe('listed');
      expect(followUpStateOf(tie, A_DAY)).toBe('none');
    }
  });
});

// ── any file, among any contacts ──────────────────────────────────────────────────────────────────

const someName = fc.constantFrom('Ana Ruiz', 'ANA RUÍZ', 'Ana Ruiz, PhD', 'Lee Chen', 'Lee');
const someCompany = fc.constantFrom(null, 'Acme', 'Acme Inc.', 'Globex');
const someDay = fc.constantFrom(null, '2024-03-03', '2025-05-05');
const someMails = fc.subarray(['a@x.org', 'b@x.org'].map(mail), { maxLength: 1 });
const someArrival: fc.Arbitrary<Arrival> = fc
  .record({
    name: someName,
    company: someCompany,
    role: fc.constantFrom(null, 'Lead'),
    connectedOn: someDay,
    slug: fc.option(fc.integer({ min: 0, max: 5 })),
    mails: someMails,
    fromMessages: fc.boolean(),
  })
  .map(({ slug, mails, ...rest }) =>
    anArrival({ ...rest, points: [...(slug === null ? [] : [profile(`p${slug}`)]), ...mails] }),
  );
// A file has one row for a link.
const someFile = fc.uniqueArray(someArrival, {
  maxLength: 6,
  selector: ({ points }) => points.find(({ kind }) => kind === 'link')?.key ?? Symbol(),
});
const someTyped = fc.record({
  name: someName,
  company: someCompany,
  role: fc.constantFrom(null, 'Lead', 'Engineer'),
  points: someMails,
});

function importInto(db: Db, file: Arrival[], asOf: string) {
  const targets = listImportTargets(db).map((target) => ({ ...target, conversations: [] }));
  const { fates } = planPeople(file, targets, asOf);
  const people = fates.map((fate, at): ImportWrites['people'][number] => {
    const { name, company, role, connectedOn } = file[at]!;
    if (fate.kind === 'doubtful') return null;
    if (fate.kind === 'new') {
      return { add: aContact({ name, company, role, connectedOn, points: fate.points }) };
    }
    const fields = Object.fromEntries(fate.changes.map(({ field, to }) => [field, to]));
    return { set: { id: fate.id, fields, confirmed: fate.confirmed, points: fate.points } };
  });
  save(db, { asOf, people });
  return fates;
}

describe('any file among any contacts', () => {
  test('gives nothing new the second time, and nothing that was typed gives way', () => {
    fc.assert(
      fc.property(fc.array(someTyped, { maxLength: 4 }), someFile, (typed, file) => {
        const db = openTestDb();
        for (const contact of typed) addContact(db, aContact(contact));
        importInto(db, file, A_DAY);
        const after = listImportTargets(db);
        for (const [at, contact] of typed.entries()) {
          expect(after[at]!.name).toBe(contact.name);
          expect(after[at]!.company).toBe(contact.company ?? after[at]!.company);
          expect(after[at]!.role).toBe(contact.role ?? after[at]!.role);
        }
        for (const fate of importInto(db, file, A_DAY)) {
          expect(fate.kind).not.toBe('new');
          if (fate.kind === 'known') expect([fate.changes, fate.points]).toEqual([[], []]);
        }
        expect(listImportTargets(db)).toEqual(after);
        db.close();
      }),
    );
  });

  test('keeps what a newer one said when an older one follows', () => {
    fc.assert(
      fc.property(someFile, someFile, (older, newer) => {
        const db = openTestDb();
        importInto(db, newer, A_DAY);
        const before = listImportTargets(db);
        importInto(db, older, '2020-01-01');
        const after = listImportTargets(db);
        for (const [at, contact] of before.entries()) {
          for (const field of ['name', 'company', 'role', 'connectedOn'] as const) {
            expect(after[at]![field]).toBe(contact[field] ?? after[at]![field]);
          }
        }
        db.close();
      }),
    );
  });
});
