import { expect, test } from 'vitest';
import { eventKindOf } from '../../src/rules/event-kinds';

test.each([
  ['Interview at Acme', 0, 'interview'],
  ['Phone screening with Globex', 1, 'interview'],
  ['phone screen Initech', 1, 'interview'],
  ['Screen prototypes with Lee', 1, 'meeting'],
  ['Talk with Lee', 1, 'meeting'],
  ['Talk on databases', 0, 'event'],
  ['Lunch with Lee', 1, 'coffee'],
  ['Call with Priya', 1, 'call'],
  ['Zoom with Priya', 1, 'video'],
  ['Node.js meetup', 0, 'event'],
  ['Recall the numbers', 1, 'meeting'],
  ['Ana and Lee', 2, 'meeting'],
  ['Ana, Lee and Priya', 3, 'event'],
  ['Something', 0, 'event'],
] as const)('%s with %i people is a %s', (title, people, kind) => {
  expect(eventKindOf(title, people)).toBe(kind);
});
