/** How long a conversation took, in the ways people write it; never two lengths out of one. */
import { describe, expect, test } from 'vitest';
import { readSentence } from '../../../src/formats/sentence/sentence';
import { surroundings } from './world';

const lengthOf = async (sentence: string) => {
  const { minutes, doubts } = await readSentence(sentence, surroundings());
  return { minutes: minutes?.minutes ?? null, doubts: doubts.map(({ about }) => about) };
};

describe('the length of', () => {
  test.each<[string, number]>([
    ['coffee with Ana at 14:00 for 30 minutes', 30],
    ['coffee with Ana at 2pm, 30 min', 30],
    ['coffee with Ana at the station for 20 min', 20],
    ['talked to ana at the node meetup for 20 min', 20],
    ['coffee with Ana for half an hour', 30],
    ['coffee with Ana half hr', 30],
    ['coffee with Ana, an hour and a half', 90],
    ['coffee with Ana, hour and a half', 90],
    ['coffee with Ana 1h30', 90],
    ['coffee with Ana 1h30m', 90],
    ['coffee with Ana 1 hr 30', 90],
    ['coffee with Ana 1.5h', 90],
    ['coffee with Ana 90min', 90],
    ['coffee with Ana 3/4 hour', 45],
    ['coffee with Ana, 3/4 of an hour', 45],
    ['coffee with Ana 1/2 hr', 30],
    ['coffee with Ana ½ hour', 30],
    ['coffee with Ana 1 1/2 hours', 90],
    ['coffee with Ana ~30 min', 30],
    ['coffee with Ana 30 mins or so', 30],
    ['3/4 hour coffee with Ana', 45],
  ])('%s is %i minutes', async (sentence, minutes) => {
    expect(await lengthOf(sentence)).toEqual({ minutes, doubts: [] });
  });

  test.each<[string, number]>([
    ['coffee with Ana 9:00-11:00', 120],
    ['coffee with Ana 9:00 - 11:00', 120],
    ['coffee with Ana 9:00–9:45', 45],
    ['coffee with Ana from 9 to 11', 120],
    ['coffee with Ana from 11 to 1', 120],
    ['coffee with Ana from 9 to 11 yesterday', 120],
    ['coffee with Ana yesterday from 9 to 10:30, promised her the deck', 90],
    ['coffee with Ana 2-3pm', 60],
    ['coffee with Ana 2-3:30pm', 90],
    ['coffee with Ana 2 - 3 pm', 60],
    ['coffee with Ana 11am-1pm', 120],
    ['coffee with Ana 11-1pm', 120],
    ['coffee with Ana between 2 and 3pm', 60],
    ['coffee with Ana 10am to noon', 120],
    ['coffee with Ana from 14h to 15h30', 90],
    ['drinks with Ana from 22:30 to 0:15', 105],
    ['coffee 14:00-14:45 with Ana', 45],
    ['14:00-14:45 coffee with Ana', 45],
    ['yesterday 14:00-14:45, coffee with Ana', 45],
    ['coffee with Ana on Friday, 9:00-10:00', 60],
    ['coffee with Ana 9-10am, 1h', 60],
  ])('%s, from one time to another, is %i minutes', async (sentence, minutes) => {
    expect(await lengthOf(sentence)).toEqual({ minutes, doubts: [] });
  });

  test.each<[string, string, string]>([
    ['coffee with Ana 45', 'minutes', 'a number alone may be anything'],
    ['lunch ana 45', 'minutes', 'as a telegram'],
    ['coffee with Ana, 45, promised her the deck', 'minutes', 'between commas'],
    ['coffee with Ana from 9 to 9', 'minutes', 'no time at all, or half a day'],
    ['coffee with Ana 9-10am, 2h', 'minutes', 'two that differ'],
    ['coffee with Ana 10-12', 'day', 'two days of the year, or hours'],
    ['coffee with Ana great chat 30 min lots of laughs', 'minutes', 'in the middle of something else'],
  ])('%s is doubtful (%s: %s)', async (sentence, about) => {
    expect(await lengthOf(sentence)).toEqual({ minutes: null, doubts: [about] });
  });

  test.each([
    'coffee with Ana, she was 20 min late',
    'coffee with Ana, her commute is an hour each way',
    'coffee with Ana, they raised 20m',
    'coffee with Ana: team of 12, from 2 to 3 roles open',
    'coffee with Ana, room 45',
    'coffee with Ana at 14:00',
  ])('%s is not said', async (sentence) => {
    expect(await lengthOf(sentence)).toEqual({ minutes: null, doubts: [] });
  });
});
