import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  guarded,
  isSheet,
  readSheet,
  type SheetContact,
  unguarded,
  writeSheet,
} from '../../src/formats/contacts-csv';
import { emailPoint, linkPoint } from '../../src/formats/points';
import { oneLine } from '../../src/rules/limits';

const file = (text: string) => ({ name: 'people.csv', bytes: new TextEncoder().encode(text) });
const read = (text: string) => readSheet(file(text), '2026-11-22');

const ANA: SheetContact = {
  name: 'Ana Ruiz',
  company: null,
  role: null,
  howMet: null,
  connectedOn: null,
  purpose: null,
  relevance: null,
  closeness: 0,
  notes: null,
  state: 'active',
  addedOn: '2026-11-01',
  points: [],
  tags: [],
};

describe('a cell', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+49 30 123', "'+49 30 123"],
    ['-', "'-"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ["'=1", "''=1"],
    ["'n Sync", "'n Sync"],
    ["O'Neil = me", "O'Neil = me"],
    ['', ''],
  ])('%j is guarded as %j', (value, cell) => {
    expect([guarded(value), unguarded(cell)]).toEqual([cell, value]);
  });

  test('never begins as a formula does, and is what it was', () => {
    const text = fc.string({
      unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', "'", '"', 'a', ' '),
      maxLength: 6,
    });
    fc.assert(
      fc.property(text, (value) => {
        expect(guarded(value)).not.toMatch(/^[=+\-@\t\r]/);
        expect(unguarded(guarded(value))).toBe(value);
      }),
    );
  });
});

describe('a sheet of people', () => {
  const line = fc
    .string({
      unit: fc.oneof(fc.constantFrom(...'=+-@,;"\'\n\\ \t'), fc.string({ unit: 'grapheme', maxLength: 1 })),
      maxLength: 12,
    })
    .map((text) => text.trim());
  const maybe = line.map((text) => text || null);
  const maybeLine = line.map((text) => oneLine(text) || null);
  const person: fc.Arbitrary<SheetContact> = fc.record({
    name: line.map((text) => oneLine(`${text}x`)),
    company: maybeLine,
    role: maybeLine,
    howMet: maybeLine,
    purpose: maybeLine,
    notes: maybe,
    connectedOn: fc.constantFrom(null, '2024-02-29'),
    addedOn: fc.constant('2026-11-01'),
    relevance: fc.constantFrom(null, 'target' as const),
    closeness: fc.integer({ min: 0, max: 5 }),
    state: fc.constantFrom('active', 'parked'),
    points: fc.subarray([
      emailPoint('a@example.org'),
      emailPoint('-b@example.org'),
      linkPoint('example.org/=1'),
    ]),
    tags: fc.uniqueArray(
      line.map(oneLine).filter((tag) => tag !== ''),
      { maxLength: 3 },
    ),
  });

  test('comes back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(person, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('file', 'screen'),
        async (people, to) => {
          const text = writeSheet(people, to);
          expect(isSheet(file(text))).toBe(true);
          const { rows, skipped } = await read(text);
          expect(skipped).toEqual([]);
          expect(rows.map(({ contact }) => contact)).toEqual(people);
        },
      ),
    );
  });

  test('has no cell that a spreadsheet would run, also after a separator', () => {
    const text = writeSheet(
      [{ ...ANA, name: '=cmd()', company: '@x', notes: 'a\n=1', tags: ['-1', '=2'] }],
      'file',
    );
    expect(text.startsWith('\ufeffName,')).toBe(true);
    expect(text.split('\r\n')[1]).toBe('"\'=cmd()","\'@x",,,,"a\n=1",,,,"\'-1\n=2",,2026-11-01,,0,active');
  });

  test('as other programs save it: semicolons, quotation marks, another order, columns left out', async () => {
    const text = 'Added on;Closeness;E-mail;Name;Company\n;;ana@example.org;"\'=Ana";Acme\n';
    expect((await read(text)).rows).toMatchObject([
      { line: 2, contact: { name: '=Ana', company: 'Acme', closeness: 0, addedOn: '2026-11-22' } },
    ]);
  });

  test.each<[string, Partial<SheetContact>, string]>([
    ['a long name', { name: 'x'.repeat(201) }, '"Name" has 201 characters; at most 200 are taken'],
    [
      'a day that is none',
      { connectedOn: '2026-02-30' },
      '"Connected on" is "2026-02-30", but must be a day',
    ],
    ['closeness', { closeness: 6 }, '"Closeness" is "6", but must be one of: 0, 1'],
    ['no name', { name: '' }, 'the row has no name'],
    ['an address', { points: [{ kind: 'email', value: 'ana', key: 'ana' }] }, '"ana" is no e-mail address'],
    ['tags', { tags: Array.from({ length: 51 }, (_, at) => `t${at}`) }, '"Tags" has 51 values; at most 50'],
  ])('%s: the row is told with its line, and the next one read', async (_what, change, reason) => {
    const { rows, skipped } = await read(writeSheet([{ ...ANA, company: 'A', ...change }, ANA], 'file'));
    expect(rows.map(({ contact }) => contact)).toEqual([ANA]);
    expect(skipped).toEqual([{ line: 2, reason: expect.stringContaining(reason) }]);
  });
});
