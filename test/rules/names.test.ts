import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldName, matchPeople, wordsOf } from '../../src/rules/names';

describe('foldName', () => {
  it.each([
    ['Ana  Ruiz ', 'ana ruiz', 'case and spaces'],
    ['José Muñoz', 'jose munoz', 'accents'],
    ['Jose\u0301', 'jose', 'an accent typed apart'],
    ['Søren Łukasz Đặng', 'soren lukasz dang', 'strokes through letters'],
    ['Weiß', 'weiss', 'sharp s'],
    ['WEISS', 'weiss', 'sharp s in capitals'],
    ['Ægir Œuvre Þór', 'aegir oeuvre thor', 'two letters in one'],
    ['İpek Işık', 'ipek isik', 'Turkish dotted and dotless i'],
    ["O'Neil", 'oneil', 'a straight apostrophe'],
    ['O’Neil', 'oneil', 'a curly apostrophe'],
    ['O´Neil', 'oneil', 'an accent used as an apostrophe'],
    ['Okafor-Lindqvist', 'okafor lindqvist', 'a hyphen'],
    ['Smith, Jr.', 'smith jr', 'punctuation'],
    ['J.P. Morgan', 'jp morgan', 'initials belong together'],
    ['U.S.A.', 'usa', 'initials belong together'],
    ['Node.js GmbH', 'node js gmbh', 'no initials'],
    ['Ｔａｎａｋａ', 'tanaka', 'wide letters'],
    ['ΝΊΚΟΣ', 'νικοσ', 'Greek in capitals'],
    ['Νίκος', 'νικοσ', 'Greek with its final sigma'],
    ['Фёдор', 'федор', 'the dots that Russians leave out'],
    ['أَحْمَد', 'احمد', 'Arabic vowel points and hamza'],
    ['김민준', '김민준', 'Hangul stays in syllables'],
    ['王小明', '王小明', 'no spaces: one word'],
    ['がく', 'がく', 'a voiced kana is another letter'],
    ['राम', 'राम', 'a vowel sign is a letter'],
    ['Ana ❤️', 'ana', 'a picture beside a name'],
    ['❤️', '❤', 'a picture for a name'],
    ['👩‍💻', '👩💻', 'a picture made of pictures'],
    ['', '', 'nothing'],
    ['  ', '', 'nothing to see'],
  ])('"%s" folds to "%s": %s', (text, folded) => {
    expect(foldName(text)).toBe(folded);
  });

  it('changes nothing when done twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldName(foldName(text))).toBe(foldName(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves something of every name that can be seen', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        expect(foldName(text) !== '').toBe(text.trim() !== '');
      }),
    );
  });

  it('does not mind how a name is composed or capitalised', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zà-öø-ÿāăąćčďęěłńňőřśšťůűźž' -]{1,20}$/), (text) => {
        expect(foldName(text.toUpperCase().normalize('NFD'))).toBe(foldName(text));
      }),
    );
  });
});

describe('wordsOf', () => {
  it.each([
    ['Ana Ruiz Ana', ['ana', 'ruiz'], 'each once'],
    ['Ngozi Okafor-Lindqvist', ['ngozi', 'okafor', 'lindqvist'], 'both halves'],
    ['', [], 'none'],
  ])('%s: %j (%s)', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });
});

describe('matchPeople', () => {
  const person = (id: number, name: string, company: string | null = null) => ({
    id,
    name,
    company,
    words: wordsOf(`${name} ${company ?? ''}`),
  });
  const ana = person(1, 'Ana Ruiz', 'Acme');
  const anastasia = person(2, 'Anastasia Petrova', 'Globex');
  const otherAna = person(3, 'Ana Silva', 'Ana Foods');
  const plainAna = person(4, 'Ana');
  const okafor = person(5, 'Ngozi Okafor-Lindqvist', 'Acme');
  const kim = person(6, '김민준');
  const unicorn = person(7, '🦄');

  it.each([
    ['petrova', [ana, anastasia], [2], 'only one fits'],
    ['anast', [ana, anastasia], [2], 'the beginning of a word'],
    ['stasia', [ana, anastasia], [], 'never the middle of a word'],
    ['ana', [ana, anastasia], [1], 'a whole word before a beginning'],
    ['ana', [ana, otherAna], [1, 3], 'two whole words: ask'],
    ['ana', [ana, otherAna, plainAna, anastasia], [4], 'the whole name before a whole word'],
    ['an', [ana, anastasia], [1, 2], 'two beginnings: ask'],
    ['ana acme', [ana, otherAna, okafor], [1], 'the company decides'],
    ['acme ana', [ana, otherAna, okafor], [1], 'in any order'],
    ['RUÍZ', [ana, otherAna], [1], 'accents and case do not matter'],
    ['lindqvist', [ana, okafor], [5], 'half of a double name'],
    ['okafor-lindqvist', [ana, okafor], [5], 'both halves'],
    ['김', [ana, kim], [6], 'the beginning of a name without spaces'],
    ['🦄', [ana, unicorn], [7], 'a picture'],
    ['bob', [ana, otherAna], [], 'nobody'],
    ['ana bob', [ana], [], 'every word must fit'],
    ['', [ana], [], 'no words mean nobody'],
    [' - ', [ana], [], 'punctuation means nobody'],
    ['ana', [], [], 'nobody there'],
  ])('"%s" among %j: %j (%s)', (query, candidates, ids) => {
    expect(matchPeople(query, candidates).map(({ id }) => id)).toEqual(ids);
  });

  it('keeps two people of one name apart', () => {
    const twin = person(8, 'Ana Ruiz', 'Globex');
    expect(matchPeople('ana ruiz', [ana, twin])).toEqual([ana, twin]);
    expect(matchPeople('ana ruiz globex', [ana, twin])).toEqual([twin]);
  });

  const name = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1 }),
    fc.stringMatching(/^[A-Z][a-zé'’-]{1,8} [A-Z][a-zø-]{1,8}$/),
  );

  it('finds a name by each of its words, by all of them and by their beginnings', () => {
    fc.assert(
      fc.property(name, (text) => {
        const found = [person(1, text)];
        for (const word of wordsOf(text)) {
          expect(matchPeople(word, found)).toEqual(found);
          expect(matchPeople(String.fromCodePoint(word.codePointAt(0)!), found)).toEqual(found);
        }
        expect(matchPeople(text, found)).toEqual(text.trim() === '' ? [] : found);
      }),
    );
  });

  it('never invents anybody, and lists all who fit unless it chooses one', () => {
    fc.assert(
      fc.property(fc.array(name), fc.constantFrom('a', 'b', 'A', 'ana', 'o'), (names, query) => {
        const people = names.map((text, id) => person(id, text));
        const fitting = people.filter(({ words }) =>
          words.some((word) => word.startsWith(query.toLowerCase())),
        );
        const matches = matchPeople(query, people);
        expect(matches.length === 1 ? fitting.includes(matches[0]!) : matches).toEqual(
          matches.length === 1 ? true : fitting,
        );
      }),
    );
  });
});

it('names of plain letters fold as all others do', () => {
  const ascii = fc.string({ unit: 'binary-ascii', maxLength: 20 });
  fc.assert(
    fc.property(ascii, (text) => {
      // A Cyrillic letter between takes the way of all scripts, and is taken out again.
      expect(foldName(text)).toBe(foldName(`${text} я`).replace(/ ?я$/, '') || foldName(text));
    }),
    { numRuns: 1000 },
  );
});
