/** What each setting does, apart from the rules that read it: only `config` and `setup` have to say it. */
import { BUCKETS } from '../model';
import { allowedFor, SETTING_KEYS, type SettingKey, type Settings, settingsOf } from './settings';

export const SETTING_HELP: Record<SettingKey, string> = {
  goal: 'what you are looking for, in a sentence',
  roles: 'what you want to work as, parted by commas',
  targets: 'companies you aim at, parted by commas; people there count as more relevant',
  situation: 'unemployed or employed: decides how much time a day has when minutes is not set',
  minutes: 'minutes for the search on an ordinary day',
  'week-start': 'the first day of the week in the review',
  me: 'your own name or profile link, so that imports know who you are',
  'search-started': 'the day the search began; the first two weeks aim at preparation',
  'history-days': 'for how many days commands can be taken back',
  'history-mb': 'how much the journal for it may fill; the oldest goes first',
  'protected-share': 'percent of the day kept for what is important and not urgent',
  'urgent-share': 'most percent of the day for what is urgent and not important',
  pace: 'real minutes for each minute you estimate, until five timed tasks say it better',
  'neglected-days': 'days until an unfinished part of the preparation counts as neglected',
  'mix-launch': 'where the time of a week should go while you prepare',
  'mix-active': 'the same once most of the preparation is ready',
  'mix-interviewing': 'the same with an interview in the next two weeks',
};

export interface SettingFacts {
  key: SettingKey;
  /** As it would be typed; null where there is none. */
  value: string | null;
  /** False for what was set. */
  isDefault: boolean;
  default: string | null;
  /** What a value must be; null where any words will do. */
  allowed: string | null;
  help: string;
}

export function settingFacts(given: readonly { key: string; value: string }[]): SettingFacts[] {
  const settings = settingsOf(given);
  // The minutes of a day depend on the situation that was set.
  const usual = settingsOf(given.filter(({ key }) => key === 'situation'));
  const isSet = (key: SettingKey) =>
    asTyped(key, settings) !== asTyped(key, usual) || given.some((row) => row.key === key);
  return SETTING_KEYS.map((key) => ({
    key,
    value: asTyped(key, settings),
    isDefault: !isSet(key),
    default: key === 'situation' ? 'unemployed' : asTyped(key, usual),
    allowed: allowedFor(key) ?? null,
    help: SETTING_HELP[key],
  }));
}

function asTyped(key: SettingKey, { model, ...settings }: Settings): string | null {
  const percent = (share: number) => String(Math.round(share * 100));
  const mix = (phase: keyof Settings['model']['mix']) =>
    BUCKETS.map((bucket) => model.mix[phase][bucket]).join('/');
  const words: Record<SettingKey, string | null> = {
    goal: settings.goal,
    roles: settings.roles.join(', ') || null,
    targets: settings.targets.join(', ') || null,
    situation: settings.situation,
    minutes: String(settings.minutes),
    'week-start': settings.weekStart,
    me: settings.me,
    'search-started': settings.searchStartedOn,
    'history-days': String(settings.historyDays),
    'history-mb': String(settings.historyMegabytes),
    'protected-share': percent(model.protectedShare),
    'urgent-share': percent(model.urgentShare),
    pace: String(model.pace),
    'neglected-days': String(model.neglectedDays),
    'mix-launch': mix('launch'),
    'mix-active': mix('active'),
    'mix-interviewing': mix('interviewing'),
  };
  return words[key];
}
