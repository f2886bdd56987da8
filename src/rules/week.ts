/** The week under review: which days, which phase of the search, and where the minutes went. */
import type { Bucket, Channel, EventKind, IsoDay, Quadrant } from '../model';
import { INTERVIEW_WITHIN_DAYS, type Phase } from './constants';
import { addDays, weekStart } from './dates';
import { channelOf, USUAL_MINUTES } from './event-kinds';
import { phaseOf } from './portfolio';
import type { WeighedTask } from './quadrants';

/** First and last day; both belong to it. */
export interface Week {
  from: IsoDay;
  to: IsoDay;
}

/** The seven days up to today; or the calendar week that holds a day, as far as it has come. */
export function weekOf(day: IsoDay | null, today: IsoDay, firstDay: 'monday' | 'sunday'): Week {
  if (day === null) return { from: addDays(today, -6), to: today };
  const from = weekStart(day, firstDay);
  const end = addDays(from, 6);
  return { from, to: end < today ? end : today };
}

/** The first Monday after a week, unless it has passed: nobody can do anything on a day that is gone. */
export function planFrom(week: Week, today: IsoDay): IsoDay {
  if (weekStart(today) === today) return today;
  const monday = addDays(weekStart(week.to), 7);
  return monday < today ? addDays(weekStart(today), 7) : monday;
}

// ── the phase, and what decided it ────────────────────────────────────────────────────────────────

export type PhaseReason =
  | { kind: 'interview'; on: IsoDay }
  | { kind: 'new-search'; startedOn: IsoDay }
  | { kind: 'preparation'; ready: number; parts: number };

export function explainPhase(search: {
  searchStartedOn: IsoDay | null;
  ready: number;
  parts: number;
  nextInterviewOn: IsoDay | null;
  today: IsoDay;
}): { phase: Phase; reason: PhaseReason } {
  const { searchStartedOn, nextInterviewOn, ready, parts, today } = search;
  const at = { today, partsReadyShare: parts > 0 ? ready / parts : 1 };
  const phase = phaseOf({ ...at, searchStartedOn, nextInterviewOn });
  if (phase === 'interviewing') return { phase, reason: { kind: 'interview', on: nextInterviewOn! } };
  const wouldLaunchAnyway = phaseOf({ ...at, searchStartedOn: null, nextInterviewOn: null }) === 'launch';
  return phase === 'launch' && !wouldLaunchAnyway
    ? { phase, reason: { kind: 'new-search', startedOn: searchStartedOn! } }
    : { phase, reason: { kind: 'preparation', ready, parts } };
}

/** The days in which an interview sets the phase. */
export function interviewDays(today: IsoDay): Week {
  return { from: today, to: addDays(today, INTERVIEW_WITHIN_DAYS) };
}

// ── where the time went ───────────────────────────────────────────────────────────────────────────

export interface Work {
  tasks: { bucket: Bucket; minutes: number }[];
  talks: { channel: Channel; minutes: number; eventKind: EventKind | null; allNew: boolean }[];
  /** Without a talk logged from them. `minutes` is null for an all-day event or an open end. */
  events: { kind: EventKind; minutes: number | null }[];
}

/** Of one day: a conference of three days is no 57 hours of work. */
const LONGEST_EVENT_MINUTES = 480;
const MINUTES_A_DAY = 1440;

export function minutesByBucket({ tasks, talks, events }: Work): Record<Bucket, number> {
  const minutes: Record<Bucket, number> = { deepen: 0, meet: 0, apply: 0, prepare: 0, review: 0 };
  for (const task of tasks) minutes[task.bucket] += task.minutes;
  for (const talk of talks) minutes[bucketOfTalk(talk)] += talk.minutes;
  for (const event of events) minutes[bucketOfEvent(event.kind)] += eventMinutes(event);
  return minutes;
}

/** Days with a talk at an event that was never in the calendar; two people met there make it no two events. */
export function countUnplannedEvents(
  talks: { day: IsoDay; channel: Channel; eventKind: EventKind | null }[],
): number {
  const unplanned = talks.filter(({ channel, eventKind }) => isAmongMany(channel) && eventKind === null);
  return new Set(unplanned.map(({ day }) => day)).size;
}

function isAmongMany(channel: Channel): boolean {
  return channel === 'event' || channel === 'group';
}

function bucketOfTalk({ channel, eventKind, allNew }: Work['talks'][number]): Bucket {
  if (eventKind === 'interview') return 'apply';
  return allNew || isAmongMany(channel) ? 'meet' : 'deepen';
}

function bucketOfEvent(kind: EventKind): Bucket {
  return kind === 'interview' ? 'apply' : 'meet';
}

/** What nobody timed counts as long as such things usually take. */
function eventMinutes({ kind, minutes }: Work['events'][number]): number {
  if (minutes === null || minutes <= 0) return USUAL_MINUTES[channelOf(kind)];
  return Math.min(minutes, Math.ceil(minutes / MINUTES_A_DAY) * LONGEST_EVENT_MINUTES);
}

// ── the squares ───────────────────────────────────────────────────────────────────────────────────

/** The urgent squares by urgency, the others by importance: each as the day's plan takes from it. */
export function squaresOf<T extends WeighedTask>(weighed: readonly T[]): Record<Quadrant, T[]> {
  const square = (quadrant: Quadrant) =>
    weighed
      .filter((one) => one.quadrant === quadrant)
      .sort((a, b) =>
        quadrant % 2 === 1
          ? b.urgency - a.urgency || b.importance - a.importance || a.task.id - b.task.id
          : b.importance - a.importance || b.urgency - a.urgency || a.task.id - b.task.id,
      );
  return { 1: square(1), 2: square(2), 3: square(3), 4: square(4) };
}
