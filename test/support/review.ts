/** A weekly review with little in it; a test adds what it is about. */
import type { ServingTask } from '../../src/model';
import { aimsFor, balanceOf } from '../../src/rules/portfolio';
import { type WeighedTask, weighTask } from '../../src/rules/quadrants';
import { squaresOf } from '../../src/rules/week';
import type { ReviewFacts } from '../../src/views/quadrant';
import { A_DAY, aTask } from './builders';

export const CAPACITY = { pace: 1.5, minutesPerDay: 120 };
const MINUTES = { deepen: 90, meet: 240, apply: 45, prepare: 25, review: 0 };

/** Serves nothing: the square is what the given urgency and importance make it. */
export function aServingTask(given: Partial<ServingTask> = {}): ServingTask {
  return {
    ...aTask(),
    id: 1,
    state: 'open',
    closedOn: null,
    minutesSpent: null,
    contactName: null,
    contactCompany: null,
    contactRole: null,
    contactPurpose: null,
    contactRelevance: null,
    contactLevel: null,
    contactMetOn: null,
    contactFollowedUpOn: null,
    waitingForName: null,
    eventTitle: null,
    eventKind: null,
    eventStartOn: null,
    eventState: null,
    promiseBy: null,
    promiseState: null,
    promiseTo: null,
    jobCompany: null,
    jobTitle: null,
    jobStage: null,
    partState: null,
    ...given,
  };
}

export function aWeighedTask(given: Partial<ServingTask> = {}): WeighedTask<ServingTask> {
  const nothing = { promise: null, contact: null, event: null, job: null, partState: null };
  return weighTask(aServingTask(given), nothing, A_DAY, CAPACITY);
}

export function aReview(given: Partial<ReviewFacts> = {}): ReviewFacts {
  return {
    weekFrom: '2026-11-16',
    weekTo: A_DAY,
    phase: 'active',
    phaseReason: { kind: 'preparation', ready: 8, parts: 10 },
    squares: squaresOf([]),
    hidden: { snoozed: 0, waiting: 0 },
    minutes: MINUTES,
    balance: balanceOf(MINUTES, aimsFor('active')),
    findings: [],
    moved: [],
    promises: { kept: 0, late: 0, broken: 0, overdue: [], ever: { kept: 0, closed: 0 } },
    champions: [],
    looseEnds: [],
    neglectedParts: [],
    proposedFrom: '2026-11-23',
    proposals: [
      { kind: 'touch-part', part: 'pitch', untouchedDays: 19, neglected: 1, minutes: 25, on: '2026-11-23' },
      { kind: 'keep-block', task: null, minutes: 36, on: '2026-11-25' },
      { kind: 'review', minutes: 20, on: '2026-11-27' },
    ],
    commitments: [],
    ...given,
  };
}
