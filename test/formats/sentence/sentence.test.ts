import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSentence } from '../../../src/formats/sentence/is-sentence';
import type { Reading, Span } from '../../../src/formats/sentence/reading';
import { readSentence } from '../../../src/formats/sentence/sentence';
import { minutesOf } from '../../../src/formats/sentence/times';
import { surroundings } from './world';

const PIECES =
  `coffee with Ana|and Lee|yesterday|on Friday|45 min|for an hour|promised her the deck|by Friday|she offered an intro to
  Maria|next: send CV on Monday|,|;|:|.|and|but|called Priya|Omar emailed back|he will send the file|did not|if she likes it|
  gave me advice|I reviewed her deck|unprompted|at the Node meetup|about hiring|Zoltan|"quoted|03/04|Sam|#2|#99|(|)|🎉|
  I owe him|in two weeks|last week|might|met|with|May|in May|Will|will|ana's|田中さくら|1h30|half an hour|w/|—`
    .split('|')
    .map((piece) => piece.replace(/\s+/g, ' ').trim());

const spoken = fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((pieces) => pieces.join(' '));
const anything = fc.oneof(spoken, fc.string({ unit: 'binary', maxLength: 80 }), fc.string({ maxLength: 80 }));

/** Small words that only hold the parts together. */
const JOINTS =
  /^(?:and|but|so|then|also|i|we|plus|both|with|about|re|again|back|together|for|on|w|to|as|well|a|of|at)$/i;

function spansOf(reading: Reading): Span[] {
  const { people, channel, day, minutes, promises, acts, next, doubts } = reading;
  const parts = [...people, channel, day, minutes, ...promises, ...acts, next].filter(
    (part) => part !== null,
  );
  return [...parts.flatMap(({ spans }) => spans), ...doubts.map(({ span }) => span)];
}

describe('a sentence', () => {
  test('whatever it says, is read, and always in the same way', async () => {
    await fc.assert(
      fc.asyncProperty(anything, async (sentence) => {
        const reading = await readSentence(sentence, surroundings());
        expect(await readSentence(sentence, surroundings())).toEqual(reading);
      }),
      { numRuns: 300 },
    );
  });

  test('loses no word: each is in a part, in the note, or in a doubt', async () => {
    await fc.assert(
      fc.asyncProperty(spoken, async (sentence) => {
        const reading = await readSentence(sentence, surroundings());
        const spans = spansOf(reading);
        const lost = [...sentence.matchAll(/[\p{L}\p{N}]+/gu)].filter(
          ({ 0: word, index }) =>
            !JOINTS.test(word) &&
            !spans.some(({ start, end }) => index >= start && index < end) &&
            !(reading.about ?? '').includes(word),
        );
        expect(lost.map(([word]) => word)).toEqual([]);
      }),
      { numRuns: 400, examples: [['and Lee and Lee coffee with Ana'], ['Lee and Ana coffee with Maria']] },
    );
  });

  test.each(['Lee and Ana coffee with Maria', 'Ana coffee yesterday 30 min with Lee'])(
    'asks about somebody who is named last: %s',
    async (sentence) => {
      const { people, doubts } = await readSentence(sentence, surroundings());
      expect(people.length).toBeGreaterThan(0);
      expect(doubts).toMatchObject([{ about: 'people', why: 'may be somebody you talked with, too' }]);
    },
  );

  test('keeps its note in order', async () => {
    await fc.assert(
      fc.asyncProperty(spoken, async (sentence) => {
        const { about } = await readSentence(sentence, surroundings());
        let from = 0;
        for (const piece of about?.split('; ') ?? []) {
          const at = sentence.indexOf(piece, from);
          expect(at).toBeGreaterThanOrEqual(0);
          from = at + piece.length;
        }
      }),
      { numRuns: 200 },
    );
  });

  test('never makes anybody or anything of a denial', async () => {
    const denials = [
      "didn't promise anything",
      'never promised the deck',
      'might send the deck',
      "couldn't introduce me",
      "won't send it",
      'wants to introduce me',
      'promised nothing',
    ];
    for (const who of ['she', 'Ana', 'I'])
      for (const denial of denials) {
        const reading = await readSentence(`coffee with Ana: ${who} ${denial}`, surroundings());
        expect([reading.promises, reading.acts, reading.next], `${who} ${denial}`).toEqual([[], [], null]);
      }
  });
});

describe('is told from people', () => {
  test.each<[string, boolean]>([
    ['coffee with ana yesterday', true],
    ['called Priya', true],
    ['Ana Ruiz', false],
    ['ana lee', false],
    ['coffee', false],
    ['', false],
  ])('%s', (text, expected) => {
    expect(isSentence(text)).toBe(expected);
  });
});

test.each<[string, number | undefined]>([
  ['45 min', 45],
  ['45m', 45],
  ['1h30', 90],
  ['an hour and a half', 90],
  ['half an hour', 30],
  ['three quarters of an hour', 45],
  ['two and a half hours', 150],
  ['twenty minutes', 20],
  ['forty five minutes', 45],
  ['20-minute', 20],
  ['1.5 hours', 90],
  ['2 hours and 10 minutes', 130],
  ['a couple of hours', 120],
  ['a few minutes', undefined],
  ['a while', undefined],
])('%s is %s minutes', (phrase, minutes) => {
  expect(minutesOf(phrase)).toBe(minutes);
});
