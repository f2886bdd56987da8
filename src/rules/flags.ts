/** What deserves attention in a tie today. Time enters here and nowhere else, and no history is read. */
import { type Contact, FLAGS, type Flag, type IsoDay, type TieFacts } from '../model';
import { FADING_LEVEL, ONE_SIDED_OUT, PURPOSE, SHALLOW_LEVEL, STUCK } from './constants';
import { daysBetween } from './dates';
import { SPANS, type Spans } from './spans';
import { warmthOf } from './warmth';

export type FollowUpState = 'none' | 'due' | 'overdue' | 'stale' | 'lapsed';
export type ReplyState = 'none' | 'awaiting' | 'nudge' | 'given-up';

/** In the order in which they are shown. */
export function flagsOf(
  tie: TieFacts & Pick<Contact, 'purpose'>,
  today: IsoDay,
  spans: Spans = SPANS,
): Flag[] {
  const acts = tie.actsAsked + tie.actsUnasked;
  const warmth = warmthOf(tie.heatDay, today, spans);
  const holds: Record<Flag, boolean> = {
    'overdue-promise':
      tie.promiseDueOn !== null && daysBetween(tie.promiseDueOn, today) > spans.promiseGraceDays,
    'one-sided': tie.unanswered >= ONE_SIDED_OUT,
    'never-followed-up': ['overdue', 'stale', 'lapsed'].includes(followUpStateOf(tie, today, spans)),
    'shallow-though-busy': tie.level <= SHALLOW_LEVEL && isWithin(tie.fourthTouchOn, today, spans.busyDays),
    stuck: tie.level === STUCK.level && acts === 0 && isWithin(tie.eighthTouchOn, today, spans.stuckDays),
    fading: tie.level >= FADING_LEVEL && warmth === 'cooling',
    dormant: tie.level >= FADING_LEVEL && warmth === 'dormant',
    'acted-early': tie.level <= SHALLOW_LEVEL && acts > 0,
    'awaiting-reply': replyStateOf(tie, today, spans) === 'awaiting',
    'no-purpose': !tie.purpose?.trim() && isWithin(tie.secondTouchOn, today, PURPOSE.withinDays),
  };
  return FLAGS.filter((flag) => holds[flag]);
}

/** Left in peace for a while; a promise that is due ends the peace. */
export function isResting(
  tie: Pick<TieFacts, 'promiseDueOn'> & { restUntil: IsoDay | null },
  today: IsoDay,
): boolean {
  const rests = tie.restUntil !== null && tie.restUntil > today;
  return rests && !(tie.promiseDueOn !== null && tie.promiseDueOn <= today);
}

/** How long the first meeting has gone without a follow-up; none without a meeting, or once there was one. */
export function followUpStateOf(
  tie: Pick<TieFacts, 'metOn' | 'firstFollowUpOn'>,
  today: IsoDay,
  { followUp }: Spans = SPANS,
): FollowUpState {
  if (tie.metOn === null || tie.firstFollowUpOn !== null) return 'none';
  const days = daysBetween(tie.metOn, today);
  if (days < 0) return 'none';
  if (days <= followUp.dueDays) return 'due';
  if (days <= followUp.overdueDays) return 'overdue';
  return days <= followUp.staleDays ? 'stale' : 'lapsed';
}

/** Where my last message stands; anything that came from them since, or on its day, settles it. */
export function replyStateOf(
  tie: Pick<TieFacts, 'lastInOn' | 'lastOutOn'>,
  today: IsoDay,
  { reply }: Spans = SPANS,
): ReplyState {
  if (tie.lastOutOn === null) return 'none';
  if (tie.lastInOn !== null && tie.lastInOn >= tie.lastOutOn) return 'none';
  const days = daysBetween(tie.lastOutOn, today);
  if (days <= reply.awaitDays) return 'awaiting';
  return days <= reply.nudgeDays ? 'nudge' : 'given-up';
}

/** The second, fourth or eighth latest touch within these days means at least as many touch days in them. */
function isWithin(on: IsoDay | null, today: IsoDay, days: number): boolean {
  return on !== null && daysBetween(on, today) <= days;
}
