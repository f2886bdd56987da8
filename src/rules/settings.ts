/** The settings, what each means, and what it is when nobody set it. */
import { CAPACITY_MINUTES } from './constants';
import { isIsoDay } from './dates';

export const SETTING_KEYS = [
  'goal',
  'situation',
  'minutes',
  'week-start',
  'targets',
  'me',
  'search-started',
  'history-days',
  'history-mb',
] as const;
export type SettingKey = (typeof SETTING_KEYS)[number];

export interface Settings {
  goal: string | null;
  situation: 'unemployed' | 'employed';
  /** Minutes for the search on an ordinary day. */
  minutes: number;
  weekStart: 'monday' | 'sunday';
  targets: string[];
  /** My own name or profile link, as imports should recognise it. */
  me: string | null;
  searchStartedOn: string | null;
  /** How long commands can be taken back, and how large the journal for it may grow. */
  historyDays: number;
  historyMegabytes: number;
}

export const SETTING_HELP: Record<SettingKey, string> = {
  goal: 'what you are looking for, in a sentence',
  situation: 'unemployed or employed: decides how much time a day has when minutes is not set',
  minutes: 'minutes for the search on an ordinary day, 5 to 960',
  'week-start': 'monday or sunday',
  targets: 'companies you aim at, parted by commas; people there count as more relevant',
  me: 'your own name or profile link, so that imports know who you are',
  'search-started': 'the day the search began (YYYY-MM-DD); the first two weeks aim at preparation',
  'history-days': 'for how many days commands can be taken back, 1 to 3650',
  'history-mb': 'how many megabytes the journal for it may fill, 1 to 10000; the oldest goes first',
};

/** What is wrong with a value, or nothing. */
export function checkSetting(key: SettingKey, value: string): string | undefined {
  if (key === 'situation' && !['unemployed', 'employed'].includes(value))
    return 'must be unemployed or employed';
  if (key === 'week-start' && !['monday', 'sunday'].includes(value)) return 'must be monday or sunday';
  if (key === 'minutes' && !(/^\d+$/.test(value) && Number(value) >= 5 && Number(value) <= 960)) {
    return 'must be a whole number of minutes from 5 to 960';
  }
  const most = { 'history-days': 3650, 'history-mb': 10_000 }[key as string];
  if (most !== undefined && !(/^\d+$/.test(value) && Number(value) >= 1 && Number(value) <= most)) {
    return `must be a whole number from 1 to ${most}`;
  }
  if (key === 'search-started' && !isIsoDay(value)) return 'must be a day such as 2026-11-02';
  return undefined;
}

/** A key that is not set has its default; an unknown one is passed over. */
export function settingsOf(rows: readonly { key: string; value: string }[]): Settings {
  // What `config` would refuse came from elsewhere, and counts as not set.
  const given = new Map(
    rows
      .filter(({ key, value }) => checkSetting(key as SettingKey, value) === undefined)
      .map(({ key, value }) => [key, value]),
  );
  const situation = given.get('situation') === 'employed' ? 'employed' : 'unemployed';
  return {
    goal: given.get('goal') ?? null,
    situation,
    minutes: Number(given.get('minutes') ?? CAPACITY_MINUTES[situation]),
    weekStart: given.get('week-start') === 'sunday' ? 'sunday' : 'monday',
    targets: (given.get('targets') ?? '')
      .split(',')
      .map((target) => target.trim())
      .filter((target) => target !== ''),
    me: given.get('me') ?? null,
    searchStartedOn: given.get('search-started') ?? null,
    historyDays: Number(given.get('history-days') ?? 180),
    historyMegabytes: Number(given.get('history-mb') ?? 50),
  };
}
