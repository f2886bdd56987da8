/** The numbers of the model that are not settings, for people who want to know what they are judged by. */
import * as C from './constants';

export interface Constant {
  name: string;
  value: string;
  what: string;
}

const list = (values: object) => Object.values(values).join('/');
const each = (values: object) =>
  Object.entries(values)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
const percent = (share: number) => `${Math.round(share * 100)} %`;

export function listConstants(): Constant[] {
  return ROWS.map(([name, value, what]) => ({ name, value: String(value), what }));
}

const ROWS: [name: string, value: string | number, what: string][] = [
  ['half-life', C.HALF_LIFE_DAYS, 'days in which warmth halves (near the 28 of Firefox for frecency)'],
  ['warm', C.WARM_DAYS, 'days of warmth: two half-lives'],
  ['cooling', C.COOLING_DAYS, 'days until a cooling tie is dormant: six half-lives'],
  ['cools-soon', C.COOLS_SOON_DAYS, 'days before its end in which warmth is worth a word'],
  ['day-weights', each(C.WEIGHT), 'what a day adds to warmth, by the best that happened on it'],
  ['reply', C.REPLY_DAYS, 'days within which two messages answer each other'],
  ['reliable', percent(C.RELIABLE), 'share of your promises kept that an ally expects; late counts half'],
  ['closeness-cap', C.CLOSENESS_LEVEL_CAP, 'level up to which your own feeling of closeness counts'],
  ['unasked', C.UNASKED_ACT_SCORE, 'asked acts that one unasked act weighs'],
  ['busy', list(C.BUSY), 'touch days within days that make a tie busy (more than monthly, Dunbar)'],
  [
    'stuck',
    `${C.STUCK.touchDays}/${C.STUCK.withinDays}`,
    'touch days within days that should have tested a tie',
  ],
  ['purpose', list(C.PURPOSE), 'touch days within days that ask for a purpose'],
  ['one-sided', C.ONE_SIDED_OUT, 'days in a row that only you wrote'],
  [
    'follow-up',
    list(C.FOLLOW_UP),
    'days after a first meeting: due, overdue, stale (a favour fades in a week, Burger 1997)',
  ],
  ['reply-wait', list(C.REPLY), 'days to wait for an answer, and to nudge once'],
  ['promise-grace', C.PROMISE_GRACE_DAYS, 'days past its day until a promise counts as overdue'],
  ['relevance', each(C.RELEVANCE_WEIGHT), 'what a contact counts, by what they are to the search'],
  ['half-urgent', C.URGENCY_HALF_SLACK_DAYS, 'days of slack at which urgency is one half'],
  ['urgent-from', C.URGENT_FROM, 'urgency from which a task is urgent'],
  ['important-from', C.IMPORTANT_FROM, 'importance from which a task is important'],
  ['importance', each(C.IMPORTANCE), 'what a task counts, by what it serves'],
  ['chunk', C.CHUNK_MINUTES, 'minutes of the smallest piece of a task'],
  [
    'capacity',
    each(C.CAPACITY_MINUTES),
    'minutes a day (the unemployed in the US spend 41, Krueger and Mueller 2010)',
  ],
  [
    'launch',
    `${C.LAUNCH.days} days or ${percent(C.LAUNCH.readyShare)}`,
    'a search is new so long, or until so much is ready',
  ],
  ['interview-within', C.INTERVIEW_WITHIN_DAYS, 'days ahead in which an interview sets the mix of the week'],
  ['balance', percent(C.BALANCE.limit), 'distance from the mix at which a week is out of balance'],
  ['goal-told', C.GOAL_TOLD_DAYS, 'days for which telling somebody your aims holds'],
  ['offered', C.OFFERED_DAYS, 'days for which an offer of theirs holds'],
  ['yes-rates', C.YES_RATES_FROM, 'asks with an outcome from which your own rates are shown'],
];
