/** What one means to do in a week, as "when …, then …". */
import type { Commitment, CommitmentOutcome, IsoDay } from '../model';
import { all, type Db, get, run } from './db';

const COMMITMENT = `c.id, c.week_on AS weekOn, c.place, c.when_part AS whenPart, c.then_part AS thenPart, c.task_id AS taskId,
  c.made_on AS madeOn, c.outcome, c.outcome_on AS outcomeOn, t.state AS taskState
  FROM commitments c LEFT JOIN tasks t ON t.id = c.task_id`;

/** Those of the latest week that begins in these days; none when there is no such week. */
export function listLatestCommitments(db: Db, from: IsoDay, to: IsoDay): Commitment[] {
  return all(
    db,
    `SELECT ${COMMITMENT} WHERE c.week_on = (SELECT max(week_on) FROM commitments WHERE week_on BETWEEN ? AND ?)
     ORDER BY c.place`,
    from,
    to,
  );
}

export function listCommitments(db: Db, weekOn: IsoDay): Commitment[] {
  return all(db, `SELECT ${COMMITMENT} WHERE c.week_on = ? ORDER BY c.place`, weekOn);
}

export type NewCommitment = Pick<
  Commitment,
  'weekOn' | 'place' | 'whenPart' | 'thenPart' | 'taskId' | 'madeOn'
>;

/** There is one in each place of a week: an earlier one gives way. */
export function setCommitment(
  db: Db,
  { weekOn, place, whenPart, thenPart, taskId, madeOn }: NewCommitment,
): void {
  const known = get<{ id: number }>(
    db,
    'SELECT id FROM commitments WHERE week_on = ? AND place = ?',
    weekOn,
    place,
  );
  if (known)
    run(
      db,
      `UPDATE commitments SET when_part = ?, then_part = ?, task_id = ?, made_on = ?, outcome = NULL, outcome_on = NULL
       WHERE id = ?`,
      whenPart,
      thenPart,
      taskId,
      madeOn,
      known.id,
    );
  else
    run(
      db,
      `INSERT INTO commitments (week_on, place, when_part, then_part, task_id, made_on) VALUES (?, ?, ?, ?, ?, ?)`,
      weekOn,
      place,
      whenPart,
      thenPart,
      taskId,
      madeOn,
    );
}

export function removeCommitment(db: Db, weekOn: IsoDay, place: number): void {
  run(db, 'DELETE FROM commitments WHERE week_on = ? AND place = ?', weekOn, place);
}

export function setOutcome(db: Db, id: number, outcome: CommitmentOutcome, day: IsoDay): void {
  run(db, 'UPDATE commitments SET outcome = ?, outcome_on = ? WHERE id = ?', outcome, day, id);
}
