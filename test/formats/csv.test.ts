import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { findHeader, readRows } from '../../src/formats/csv';

const isHeader = (cells: string[]) => cells[0] === 'Name' && cells[1] === 'Town';
const read = async (text: string) => {
  const header = findHeader(text, isHeader);
  return header && { header, ...(await readRows(header)) };
};

describe('findHeader', () => {
  test.each([
    ['on the first line', 'Name,Town\n', 1, ','],
    ['below notes over several lines', 'Notes:\n"one\ntwo"\n\nName,Town\n', 5, ','],
    ['below a lone quotation mark', 'Notes:\n"\nName,Town\n', 3, ','],
    ['on the line where a note closes', 'Notes: "one\n"Name,Town\n', 2, ','],
    ['quoted', '"Name","Town"\r\n', 1, ','],
    ['with semicolons', 'Name;Town;\n', 1, ';'],
    ['with tabs', 'Name\tTown\n', 1, '\t'],
    ['behind a second byte order mark, with spaces', '\uFEFFName , Town\n', 1, ','],
    ['after old Macintosh line ends', 'Notes\r\rName,Town\r', 3, ','],
    ['without anything after it', 'Name,Town', 1, ','],
  ])('%s', (_why, text, line, separator) => {
    expect(findHeader(text, isHeader)).toMatchObject({ line, separator });
  });

  test.each([
    ['nowhere', 'Town,Name\nName Town\n'],
    ['too far down', `${'x\n'.repeat(60)}Name,Town\n`],
    ['in an empty text', ''],
  ])('%s: null', (_why, text) => {
    expect(findHeader(text, isHeader)).toBeNull();
  });
});

describe('readRows', () => {
  test('knows the line of the file on which each row begins', async () => {
    const text = 'Notes:\r\n"a\nb"\n\nName,Town\r\nAna,"Bad\r\nHomburg"\r\n\n\nBea,Rome\nCem,"x, ""y"""';
    expect((await read(text))?.rows).toEqual([
      { cells: ['Ana', 'Bad\nHomburg'], line: 6 },
      { cells: ['Bea', 'Rome'], line: 10 },
      { cells: ['Cem', 'x, "y"'], line: 11 },
    ]);
  });

  test('leaves out blank rows, whatever their width', async () => {
    expect((await read('Name,Town\n,,,\n  ,\nAna,Rome\n\n'))?.rows).toEqual([
      { cells: ['Ana', 'Rome'], line: 4 },
    ]);
  });

  test('tells where a quotation mark opens that never closes, and keeps what stands before it', async () => {
    const result = await read('Name,Town\nAna,Rome\nBea,"Oslo\nCem,Bonn\n');
    expect(result?.rows).toEqual([{ cells: ['Ana', 'Rome'], line: 2 }]);
    expect(result?.problems).toEqual([{ line: 3, reason: expect.stringContaining('never closes') }]);
  });

  test('keeps a row with a stray quotation mark, and tells its line', async () => {
    const result = await read('Name,Town\nAna,"New "old" town"\nBea,Oslo\n');
    expect(result?.rows).toEqual([
      { cells: ['Ana', 'New "old" town'], line: 2 },
      { cells: ['Bea', 'Oslo'], line: 3 },
    ]);
    expect(result?.problems).toEqual([{ line: 2, reason: expect.stringContaining('stray') }]);
  });

  test('what papaparse writes comes back, with the lines it was written to', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', ' ', ',', ';', '\t', '"', '\n', "'", '=') });
    const row = fc.tuple(fc.constant('x'), cell, cell);
    const options = fc.record({
      delimiter: fc.constantFrom(',', ';', '\t'),
      quotes: fc.boolean(),
      newline: fc.constantFrom('\n', '\r\n'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 8 }), options, async (rows, config) => {
        const text = Papa.unparse([['Name', 'Town', 'Note'], ...rows], config);
        const result = await read(text);
        expect(result?.rows.map(({ cells }) => cells)).toEqual(rows);
        expect(result?.problems).toEqual([]);
        const lines = text.replaceAll('\r\n', '\n').split('\n');
        for (const { line } of result!.rows) expect(lines[line - 1]).toMatch(/^"?x/);
      }),
    );
  });
});
