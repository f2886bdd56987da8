import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FITS, type Job } from '../../src/model';
import { bestJobFor, type JobTie } from '../../src/rules/best-job';
import { addDays } from '../../src/rules/dates';
import { A_DAY } from '../support/builders';

let id = 0;
function aJobTie(given: Partial<JobTie> & { fit?: Job['fit']; stirredOn?: string } = {}): JobTie {
  const { fit = 'even', stirredOn = A_DAY, ...rest } = given;
  const job = { id: ++id, fit, stirredOn } as Job;
  return { job, insider: false, hires: false, known: null, ...rest };
}

const inside = aJobTie({ insider: true });
const strong = aJobTie({ insider: true, fit: 'strong', stirredOn: addDays(A_DAY, -30) });
const lately = aJobTie({ insider: true, stirredOn: addDays(A_DAY, 1) });
const hires = aJobTie({ hires: true, fit: 'stretch' });
const knows = aJobTie({ known: 0 });
const knowsWell = aJobTie({ known: 4, fit: 'stretch' });
const strange = aJobTie({ fit: 'strong' });

describe.each<[string, boolean]>([
  ['an ask about the manager', true],
  ['any other ask', false],
])('%s', (_, aboutManager) => {
  test('is about no job that they have nothing to do with', () => {
    expect(bestJobFor([], aboutManager)).toBeNull();
    expect(bestJobFor([strange], aboutManager)).toBeNull();
  });

  test('prefers the better fit, then what stirred last, then the older number', () => {
    expect(bestJobFor([inside, strong], aboutManager)).toBe(strong);
    expect(bestJobFor([inside, lately], aboutManager)).toBe(lately);
    expect(bestJobFor([aJobTie({ insider: true }), inside], aboutManager)).toBe(inside);
  });

  test('does not depend on the order', () => {
    const some = fc.record({
      insider: fc.boolean(),
      hires: fc.boolean(),
      known: fc.option(fc.nat(5)),
      fit: fc.constantFrom(...FITS),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 6 }), (given) => {
        const ties = given.map(aJobTie);
        expect(bestJobFor(ties.toReversed(), aboutManager)).toBe(bestJobFor(ties, aboutManager));
      }),
    );
  });
});

test('whoever hires, then whoever is inside, then whoever knows the manager', () => {
  expect(bestJobFor([knowsWell, strong, hires], false)).toBe(hires);
  expect(bestJobFor([knowsWell, inside], false)).toBe(inside);
  expect(bestJobFor([strange, knows], false)).toBe(knows);
});

test('about the manager, the one they know best', () => {
  expect(bestJobFor([strong, knows, knowsWell], true)).toBe(knowsWell);
  expect(bestJobFor([strong, knows], true)).toBe(knows);
  expect(bestJobFor([strong, hires], true)).toBe(hires);
});
