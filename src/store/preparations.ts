/** The parts of the preparation; all of them are always there. */
import { type IsoDay, PARTS, type Part, type PartState, type Preparation } from '../model';
import { all, type Db, run } from './db';

/** In the order of the vocabulary. */
export function listPreparations(db: Db): Preparation[] {
  const rows = all<Preparation>(db, 'SELECT part, state, touched_on AS touchedOn, notes FROM preparations');
  return PARTS.flatMap((part) => rows.find((row) => row.part === part) ?? []);
}

export function setPreparation(
  db: Db,
  part: Part,
  change: { state?: PartState; touchedOn?: IsoDay; notes?: string | null },
): void {
  run(
    db,
    `UPDATE preparations SET state = coalesce(?, state),
       touched_on = nullif(max(coalesce(touched_on, ''), coalesce(?, '')), '') WHERE part = ?`,
    change.state ?? null,
    change.touchedOn ?? null,
    part,
  );
  if (change.notes !== undefined)
    run(db, 'UPDATE preparations SET notes = ? WHERE part = ?', change.notes, part);
}
