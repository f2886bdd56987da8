/** The settings: all of them with what they do, one of them, another value, and back to the default. */
import type { Answers, ChangedSetting, ConfigFacts } from '../answers';
import type { Answer, App, Command } from '../app';
import { UsageError } from '../errors';
import { readMinutes } from '../formats/minutes';
import { groupConstants, listConstants } from '../rules/constant-list';
import { LIMITS, textFault } from '../rules/limits';
import { SETTING_HELP, settingFacts } from '../rules/setting-help';
import { checkSetting, SETTING_KEYS, type SettingKey, settingsOf } from '../rules/settings';
import { countContacts } from '../store/contacts';
import { inTransaction } from '../store/db';
import { refreshStaleModel } from '../store/derived-ties';
import { listSettings, removeSetting, setSetting } from '../store/settings';
import { configView, rebuiltLine, settingView } from '../views/config';
import { oneOf, words } from './options';

interface Input {
  key?: SettingKey;
  value?: string[];
  unset?: boolean;
  all?: boolean;
}

const KEY = SETTING_KEYS.join(', ');
const key = oneOf('The setting', SETTING_KEYS);

export const configList: Command<Answers['config list']> = {
  examples: ['jobsearch config', 'jobsearch config minutes 90', 'jobsearch config list --all'],
  configure: (command) =>
    command
      .argument('[key]', `for short, as get: ${KEY}`, key)
      .argument('[value...]', 'for short, as set')
      .option('-a, --all', 'also every number of the model, with its source')
      .option('--unset', 'for short, as unset'),
  run(app, { key, value, unset, all }: Input) {
    const typed = (value ?? []).join(' ').trim();
    if (unset && typed !== '')
      throw new UsageError(`Either "${typed}" or --unset: one of them would be lost.`);
    if (!key && unset) throw new UsageError('Which setting?', 'jobsearch config unset minutes');
    if (key) return unset ? back(app, key) : typed === '' ? one(app, key) : change(app, key, typed);
    const facts = factsOf(app);
    const data = { ...facts, ...(all && { constants: listConstants() }) };
    return { data, view: configView(facts.settings, app.dbPath, all ? groupConstants() : []) };
  },
};

export const configGet: Command<Answers['config get']> = {
  examples: ['jobsearch config get minutes', 'jobsearch config get targets --json'],
  configure: (command) => command.argument('<key>', KEY, key),
  run: (app, { key }: { key: SettingKey }) => one(app, key),
};

export const configSet: Command<Answers['config set']> = {
  examples: [
    'jobsearch config set minutes 90',
    'jobsearch config set targets "Acme, Globex"',
    'jobsearch config set mix-active 30/15/30/20/5',
  ],
  configure: (command) => command.argument('<key>', KEY, key).argument('<value...>', 'the new value'),
  run: (app, { key, value }: { key: SettingKey; value: string[] }) =>
    change(app, key, words(key, 10_000)(value.join(' '))),
};

export const configUnset: Command<Answers['config unset']> = {
  examples: ['jobsearch config unset minutes', 'jobsearch config unset targets --dry-run'],
  configure: (command) => command.argument('<key>', KEY, key),
  run: (app, { key }: { key: SettingKey }) => back(app, key),
};

function change(app: App, key: SettingKey, typed: string): Answer<ChangedSetting> {
  const value = checkedSetting(key, typed);
  return write(app, key, () => setSetting(app.db, key, value));
}

function back(app: App, key: SettingKey): Answer<ChangedSetting> {
  return write(app, key, () => removeSetting(app.db, key));
}

/** What is stored by the setting is made anew with it, or neither is. */
function write(app: App, key: SettingKey, change: () => void): Answer<ChangedSetting> {
  const rebuilt = inTransaction(app.db, () => {
    change();
    return refreshStaleModel(app.db);
  });
  const { data, view } = one(app, key);
  const people = rebuilt ? countContacts(app.db) : 0;
  return { data: { ...data, rebuilt: people }, view: people > 0 ? [...view, rebuiltLine(people)] : view };
}

function one(app: App, key: SettingKey): Answer<ConfigFacts> {
  const data = factsOf(app);
  return { data, view: settingView(data.settings.find((setting) => setting.key === key)!) };
}

function factsOf({ db, dbPath }: App) {
  const rows = listSettings(db);
  return { file: dbPath, ...settingsOf(rows), settings: settingFacts(rows) };
}

/** `2h` is taken as well; what is no time at all stays, to be refused as it was typed. */
function asMinutes(value: string): string {
  try {
    return String(readMinutes(value));
  } catch {
    return value;
  }
}

/** As it is stored: the words that are one of a few in lower case, a time as its minutes. */
export function checkedSetting(key: SettingKey, value: string): string {
  const word = ['situation', 'week-start'].includes(key)
    ? value.toLowerCase()
    : key === 'minutes'
      ? asMinutes(value)
      : value;
  const fault = textFault(word, LIMITS.setting);
  if (fault) throw new UsageError(`${key} ${fault}.`);
  const wrong = checkSetting(key, word);
  if (wrong) throw new UsageError(`${key} is "${value}", but ${wrong}.`, `${key}: ${SETTING_HELP[key]}`);
  return word;
}
