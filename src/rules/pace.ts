import { LEAST_NEED_MINUTES, PHI_DEFAULT, PHI_MAX, PHI_MIN, PHI_TASKS, PHI_TASKS_MIN } from './constants';

/** Real minutes per estimated minute: the median of the latest timed tasks, given newest first; `unknown` while they are few. */
export function paceOf(timed: { minutes: number; spent: number }[], unknown: number = PHI_DEFAULT): number {
  const ratios = timed
    .filter(({ minutes }) => minutes > 0)
    .slice(0, PHI_TASKS)
    .map(({ minutes, spent }) => spent / minutes)
    .sort((a, b) => a - b);
  if (ratios.length < PHI_TASKS_MIN) return unknown;
  return Math.min(PHI_MAX, Math.max(PHI_MIN, medianOf(ratios)));
}

function medianOf(sorted: number[]): number {
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The whole minutes that an estimate really takes. */
export function minutesNeeded(estimate: number, pace: number): number {
  // 50 × 1.1 is 55.00000000000001 in floating point, and must not become 56.
  return Math.max(LEAST_NEED_MINUTES, Math.ceil(estimate * pace - 1e-9));
}
