import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldName } from '../../src/rules/names';
import { narrowerOf } from '../../src/rules/narrow';

const PEOPLE = [
  'Anastasia Petrova',
  'Ana Ruiz',
  'Zoë Łukasik',
  'Иван Петров',
  '田中 さくら',
  'Jonathan Meyer',
];
const narrower = narrowerOf(PEOPLE, PEOPLE.map(foldName));

describe('narrowing by typed words', () => {
  test.each([
    ['', PEOPLE, 'nothing typed leaves all, in their order'],
    ['  ', PEOPLE, 'nor do spaces'],
    ['ana', ['Ana Ruiz', 'Anastasia Petrova'], 'the whole word before the beginning of one'],
    ['ruiz a', ['Ana Ruiz'], 'in any order'],
    ['LUKASIK', ['Zoë Łukasik'], 'accents of the name ignored'],
    ['rüiz', ['Ana Ruiz'], 'accents typed ignored'],
    ['петр', ['Иван Петров'], 'any script'],
    ['田中', ['田中 さくら'], 'also one without letters like these'],
    ['jonahtan', ['Jonathan Meyer'], 'two letters swapped'],
    ['meyr', ['Jonathan Meyer'], 'a letter left out'],
    ['nathan', ['Jonathan Meyer'], 'the middle of a word'],
    ['qq', [], 'too short to guess'],
    ['-".+(', [], 'signs are no pattern'],
  ])('%j → %j (%s)', async (typed, names) => {
    expect((await narrower)(typed)).toEqual(names);
  });

  test('never throws, and never finds anybody twice', async () => {
    const narrow = await narrower;
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 12 }), (typed) => {
        const found = narrow(typed);
        expect(new Set(found).size).toBe(found.length);
      }),
      { numRuns: 40 },
    );
  });

  test('whoever is typed in full comes first', async () => {
    const narrow = await narrower;
    for (const name of PEOPLE) expect(narrow(name)[0]).toBe(name);
  });
});
