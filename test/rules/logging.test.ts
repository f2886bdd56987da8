import { describe, expect, test } from 'vitest';
import { isSubstantiveByDefault, touchKindsOf } from '../../src/rules/logging';

describe('the touch of a channel', () => {
  test.each([
    ['coffee', null, ['live']],
    ['call', null, ['live']],
    ['video', null, ['live']],
    ['meeting', null, ['live']],
    ['event', null, ['group']],
    ['group', null, ['group']],
    ['email', 'sent', ['out']],
    ['email', 'received', ['in']],
    ['message', 'both', ['out', 'in']],
  ] as const)('%s %s', (channel, direction, kinds) => {
    expect(touchKindsOf(channel, direction)).toEqual(kinds);
  });
});

describe('substantive when nobody said', () => {
  test.each([
    ['a quarter of an hour face to face', 'coffee', 15, true],
    ['less than that', 'call', 14, false],
    ['of unknown length', 'call', null, false],
    ['in writing, however long', 'email', 60, false],
    ['in the same room only', 'event', 120, false],
  ] as const)('%s', (_why, channel, minutes, expected) => {
    expect(isSubstantiveByDefault(channel, minutes)).toBe(expected);
  });
});
