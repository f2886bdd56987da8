/** Where an ask without an answer stands: wait a week, nudge once, then let it rest. */
import type { AskKind, AskMade, IsoDay } from '../model';
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

/** The one for this, among asks without an outcome; about another job it is another ask. */
export function findAsked<T extends Pick<AskMade, 'kind' | 'jobId'>>(
  open: readonly T[],
  kind: AskKind,
  jobId: number | null | undefined,
): T | undefined {
  return open.find((ask) => ask.kind === kind && (ask.jobId === null || !jobId || ask.jobId === jobId));
}
