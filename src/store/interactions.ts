/** What happened with whom, with the acts and promises that came of it: one log, one transaction. */
import type { Act, Channel, IsoDay, LoggedInteraction, OpenPromise, Side, TouchKind } from '../model';
import { all, type Db, get, inTransaction, run } from './db';
import { refreshTies } from './ties';

export interface NewInteraction {
  day: IsoDay;
  channel: Channel;
  minutes: number | null;
  about: string | null;
  purpose: string | null;
  eventId: number | null;
  sourceKey: string | null;
  people: number[];
  /** Both `out` and `in` for a conversation in writing. */
  kinds: TouchKind[];
  substantive: boolean;
}

export interface NewAct extends Act {
  contactId: number;
  what: string | null;
}

export interface NewPromise {
  contactId: number;
  by: Side;
  what: string;
  madeOn: IsoDay;
  dueOn: IsoDay | null;
}

/** Returns the interaction's number and those of the promises, in their order. */
export function addInteraction(
  db: Db,
  interaction: NewInteraction,
  came: { acts?: NewAct[]; promises?: NewPromise[] } = {},
): { id: number; promiseIds: number[] } {
  return inTransaction(db, () => {
    const id = insertInteraction(db, interaction);
    for (const act of came.acts ?? []) insertAct(db, act, id);
    const promiseIds = (came.promises ?? []).map((promise) => insertPromise(db, promise, id));
    refreshTies(db, [
      ...interaction.people,
      ...[...(came.acts ?? []), ...(came.promises ?? [])].map(({ contactId }) => contactId),
    ]);
    return { id, promiseIds };
  });
}

/** Rows only: whoever imports many refreshes the ties once at the end. */
export function insertInteraction(db: Db, interaction: NewInteraction): number {
  const id = run(
    db,
    `INSERT INTO interactions (day, channel, minutes, about, purpose, event_id, source_key) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    interaction.day,
    interaction.channel,
    interaction.minutes,
    interaction.about,
    interaction.purpose,
    interaction.eventId,
    interaction.sourceKey,
  );
  for (const person of interaction.people) {
    for (const kind of interaction.kinds) {
      run(
        db,
        'INSERT INTO touches (interaction_id, contact_id, day, kind, substantive) VALUES (?, ?, ?, ?, ?)',
        id,
        person,
        interaction.day,
        kind,
        interaction.substantive ? 1 : 0,
      );
    }
  }
  return id;
}

export function insertAct(db: Db, act: NewAct, interactionId: number | null): number {
  return run(
    db,
    'INSERT INTO acts (contact_id, day, by, kind, asked, what, interaction_id) VALUES (?, ?, ?, ?, ?, ?, ?)',
    act.contactId,
    act.day,
    act.by,
    act.kind,
    act.asked ? 1 : 0,
    act.what,
    interactionId,
  );
}

function insertPromise(db: Db, promise: NewPromise, interactionId: number | null): number {
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

// ── promises ──────────────────────────────────────────────────────────────────────────────────────

const OPEN_PROMISE = `p.id, p.contact_id AS contactId, c.name, p.by, p.what, p.due_on AS dueOn
  FROM promises p JOIN contacts c ON c.id = p.contact_id`;

export function listOpenPromises(db: Db, by: Side): OpenPromise[] {
  return all(
    db,
    `SELECT ${OPEN_PROMISE} WHERE p.state = 'open' AND p.by = ? ORDER BY p.due_on IS NULL, p.due_on, p.id`,
    by,
  );
}

export function listOpenPromisesTo(db: Db, contactId: number): OpenPromise[] {
  return all(
    db,
    `SELECT ${OPEN_PROMISE} WHERE p.state = 'open' AND p.contact_id = ? ORDER BY p.by, p.due_on, p.id`,
    contactId,
  );
}

export function findPromise(db: Db, id: number): (OpenPromise & { state: string }) | undefined {
  return get(db, `SELECT p.state, ${OPEN_PROMISE} WHERE p.id = ?`, id);
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
    const promise = findPromise(db, id);
    if (promise) refreshTies(db, [promise.contactId]);
  });
}

/** The other two ends of a promise: it was not kept, or it is no longer wanted and counts neither way. */
export function closePromise(db: Db, id: number, state: 'broken' | 'released', day: IsoDay): void {
  inTransaction(db, () => {
    run(db, `UPDATE promises SET state = ?, closed_on = ? WHERE id = ? AND state = 'open'`, state, day, id);
    const promise = findPromise(db, id);
    if (promise) refreshTies(db, [promise.contactId]);
  });
}

// ── reading ───────────────────────────────────────────────────────────────────────────────────────

/** The latest first. */
export function listInteractionsWith(db: Db, contactId: number, atMost: number): LoggedInteraction[] {
  return all<Omit<LoggedInteraction, 'kinds' | 'substantive'> & { kinds: string; substantive: number }>(
    db,
    `SELECT i.id, i.day, i.channel, i.minutes, i.about, i.purpose, group_concat(t.kind) AS kinds,
            max(t.substantive) AS substantive
     FROM touches t JOIN interactions i ON i.id = t.interaction_id
     WHERE t.contact_id = ? GROUP BY i.id ORDER BY i.day DESC, i.id DESC LIMIT ?`,
    contactId,
    atMost,
  ).map((row) => ({
    ...row,
    kinds: row.kinds.split(',') as TouchKind[],
    substantive: row.substantive === 1,
  }));
}
