/** Words for how a tie stands: the level, the counted evidence, the flag. Never a weight, never a verdict. */
import type { Flag, IsoDay, Warmth } from '../model';
import { addDays } from '../rules/dates';
import { relativeDay, shortDay } from '../rules/day-words';
import { describeMissing } from '../rules/depth';
import type { Standing } from '../rules/standing';
import { count, type Text, type Tone } from './view';

/** What a line about one tie needs beside the stored columns. */
export interface Effort {
  touchDays90: number;
  touchDays180: number;
  /** Days in touch within as many days as `busy-days` and `stuck-days` say. */
  busy: { days: number; within: number };
  stuck: { days: number; within: number };
  /** What I promised and owe the longest; null when nothing is due. */
  owed: string | null;
}

/** "acquaintance (42)": the number lies between 20 times its level and the next. */
export function levelWords({ levelName, depth }: Pick<Standing, 'levelName' | 'depth'>): string {
  return `${levelName} (${Math.floor(depth)})`;
}

export const WARMTH_TONES: Record<Warmth, Tone> = {
  none: 'dim',
  warm: 'good',
  cooling: 'warn',
  dormant: 'dim',
};

export function warmthWords(tie: Pick<Standing, 'warmth' | 'warmUntil' | 'lastInOn'>, today: IsoDay): Text {
  const tone = WARMTH_TONES[tie.warmth];
  if (tie.warmth === 'none') return { text: 'nothing came back yet', tone };
  if (tie.warmth === 'warm') return { text: `warm until ${shortDay(tie.warmUntil!, today)}`, tone };
  if (tie.warmth === 'cooling')
    return { text: `cooling since ${shortDay(addDays(tie.warmUntil!, 1), today)}`, tone };
  return {
    text: `dormant: last heard of ${tie.lastInOn ? relativeDay(tie.lastInOn, today) : 'long ago'}`,
    tone,
  };
}

export const FLAG_NAMES: Record<Flag, string> = {
  'overdue-promise': 'promise overdue',
  'one-sided': 'one-sided',
  'never-followed-up': 'never followed up',
  'shallow-though-busy': 'shallow though busy',
  stuck: 'stuck',
  fading: 'fading',
  dormant: 'dormant',
  'acted-early': 'acted early',
  'awaiting-reply': 'awaiting reply',
  'no-purpose': 'no purpose',
};

/** The flag in one line of counted evidence. */
export function flagWords(flag: Flag, tie: Standing & Effort, today: IsoDay): string {
  const acts = tie.actsAsked + tie.actsUnasked;
  switch (flag) {
    case 'overdue-promise':
      return `you promised ${tie.owed ?? 'something'} by ${shortDay(tie.promiseDueOn!, today)}, and it is still open`;
    case 'one-sided':
      return `you wrote on ${count(tie.unanswered, 'day')} since ${
        tie.lastInOn
          ? `anything came back (${shortDay(tie.lastInOn, today)})`
          : 'the start, and nothing came back'
      }`;
    case 'never-followed-up':
      return `met ${relativeDay(tie.metOn!, today)} (${shortDay(tie.metOn!, today)}), nothing since`;
    case 'shallow-though-busy':
      return `${count(tie.busy.days, 'day')} in touch in ${tie.busy.within} days, still ${tie.levelName}`;
    case 'stuck':
      return `${count(tie.stuck.days, 'day')} in touch in ${tie.stuck.within} days, and nothing they did for you yet`;
    case 'fading':
      return `cooling since ${shortDay(addDays(tie.warmUntil!, 1), today)}`;
    case 'dormant':
      return `last heard of ${tie.lastInOn ? relativeDay(tie.lastInOn, today) : 'long ago'}`;
    case 'acted-early':
      return `did something for you ${acts === 1 ? 'once' : `${acts} times`} though you had hardly met`;
    case 'awaiting-reply':
      return `you wrote ${relativeDay(tie.lastOutOn!, today)}, no answer yet`;
    case 'no-purpose':
      return `${count(tie.touchDays90, 'day')} in touch in 90 days, and no purpose named`;
  }
}

/** "1 of 3 two-way days · no substantive talk yet": what the next level still needs. */
export function missingWords(tie: Standing): string {
  return tie.missing.map((missing) => describeMissing(missing, tie)).join(' · ');
}
