/** The settings, what each means, and what it is when nobody set it. */
import { BUCKETS, type Bucket } from '../model';
import {
  CAPACITY_MINUTES,
  NEGLECTED_DAYS,
  PHI_DEFAULT,
  PHI_MAX,
  PHI_MIN,
  type Phase,
  PORTFOLIO,
  Q2_SHARE,
  Q3_SHARE,
} from './constants';
import { isIsoDay } from './dates';
import { SPANS, type Spans } from './spans';

export const SETTING_KEYS = [
  'goal',
  'roles',
  'targets',
  'situation',
  'minutes',
  'week-start',
  'me',
  'search-started',
  'history-days',
  'history-mb',
  'protected-share',
  'urgent-share',
  'pace',
  'neglected-days',
  'mix-launch',
  'mix-active',
  'mix-interviewing',
  'half-life',
  'warm-days',
  'follow-up-days',
  'reply-days',
  'ask-days',
  'busy-days',
  'stuck-days',
  'goal-told-days',
  'offered-days',
  'promise-grace',
] as const;
export type SettingKey = (typeof SETTING_KEYS)[number];

/** What of the model people may want otherwise; shares are 0 to 1, the mix is percent. */
export interface Model {
  protectedShare: number;
  urgentShare: number;
  /** Real minutes per estimated minute until the user's own are known. */
  pace: number;
  neglectedDays: number;
  mix: Record<Phase, Record<Bucket, number>>;
  spans: Spans;
}

export interface Settings {
  goal: string | null;
  situation: 'unemployed' | 'employed';
  /** Minutes for the search on an ordinary day. */
  minutes: number;
  weekStart: 'monday' | 'sunday';
  /** What I want to work as. */
  roles: string[];
  targets: string[];
  /** My own name or profile link, as imports should recognise it. */
  me: string | null;
  searchStartedOn: string | null;
  /** How long commands can be taken back, and how large the journal for it may grow. */
  historyDays: number;
  historyMegabytes: number;
  model: Model;
}

/** Least and most of the whole numbers. */
export const RANGES: Partial<Record<SettingKey, readonly [number, number, unit: string]>> = {
  minutes: [5, 960, 'minutes'],
  'protected-share': [0, 80, 'percent'],
  'urgent-share': [0, 50, 'percent'],
  'neglected-days': [2, 365, 'days'],
  'history-days': [1, 3650, 'days'],
  'history-mb': [1, 10_000, 'megabytes'],
  'half-life': [7, 365, 'days'],
  'busy-days': [14, 365, 'days'],
  'stuck-days': [30, 730, 'days'],
  'goal-told-days': [7, 730, 'days'],
  'offered-days': [7, 730, 'days'],
  'promise-grace': [0, 30, 'days'],
};
/** Days that rise, parted by slashes: what each stands for, and the least and most of them all. */
const RISING: Partial<Record<SettingKey, readonly [least: number, most: number, names: readonly string[]]>> =
  {
    'warm-days': [14, 1000, ['warm', 'cooling']],
    'follow-up-days': [0, 180, ['due', 'overdue', 'stale']],
    'reply-days': [1, 180, ['wait', 'nudge']],
    'ask-days': [1, 180, ['wait', 'silence']],
  };
const WORDS: Partial<Record<SettingKey, readonly string[]>> = {
  situation: ['unemployed', 'employed'],
  'week-start': ['monday', 'sunday'],
};

/** What a value must be, to stand after "must be"; undefined where any words will do. */
export function allowedFor(key: SettingKey): string | undefined {
  const [least, most, unit] = RANGES[key] ?? [];
  if (least !== undefined) return `a whole number of ${unit} from ${least} to ${most}`;
  const [from, to, names] = RISING[key] ?? [];
  if (names) return `${names.length} rising numbers of days from ${from} to ${to}: ${names.join('/')}`;
  if (WORDS[key]) return WORDS[key].join(' or ');
  if (key === 'search-started') return 'a day such as 2026-11-02';
  if (key === 'pace') return `a number from ${PHI_MIN} to ${PHI_MAX}`;
  if (key.startsWith('mix-')) return `five percentages that add up to 100: ${BUCKETS.join('/')}`;
  return undefined;
}

/** What is wrong with a value, or nothing. */
export function checkSetting(key: SettingKey, value: string): string | undefined {
  return isAllowed(key, value) ? undefined : `must be ${allowedFor(key)}`;
}

function isAllowed(key: SettingKey, value: string): boolean {
  const [least, most] = RANGES[key] ?? [];
  if (least !== undefined) return /^\d{1,5}$/.test(value) && Number(value) >= least && Number(value) <= most!;
  if (RISING[key]) return risingOf(key, value) !== undefined;
  if (WORDS[key]) return WORDS[key].includes(value);
  if (key === 'search-started') return isIsoDay(value);
  if (key === 'pace')
    return /^\d(\.\d+)?$/.test(value) && Number(value) >= PHI_MIN && Number(value) <= PHI_MAX;
  return !key.startsWith('mix-') || mixOf(value) !== undefined;
}

function risingOf(key: SettingKey, value: string | undefined): number[] | undefined {
  if (value === undefined || !/^\d{1,4}(\/\d{1,4})+$/.test(value)) return undefined;
  const [least, most, names] = RISING[key]!;
  const days = value.split('/').map(Number);
  const fits = (day: number, at: number) => day >= least && day <= most && (at === 0 || day > days[at - 1]!);
  return days.length === names.length && days.every(fits) ? days : undefined;
}

/** Percent by bucket, in the order of the buckets. */
function mixOf(value: string | undefined): Record<Bucket, number> | undefined {
  if (value === undefined || !/^\d{1,3}(\/\d{1,3}){4}$/.test(value)) return undefined;
  const shares = value.split('/').map(Number);
  if (shares.reduce((sum, share) => sum + share, 0) !== 100) return undefined;
  return Object.fromEntries(BUCKETS.map((bucket, at) => [bucket, shares[at]])) as Record<Bucket, number>;
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
    roles: listOf(given.get('roles')),
    targets: listOf(given.get('targets')),
    me: given.get('me') ?? null,
    searchStartedOn: given.get('search-started') ?? null,
    historyDays: Number(given.get('history-days') ?? 180),
    historyMegabytes: Number(given.get('history-mb') ?? 50),
    model: modelOf(given),
  };
}

function modelOf(given: ReadonlyMap<string, string>): Model {
  const number = (key: SettingKey, usual: number, unit = 1) =>
    given.has(key) ? Number(given.get(key)) / unit : usual;
  const mix = (phase: Phase) => mixOf(given.get(`mix-${phase}`)) ?? PORTFOLIO[phase];
  return {
    protectedShare: number('protected-share', Q2_SHARE, 100),
    urgentShare: number('urgent-share', Q3_SHARE, 100),
    pace: number('pace', PHI_DEFAULT),
    neglectedDays: number('neglected-days', NEGLECTED_DAYS),
    mix: { launch: mix('launch'), active: mix('active'), interviewing: mix('interviewing') },
    spans: spansFrom(given, number),
  };
}

function spansFrom(
  given: ReadonlyMap<string, string>,
  number: (key: SettingKey, usual: number) => number,
): Spans {
  const [warmDays, coolingDays] = risingOf('warm-days', given.get('warm-days')) ?? [];
  const [dueDays, overdueDays, staleDays] = risingOf('follow-up-days', given.get('follow-up-days')) ?? [];
  const [awaitDays, nudgeDays] = risingOf('reply-days', given.get('reply-days')) ?? [];
  const [askDays, silenceDays] = risingOf('ask-days', given.get('ask-days')) ?? [];
  return {
    halfLife: number('half-life', SPANS.halfLife),
    warmth: warmDays === undefined ? SPANS.warmth : { warmDays, coolingDays: coolingDays! },
    followUp:
      dueDays === undefined ? SPANS.followUp : { dueDays, overdueDays: overdueDays!, staleDays: staleDays! },
    reply: awaitDays === undefined ? SPANS.reply : { awaitDays, nudgeDays: nudgeDays! },
    askWait: askDays === undefined ? SPANS.askWait : { awaitDays: askDays, silenceDays: silenceDays! },
    busyDays: number('busy-days', SPANS.busyDays),
    stuckDays: number('stuck-days', SPANS.stuckDays),
    goalToldDays: number('goal-told-days', SPANS.goalToldDays),
    offeredDays: number('offered-days', SPANS.offeredDays),
    promiseGraceDays: number('promise-grace', SPANS.promiseGraceDays),
  };
}

/** Parted by commas. */
function listOf(text = ''): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
