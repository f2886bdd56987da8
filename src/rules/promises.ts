/** What a promise of theirs asks of me: to wait, one gentle word once its day is past, and then to let it rest. */
import type { Counters, IsoDay, OpenPromise } from '../model';

export type WaitingState = 'waiting' | 'nudge' | 'rest';

/** Without a due day nothing is ever asked after; once asked after, it rests. */
export function waitingStateOf(
  { dueOn, nudgedOn }: Pick<OpenPromise, 'dueOn'> & { nudgedOn: IsoDay | null },
  today: IsoDay,
): WaitingState {
  if (nudgedOn !== null) return 'rest';
  return dueOn !== null && dueOn < today ? 'nudge' : 'waiting';
}

type Kept = Pick<Counters, 'promisesKept' | 'promisesLate' | 'promisesBroken'>;

/** All of several people's together. */
export function sumOfKept(counts: readonly Kept[]): Kept {
  const sum = { promisesKept: 0, promisesLate: 0, promisesBroken: 0 };
  for (const one of counts) {
    sum.promisesKept += one.promisesKept;
    sum.promisesLate += one.promisesLate;
    sum.promisesBroken += one.promisesBroken;
  }
  return sum;
}
