/** The spans of days that people may want otherwise; the rules get them as a value, and these when nobody set any. */
import {
  ASK_WAIT,
  BUSY,
  COOLING_DAYS,
  FOLLOW_UP,
  GOAL_TOLD_DAYS,
  HALF_LIFE_DAYS,
  OFFERED_DAYS,
  PROMISE_GRACE_DAYS,
  REPLY,
  STUCK,
  WARM_DAYS,
} from './constants';

export interface Spans {
  /** The only one that stored values depend on: whoever sets it has them derived anew. */
  halfLife: number;
  warmth: { warmDays: number; coolingDays: number };
  followUp: { dueDays: number; overdueDays: number; staleDays: number };
  reply: { awaitDays: number; nudgeDays: number };
  askWait: { awaitDays: number; silenceDays: number };
  busyDays: number;
  stuckDays: number;
  goalToldDays: number;
  offeredDays: number;
  promiseGraceDays: number;
}

export const SPANS: Spans = {
  halfLife: HALF_LIFE_DAYS,
  warmth: { warmDays: WARM_DAYS, coolingDays: COOLING_DAYS },
  followUp: FOLLOW_UP,
  reply: REPLY,
  askWait: ASK_WAIT,
  busyDays: BUSY.withinDays,
  stuckDays: STUCK.withinDays,
  goalToldDays: GOAL_TOLD_DAYS,
  offeredDays: OFFERED_DAYS,
  promiseGraceDays: PROMISE_GRACE_DAYS,
};
