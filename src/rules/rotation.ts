/** Which copies have had their time. */
import type { IsoDay } from '../model';
import type { BackupReason } from './backup-names';
import { weekStart } from './dates';

const DAYS = 7;
const WEEKS = 4;
/** A clock that ran ahead left copies of days to come; there is no more of them than of days gone by. */
const DAYS_TO_COME = 7;
const SCHEMAS = 4;

export interface Kept {
  name: string;
  day: IsoDay;
  reason: BackupReason;
}

/**
 * The names to remove. Of the daily ones stay those of the last seven days that have one, then the last of each of four
 * further weeks: counted in copies, so that a clock which jumps ahead makes nothing old. The last four from before an
 * update stay, and whatever was made by hand or before a restore.
 */
export function outdated(backups: readonly Kept[], today: IsoDay): string[] {
  const newestFirst = [...backups].sort((a, b) => compare(b.day, a.day) || compare(b.name, a.name));
  const daily = newestFirst.filter(({ reason }) => reason === 'daily');
  const past = daily.filter(({ day }) => day <= today);
  const toCome = daily.filter(({ day }) => day > today);
  const updates = newestFirst.filter(({ reason }) => reason.startsWith('before-schema-'));
  return [...beyondWeeks(past), ...toCome.slice(DAYS_TO_COME), ...updates.slice(SCHEMAS)].map(
    ({ name }) => name,
  );
}

function beyondWeeks(newestFirst: Kept[]): Kept[] {
  const weeks = new Set(newestFirst.slice(0, DAYS).map(({ day }) => weekStart(day)));
  const most = weeks.size + WEEKS;
  return newestFirst.slice(DAYS).filter(({ day }) => {
    const week = weekStart(day);
    if (weeks.has(week) || weeks.size === most) return true;
    weeks.add(week);
    return false;
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
