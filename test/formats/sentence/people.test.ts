/** Who is meant, however small it is written; somebody unknown is one doubt, and one alone. */
import { describe, expect, test } from 'vitest';
import { readSentence } from '../../../src/formats/sentence/sentence';
import { shortly, surroundings } from './world';

const peopleIn = async (sentence: string) =>
  (await readSentence(sentence, surroundings())).people.map(({ name }) => name.split(' ')[0]);

describe('in small letters', () => {
  test.each<[string, string[]]>([
    ['coffee with ana', ['Ana']],
    ['coffee with jose', ['José']],
    ['call with zoe müller', ['Zoë']],
    ['beer w lukasz', ['Łukasz']],
    ['sent a thank you email to grace', ['Grace']],
    ['spoke to mark on the phone', ['Mark']],
    ['dinner w maria & bill', ['Maria', 'Bill']],
    ['zoom with omar, lee and grace', ['Omar', 'Lee', 'Grace']],
    ['coffee grace 40min', ['Grace']],
    ['bill called me, 10 min', ['Bill']],
    ['mark emailed me back', ['Mark']],
    ['saw mark yesterday', ['Mark']],
    ['texted bill', ['Bill']],
    ['wrote grace a note by email', ['Grace']],
  ])('%s: %j', async (sentence, people) => {
    expect(await peopleIn(sentence)).toEqual(people);
  });

  test.each([
    'coffee with ana and will call her boss',
    'coffee with ana, grace period ends soon',
    'coffee with ana to mark the end of it',
    'coffee with ana, bill was 12 euros',
    'coffee with ana and may meet again',
    'coffee with ana, nice to park there',
  ])('%s: only Ana', async (sentence) => {
    expect(await peopleIn(sentence)).toEqual(['Ana']);
  });
});

test('somebody named twice is one person, found in both places', async () => {
  const { people } = await readSentence('coffee with Ana and Lee and Lee', surroundings());
  expect(people).toMatchObject([
    { name: 'Ana Ruiz' },
    { name: 'Lee Chen', spans: [{ start: 20 }, { start: 28 }] },
  ]);
});

describe('somebody new', () => {
  test.each<[string, string[]]>([
    ['coffee with bob', ['coffee | +Bob']],
    ['coffee w bob yesterday 30 min', ['coffee | +Bob | 2026-11-21 | 30']],
    ['coffee with rob', ['coffee | +Rob']],
    ['coffee with bob torres, 30 min', ['coffee | +Bob Torres | 30']],
    ['coffee with jan van der berg', ['coffee | +Jan van der Berg']],
    ['coffee with jean-luc', ['coffee | +Jean-Luc']],
    ['coffee with ana and bob', ['coffee | Ana Ruiz, +Bob']],
    ['called bob', ['call | +Bob']],
    ['bob called me', ['call | +Bob']],
    ['met bob for lunch', ['coffee | +Bob']],
    ['email from bob, he promised me the list', ['email received | +Bob', 'promise of Bob: the list']],
    ['coffee with bob: bob promised me the list', ['coffee | +Bob', 'promise of Bob: the list']],
    ['coffee with Zoltan: I owe Zoltan a reply', ['coffee | +Zoltan', 'I promise Zoltan: a reply']],
  ])('is added where that is wanted: %s', async (sentence, expected) => {
    expect(shortly(await readSentence(sentence, surroundings({ fresh: 'all' })))).toEqual(expected);
  });

  test.each<[string, string]>([
    ['coffee with bob', 'bob'],
    ['coffee with bob: bob promised me the list', 'bob'],
    ['coffee with Zoltan: I owe Zoltan a reply', 'Zoltan'],
    ['coffee with Zoltan: Zoltan promised me the list by Friday', 'Zoltan'],
    ['coffee with Zoltan: he promised me the list', 'Zoltan'],
    ['coffee with bob great chat', 'bob'],
  ])('is one doubt: %s', async (sentence, words) => {
    const { doubts } = await readSentence(sentence, surroundings());
    expect(doubts.map((one) => [one.about, one.words])).toEqual([['people', words]]);
  });

  test('hides no doubtful day', async () => {
    const { doubts } = await readSentence(
      'coffee with Zoltan: promised him the deck by 03/04',
      surroundings(),
    );
    expect(doubts.map(({ words }) => words)).toEqual(['Zoltan', 'by 03/04']);
  });

  test.each(['coffee with people from acme', 'met friends', 'somebody called me', 'lunch with recruiters'])(
    'is nobody without a name: %s',
    async (sentence) => {
      const { people, doubts } = await readSentence(sentence, surroundings({ fresh: 'all' }));
      expect(people).toEqual([]);
      expect(doubts.map(({ about }) => about)).toContain('people');
    },
  );
});
