import { expect, test } from 'vitest';
import { moveOfLoop, nameOfLoop } from '../../src/rules/loops';

const DAY = '2026-11-22';

test.each<[string, Partial<Record<'thankedOn' | 'metOn' | 'toldOn', string>>, string | undefined]>([
  ['new', {}, 'thank'],
  ['thanked', { thankedOn: DAY }, 'meet'],
  ['met', { thankedOn: DAY, metOn: DAY }, 'tell'],
  ['met before any thanks: both in one', { metOn: DAY }, 'tell'],
  ['told', { toldOn: DAY }, undefined],
  ['told of a meeting', { thankedOn: DAY, metOn: DAY, toldOn: DAY }, undefined],
])('the next move of a loop that is %s', (_, days, expected) => {
  expect(moveOfLoop({ thankedOn: null, metOn: null, toldOn: null, ...days })).toBe(expected);
});

test.each<[string | null, string | null, string]>([
  ['Maria Lopez', 'introduction to the CTO', 'the introduction to Maria Lopez'],
  [null, 'an introduction to the CTO at Acme', 'the introduction to the CTO at Acme'],
  [null, 'Intro to Maria', 'the introduction to Maria'],
  [null, 'to Maria', 'the introduction to Maria'],
  [null, 'introduced me by mail', 'the introduction'],
  [null, null, 'the introduction'],
])('%j, logged as %j', (introducedName, what, expected) => {
  expect(nameOfLoop({ introducedName, what })).toBe(expected);
});
