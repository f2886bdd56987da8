import { describe, expect, test } from 'vitest';
import { isSubstantiveByDefault, seemsSubstantive, touchKindsOf } from '../../src/rules/logging';

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

describe('what somebody told seems to have mattered', () => {
  const nothing = { minutes: null, isAbout: false, hasCome: false };
  test.each([
    ['nothing but that two people met', 'coffee', {}, false],
    ['what it was about', 'coffee', { isAbout: true }, true],
    ['something came of it', 'call', { hasCome: true }, true],
    ['half an hour, as was said', 'call', { minutes: 30 }, true],
    ['five minutes', 'call', { minutes: 5 }, false],
    ['in writing', 'email', { isAbout: true, hasCome: true }, false],
    ['in the same room only', 'event', { isAbout: true }, false],
  ] as const)('%s', (_why, channel, more, expected) => {
    expect(seemsSubstantive(channel, { ...nothing, ...more })).toBe(expected);
  });
});
