/** A database of an older jobsearch: copied first, then brought to the schema of this one. */
import { rmSync } from 'node:fs';
import { UserError } from '../errors';
import { addBackup, removeOutdated } from './backups';
import { reasonOf } from './daily-backup';
import type { Db } from './db';
import type { Use } from './make-ready';
import { listMigrations, migrate } from './migrate';
import { schemaOf } from './whole-file';

/** By another program: its copy is the one of before, and must not be replaced by ours. */
class UpdatedMeanwhile extends Error {}

/** Returns what the user should be told. */
export async function update(db: Db, { path, migrations, today }: Omit<Use, 'writes'>): Promise<string[]> {
  const schema = listMigrations(migrations).length;
  const isOld = (copy: Db) => {
    if (schemaOf(copy) >= schema) throw new UpdatedMeanwhile();
  };
  const copy = await addBackup(db, path, today, `before-schema-${schema}`, isOld).catch((error: unknown) => {
    if (error instanceof UpdatedMeanwhile) return null;
    throw new UserError(
      `The database ${path} needs an update, and no copy could be made before it: ${reasonOf(error, path)}`,
      'nothing was changed; jobsearch doctor looks into it',
    );
  });
  if (copy === null) return [];
  try {
    migrate(db, path, migrations, copy);
  } catch (error) {
    // Nothing was changed, so there is nothing to keep.
    if (!(error instanceof UserError && error.hint?.includes(copy))) rmSync(copy, { force: true });
    throw error;
  }
  const removed = removeOutdated(path, today);
  return [
    `Updated the database to schema ${schema}. As it was before: ${copy}`,
    ...removed.map((name) => `Removed the oldest copy of its kind: ${name}`),
  ];
}
