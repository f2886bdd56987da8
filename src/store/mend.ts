/** What can be put right without touching anything that a user wrote. */
import { chmodSync, rmSync, statSync } from 'node:fs';
import type { IsoDay } from '../model';
import { canShrink, type HealthFacts } from '../rules/health';
import { addBackup } from './backups';
import type { Db } from './db';
import { rebuildDerived } from './derived';
import { forgetExposure } from './exposure';
import { openDatabase } from './open';

export interface Mended {
  /** The copy from before; null when nothing inside the file was touched. */
  copy: string | null;
  closed: string[];
  removed: string[];
  /** How many derived values were wrong. */
  derived: number;
  shrunk: boolean;
}

/** `isSound`: whether what is inside the file may be touched; a damaged one is left as it is. */
export async function mend(
  path: string,
  facts: HealthFacts,
  isSound: boolean,
  today: IsoDay,
): Promise<Mended> {
  for (const { file } of facts.exposed) chmodSync(file, statSync(file).isDirectory() ? 0o700 : 0o600);
  for (const file of facts.leftovers) rmSync(file, { force: true });
  const mended: Mended = {
    copy: null,
    closed: facts.exposed.map(({ file }) => file),
    removed: facts.leftovers,
    derived: 0,
    shrunk: false,
  };
  const inside =
    (facts.stale ?? 0) > 0 || canShrink(facts.bytes, facts.freeBytes) || facts.exposed.length > 0;
  if (!isSound || !inside) return mended;
  const db = openDatabase(path);
  try {
    return { ...mended, ...(await mendInside(db, path, facts, today)) };
  } finally {
    db.close();
  }
}

async function mendInside(db: Db, path: string, facts: HealthFacts, today: IsoDay): Promise<Partial<Mended>> {
  if (facts.exposed.length > 0) forgetExposure(db);
  const derived = facts.stale ?? 0;
  const shrunk = canShrink(facts.bytes, facts.freeBytes);
  if (derived === 0 && !shrunk) return {};
  const copy = await addBackup(db, path, today, 'before-fix');
  if (derived > 0) rebuildDerived(db);
  if (shrunk) db.exec('VACUUM');
  return { copy, derived, shrunk };
}
