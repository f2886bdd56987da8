/** What happened with one contact, day by day, and the counts that its depth rests on. */
import type { Act, Counters, DayNumber, Evidence, IsoDay, Pledge, Touch } from '../model';
import { REPLY_DAYS } from './constants';
import { toDayNumber } from './dates';

/** Everything that happened with one contact on one day; ten mails make it no more than one does. */
export interface DayOfTie {
  on: IsoDay;
  day: DayNumber;
  out: boolean;
  in: boolean;
  group: boolean;
  live: boolean;
  theirAct: boolean;
  /** Something that mattered came up live or in what they wrote; what I send proves nothing. */
  substantive: boolean;
  /** Two-way: live, or an inbound with an outbound of mine near it. */
  exchange: boolean;
}

/** Distinct days in calendar order, whatever the order in which things were logged. */
export function daysOfTie(touches: Touch[], acts: Act[]): DayOfTie[] {
  const byDay = new Map<IsoDay, DayOfTie>();
  for (const touch of touches) {
    const day = openDay(byDay, touch.day);
    day[touch.kind] = true;
    if (touch.substantive && (touch.kind === 'live' || touch.kind === 'in')) day.substantive = true;
  }
  for (const act of acts) if (act.by === 'them') openDay(byDay, act.day).theirAct = true;
  const days = [...byDay.values()].sort((a, b) => a.day - b.day);
  markExchanges(days);
  return days;
}

function openDay(byDay: Map<IsoDay, DayOfTie>, on: IsoDay): DayOfTie {
  let day = byDay.get(on);
  if (!day) {
    day = {
      on,
      day: toDayNumber(on),
      out: false,
      in: false,
      group: false,
      live: false,
      theirAct: false,
      substantive: false,
      exchange: false,
    };
    byDay.set(on, day);
  }
  return day;
}

/** An answer may come first: I reply to what they wrote. So the nearest outbound is looked for on both sides. */
function markExchanges(days: DayOfTie[]): void {
  let outBefore = Number.NEGATIVE_INFINITY;
  for (const day of days) {
    if (day.out) outBefore = day.day;
    if (day.live || (day.in && day.day - outBefore <= REPLY_DAYS)) day.exchange = true;
  }
  let outAfter = Number.POSITIVE_INFINITY;
  for (const day of days.toReversed()) {
    if (day.out) outAfter = day.day;
    if (day.in && outAfter - day.day <= REPLY_DAYS) day.exchange = true;
  }
}

/** A day on which anything came from them. */
export function isInbound(day: DayOfTie): boolean {
  return day.in || day.group || day.live || day.theirAct;
}

export function countersOf(evidence: Evidence, days = daysOfTie(evidence.touches, evidence.acts)): Counters {
  const exchanges = days.filter((day) => day.exchange);
  const theirs = evidence.acts.filter((act) => act.by === 'them');
  const actsAsked = theirs.filter((act) => act.asked).length;
  const promises = promiseCounts(evidence.promises);
  return {
    inboundDays: days.filter(isInbound).length,
    exchangeDays: exchanges.length,
    meetingDays: days.filter((day) => day.exchange || day.group).length,
    substantiveDays: exchanges.filter((day) => day.substantive).length,
    spanDays: exchanges.length > 0 ? exchanges.at(-1)!.day - exchanges[0]!.day : 0,
    actsAsked,
    actsUnasked: theirs.length - actsAsked,
    given: evidence.acts.length - theirs.length + promises.promisesKept,
    ...promises,
  };
}

/** Only what I promised, and only once it is closed; a released promise counts neither way. */
function promiseCounts(promises: Pledge[]) {
  let [kept, late, broken] = [0, 0, 0];
  for (const { by, state } of promises) {
    if (by !== 'me') continue;
    if (state === 'kept') kept++;
    if (state === 'late') late++;
    if (state === 'broken') broken++;
  }
  const closed = kept + late + broken;
  return {
    promisesKept: kept,
    promisesLate: late,
    promisesBroken: broken,
    reliability: closed > 0 ? (kept + late / 2) / closed : 1,
  };
}
