/** What was answered in the weekly reviews: an answer that is taken back is asked for again. */
import type { IsoDay, ReviewAnswer, ReviewStep } from '../model';
import { all, type Db, get, run } from './db';

/** The day on which the latest review up to this day began. */
export function findLatestReview(db: Db, today: IsoDay): IsoDay | null {
  return get<{ day: IsoDay | null }>(
    db,
    'SELECT max(review_on) AS day FROM review_answers WHERE review_on <= ?',
    today,
  )!.day;
}

/** In the order in which they were given. */
export function listAnswers(db: Db, reviewOn: IsoDay): ReviewAnswer[] {
  return all(
    db,
    'SELECT step, thing, answer FROM review_answers WHERE review_on = ? ORDER BY rowid',
    reviewOn,
  );
}

export function addAnswer(
  db: Db,
  { reviewOn, step, thing, answer, day }: ReviewAnswer & { reviewOn: IsoDay; day: IsoDay },
): void {
  run(
    db,
    `INSERT INTO review_answers (review_on, step, thing, answer, day) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET answer = excluded.answer, day = excluded.day`,
    reviewOn,
    step,
    thing,
    answer,
    day,
  );
}

/** What they changed stays as it is. */
export function removeAnswers(db: Db, reviewOn: IsoDay): void {
  run(db, 'DELETE FROM review_answers WHERE review_on = ?', reviewOn);
}

/** When each thing of a step was last answered so, in whatever review. */
export function listLastAnswered(db: Db, step: ReviewStep, answer: string): Map<string, IsoDay> {
  const rows = all<{ thing: string; day: IsoDay }>(
    db,
    'SELECT thing, max(day) AS day FROM review_answers WHERE step = ? AND answer = ? GROUP BY thing',
    step,
    answer,
  );
  return new Map(rows.map(({ thing, day }) => [thing, day]));
}

/** When each task was last changed, as far back as the history is kept; what was taken back changed nothing. */
export function listTaskTouches(db: Db): Map<number, IsoDay> {
  const rows = all<{ id: number; day: IsoDay }>(
    db,
    `SELECT j.key AS id, max(h.day) AS day FROM journal j
     JOIN history_spans s ON s.first_seq = (SELECT max(first_seq) FROM history_spans WHERE first_seq <= j.seq)
     JOIN history h ON h.id = s.entry AND h.kind = 'command' AND h.undone_by IS NULL
     WHERE j.table_name = 'tasks' GROUP BY j.key`,
  );
  return new Map(rows.map(({ id, day }) => [id, day]));
}
