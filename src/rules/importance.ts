import type {
  Bucket,
  EventKind,
  EventState,
  IsoDay,
  Level,
  Part,
  PartState,
  PromiseState,
  Side,
  Stage,
  Task,
} from '../model';
import { IMPORTANCE, IMPORTANCE_SOME, IMPORTANT_FROM, PATH_RELEVANCE } from './constants';

/** What a task is tied to, joined by whoever read it; null where it is tied to nothing of the kind. */
export interface Serves {
  promise: { by: Side; state: PromiseState } | null;
  contact: {
    /** 0 to 1. */
    relevance: number;
    level: Level;
    /** Met, and nothing sent since. */
    firstFollowUp: boolean;
  } | null;
  event: { kind: EventKind; startOn: IsoDay; state: EventState } | null;
  job: { company: string; title: string | null; stage: Stage } | null;
  partState: PartState | null;
}

export type ImportanceReason =
  | { kind: 'given' }
  | { kind: 'interview'; startOn: IsoDay }
  | { kind: 'job'; company: string; title: string | null; stage: Stage }
  | { kind: 'path-to-target'; relevance: number }
  | { kind: 'my-promise' }
  | { kind: 'first-follow-up' }
  | { kind: 'part'; part: Part | null; state: PartState }
  | { kind: 'deepen'; level: Level; relevance: number }
  | { kind: 'application' }
  | { kind: 'their-promise' }
  | { kind: 'event'; event: EventKind; startOn: IsoDay }
  | { kind: 'no-link' };

export interface Importance {
  /** 0 to 1. */
  value: number;
  /** The one thing that decided; among equals the more pressing kind. */
  reason: ImportanceReason;
  given: boolean;
}

interface Claim {
  value: number;
  reason: ImportanceReason;
}

/** The greatest claim, not their sum: more links must not buy importance. */
export function importanceOf(task: Pick<Task, 'bucket' | 'part' | 'importance'>, serves: Serves): Importance {
  if (task.importance !== null) return { value: task.importance, reason: { kind: 'given' }, given: true };
  const claims = [
    claimOfEvent(serves.event),
    claimOfJob(serves.job),
    claimOfPromise(serves.promise),
    claimOfContact(serves.contact),
    claimOfPart(task.part, serves.partState),
    claimOfBucket(task.bucket, serves.job),
  ];
  const unlinked: Claim = { value: IMPORTANCE.unlinked, reason: { kind: 'no-link' } };
  const greatest = claims.reduce<Claim>(
    (best, claim) => (claim !== null && claim.value > best.value ? claim : best),
    unlinked,
  );
  return { ...greatest, given: false };
}

export function isImportant(value: number): boolean {
  return value >= IMPORTANT_FROM;
}

function claimOfEvent(event: Serves['event']): Claim | null {
  if (!event || event.state === 'cancelled') return null;
  const { kind, startOn } = event;
  return kind === 'interview' && event.state === 'planned'
    ? { value: IMPORTANCE.interviewPreparation, reason: { kind: 'interview', startOn } }
    : { value: IMPORTANCE.event, reason: { kind: 'event', event: kind, startOn } };
}

/** Whoever has got the job, or has not, has nothing left to do for it. */
function claimOfJob(job: Serves['job']): Claim | null {
  if (!job || isOver(job.stage)) return null;
  const talking = job.stage === 'interviewing' || job.stage === 'offer';
  const value = talking ? IMPORTANCE.interviewPreparation : IMPORTANCE.application;
  return { value, reason: { kind: 'job', ...job } };
}

export function isOver(stage: Stage): boolean {
  return stage === 'accepted' || stage === 'closed';
}

/** A closed promise asks for nothing any more. */
function claimOfPromise(promise: Serves['promise']): Claim | null {
  if (promise?.state !== 'open') return null;
  return promise.by === 'me'
    ? { value: IMPORTANCE.myPromise, reason: { kind: 'my-promise' } }
    : { value: IMPORTANCE_SOME, reason: { kind: 'their-promise' } };
}

function claimOfContact(contact: Serves['contact']): Claim | null {
  if (!contact) return null;
  const { relevance, level, firstFollowUp } = contact;
  if (relevance >= PATH_RELEVANCE)
    return { value: IMPORTANCE.pathToTarget, reason: { kind: 'path-to-target', relevance } };
  if (firstFollowUp) return { value: IMPORTANCE.firstFollowUp, reason: { kind: 'first-follow-up' } };
  return { value: IMPORTANCE.deepen, reason: { kind: 'deepen', level, relevance } };
}

function claimOfPart(part: Part | null, state: PartState | null): Claim | null {
  if (state === null) return null;
  const value = state === 'ready' ? IMPORTANCE.partReady : IMPORTANCE.partNotReady;
  return { value, reason: { kind: 'part', part, state } };
}

/** An application is its own purpose while the job is open; preparation counts by the part, the contact or the interview. */
function claimOfBucket(bucket: Bucket, job: Serves['job']): Claim | null {
  const open = !job || !isOver(job.stage);
  return bucket === 'apply' && open
    ? { value: IMPORTANCE.application, reason: { kind: 'application' } }
    : null;
}
