import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BackupReason, backupName, readBackupName } from '../../src/rules/backup-names';
import { addDays, weekStart } from '../../src/rules/dates';
import { type Kept, outdated } from '../../src/rules/rotation';

const TODAY = '2026-11-22';

function daily(day: string): Kept {
  return { name: `jobsearch-${day}.db`, day, reason: 'daily' };
}

/** The days of daily copies that stay, the newest first. */
function staying(days: string[], today = TODAY): string[] {
  const gone = new Set(outdated(days.map(daily), today));
  return days.filter((day) => !gone.has(daily(day).name)).sort((a, b) => (a < b ? 1 : -1));
}

/** As it goes in a year: one copy on each day on which something was written. */
function lived(days: string[]): string[] {
  let kept: string[] = [];
  for (const day of days) kept = staying([...kept, day], day);
  return kept;
}

const everyDay = (from: string, count: number) => Array.from({ length: count }, (_, at) => addDays(from, at));

const everyMonth = Array.from({ length: 12 }, (_, at) => addDays('2025-11-22', at * 30));

describe('what stays', () => {
  test.each<[string, string[], string[], string?]>([
    ['a few days', everyDay('2026-11-20', 3), ['2026-11-22', '2026-11-21', '2026-11-20']],
    [
      'eight days: the oldest is the last of its week',
      everyDay('2026-11-15', 8),
      [...everyDay('2026-11-16', 7).reverse(), '2026-11-15'],
    ],
    ['one a month: seven, and four weeks', everyMonth, [...everyMonth].reverse().slice(0, 11)],
    [
      'the clock jumped ahead for a day: one goes, as after every day',
      [...everyDay('2026-11-16', 7), '2031-01-01'],
      ['2031-01-01', ...everyDay('2026-11-17', 6).reverse()],
      '2031-01-01',
    ],
    [
      'the clock was set back: copies of days to come neither count nor go',
      [...everyDay('2027-03-01', 7), ...everyDay('2026-11-16', 7)],
      [...everyDay('2027-03-01', 7).reverse(), ...everyDay('2026-11-16', 7).reverse()],
    ],
  ])('%s', (_, days, kept, today) => {
    expect(staying(days, today)).toEqual(kept);
  });

  test('after a year of daily work: seven days and the Sundays of four weeks', () => {
    expect(lived(everyDay('2025-11-23', 365))).toEqual([
      ...everyDay('2026-11-16', 7).reverse(),
      '2026-11-15',
      '2026-11-08',
      '2026-11-01',
      '2026-10-25',
    ]);
  });

  test('what was made by hand or before a restore, and the last four from before an update', () => {
    const of = (reason: BackupReason, at: number): Kept => ({
      name: `${reason}-${at}`,
      day: addDays('2024-01-01', at),
      reason,
    });
    const updates = [1, 2, 3, 4, 5, 6].map((at) => of(`before-schema-${at}`, at));
    const others = (['by-hand', 'before-restore', 'before-fix'] as const).flatMap((reason) =>
      everyDay('2024-01-01', 20).map((_, at) => of(reason, at)),
    );
    expect(outdated([...updates, ...others], TODAY)).toEqual(['before-schema-2-2', 'before-schema-1-1']);
  });
});

describe('whatever copies there are', () => {
  const aDay = fc.integer({ min: -400, max: 60 }).map((days) => addDays(TODAY, days));
  const days = fc.uniqueArray(aDay, { maxLength: 60 });

  test('the newest of today or before stays, and so does the whole last week of copies', () => {
    fc.assert(
      fc.property(days, (some) => {
        const past = some.filter((day) => day <= TODAY).sort((a, b) => (a < b ? 1 : -1));
        expect(staying(some)).toEqual(expect.arrayContaining(past.slice(0, 7)));
      }),
    );
  });

  test('at most eleven of days gone by, seven of days to come, and one a week beyond the seven', () => {
    fc.assert(
      fc.property(days, (some) => {
        const kept = staying(some);
        const past = kept.filter((day) => day <= TODAY);
        expect(past.length).toBeLessThanOrEqual(11);
        expect(kept.length - past.length).toBeLessThanOrEqual(7);
        const weeks = past.slice(7).map((day) => weekStart(day));
        expect(new Set(weeks).size).toBe(weeks.length);
      }),
    );
  });

  test('once rotated, nothing more goes', () => {
    fc.assert(
      fc.property(days, (some) => {
        expect(outdated(staying(some).map(daily), TODAY)).toEqual([]);
      }),
    );
  });
});

describe('names', () => {
  test.each<[string, BackupReason, number, string]>([
    ['jobsearch.db', 'daily', 1, 'jobsearch-2026-11-22.db'],
    ['jobsearch.db', 'before-schema-4', 1, 'jobsearch-2026-11-22-before-schema-4.db'],
    ['jobsearch.db', 'before-schema-4', 2, 'jobsearch-2026-11-22-before-schema-4-2.db'],
    ['jobsearch.db', 'by-hand', 3, 'jobsearch-2026-11-22-by-hand-3.db'],
    ['my.search.sqlite', 'before-restore', 1, 'my.search-2026-11-22-before-restore.sqlite'],
    ['search', 'daily', 1, 'search-2026-11-22'],
    ['.db', 'daily', 1, '.db-2026-11-22'],
  ])('%s, %s, %i: %s', (database, reason, nth, name) => {
    expect(backupName(database, { day: TODAY, reason, nth })).toBe(name);
    expect(readBackupName(database, name)).toEqual({ day: TODAY, reason, nth });
  });

  test.each([
    ['jobsearch.db', 'jobsearch.db'],
    ['jobsearch.db', 'jobsearch-2026-02-30.db'],
    ['jobsearch.db', 'jobsearch-2026-11-22.db.abc123.tmp'],
    ['jobsearch.db', 'jobsearch-2026-11-22.sqlite'],
    ['jobsearch.db', 'jobsearch-two-2026-11-22.db'],
    ['jobsearch.db', 'jobsearch-2026-11-22-mine.db'],
    ['job.db', 'jobsearch-2026-11-22.db'],
    ['jobsearch-2026-11-22.db', 'jobsearch-2026-11-22.db'],
  ])('of %s, %s is no copy', (database, file) => {
    expect(readBackupName(database, file)).toBeUndefined();
  });
});
