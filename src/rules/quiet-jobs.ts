/** Which open jobs have gone quiet: nothing moved, nothing is planned, and nobody said that it still stands. */
import type { IsoDay, Stage } from '../model';
import { QUIET_AGAIN, QUIET_DAYS } from './constants';
import { addDays, daysBetween } from './dates';

export interface JobPace {
  stage: Stage;
  /** The day it came to its stage. */
  movedOn: IsoDay;
  /** The last move, or the last word that it still stands. */
  stirredOn: IsoDay;
  /** The day of the next step; null when there is none. */
  nextOn: IsoDay | null;
}

export interface Quiet {
  /** Without a stir. */
  days: number;
  /** The day on which the question came up. */
  since: IsoDay;
  /** This is a day on which to ask: a few days of each week that it stays quiet. */
  asks: boolean;
}

/** Null for a job that is over, and for one that moves: a step that lies ahead is a stir to come. */
export function quietOf(job: JobPace, today: IsoDay): Quiet | null {
  if (job.stage === 'accepted' || job.stage === 'closed') return null;
  if (job.nextOn !== null && job.nextOn >= today) return null;
  const since = askedFrom(job, job.stage);
  if (since > today) return null;
  return {
    days: daysBetween(job.stirredOn, today),
    since,
    asks: daysBetween(since, today) % QUIET_AGAIN.everyDays < QUIET_AGAIN.forDays,
  };
}

/** The first day of the question, as long as nothing stirs; null for a job that is over. */
export function nextAskOn(job: Omit<JobPace, 'nextOn'>): IsoDay | null {
  return job.stage === 'accepted' || job.stage === 'closed' ? null : askedFrom(job, job.stage);
}

/** A word that it still stands puts the question off by a week, and a move by the whole time of the stage. */
function askedFrom({ movedOn, stirredOn }: Omit<JobPace, 'nextOn'>, stage: keyof typeof QUIET_DAYS): IsoDay {
  const first = addDays(movedOn, QUIET_DAYS[stage]);
  const again = stirredOn > movedOn ? addDays(stirredOn, QUIET_AGAIN.everyDays) : first;
  return first > again ? first : again;
}
