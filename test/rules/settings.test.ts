import { describe, expect, test } from 'vitest';
import { PORTFOLIO } from '../../src/rules/constants';
import { paceOf } from '../../src/rules/pace';
import { protectedMinutes } from '../../src/rules/plan';
import { aimsFor } from '../../src/rules/portfolio';
import { SETTING_HELP, settingFacts } from '../../src/rules/setting-help';
import { checkSetting, SETTING_KEYS, settingsOf } from '../../src/rules/settings';
import { SPANS } from '../../src/rules/spans';

describe('settings', () => {
  test('have defaults', () => {
    expect(settingsOf([])).toEqual({
      goal: null,
      situation: 'unemployed',
      minutes: 120,
      weekStart: 'monday',
      roles: [],
      targets: [],
      me: null,
      searchStartedOn: null,
      historyDays: 180,
      historyMegabytes: 50,
      model: {
        ...{ protectedShare: 0.3, urgentShare: 0.15, pace: 1.5, neglectedDays: 14 },
        mix: PORTFOLIO,
        spans: SPANS,
      },
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
    ['protected-share', '81'],
    ['pace', '3.5'],
    ['pace', '0'],
    ['mix-active', '35/15/25/20/6'],
    ['mix-active', '35/15/25/25'],
    ['half-life', '0'],
    ['half-life', '6'],
    ['half-life', '366'],
    ['half-life', '30.5'],
    ['warm-days', '60'],
    ['warm-days', '180/60'],
    ['warm-days', '60/60'],
    ['follow-up-days', '2/7'],
    ['follow-up-days', '2/7/181'],
    ['reply-days', '0/14'],
    ['ask-days', '7/21/30'],
    ['busy-days', '13'],
    ['promise-grace', '31'],
  ] as const)('%s cannot be %s', (key, value) => {
    expect(checkSetting(key, value)).toMatch(/^must be/);
  });

  test.each([
    ['minutes', '5'],
    ['minutes', '960'],
    ['situation', 'employed'],
    ['week-start', 'sunday'],
    ['goal', 'anything at all'],
    ['pace', '1.25'],
    ['protected-share', '0'],
    ['mix-launch', '100/0/0/0/0'],
    ['half-life', '7'],
    ['warm-days', '30/1000'],
    ['follow-up-days', '0/1/2'],
    ['promise-grace', '0'],
  ] as const)('%s can be %s', (key, value) => {
    expect(checkSetting(key, value)).toBeUndefined();
  });

  test('every key has a word of help', () => {
    expect(Object.keys(SETTING_HELP)).toEqual([...SETTING_KEYS]);
  });

  test('every default would be allowed, and typing it changes nothing', () => {
    for (const { key, default: usual } of settingFacts([])) {
      if (usual === null) continue;
      expect(checkSetting(key, usual)).toBeUndefined();
      expect(settingsOf([{ key, value: usual }])).toEqual(settingsOf([]));
    }
  });

  test('what was set is told from the default, also where it is the same', () => {
    const facts = settingFacts([{ key: 'pace', value: '1.5' }]).find(({ key }) => key === 'pace');
    expect(facts).toMatchObject({ value: '1.5', isDefault: false, default: '1.5' });
  });

  test('the model of the settings is what the rules reckon with', () => {
    const rows = [
      { key: 'mix-active', value: '10/20/30/35/5' },
      { key: 'protected-share', value: '50' },
    ];
    const { model } = settingsOf(rows);
    expect(aimsFor('active', model.mix).apply).toBe(0.3);
    expect(protectedMinutes(200, false, model.protectedShare)).toBe(100);
    expect(paceOf([], settingsOf([{ key: 'pace', value: '2' }]).model.pace)).toBe(2);
  });
});
