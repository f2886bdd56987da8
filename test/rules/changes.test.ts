import { describe, expect, test } from 'vitest';
import type { Change, RowValues } from '../../src/model';
import { thingsOf } from '../../src/rules/changes';

const between = (a: number, b: number, after: RowValues | null, before: RowValues | null = null): Change => {
  const key = JSON.stringify([a, b]);
  const people = [`P${a}`, `P${b}`];
  return { ...{ table: 'knows', key, before, after, people, name: null }, owner: { table: 'knows', key } };
};

describe('a tie between two people, which is kept in both directions', () => {
  const there = between(1, 2, { a: 1, b: 2, how: 3 }, { a: 1, b: 2, how: null });
  const back = between(2, 1, { a: 2, b: 1, how: 3 }, { a: 2, b: 1, how: null });

  test.each([
    ['both directions', [there, back]],
    ['both, the other way round', [back, there]],
    ['only the one', [there]],
    ['only the other: it must not be lost', [back]],
  ])('%s is one thing', (_, changes) => {
    expect(thingsOf(changes)).toMatchObject([
      { table: 'knows', key: '[1,2]', op: 'changed', fields: [{ from: null, to: 3 }] },
    ]);
  });
});
