/** Every number of the model with what it does and where it comes from, for people who want to know what they are judged by. */
import * as constants from './constants';
import type { SettingKey } from './settings';

type Name = Exclude<keyof typeof constants, 'modelVersion'>;
const VALUES: Record<Name, unknown> = constants;

export interface Constant {
  name: string;
  value: string;
  unit: string;
  what: string;
  /** A study or a program by name; "our choice" where there is none. */
  source: string;
  /** The settings that change it; empty for what is fixed. */
  settings: SettingKey[];
}

export interface ConstantGroup {
  title: string;
  /** Why what is no setting here stays as it is. */
  fixed: string;
  constants: Constant[];
}

const OWN = 'our choice';
type Row = [unit: string, what: string, source?: string, settings?: SettingKey[]];

interface Group {
  title: string;
  fixed: string;
  rows: Partial<Record<Name, Row>>;
}

const GROUPS: Group[] = [
  {
    title: 'Warmth',
    fixed: 'What is no setting keeps one exchange worth one exchange: all ties are compared by it.',
    rows: {
      HALF_LIFE_DAYS: ['days', 'in which warmth halves', 'near frecency in Firefox', ['half-life']],
      WARM_DAYS: ['days', 'for which a tie stays warm', 'two half-lives', ['warm-days']],
      COOLING_DAYS: ['days', 'until a cooling tie is dormant', 'six half-lives', ['warm-days']],
      WEIGHT: ['', 'what a day adds to warmth, by the best that happened on it'],
      REPLY_DAYS: ['days', 'within which two messages answer each other'],
      HEAT_DECIMALS: ['digits', 'to which warmth is kept, in parts of a day'],
      COOLS_SOON_DAYS: ['days', 'before its end in which warmth is worth a word'],
    },
  },
  {
    title: 'Depth',
    fixed: 'Fixed: the names of the levels, such as ally, would mean something else for everybody.',
    rows: {
      GATES: [
        'by level',
        'what each level asks for beyond the one before it',
        'a ladder after Friedkin 1990',
      ],
      RELIABLE_FROM_LEVEL: ['level', 'from which your promises have to be kept'],
      RELIABLE: ['share', 'of your promises kept that an ally expects; late counts half'],
      UNASKED_ACT_SCORE: ['asked acts', 'that one unasked act weighs'],
      CLOSENESS_LEVEL_CAP: ['level', 'up to which your own feeling of closeness counts'],
      LEVEL_POINTS: ['points', 'of depth in one level'],
      FULL_DEPTH: ['points', 'of depth of an advocate'],
      SILENCE_PENALTY: [
        'points',
        'of depth that an ask loses to silence',
        'Levin, Walter and Murnighan 2011',
      ],
      STRONG_LEVEL: ['level', 'from which a tie is strong, and silence costs it less'],
    },
  },
  {
    title: 'What deserves attention',
    fixed: 'What is no setting counts what is stored beside each contact, or names a level.',
    rows: {
      BUSY: [
        '',
        'so many days in touch, within so many, make a tie busy',
        'more than monthly: Dunbar',
        ['busy-days'],
      ],
      STUCK: ['', 'so many days in touch should have tested a friendly tie', OWN, ['stuck-days']],
      PURPOSE: ['', 'so many days in touch ask for a purpose'],
      SHALLOW_LEVEL: ['level', 'up to which a busy tie is shallow'],
      FADING_LEVEL: ['level', 'from which cooling is worth a word'],
      ONE_SIDED_OUT: ['days', 'in a row on which only you wrote make a tie one-sided'],
      FOLLOW_UP: [
        'days',
        'after a first meeting until the follow-up is overdue, stale, too late',
        'Burger and others 1997',
        ['follow-up-days'],
      ],
      REPLY: ['days', 'to wait for an answer, and to nudge once', OWN, ['reply-days']],
      PROMISE_GRACE_DAYS: ['days', 'past its day until a promise counts as overdue', OWN, ['promise-grace']],
    },
  },
  {
    title: 'Relevance, and whom to deepen next',
    fixed: 'Fixed: only their order matters, and relevance itself can be said for each contact.',
    rows: {
      RELEVANCE_WEIGHT: ['', 'what a contact counts, by what they are to the search'],
      EASE: ['', 'what counts, by how many rows are missing to the next level'],
      TIMING: ['', 'what counts, by whether the tie cools soon or a promise is open'],
      PATH_RELEVANCE: ['', 'relevance from which a contact is on a path to a target'],
    },
  },
  {
    title: 'Urgent and important',
    fixed:
      'What is no setting is fixed: the four squares compare tasks with each other, and every task says its reason.',
    rows: {
      PHI_DEFAULT: [
        'times',
        'the estimate that a task takes, until your own are known',
        'Buehler, Griffin and Ross 1994',
        ['pace'],
      ],
      PHI_MIN: ['times', 'the estimate at least'],
      PHI_MAX: ['times', 'the estimate at most'],
      PHI_TASKS_MIN: ['tasks', 'with a time from which your own pace is known'],
      PHI_TASKS: ['tasks', 'that your own pace is taken from, the latest'],
      URGENCY_HALF_SLACK_DAYS: ['days', 'of slack at which urgency is one half'],
      URGENT_FROM: ['', 'urgency, 0 to 1, from which a task is urgent'],
      IMPORTANT_FROM: ['', 'importance, 0 to 1, from which a task is important'],
      IMPORTANCE: ['', 'of a task, 0 to 1, by what it serves'],
      IMPORTANCE_SOME: ['', 'of what helps a little'],
    },
  },
  {
    title: 'The day',
    fixed: 'What is no setting is the smallest piece of time that is worth a line.',
    rows: {
      CAPACITY_MINUTES: [
        'minutes',
        'a day; the unemployed in the US spend 41',
        'Krueger and Mueller 2010',
        ['minutes', 'situation'],
      ],
      Q2_SHARE: ['share', 'of the day kept for the important but not urgent', OWN, ['protected-share']],
      Q3_SHARE: ['share', 'of the day that the urgent but unimportant may take', OWN, ['urgent-share']],
      CHUNK_MINUTES: ['minutes', 'of the smallest piece of a split task'],
      EMERGENCY_MINUTES: ['minutes', 'that an emergency leaves to the important but not urgent'],
      LEAST_NEED_MINUTES: ['minutes', 'that any task takes at least'],
    },
  },
  {
    title: 'The week',
    fixed: 'What is no setting tells when the mix is off; the mix itself is yours.',
    rows: {
      PHASES: ['', 'what a search goes through'],
      PORTFOLIO: [
        'percent',
        'of the time of a week, by phase',
        OWN,
        ['mix-launch', 'mix-active', 'mix-interviewing'],
      ],
      LAUNCH: ['', 'a search is new so long, or until so much is ready'],
      INTERVIEW_WITHIN_DAYS: ['days', 'ahead in which an interview sets the mix'],
      BALANCE: ['', 'distance from the mix, 0 to 1, that is out of balance, once so much is logged'],
      NETWORKING: ['', 'when networking crowds out the rest'],
      NO_PURPOSE_LEAST_DAYS: ['contact days', 'before missing purposes are a pattern'],
      NEGLECTED_DAYS: [
        'days',
        'until an unfinished part of the preparation is neglected',
        OWN,
        ['neglected-days'],
      ],
      PROPOSALS: ['', 'blocks of time that a review proposes at most'],
      MESSAGE_MINUTES: ['minutes', 'to set aside for one message'],
      MESSAGES_A_BLOCK: ['', 'people or promises that fit one block'],
    },
  },
  {
    title: 'The weekly review',
    fixed: 'Fixed: ten minutes hold so much, and every question of it can be passed over.',
    rows: {
      STRAGGLER: [
        'days',
        'after which a task was left lying, by what is known of it; kept on purpose, it rests',
      ],
      DROP_DAYS: ['days', 'after which a task in no square is dropped rather than done'],
      REVIEW: ['', 'what a review asks at most, and the days for which it can be gone on with and stands'],
    },
  },
  {
    title: 'Asks',
    fixed: 'What is no setting is what an ask costs the other side, and that is not yours to choose.',
    rows: {
      ASK_BAR: [
        '',
        'depth an ask takes (tau), how much of their name is at stake (0 to 3)',
        'Flynn and Lake 2008, Smith 2005',
      ],
      MANAGER_TIE_NEED: ['level', 'of theirs with the hiring manager that it takes', 'Bian 1997'],
      WHO_KNOWS_LEVEL: ['level', 'of theirs up to which to ask who knows the manager'],
      BAR_MOVES: ['points', 'that move the bar', 'Burger and others 2006, Bond and others'],
      ALMOST_POINTS: ['points', 'short of the bar that are still almost'],
      ASK_ROWS: ['', 'rows of missing evidence that one verdict names'],
      GOAL_TOLD_DAYS: ['days', 'for which they remember what you aim at', OWN, ['goal-told-days']],
      OFFERED_DAYS: ['days', 'for which an offer of theirs stands', OWN, ['offered-days']],
      ASK_WAIT: ['days', 'to wait for an answer to an ask, and until it was silence', OWN, ['ask-days']],
      YES_RATES_FROM: ['asks', 'with an outcome from which your own rates are shown'],
    },
  },
  {
    title: 'Ways in',
    fixed: 'Fixed: they only put ways in an order, and how well two people know each other is yours to say.',
    rows: {
      KNOWS_STRENGTH: ['', 'chance that one acts for the other, by how well they know each other'],
      OWN_STRENGTH: ['', 'the chance of a tie of yours, at least and at most'],
      HAND_OVER: ['share', 'left after each hand-over', 'Dodds, Muhamad and Watts 2003'],
      PATHS: ['', 'ways that are shown, and steps on one', 'Granovetter 1974'],
      WAY_WORDS: ['', 'weakest link from which a way is strong, is fair'],
    },
  },
  {
    title: 'Jobs',
    fixed: 'Fixed: a question that comes too early is answered with a key.',
    rows: {
      QUIET_DAYS: ['days', 'without a stir after which an open job is asked about, by stage'],
      QUIET_AGAIN: ['', 'from then on it is asked about every so many days, for a few'],
    },
  },
];

export function listConstants(): Constant[] {
  return groupConstants().flatMap((group) => group.constants);
}

export function groupConstants(): ConstantGroup[] {
  return GROUPS.map(({ title, fixed, rows }) => ({
    title,
    fixed,
    constants: Object.entries(rows).map(([name, [unit, what, source = OWN, settings = []]]) => ({
      name: name.toLowerCase().replace(/_/g, '-'),
      value: valueWords(VALUES[name as Name], unit),
      ...{ unit, what, source, settings },
    })),
  }));
}

/** A number as it is, a list parted by commas, a table with its names. */
function valueWords(value: unknown, unit: string): string {
  if (typeof value === 'number')
    return unit === 'share' ? `${Math.round(value * 100)} %` : String(Math.round(value * 100) / 100);
  if (Array.isArray(value))
    return value.map((one) => partWords(one, unit)).join(unit === 'by level' ? '; ' : ', ');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([name, one]) => `${inWords(name)} ${partWords(one, unit)}`)
    .join(', ');
}

/** A row of evidence as "3 exchange days"; a table in a table in brackets. */
function partWords(value: unknown, unit: string): string {
  if (Array.isArray(value)) return value.map((one) => partWords(one, unit)).join(' and ') || 'nothing';
  if (typeof value !== 'object' || value === null) return valueWords(value, unit);
  if ('what' in value && 'need' in value) return `${value.need} ${inWords(String(value.what))}`;
  return `(${valueWords(value, unit)})`;
}

function inWords(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replace(/-/g, ' ');
}
