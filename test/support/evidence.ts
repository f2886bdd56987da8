import fc from 'fast-check';
import {
  ACT_KINDS,
  type Act,
  type Counters,
  type Evidence,
  type IsoDay,
  type Pledge,
  PROMISE_STATES,
  SIDES,
  type TieFacts,
  TOUCH_KINDS,
  type Touch,
  type TouchKind,
} from '../../src/model';
import { toIsoDay } from '../../src/rules/dates';
import { deriveTie } from '../../src/rules/tie';

export const TODAY_NUMBER = 20_000;
export const TODAY = toIsoDay(TODAY_NUMBER);

export function daysAgo(days: number): IsoDay {
  return toIsoDay(TODAY_NUMBER - days);
}

/** Touches as `-10:group -8:out -3:live*`, the number relative to today, a star for substantive. */
export function touchesOf(text: string): Touch[] {
  return text
    .split(' ')
    .filter(Boolean)
    .map((part) => {
      const [day, kind] = part.split(':') as [string, string];
      return {
        day: daysAgo(-Number(day)),
        kind: kind.replace('*', '') as TouchKind,
        substantive: kind.endsWith('*'),
      };
    });
}

export function anEvidence(touches = '', rest: Partial<Evidence> = {}): Evidence {
  return { touches: touchesOf(touches), acts: [], promises: [], closeness: 0, ...rest };
}

export function theirAct(day: number, asked: boolean): Act {
  return { day: daysAgo(-day), by: 'them', kind: 'advice', asked };
}

export function myPromise(state: Pledge['state'], due?: number): Pledge {
  return { by: 'me', dueOn: due === undefined ? null : daysAgo(-due), state };
}

export function aTie(facts: Partial<TieFacts> = {}): TieFacts {
  return { ...deriveTie(anEvidence()), ...facts };
}

export function someCounters(counts: Partial<Counters> = {}): Counters {
  return aTie(counts);
}

// Days close enough together for touches to answer each other, few enough for two to share a day.
export const someDay = fc.integer({ min: 0, max: 199 }).map(daysAgo);
export const someTouch: fc.Arbitrary<Touch> = fc.record({
  day: someDay,
  kind: fc.constantFrom(...TOUCH_KINDS),
  substantive: fc.boolean(),
});
export const someAct: fc.Arbitrary<Act> = fc.record({
  day: someDay,
  by: fc.constantFrom(...SIDES),
  kind: fc.constantFrom(...ACT_KINDS),
  asked: fc.boolean(),
});
export const somePledge: fc.Arbitrary<Pledge> = fc.record({
  by: fc.constantFrom(...SIDES),
  dueOn: fc.option(someDay),
  state: fc.constantFrom(...PROMISE_STATES),
});
export const someEvidence: fc.Arbitrary<Evidence> = fc.record({
  touches: fc.array(someTouch, { maxLength: 25, size: 'max' }),
  acts: fc.array(someAct, { maxLength: 6, size: 'max' }),
  promises: fc.array(somePledge, { maxLength: 8, size: 'max' }),
  closeness: fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 5 }) },
  ),
});
