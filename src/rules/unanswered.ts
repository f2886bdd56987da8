/** Where an ask without an answer stands: wait a week, nudge once, then let it rest. */
import type { AskMade, IsoDay } from '../model';
import { addDays, daysBetween } from './dates';
import { SPANS, type Spans } from './spans';

/** `silence` means that it can be written down as such: no answer is an answer by then. */
export const ASK_WAITS = ['waiting', 'nudge', 'resting', 'silence'] as const;
export type AskWait = (typeof ASK_WAITS)[number];

/** For an ask without an outcome. Whoever was nudged gets another week, even past the day of silence. */
export function askWaitOf(
  { askedOn, nudgedOn }: Pick<AskMade, 'askedOn' | 'nudgedOn'>,
  today: IsoDay,
  { askWait }: Spans = SPANS,
): AskWait {
  const days = daysBetween(askedOn, today);
  if (days <= askWait.awaitDays) return 'waiting';
  if (nudgedOn !== null && daysBetween(nudgedOn, today) <= askWait.awaitDays) return 'resting';
  if (days > askWait.silenceDays) return 'silence';
  return nudgedOn === null ? 'nudge' : 'resting';
}

/** How many days it has waited, and what that means. */
export function waitingOf(
  ask: Pick<AskMade, 'askedOn' | 'nudgedOn'>,
  today: IsoDay,
  spans: Spans = SPANS,
): { days: number; wait: AskWait; waitUntil: IsoDay } {
  return {
    days: daysBetween(ask.askedOn, today),
    wait: askWaitOf(ask, today, spans),
    waitUntil: addDays(ask.askedOn, spans.askWait.awaitDays),
  };
}
