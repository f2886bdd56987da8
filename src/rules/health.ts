/** What is right and what is wrong with a database file, judged from what was found out about it. */
import type { IsoDay } from '../model';
import { daysBetween } from './dates';

/** What was found out; null where a fault before it kept the question from being asked. */
export interface HealthFacts {
  file: string;
  bytes: number;
  /** Why it cannot be read as a database; null when it can. */
  unreadable: string | null;
  ours: boolean | null;
  schema: number | null;
  /** The schema of this program. */
  latest: number;
  integrity: string[] | null;
  /** Rows that point to rows that are not there. */
  dangling: number | null;
  /** Stored values that the rows they are derived from do not give. */
  stale: number | null;
  freeBytes: number | null;
  /** What others may read, with its mode: `644`. */
  exposed: { file: string; mode: string }[];
  leftovers: string[];
  backups: { count: number; bytes: number; newest: { name: string; day: IsoDay; sound: boolean } | null };
  diskFree: number;
}

export type HealthVerdict = 'good' | 'warn' | 'bad';

export const CHECKS = [
  'file',
  'integrity',
  'links',
  'derived',
  'access',
  'leftovers',
  'size',
  'backup',
  'disk',
] as const;
export type CheckName = (typeof CHECKS)[number];

/** A week without a copy; less free space than this; this much of the file empty. */
const OLD_DAYS = 7;
const LOW_BYTES = 100e6;
const FREE_SHARE = 0.25;
const FREE_BYTES = 1e6;

export function judge(facts: HealthFacts, today: IsoDay): Record<CheckName, HealthVerdict> {
  const { integrity, dangling, stale, freeBytes, bytes, backups, schema, latest } = facts;
  const sound = facts.unreadable === null && facts.ours === true && schema !== null && schema <= latest;
  const newest = backups.newest;
  return {
    file: sound ? (schema < latest ? 'warn' : 'good') : 'bad',
    integrity: integrity?.length === 0 ? 'good' : 'bad',
    links: dangling === 0 ? 'good' : 'bad',
    // Of an older schema it cannot be told, and the next command derives it anyway.
    derived: stale === 0 || (stale === null && sound) ? 'good' : stale === null ? 'bad' : 'warn',
    access: facts.exposed.length === 0 ? 'good' : 'warn',
    leftovers: facts.leftovers.length === 0 ? 'good' : 'warn',
    size: canShrink(bytes, freeBytes) ? 'warn' : 'good',
    backup:
      newest === null || daysBetween(newest.day, today) > OLD_DAYS ? 'warn' : newest.sound ? 'good' : 'bad',
    disk: facts.diskFree < Math.max(LOW_BYTES, 3 * bytes) ? 'warn' : 'good',
  };
}

export function canShrink(bytes: number, freeBytes: number | null): boolean {
  return freeBytes !== null && freeBytes > FREE_BYTES && freeBytes > bytes * FREE_SHARE;
}

/** Whether what is in the file may be touched at all. */
export function isSound(verdicts: Record<CheckName, HealthVerdict>): boolean {
  return verdicts.file === 'good' && verdicts.integrity === 'good' && verdicts.links === 'good';
}
