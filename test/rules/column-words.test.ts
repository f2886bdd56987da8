import { describe, expect, test } from 'vitest';
import { columnWords, valueWords } from '../../src/rules/column-words';
import { dataTables, journaledColumns, OWNERS } from '../../src/store/tables';
import { openTestDb } from '../support/database';

test('every column that an undo or the history can name has words', () => {
  const db = openTestDb();
  const own = dataTables(db).filter((table) => !(table in OWNERS) || table === 'introductions');
  const raw = own.flatMap((table) => journaledColumns(db, table).map((name) => [table, columnWords(name)]));
  expect(raw.filter(([, words]) => /_|\bid\b|\bon$/.test(words!.replace(/^id$/, '')))).toEqual([]);
});

describe('a value', () => {
  test.each([
    ['role', null, '–'],
    ['role', 'CTO', 'CTO'],
    ['hiring manager', 3, '#3'],
    ['job_id', 12, '#12'],
    ['interaction id', 7, 'noted'],
    ['seen_work', 0, 'no'],
    ['bonus known', 1, 'yes'],
    ['minutes', 45, '45'],
  ])('of %s, %j, reads %s', (name, value, words) => {
    expect(valueWords(name, value)).toBe(words);
  });
});
