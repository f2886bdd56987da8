/**
 * How much came back lately. Exponential decay kept as one day per tie, which never has to be recomputed as time
 * passes (Cormode and others 2009, forward decay): "as warm as if your only exchange had been on this day".
 */
import type { DayNumber, IsoDay, Warmth } from '../model';
import { COOLING_DAYS, COOLS_SOON_DAYS, HALF_LIFE_DAYS, HEAT_DECIMALS, WARM_DAYS, WEIGHT } from './constants';
import { toDayNumber, toIsoDay } from './dates';
import type { DayOfTie } from './evidence';

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
export function heatDayOf(days: WeightedDay[]): DayNumber | null {
  const heats = days
    .filter(({ weight }) => weight > 0)
    .map(({ day, weight }) => day + HALF_LIFE_DAYS * Math.log2(weight))
    .sort((a, b) => a - b);
  const hottest = heats.at(-1);
  if (hottest === undefined) return null;
  // 2^(day/30) itself would overflow; and adding the small ones first makes the sum independent of the logging order.
  const sum = heats.reduce((total, heat) => total + 2 ** ((heat - hottest) / HALF_LIFE_DAYS), 0);
  return Math.round((hottest + HALF_LIFE_DAYS * Math.log2(sum)) * UNIT) / UNIT;
}

/** The heat day of two histories that share no day; not rounded, so that many can be added up. */
export function combineHeat(a: DayNumber | null, b: DayNumber | null): DayNumber | null {
  if (a === null || b === null) return a ?? b;
  return Math.max(a, b) + HALF_LIFE_DAYS * Math.log2(1 + 2 ** (-Math.abs(a - b) / HALF_LIFE_DAYS));
}

/** The decayed sum of the weights on a day; 0 without any. For tests and comparisons, never shown. */
export function heatScore(heatDay: DayNumber | null, today: IsoDay): number {
  return heatDay === null ? 0 : 2 ** (-(toDayNumber(today) - heatDay) / HALF_LIFE_DAYS);
}

export function warmthOf(heatDay: DayNumber | null, today: IsoDay): Warmth {
  if (heatDay === null) return 'none';
  const age = toDayNumber(today) - heatDay;
  if (age <= WARM_DAYS) return 'warm';
  return age <= COOLING_DAYS ? 'cooling' : 'dormant';
}

/** The last warm day, past or to come; null when nothing ever came back. */
export function warmUntil(heatDay: DayNumber | null): IsoDay | null {
  return heatDay === null ? null : toIsoDay(Math.floor(heatDay) + WARM_DAYS);
}

/** Still warm, with at most two weeks of it left. */
export function coolsSoon(heatDay: DayNumber | null, today: IsoDay): boolean {
  if (heatDay === null || warmthOf(heatDay, today) !== 'warm') return false;
  return toDayNumber(today) - heatDay >= WARM_DAYS - COOLS_SOON_DAYS;
}
