/** Who may have moved up or down the ladder in a stretch of days, and all that tells whether they did. */
import type { Channel, DatedEvidence, IsoDay, TouchKind } from '../model';
import { all, allParsed, type Db } from './db';
import type { Days } from './week';

export interface Moving {
  id: number;
  name: string;
  closeness: number;
}

/** What talks alone have to amount to, one of them substantive, for none after them to move the tie. */
export interface Reach {
  exchangeDays: number;
  spanDays: number;
  /** An inbound so many days after an outbound is an exchange. */
  replyDays: number;
}

/**
 * By number: everybody whose evidence grew in these days, but for those who had talked themselves as far as talks reach
 * before, and have nothing else in these days. One index range a person tells: most of those one is in touch with are such.
 */
export function listMoving(db: Db, { from, to }: Days, reach: Reach): Moving[] {
  return all(
    db,
    `SELECT id, name, closeness FROM contacts WHERE id IN (
       SELECT contact_id FROM touches WHERE day BETWEEN :from AND :to
       EXCEPT SELECT t.contact_id FROM touches t
         WHERE t.contact_id IN (SELECT contact_id FROM touches WHERE day BETWEEN :from AND :to) AND t.day < :from
           AND (t.kind = 'live' OR t.kind = 'in' AND EXISTS (
             SELECT 1 FROM touches o WHERE o.contact_id = t.contact_id AND o.kind = 'out'
               AND o.day BETWEEN date(t.day, '-' || :replyDays || ' days') AND t.day))
         GROUP BY t.contact_id
         HAVING count(DISTINCT t.day) >= :exchangeDays AND max(t.substantive) = 1
            AND julianday(max(t.day)) - julianday(min(t.day)) >= :spanDays
       UNION SELECT contact_id FROM acts WHERE day BETWEEN :from AND :to
       UNION SELECT contact_id FROM promises WHERE closed_on IS NOT NULL AND closed_on BETWEEN :from AND :to)
     ORDER BY id`,
    { from, to, ...reach },
  );
}

// What belongs to one contact leaves SQLite as one text: a row for each touch would cost several times as much.
const OF_THEM = 'WHERE contact_id IN (SELECT value FROM json_each(?)) GROUP BY contact_id';
const EVIDENCE = {
  touches: `SELECT json_array(contact_id, json_group_array(json_object('day', day, 'kind', kind,
    'substantive', json(iif(substantive, 'true', 'false'))))) FROM touches ${OF_THEM}`,
  acts: `SELECT json_array(contact_id, json_group_array(json_object('id', id, 'day', day, 'by', by, 'kind', kind,
    'asked', json(iif(asked, 'true', 'false')), 'what', what) ORDER BY day, id)) FROM acts ${OF_THEM}`,
  promises: `SELECT json_array(contact_id, json_group_array(json_object('id', id, 'by', by, 'what', what,
    'madeOn', made_on, 'dueOn', due_on, 'state', state, 'closedOn', closed_on) ORDER BY id)) FROM promises ${OF_THEM}`,
};

/** All that happened with each of them. */
export function listEvidence(db: Db, people: readonly Moving[]): Map<number, DatedEvidence> {
  const evidence = new Map<number, DatedEvidence>(
    people.map(({ id, closeness }) => [id, { touches: [], acts: [], promises: [], closeness }]),
  );
  for (const field of ['touches', 'acts', 'promises'] as const) {
    for (const [id, list] of allParsed<[id: number, list: never[]]>(db, EVIDENCE[field], idsOf(people)))
      evidence.get(id)![field] = list;
  }
  return evidence;
}

export interface Channelled {
  day: IsoDay;
  kind: TouchKind;
  channel: Channel;
}

/** How each of them was touched in these days, the earliest first. */
export function listChannels(
  db: Db,
  people: readonly Pick<Moving, 'id'>[],
  { from, to }: Days,
): Map<number, Channelled[]> {
  return new Map(
    allParsed<[id: number, list: Channelled[]]>(
      db,
      `SELECT json_array(t.contact_id, json_group_array(json_object('day', t.day, 'kind', t.kind, 'channel', i.channel) ORDER BY t.day, i.id))
       FROM touches t JOIN interactions i ON i.id = t.interaction_id
       WHERE t.contact_id IN (SELECT value FROM json_each(?)) AND t.day BETWEEN ? AND ? GROUP BY t.contact_id`,
      idsOf(people),
      from,
      to,
    ),
  );
}

function idsOf(people: readonly Pick<Moving, 'id'>[]): string {
  return JSON.stringify(people.map(({ id }) => id));
}
