/** A file that others can read: the user is told once, and again only when it was mended in between. */
import { statSync } from 'node:fs';
import { sep } from 'node:path';
import type { Db } from './db';
import { findSetting, removeSetting, setSetting } from './settings';

const TOLD = 'told-of-readers';

/** Returns what the user should be told. */
export function tellExposure(db: Db, path: string): string[] {
  // Windows has other rights, and gives every file the same mode. (Asking node:os for the system would load it every day.)
  if (sep === '\\' || findSetting(db, TOLD) !== undefined) return [];
  try {
    setSetting(db, TOLD, 'yes');
  } catch {
    // A database that cannot be written: then it is said again.
  }
  const mode = (statSync(path).mode & 0o777).toString(8);
  return [
    `Other users of this computer may read ${path} (mode ${mode}). To keep it to yourself: jobsearch doctor --fix`,
  ];
}

export function forgetExposure(db: Db): void {
  removeSetting(db, TOLD);
}
