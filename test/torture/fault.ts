/** A fault: something that goes wrong around the program, done for real, as often as is asked for. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What an attempt says of what it saw. */
export interface Found {
  /** Reported as done, and not there. */
  lost(what: string): void;
  /** There in part, or damaged. */
  torn(what: string): void;
  /** Whole, but answered with a stack, a crash, a wrong code or no word to go on with. */
  unclear(what: string): void;
  /** Damage that nothing can see: a byte of somebody's text that is another one now. */
  unnoticed(what: string): void;
  /** Several at a time; an attempt that does not say is one. */
  tried(times: number): void;
}

/** `folder` is empty and its own; `nth` counts from 0. */
export type Attempt = (folder: string, nth: number, found: Found) => Promise<void> | void;

export interface Fault {
  /** As it is typed after `npm run torture --`. */
  name: string;
  what: string;
  /** How often in the long version. */
  times: number;
  /** How often in the tests. */
  short: number;
  /** Why it cannot be had on this machine; undefined when it can. */
  missing?(): string | undefined;
  /** What all attempts begin with is made once, in a folder of its own. */
  prepare(folder: string, times: number): Promise<Attempt> | Attempt;
}

export interface Result {
  tried: number;
  lost: string[];
  torn: string[];
  unclear: string[];
  unnoticed: string[];
}

export async function suffer(fault: Fault, times: number): Promise<Result> {
  const result: Result = { tried: 0, lost: [], torn: [], unclear: [], unnoticed: [] };
  const place = mkdtempSync(join(tmpdir(), 'jobsearch-torture-'));
  try {
    const home = mkdtempSync(join(place, 'home-'));
    const attempt = await fault.prepare(home, times);
    for (let nth = 0; nth < times; nth++) {
      const folder = mkdtempSync(join(place, 'try-'));
      let several: number | undefined;
      const found: Found = {
        lost: (what) => result.lost.push(what),
        torn: (what) => result.torn.push(what),
        unclear: (what) => result.unclear.push(what),
        unnoticed: (what) => result.unnoticed.push(what),
        tried: (many) => {
          several = (several ?? 0) + many;
        },
      };
      await attempt(folder, nth, found);
      result.tried += several ?? 1;
      rmSync(folder, { recursive: true, force: true });
    }
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
  return result;
}
