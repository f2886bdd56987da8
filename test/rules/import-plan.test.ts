import { describe, expect, test } from 'vitest';
import type { Arrival, KnownContact } from '../../src/rules/import-match';
import { type Decisions, type KnownFate, planPeople } from '../../src/rules/import-plan';
import { aKnown, anArrival, mail, profile } from '../support/arrivals';

const AS_OF = '2026-06-01';
const LINK = { points: [profile('ana')] };

function fateOf(arrival: Partial<Arrival>, contact: Partial<KnownContact>): KnownFate {
  const [fate] = planPeople(
    [anArrival({ ...LINK, ...arrival })],
    [aKnown({ ...LINK, ...contact })],
    AS_OF,
  ).fates;
  if (fate?.kind !== 'known') throw new Error('the link should have told');
  return fate;
}

describe('a field', () => {
  type Case = [
    why: string,
    here: string | null,
    since: string | undefined,
    file: string | null,
    what: object,
  ];
  const nothing = { changes: [], kept: [], confirmed: [] };
  const change = { field: 'role', from: 'Engineer', to: 'Lead' };
  test.each<Case>([
    ['empty here is filled', null, undefined, 'Lead', { changes: [{ ...change, from: null }] }],
    ['empty in the file changes nothing', 'Engineer', '2020-01-01', null, {}],
    ['empty in both stays', null, undefined, null, {}],
    ['of an older file gives way', 'Engineer', '2026-05-31', 'Lead', { changes: [change] }],
    ['of a file of the same day gives way', 'Engineer', AS_OF, 'Lead', { changes: [change] }],
    ['of a newer file stays', 'Engineer', '2026-06-02', 'Lead', { kept: [{ ...change, why: 'newer' }] }],
    ['typed by hand stays', 'Engineer', undefined, 'Lead', { kept: [{ ...change, why: 'typed' }] }],
    ['typed as in the file is no matter', 'Lead', undefined, 'Lead', {}],
    ['seen again is as recent as the file', 'Lead', '2026-05-31', 'Lead', { confirmed: ['role'] }],
    ['seen in a newer file stays so recent', 'Lead', '2026-06-02', 'Lead', {}],
  ])('%s', (_, here, since, file, what) => {
    const imported = since === undefined ? {} : { role: since };
    expect(fateOf({ role: file }, { role: here, imported })).toMatchObject({ ...nothing, ...what });
  });

  test('from messages is the name of somebody new only', () => {
    const imported = { name: '2020-01-01' };
    expect(fateOf({ name: 'ana-ruiz-77', fromMessages: true }, { imported }).changes).toEqual([]);
    expect(fateOf({ name: 'Ana Ruiz-Diaz' }, { imported }).changes).toEqual([
      { field: 'name', from: 'Ana Ruiz', to: 'Ana Ruiz-Diaz' },
    ]);
  });
});

describe('an address', () => {
  test('is added where it is missing', () => {
    expect(fateOf({ points: [profile('ana'), mail('a@x.org')] }, {}).points).toEqual([mail('a@x.org')]);
    expect(fateOf({}, { points: [profile('ana'), mail('a@x.org')] }).points).toEqual([]);
  });

  test('of somebody else is left to them, and said', () => {
    const lee = aKnown({ id: 2, name: 'Lee Chen', points: [profile('lee'), mail('a@x.org')] });
    const arrivals = [
      anArrival({ points: [profile('ana'), mail('a@x.org')] }),
      anArrival({ name: 'Lee Chen', points: [profile('lee')] }),
    ];
    const { fates, taken } = planPeople(arrivals, [aKnown(LINK), lee], AS_OF);
    expect(fates).toMatchObject([
      { id: 1, points: [] },
      { id: 2, points: [] },
    ]);
    expect(taken).toEqual([{ arrival: arrivals[0], point: mail('a@x.org'), holder: lee }]);
  });
});

describe('a doubt', () => {
  const arrival = anArrival({ ...LINK, company: 'Acme', role: 'Lead' });
  const contact = aKnown({ id: 4, company: 'Globex' });
  const decided = (decision: number | 'new') =>
    planPeople([arrival], [contact], AS_OF, new Map([[0, decision]]) satisfies Decisions).fates;

  test('stays one until it is decided', () => {
    expect(planPeople([arrival], [contact], AS_OF).fates).toMatchObject([
      { kind: 'doubtful', likeness: 'same-name', candidates: [{ id: 4 }] },
    ]);
  });

  test('becomes a contact with the link, and what was typed stays', () => {
    expect(decided(4)).toMatchObject([
      {
        kind: 'known',
        id: 4,
        changes: [{ field: 'role', to: 'Lead' }],
        kept: [{ field: 'company', from: 'Globex', to: 'Acme', why: 'typed' }],
        points: LINK.points,
      },
    ]);
  });

  test('becomes somebody new', () => {
    expect(decided('new')).toEqual([{ kind: 'new', points: LINK.points }]);
  });

  test('is not about anybody whose key tells', () => {
    const known = aKnown({ ...LINK, id: 4 });
    expect(planPeople([arrival], [known], AS_OF, new Map([[0, 'new' as const]])).fates).toMatchObject([
      { id: 4 },
    ]);
  });
});

test('of two profiles of one person the first has the say', () => {
  const contact = aKnown({ points: [profile('ana'), profile('ana-2')], imported: { role: '2020-01-01' } });
  const arrivals = [
    anArrival({ ...LINK, role: 'Lead' }),
    anArrival({ points: [profile('ana-2'), mail('a@x.org')], role: 'Engineer' }),
  ];
  expect(planPeople(arrivals, [contact], AS_OF).fates).toMatchObject([
    { id: 1, changes: [{ to: 'Lead' }], points: [] },
    { id: 1, changes: [], points: [mail('a@x.org')] },
  ]);
});
