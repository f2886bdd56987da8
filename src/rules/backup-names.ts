/** What a copy of the database is called: whose it is, of which day, and why it was made. */
import type { IsoDay } from '../model';
import { isIsoDay } from './dates';

export type BackupReason = 'daily' | 'by-hand' | 'before-restore' | 'before-fix' | `before-schema-${number}`;

export interface BackupName {
  day: IsoDay;
  reason: BackupReason;
  /** 1, and one more for each further copy of that day for the same reason. */
  nth: number;
}

const REST = /^-(\d{4}-\d\d-\d\d)(?:-(by-hand|before-restore|before-fix|before-schema-\d+))?(?:-(\d+))?$/;

/** `jobsearch-2026-11-22.db`: sorts by day, and is a database to every program by its ending. */
export function backupName(database: string, { day, reason, nth }: BackupName): string {
  const [stem, ending] = parted(database);
  return `${stem}-${day}${reason === 'daily' ? '' : `-${reason}`}${nth > 1 ? `-${nth}` : ''}${ending}`;
}

/** Undefined for a file that is no copy of this database. */
export function readBackupName(database: string, file: string): BackupName | undefined {
  const [stem, ending] = parted(database);
  if (!file.startsWith(stem) || !file.endsWith(ending)) return undefined;
  const [, day = '', reason = 'daily', nth = '1'] =
    REST.exec(file.slice(stem.length, file.length - ending.length)) ?? [];
  return isIsoDay(day) ? { day, reason: reason as BackupReason, nth: Number(nth) } : undefined;
}

/** A name that begins with a dot or has none ends in nothing. */
function parted(database: string): [string, string] {
  const dot = database.lastIndexOf('.');
  return dot > 0 ? [database.slice(0, dot), database.slice(dot)] : [database, ''];
}
