/** One tie that deserves attention: who, the counted reason, the next small step. */
import type { Flag, IsoDay, Relevance, Tie } from '../model';
import { relativeDay, shortDay } from '../rules/day-words';
import type { FollowUpState, ReplyState } from '../rules/flags';
import type { NextStep } from '../rules/next-step';
import type { Standing } from '../rules/standing';
import { type Effort, FLAG_NAMES, flagWords } from './ties';

export interface Attention extends Omit<Tie, 'relevance'>, Standing, Effort {
  relevance: Relevance;
  /** Of the relevance, 0 to 1; ranks, and is never shown. */
  weight: number;
  nextStep: NextStep;
  /** Where the first meeting stands, and my last message. */
  followUp: FollowUpState;
  reply: ReplyState;
}

/** The reason of one flag, or of what is about to become one. */
export function reasonFor(
  attention: Attention,
  today: IsoDay,
  flag: Flag | undefined = attention.flags[0],
): string {
  if (flag !== undefined) return `${FLAG_NAMES[flag]}: ${flagWords(flag, attention, today)}`;
  if (attention.followUp === 'due') return `met ${relativeDay(attention.metOn!, today)}, nothing sent yet`;
  if (attention.reply === 'nudge')
    return `no answer to what you sent ${relativeDay(attention.lastOutOn!, today)}`;
  if (attention.warmth === 'warm') return `warm only until ${shortDay(attention.warmUntil!, today)}`;
  return attention.levelName;
}
