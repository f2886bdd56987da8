/** What each setting does, apart from the rules that read it: only `config` and `setup` have to say it. */
import { BUCKETS } from '../model';
import { allowedFor, SETTING_KEYS, type SettingKey, type Settings, settingsOf } from './settings';

export const SETTING_HELP: Record<SettingKey, string> = {
  goal: 'what you are looking for, in a sentence',
  roles: 'what you want to work as, parted by commas; whoever does that or leads it counts as in your field',
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
  'half-life': 'days in which warmth halves: the longer, the more earlier days still count',
  'warm-days': 'for how long a tie stays warm after its last exchange, and until it is dormant',
  'follow-up-days': 'days after a first meeting until the follow-up is overdue, stale, too late',
  'reply-days': 'days to wait for an answer before one nudge, and to give up on it',
  'ask-days': 'days to wait for an answer to an ask before one nudge, and until it counts as silence',
  'busy-days': 'four days in touch within so many make a tie busy, which should be deeper by then',
  'stuck-days': 'eight days in touch within so many should have tested a friendly tie once',
  'goal-told-days': 'for how long people remember what you told them you are looking for',
  'offered-days': 'for how long an offer of theirs stands',
  'promise-grace': 'days past its day until a promise of yours counts as overdue',
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
  const { spans } = model;
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
    'half-life': String(spans.halfLife),
    'warm-days': Object.values(spans.warmth).join('/'),
    'follow-up-days': Object.values(spans.followUp).join('/'),
    'reply-days': Object.values(spans.reply).join('/'),
    'ask-days': Object.values(spans.askWait).join('/'),
    'busy-days': String(spans.busyDays),
    'stuck-days': String(spans.stuckDays),
    'goal-told-days': String(spans.goalToldDays),
    'offered-days': String(spans.offeredDays),
    'promise-grace': String(spans.promiseGraceDays),
  };
  return words[key];
}
