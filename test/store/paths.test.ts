/** The search over stored ties gives what the search over the same ties in memory gives. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { waysTo } from '../../src/commands/ways';
import type { How, Level } from '../../src/model';
import { effectiveDepth } from '../../src/rules/depth';
import { findPaths, ownStrength } from '../../src/rules/paths';
import { warmthOf } from '../../src/rules/warmth';
import { addContact } from '../../src/store/contacts';
import { type Db, run } from '../../src/store/db';
import { listAround, setKnows } from '../../src/store/knows';
import { aContact } from '../support/builders';
import { openTestDb } from '../support/database';
import { daysAgo, TODAY, TODAY_NUMBER } from '../support/evidence';

interface Person {
  level: Level;
  /** Within the level. */
  progress: number;
  /** Days ago; null when nothing ever came back. */
  heat: number | null;
  parked: boolean;
}

const somebody: fc.Arbitrary<Person> = fc.record({
  level: fc.constantFrom<Level>(0, 1, 2, 3, 4, 5),
  progress: fc.nat(19),
  heat: fc.option(fc.nat(300)),
  parked: fc.boolean(),
});
const someTie = (people: number) =>
  fc.tuple(fc.nat(people - 1), fc.nat(people - 1), fc.constantFrom<How>(null, 1, 2, 3, 4, 5));

const someGraph = fc.array(somebody, { minLength: 2, maxLength: 8 }).chain((people) =>
  fc.record({
    people: fc.constant(people),
    ties: fc.array(someTie(people.length), { maxLength: 20 }),
    targets: fc.uniqueArray(fc.nat(people.length - 1), { minLength: 1, maxLength: 3 }),
  }),
);

function depthOf({ level, progress }: Person): number {
  return level === 5 ? 100 : 20 * level + progress;
}

function store(db: Db, people: Person[], ties: [number, number, How][]): number[] {
  const ids = people.map((person, at) => {
    const id = addContact(db, aContact({ name: `P ${at}`, state: person.parked ? 'parked' : 'active' }));
    const heat = person.heat === null ? null : TODAY_NUMBER - person.heat;
    const facts = { id, heat, level: person.level, depth: depthOf(person) };
    run(db, 'UPDATE contacts SET level = :level, depth = :depth, heat_day = :heat WHERE id = :id', facts);
    return id;
  });
  for (const [a, b, how] of ties) if (a !== b) setKnows(db, ids[a]!, ids[b]!, how);
  return ids;
}

test('the lazy search over SQL is the search in memory', () => {
  fc.assert(
    fc.property(someGraph, ({ people, ties, targets }) => {
      const db = openTestDb();
      const ids = store(db, people, ties);
      const wanted = targets.map((at) => ids[at]!);
      // A tie noted twice keeps the last word on how well; "they do" takes none back.
      const known = new Map<string, How>();
      for (const [a, b, how] of ties) {
        if (a === b) continue;
        const key = `${Math.min(a, b)} ${Math.max(a, b)}`;
        known.set(key, how ?? known.get(key) ?? null);
      }
      const inMemory = findPaths({
        target: wanted,
        myStrength: (id) => {
          const person = people[ids.indexOf(id)]!;
          if (person.parked || person.level === 0) return null;
          const heatDay = person.heat === null ? null : TODAY_NUMBER - person.heat;
          return ownStrength(effectiveDepth(person.level, depthOf(person), warmthOf(heatDay, TODAY)));
        },
        neighbours: (id) => {
          if (people[ids.indexOf(id)]!.parked && !wanted.includes(id)) return [];
          return [...known].flatMap(([key, how]) => {
            const [a, b] = key.split(' ').map((at) => ids[Number(at)]!) as [number, number];
            if (a === id) return [{ id: b, how }];
            return b === id ? [{ id: a, how }] : [];
          });
        },
      });
      expect(waysTo(db, wanted, TODAY)).toEqual(inMemory);
      db.close();
    }),
    { numRuns: 300 },
  );
});

test('nobody who is only listed or parked is a way in', () => {
  const db = openTestDb();
  const met: Person = { level: 1, progress: 0, heat: null, parked: false };
  const ids = store(
    db,
    [met, { ...met, level: 0 }, { ...met, parked: true }, met],
    [
      [0, 3, 3],
      [1, 3, 5],
      [2, 3, 5],
    ],
  );
  expect(waysTo(db, [ids[3]!], TODAY).map(({ people }) => people)).toEqual([[4], [1, 4]]);
});

test('the people around: of companies by their keys, of people by their numbers, never more than asked for', () => {
  const db = openTestDb();
  const acme = addContact(db, aContact({ name: 'Ana', company: 'Acme, Inc.', addedOn: daysAgo(9) }));
  const [lee, kim, omar] = ['Lee', 'Kim', 'Omar'].map((name) => addContact(db, aContact({ name }))) as [
    number,
    number,
    number,
  ];
  setKnows(db, acme, lee, 4);
  setKnows(db, kim, omar, null);
  const around = (companyKeys: string[], people: number[], atMost = 10) =>
    listAround(db, { companyKeys, people }, atMost).sort((a, b) => a - b);
  expect(around(['acme'], [])).toEqual([lee]);
  expect(around([], [omar])).toEqual([kim]);
  expect(around(['acme', 'globex'], [kim])).toEqual([lee, omar]);
  expect(around(['acme'], [kim], 1)).toHaveLength(1);
  expect(around([], [])).toEqual([]);
});
