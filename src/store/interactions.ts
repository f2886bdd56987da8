/** What happened with whom, with the acts and promises that came of it: one log, one transaction. */
import type { Channel, IsoDay, LoggedInteraction, TouchKind } from '../model';
import { fillMeetings, insertAct, type NewAct } from './acts';
import { all, type Db, get, inTransaction, run } from './db';
import { refreshTies } from './derived-ties';
import { insertPromise, type NewPromise } from './promises';

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

/** Returns the interaction's number and those of the acts and promises, in their order. */
export function addInteraction(
  db: Db,
  interaction: NewInteraction,
  came: { acts?: NewAct[]; promises?: NewPromise[] } = {},
): { id: number; actIds: number[]; promiseIds: number[] } {
  return inTransaction(db, () => {
    const id = insertInteraction(db, interaction);
    const actIds = (came.acts ?? []).map((act) => insertAct(db, act, id));
    const promiseIds = (came.promises ?? []).map((promise) => insertPromise(db, promise, id));
    refreshTies(db, [
      ...interaction.people,
      ...[...(came.acts ?? []), ...(came.promises ?? [])].map(({ contactId }) => contactId),
    ]);
    fillMeetings(db, interaction.people);
    return { id, actIds, promiseIds };
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

// ── reading ───────────────────────────────────────────────────────────────────────────────────────

const INTERACTION = `i.id, i.day, i.channel, i.minutes, i.about, i.purpose, group_concat(t.kind) AS kinds,
  max(t.substantive) AS substantive FROM touches t JOIN interactions i ON i.id = t.interaction_id`;

type Row = Omit<LoggedInteraction, 'kinds' | 'substantive'> & { kinds: string; substantive: number };

const interactionOf = (row: Row): LoggedInteraction => ({
  ...row,
  kinds: row.kinds.split(',') as TouchKind[],
  substantive: row.substantive === 1,
});

/** The latest first. */
export function listInteractionsWith(db: Db, contactId: number, atMost: number): LoggedInteraction[] {
  return all<Row>(
    db,
    `SELECT ${INTERACTION} WHERE t.contact_id = ? GROUP BY i.id ORDER BY i.day DESC, i.id DESC LIMIT ?`,
    contactId,
    atMost,
  ).map(interactionOf);
}

/** The latest of which somebody said what it was about. */
export function findLastTalk(db: Db, contactId: number): LoggedInteraction | undefined {
  const row = get<Row>(
    db,
    `SELECT ${INTERACTION} WHERE t.contact_id = ? AND i.about IS NOT NULL GROUP BY i.id
     ORDER BY i.day DESC, i.id DESC LIMIT 1`,
    contactId,
  );
  return row && interactionOf(row);
}
