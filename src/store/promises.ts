/** Commitments in both directions. One of mine has a task that stands for it, and the two end together. */
import { UserError } from '../errors';
import type { Channel, IsoDay, OpenPromise, PromiseState, Side } from '../model';
import { all, type Db, get, inTransaction, run } from './db';
import { refreshTies } from './derived-ties';

export interface NewPromise {
  contactId: number;
  by: Side;
  what: string;
  madeOn: IsoDay;
  dueOn: IsoDay | null;
}

export interface NamedPromise extends OpenPromise {
  state: PromiseState;
  madeOn: IsoDay;
  closedOn: IsoDay | null;
  /** When I asked after a promise of theirs. */
  nudgedOn: IsoDay | null;
  /** The conversation it was made in, and how that was held. */
  interactionId: number | null;
  channel: Channel | null;
  /** The open task that stands for it. */
  taskId: number | null;
}

const PROMISE = `p.id, p.contact_id AS contactId, c.name, p.by, p.what, p.due_on AS dueOn, p.state, p.made_on AS madeOn,
  p.closed_on AS closedOn, p.nudged_on AS nudgedOn, p.interaction_id AS interactionId, i.channel,
  (SELECT min(id) FROM tasks t WHERE t.promise_id = p.id AND t.state = 'open') AS taskId
  FROM promises p JOIN contacts c ON c.id = p.contact_id LEFT JOIN interactions i ON i.id = p.interaction_id`;

// ── reading ───────────────────────────────────────────────────────────────────────────────────────

/** The most pressing first, those without a day last. */
export function listOpenPromises(db: Db, by: Side): NamedPromise[] {
  return all(
    db,
    `SELECT ${PROMISE} WHERE p.state = 'open' AND p.by = ? ORDER BY p.due_on IS NULL, p.due_on, p.id`,
    by,
  );
}

export function listOpenPromisesTo(db: Db, contactId: number): NamedPromise[] {
  return all(
    db,
    `SELECT ${PROMISE} WHERE p.state = 'open' AND p.contact_id = ? ORDER BY p.by, p.due_on IS NULL, p.due_on, p.id`,
    contactId,
  );
}

/** The one that ended last first. */
export function listClosedPromises(db: Db, by: Side): NamedPromise[] {
  return all(
    db,
    `SELECT ${PROMISE} WHERE p.closed_on IS NOT NULL AND p.by = ? ORDER BY p.closed_on DESC, p.id DESC`,
    by,
  );
}

export function findPromise(db: Db, id: number): NamedPromise | undefined {
  return get(db, `SELECT ${PROMISE} WHERE p.id = ?`, id);
}

export function getPromise(db: Db, id: number): NamedPromise {
  const promise = findPromise(db, id);
  if (!promise) throw new UserError(`There is no promise #${id}.`, 'jobsearch promise list');
  return promise;
}

export interface KeptCounts {
  promisesKept: number;
  promisesLate: number;
  promisesBroken: number;
}

/** How my closed promises ended, person by person, the one with the most of them first; a released one counts nowhere. */
export function listKeptCounts(db: Db): ({ contactId: number; name: string } & KeptCounts)[] {
  return all(
    db,
    `SELECT p.contact_id AS contactId, c.name, sum(p.state = 'kept') AS promisesKept,
            sum(p.state = 'late') AS promisesLate, sum(p.state = 'broken') AS promisesBroken
     FROM promises p JOIN contacts c ON c.id = p.contact_id
     WHERE p.closed_on IS NOT NULL AND p.by = 'me' AND p.state <> 'released'
     GROUP BY p.contact_id ORDER BY count(*) DESC, c.name_key, p.contact_id`,
  );
}

// ── writing ───────────────────────────────────────────────────────────────────────────────────────

/** One that was made outside any logged conversation. */
export function addPromise(db: Db, promise: NewPromise): number {
  return inTransaction(db, () => {
    const id = insertPromise(db, promise, null);
    refreshTies(db, [promise.contactId]);
    return id;
  });
}

/** The row only: whoever logs a conversation refreshes its ties once. */
export function insertPromise(db: Db, promise: NewPromise, interactionId: number | null): number {
  return run(
    db,
    'INSERT INTO promises (contact_id, by, what, made_on, due_on, interaction_id) VALUES (?, ?, ?, ?, ?, ?)',
    promise.contactId,
    promise.by,
    promise.what,
    promise.madeOn,
    promise.dueOn,
    interactionId,
  );
}

/** Only an open one changes. Its task moves with the due day; a new day of theirs may be asked after anew. */
export function setPromise(db: Db, id: number, change: { what?: string; dueOn?: IsoDay | null }): void {
  inTransaction(db, () => {
    if (change.what !== undefined) run(db, 'UPDATE promises SET what = ? WHERE id = ?', change.what, id);
    if (change.dueOn !== undefined) {
      run(db, 'UPDATE promises SET due_on = ?, nudged_on = NULL WHERE id = ?', change.dueOn, id);
      run(db, "UPDATE tasks SET due_on = ? WHERE promise_id = ? AND state = 'open'", change.dueOn, id);
    }
    refreshTies(db, [getPromise(db, id).contactId]);
  });
}

export function setPromiseNudged(db: Db, id: number, day: IsoDay): void {
  run(db, 'UPDATE promises SET nudged_on = ? WHERE id = ?', day, id);
}

/** Kept on a later day than promised is `late`; without a due day nothing is ever late. */
export function keepPromise(db: Db, id: number, day: IsoDay): void {
  inTransaction(db, () => {
    run(
      db,
      `UPDATE promises SET state = CASE WHEN due_on < :day THEN 'late' ELSE 'kept' END, closed_on = :day
       WHERE id = :id AND state = 'open'`,
      { day, id },
    );
    endOf(db, id, 'done', day);
  });
}

/** The other two ends of a promise: it was not kept, or it is no longer wanted and counts neither way. */
export function closePromise(db: Db, id: number, state: 'broken' | 'released', day: IsoDay): void {
  inTransaction(db, () => {
    run(db, `UPDATE promises SET state = ?, closed_on = ? WHERE id = ? AND state = 'open'`, state, day, id);
    endOf(db, id, 'dropped', day);
  });
}

function endOf(db: Db, id: number, task: 'done' | 'dropped', day: IsoDay): void {
  run(db, "UPDATE tasks SET state = ?, closed_on = ? WHERE promise_id = ? AND state = 'open'", task, day, id);
  const promise = findPromise(db, id);
  if (promise) refreshTies(db, [promise.contactId]);
}
