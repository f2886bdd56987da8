/**
 * How much came back lately. Exponential decay kept as one day per tie, which never has to be recomputed as time
 * passes (Cormode and others 2009, forward decay): "as warm as if your only exchange had been on this day".
 */
import type { DayNumber, IsoDay, Warmth } from '../model';
import { COOLS_SOON_DAYS, HALF_LIFE_DAYS, HEAT_DECIMALS, WEIGHT } from './constants';
import { toDayNumber, toIsoDay } from './dates';
import type { DayOfTie } from './evidence';
import { SPANS, type Spans } from './spans';

export interface WeightedDay {
  day: DayNumber;
  weight: number;
}

const UNIT = 10 ** HEAT_DECIMALS;

/** The best thing that happened on the day. */
export function weightOf(day: DayOfTie): number {
  if (day.live || day.theirAct) return WEIGHT.liveOrAct;
  if (day.exchange) return WEIGHT.exchange;
  return day.in || day.group ? WEIGHT.inbound : WEIGHT.outbound;
}

/** Null when no day has a weight. One weight a day: the caller has merged what shares a day. */
export function heatDayOf(days: WeightedDay[], halfLife: number = HALF_LIFE_DAYS): DayNumber | null {
  const heats = days
    .filter(({ weight }) => weight > 0)
    .map(({ day, weight }) => day + halfLife * Math.log2(weight))
    .sort((a, b) => a - b);
  const hottest = heats.at(-1);
  if (hottest === undefined) return null;
  // 2^(day/half-life) itself would overflow; and adding the small ones first makes the sum independent of the logging order.
  const sum = heats.reduce((total, heat) => total + 2 ** ((heat - hottest) / halfLife), 0);
  return Math.round((hottest + halfLife * Math.log2(sum)) * UNIT) / UNIT;
}

export function warmthOf(heatDay: DayNumber | null, today: IsoDay, spans: Spans = SPANS): Warmth {
  if (heatDay === null) return 'none';
  const age = toDayNumber(today) - heatDay;
  if (age <= spans.warmth.warmDays) return 'warm';
  return age <= spans.warmth.coolingDays ? 'cooling' : 'dormant';
}

/** The last warm day, past or to come; null when nothing ever came back. */
export function warmUntil(heatDay: DayNumber | null, spans: Spans = SPANS): IsoDay | null {
  return heatDay === null ? null : toIsoDay(Math.floor(heatDay) + spans.warmth.warmDays);
}

/** Still warm, with at most two weeks of it left. */
export function coolsSoon(heatDay: DayNumber | null, today: IsoDay, spans: Spans = SPANS): boolean {
  if (heatDay === null || warmthOf(heatDay, today, spans) !== 'warm') return false;
  return toDayNumber(today) - heatDay >= spans.warmth.warmDays - COOLS_SOON_DAYS;
}
