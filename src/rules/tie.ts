/** All that is stored beside a contact, from the evidence alone; no value here depends on the day it is derived. */
import type { Evidence, IsoDay, Pledge, TieFacts } from '../model';
import { BUSY, PURPOSE, STUCK } from './constants';
import { depthOf } from './depth';
import { countersOf, type DayOfTie, daysOfTie, isInbound } from './evidence';
import { SPANS, type Spans } from './spans';
import { heatDayOf, weightOf } from './warmth';

export function deriveTie(evidence: Evidence, spans: Spans = SPANS): TieFacts {
  const days = daysOfTie(evidence.touches, evidence.acts);
  const counters = countersOf(evidence, days);
  const { level, depth } = depthOf(counters, evidence.closeness);
  const touched = days.filter((day) => day.out || day.in || day.group || day.live);
  const met = days.find((day) => day.group || day.live);
  const lastIn = days.findLast(isInbound);
  return {
    level,
    depth,
    heatDay: heatDayOf(
      days.map((day) => ({ day: day.day, weight: weightOf(day) })),
      spans.halfLife,
    ),
    metOn: met?.on ?? null,
    firstFollowUpOn: met ? firstFollowUp(days, met) : null,
    lastInOn: lastIn?.on ?? null,
    lastOutOn: days.findLast((day) => day.out)?.on ?? null,
    lastTouchOn: touched.at(-1)?.on ?? null,
    unanswered: days.filter((day) => day.out && (!lastIn || day.day > lastIn.day)).length,
    secondTouchOn: touched.at(-PURPOSE.touchDays)?.on ?? null,
    fourthTouchOn: touched.at(-BUSY.touchDays)?.on ?? null,
    eighthTouchOn: touched.at(-STUCK.touchDays)?.on ?? null,
    promiseDueOn: earliestDue(evidence.promises),
    // Spread last: first, it takes V8 forty times as long, and a rebuild derives a hundred thousand of these.
    ...counters,
  };
}

/** On the day of the meeting only something sent counts, such as a note the same evening; later any exchange does. */
function firstFollowUp(days: DayOfTie[], met: DayOfTie): IsoDay | null {
  const isFollowUp = (day: DayOfTie) => day.out || (day.exchange && day !== met);
  return days.find((day) => day.day >= met.day && isFollowUp(day))?.on ?? null;
}

/** A promise of mine without a due day is open, but never due. */
function earliestDue(promises: Pledge[]): IsoDay | null {
  let earliest: IsoDay | null = null;
  for (const { by, state, dueOn } of promises) {
    if (by !== 'me' || state !== 'open' || dueOn === null) continue;
    if (earliest === null || dueOn < earliest) earliest = dueOn;
  }
  return earliest;
}
