import { expect, test } from 'vitest';
import type { How } from '../../src/model';
import type { NextStep } from '../../src/rules/next-step';
import { findPaths } from '../../src/rules/paths';
import { stepOnWay } from '../../src/rules/way-step';

const NAMES: Record<number, string> = { 1: 'Ana', 2: 'Lee', 3: 'Maria' };
const own: NextStep = { action: 'own', text: 'the next step with Ana', minutes: 10, bucket: 'deepen' };

/** From Ana over the ties given to the last of them. */
function stepFor(
  mine: number,
  hows: How[],
  company: string | null = null,
  before: string | null = null,
): string {
  const [way] = findPaths({
    target: hows.length + 1,
    myStrength: (id) => (id === 1 ? mine : null),
    neighbours: (id) => [
      ...(hows[id - 1] === undefined ? [] : [{ id: id + 1, how: hows[id - 1]! }]),
      ...(id < 2 ? [] : [{ id: id - 1, how: hows[id - 2]! }]),
    ],
  });
  const { from, to } = way!.weakest;
  const how = from === 'me' ? null : (hows[Math.min(from, to) - 1] ?? null);
  const nameOf = (id: number) => NAMES[id]!;
  return stepOnWay(way!, { nameOf, how, firstDepth: mine * 100, firstStep: own, company, before }).text;
}

test.each<[string, number, How[], string | null, string]>([
  ['my own tie is the weakest', 0.4, [4], null, own.text],
  ['how well is not said', 0.8, [null], null, 'ask Ana how well they know Lee'],
  ['further on', 0.8, [5, null], null, 'ask Ana how well Lee knows Maria'],
  ['they barely know each other', 0.8, [1], null, 'ask Ana who knows Lee better'],
  ['fair, and I am close enough to ask', 0.8, [3], null, 'ask Ana to introduce you to Lee'],
  ['all strong: to whom Ana leads', 0.95, [5, 4], null, 'ask Ana to introduce you to Lee'],
  ['straight to a person', 0.95, [], null, own.text],
  [
    'straight into a company',
    0.95,
    [],
    'Acme',
    'tell Ana that you aim at Acme, and ask how they would go about it',
  ],
  ['straight, but not strong', 0.6, [], 'Acme', own.text],
])('%s', (_why, mine, hows, company, text) => {
  expect(stepFor(mine, hows, company)).toBe(text);
});

test('an introduction that cannot be asked for today says what comes first', () => {
  expect(stepFor(0.95, [5, 4], null, 'tell Ana which roles you aim at')).toBe(
    'tell Ana which roles you aim at; then ask Ana to introduce you to Lee',
  );
});
