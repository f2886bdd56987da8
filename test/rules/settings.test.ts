import { describe, expect, test } from 'vitest';
import { checkSetting, SETTING_HELP, SETTING_KEYS, settingsOf } from '../../src/rules/settings';

describe('settings', () => {
  test('have defaults', () => {
    expect(settingsOf([])).toEqual({
      goal: null,
      situation: 'unemployed',
      minutes: 120,
      weekStart: 'monday',
      targets: [],
      me: null,
      searchStartedOn: null,
      historyDays: 180,
      historyMegabytes: 50,
    });
  });

  test('somebody with a job has less time', () => {
    expect(settingsOf([{ key: 'situation', value: 'employed' }]).minutes).toBe(45);
  });

  test('minutes that were set stay, whatever the situation', () => {
    const rows = [
      { key: 'situation', value: 'employed' },
      { key: 'minutes', value: '90' },
    ];
    expect(settingsOf(rows).minutes).toBe(90);
  });

  test('targets are parted by commas, and empty ones are none', () => {
    expect(settingsOf([{ key: 'targets', value: ' Acme, ,Globex,' }]).targets).toEqual(['Acme', 'Globex']);
  });
});

describe('checks', () => {
  test.each([
    ['minutes', '4'],
    ['minutes', '961'],
    ['minutes', '-30'],
    ['minutes', '1.5'],
    ['minutes', 'many'],
    ['situation', 'retired'],
    ['week-start', 'friday'],
  ] as const)('%s cannot be %s', (key, value) => {
    expect(checkSetting(key, value)).toMatch(/^must be/);
  });

  test.each([
    ['minutes', '5'],
    ['minutes', '960'],
    ['situation', 'employed'],
    ['week-start', 'sunday'],
    ['goal', 'anything at all'],
  ] as const)('%s can be %s', (key, value) => {
    expect(checkSetting(key, value)).toBeUndefined();
  });

  test('every key has a word of help', () => {
    expect(Object.keys(SETTING_HELP)).toEqual([...SETTING_KEYS]);
  });
});
