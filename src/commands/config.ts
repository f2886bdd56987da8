import type { Command } from '../app';
import { UsageError } from '../errors';
import { LIMITS, textFault } from '../rules/limits';
import { checkSetting, SETTING_HELP, SETTING_KEYS, type SettingKey, settingsOf } from '../rules/settings';
import { listSettings, removeSetting, setSetting } from '../store/settings';
import { configView } from '../views/config';
import { oneOf } from './options';

interface Input {
  key?: SettingKey;
  value?: string[];
  unset?: boolean;
}

export const config: Command = {
  examples: [
    'jobsearch config',
    'jobsearch config minutes 90',
    'jobsearch config targets "Acme, Globex"',
    'jobsearch config minutes --unset',
  ],
  configure: (command) =>
    command
      .argument('[key]', SETTING_KEYS.join(', '), oneOf('The setting', SETTING_KEYS))
      .argument('[value...]', 'the new value')
      .option('--unset', 'back to the default'),
  run({ db, dbPath }, { key, value, unset }: Input) {
    const typed = (value ?? []).join(' ').trim();
    if (unset && typed !== '')
      throw new UsageError(`Either "${typed}" or --unset: one of them would be lost.`);
    if (key && unset) removeSetting(db, key);
    else if (key && typed !== '') setSetting(db, key, checked(key, typed));
    else if (unset) throw new UsageError('Which setting?', 'jobsearch config minutes --unset');
    const rows = listSettings(db);
    const data = { file: dbPath, ...settingsOf(rows) };
    return { data, view: configView(rows, settingsOf(rows), dbPath, key) };
  },
};

function checked(key: SettingKey, value: string): string {
  const word = ['situation', 'week-start'].includes(key) ? value.toLowerCase() : value;
  const fault = textFault(word, LIMITS.setting);
  if (fault) throw new UsageError(`${key} ${fault}.`);
  const wrong = checkSetting(key, word);
  if (wrong) throw new UsageError(`${key} is "${value}", but ${wrong}.`, `${key}: ${SETTING_HELP[key]}`);
  return word;
}
