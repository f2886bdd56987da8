import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors';
import { exportOf, isJson, readExport, writeExport } from '../../src/formats/jobsearch';
import { renderJson } from '../../src/render/json';
import { isHarmless } from '../support/terminal-text';

const file = (text: string) => ({ name: 'a.json', bytes: new TextEncoder().encode(text) });
const DATA = {
  schema: 1,
  sequences: { contacts: 3 },
  tables: { contacts: [{ id: 1, name: 'Zoë \u202e\u009b\u001b\n👋', notes: null }], tags: [] },
};

test('what is written is read back', () => {
  expect(readExport(file(writeExport(DATA)))).toEqual(DATA);
  expect(readExport(file(`\ufeff${writeExport(DATA)}`))).toEqual(DATA);
});

test('what is written is what --json prints, and nothing in it acts on a terminal', () => {
  expect(writeExport(DATA)).toBe(renderJson(exportOf(DATA)));
  expect(isHarmless(writeExport(DATA))).toBe(true);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  expect(writeExport(DATA)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
});

test.each([
  ['{}', true],
  [' \n\t[', true],
  ['\ufeff{', true],
  ['First Name,Last Name', false],
  ['', false],
  ['PK\u0003\u0004{', false],
])('%j is JSON: %j', (text, expected) => {
  expect(isJson(file(text))).toBe(expected);
});

describe('what is no export is refused', () => {
  const whole = writeExport(DATA);
  const edited = (change: object) => JSON.stringify({ ...exportOf(DATA), ...change });
  test.each([
    ['cut off', whole.slice(0, -20), 'a.json is damaged or incomplete JSON: '],
    ['two of them', whole + whole, 'a.json is damaged or incomplete JSON: '],
    ['a list', '[]', 'a.json is JSON, but no export of jobsearch.'],
    ["another program's", '{"format":"huntr"}', 'a.json is JSON, but no export of jobsearch.'],
    ['no schema', edited({ schema: '1' }), 'its schema has no number'],
    ['a fraction of a schema', edited({ schema: 0.5 }), 'its schema has no number'],
    ['no numbers', edited({ sequences: { contacts: '3' } }), '"sequences" are not whole numbers'],
    [
      'a number nobody gave',
      edited({ sequences: { contacts: 9_007_199_254_740_991 } }),
      '"sequences" has 9007199254740991 for "contacts", and numbers go from 0 to 1,000,000,000',
    ],
    ['a number below zero', edited({ sequences: { contacts: -1 } }), '"sequences" has -1 for "contacts"'],
    ['no tables', edited({ tables: [] }), 'it has no tables'],
    ['a table that is none', edited({ tables: { tags: {} } }), '"tags" is no list of rows'],
    ['a row that is none', edited({ tables: { tags: [{}, 4] } }), 'row 2 of "tags" is no row'],
    ['a value within a value', edited({ tables: { tags: [{ tag: ['a'] }] } }), 'row 1 of "tags" is no row'],
    [
      'a huge id',
      edited({ tables: { tasks: [{ id: 2 ** 53 }] } }),
      'Row 1 of "tasks" in a.json: "id" is 9007199254740992',
    ],
    [
      'id zero',
      edited({ tables: { tasks: [{ id: 1 }, { id: 0 }] } }),
      'Row 2 of "tasks" in a.json: "id" is 0',
    ],
    [
      'half a character',
      edited({ tables: { tags: [{ tag: 'a\ud800' }] } }),
      '"tag" has half a character at place 2',
    ],
    [
      'no text',
      edited({ tables: { tags: [{ tag: 'a\u0000' }] } }),
      '"tag" has the character U+0000 at place 2',
    ],
    [
      'a name of ten pages',
      edited({ tables: { contacts: [{ name: 'x'.repeat(5_312) }] } }),
      'Row 1 of "contacts" in a.json: "name" has 5,312 characters; at most 200 are taken',
    ],
    ['a truth value', edited({ tables: { tags: [{ tag: true }] } }), 'row 1 of "tags" is no row'],
  ])('%s', (_, text, message) => {
    expect(() => readExport(file(text))).toThrow(UserError);
    expect(() => readExport(file(text))).toThrow(message);
  });
});
