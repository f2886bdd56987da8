/** What was done for each other, and the introductions among it, each a loop until the introducer heard how it went. */
import { UserError } from '../errors';
import type { Act, Introduction, IsoDay, LoggedAct } from '../model';
import { all, type Db, get, inTransaction, run } from './db';
import { refreshTies } from './derived-ties';
import { setKnows } from './knows';

export interface NewAct extends Act {
  contactId: number;
  what: string | null;
  /** Of an introduction: the person at its other end. */
  introduced?: number | null;
}

export interface NamedAct extends LoggedAct {
  contactId: number;
  name: string;
}

const ACT = `a.id, a.contact_id AS contactId, c.name, a.day, a.by, a.kind, a.asked, a.what
  FROM acts a JOIN contacts c ON c.id = a.contact_id`;

const actOf = (row: Omit<NamedAct, 'asked'> & { asked: number }): NamedAct => ({
  ...row,
  asked: row.asked === 1,
});

/** The latest first; null for all people. */
export function listActs(db: Db, contactId: number | null, since: IsoDay): NamedAct[] {
  const whose = contactId === null ? '' : 'AND a.contact_id = :contactId';
  return all<Parameters<typeof actOf>[0]>(
    db,
    `SELECT ${ACT} WHERE a.day >= :since ${whose} ORDER BY a.day DESC, a.id DESC`,
    contactId === null ? { since } : { since, contactId },
  ).map(actOf);
}

export function getAct(db: Db, id: number): NamedAct {
  const row = get<Parameters<typeof actOf>[0]>(db, `SELECT ${ACT} WHERE a.id = ?`, id);
  if (!row) throw new UserError(`There is no act #${id}.`, 'jobsearch act list');
  return actOf(row);
}

/** What they did without being asked, the latest first: who thinks of me unasked is thanked first. */
export function listUnaskedActs(db: Db, since: IsoDay): NamedAct[] {
  return all<Parameters<typeof actOf>[0]>(
    db,
    `SELECT ${ACT} WHERE a.day >= ? AND a.by = 'them' AND a.asked = 0 ORDER BY a.day DESC, a.id DESC`,
    since,
  ).map(actOf);
}

/** One that was done outside any logged conversation. */
export function addAct(db: Db, act: NewAct): number {
  return inTransaction(db, () => {
    const id = insertAct(db, act, null);
    refreshTies(db, [act.contactId]);
    return id;
  });
}

/** The row and, for an introduction, its loop: whoever logs a conversation refreshes its ties once. */
export function insertAct(db: Db, act: NewAct, interactionId: number | null): number {
  const id = run(
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
  if (act.kind !== 'introduction') return id;
  const introduced = act.introduced ?? null;
  // An introduction that I made closes with itself: I owe nobody word of it.
  if (act.by === 'them') run(db, 'INSERT INTO introductions (act_id) VALUES (?)', id);
  if (introduced !== null) nameIntroduced(db, { ...act, id }, introduced);
  return id;
}

export function removeAct(db: Db, act: NamedAct): void {
  inTransaction(db, () => {
    run(db, 'DELETE FROM acts WHERE id = ?', act.id);
    refreshTies(db, [act.contactId]);
  });
}

// ── introductions ─────────────────────────────────────────────────────────────────────────────────

/** The two know each other from now on, and a stranger until now was met through the introducer. */
function nameIntroduced(
  db: Db,
  act: { id: number } & Pick<NewAct, 'contactId' | 'by' | 'day'>,
  introduced: number,
) {
  if (introduced === act.contactId) return;
  setKnows(db, act.contactId, introduced, null);
  if (act.by === 'me') return;
  run(db, 'UPDATE introductions SET introduced = ? WHERE act_id = ?', introduced, act.id);
  run(
    db,
    `UPDATE contacts SET introduced_by = :by
     WHERE id = :id AND introduced_by IS NULL AND (met_on IS NULL OR met_on >= :day)`,
    { by: act.contactId, id: introduced, day: act.day },
  );
  fillMeetings(db, [introduced]);
}

/** The first time face to face or both ways in writing from the introduction on, whatever the order of the logging. */
export function fillMeetings(db: Db, people: number[]): void {
  for (const id of people) {
    run(
      db,
      `UPDATE introductions SET met_on =
         (SELECT min(t.day) FROM touches t
          WHERE t.contact_id = introduced AND t.day >= (SELECT day FROM acts WHERE id = act_id)
            AND (t.kind IN ('live', 'group') OR (t.kind = 'in' AND EXISTS
              (SELECT 1 FROM touches o WHERE o.interaction_id = t.interaction_id AND o.contact_id = t.contact_id
                 AND o.kind = 'out'))))
       WHERE introduced = ? AND met_on IS NULL`,
      id,
    );
  }
}

const INTRODUCTION = `i.act_id AS actId, a.contact_id AS contactId, c.name, a.day, a.what, i.introduced,
  n.name AS introducedName, i.thanked_on AS thankedOn, i.met_on AS metOn, i.told_on AS toldOn
  FROM introductions i JOIN acts a ON a.id = i.act_id JOIN contacts c ON c.id = a.contact_id
  LEFT JOIN contacts n ON n.id = i.introduced`;

/** Not closed yet: the introducer has not heard how it went. The longest open first. */
export function listOpenLoops(db: Db): Introduction[] {
  return all(db, `SELECT ${INTRODUCTION} WHERE i.told_on IS NULL ORDER BY a.day, i.act_id`);
}

/** Those made by them, and those to them. */
export function listOpenLoopsOf(db: Db, contactId: number): Introduction[] {
  return listIntroductionsOf(db, contactId).filter(({ toldOn }) => toldOn === null);
}

/** Made by them or to them, closed ones too, the first first. */
export function listIntroductionsOf(db: Db, contactId: number): Introduction[] {
  return all(
    db,
    `SELECT ${INTRODUCTION} WHERE i.act_id IN (SELECT act_id FROM introductions WHERE introduced = :id UNION
       SELECT id FROM acts WHERE contact_id = :id AND kind = 'introduction') ORDER BY a.day, i.act_id`,
    { id: contactId },
  );
}

export function findLoop(db: Db, actId: number): Introduction | undefined {
  return get(db, `SELECT ${INTRODUCTION} WHERE i.act_id = ?`, actId);
}

export function getLoop(db: Db, actId: number): Introduction {
  const loop = findLoop(db, actId);
  if (!loop) throw new UserError(`Act #${actId} is no introduction made for you.`, 'jobsearch act list');
  return loop;
}

/** Only what is given is set. */
export function setLoop(
  db: Db,
  actId: number,
  change: { introduced?: number; thankedOn?: IsoDay; metOn?: IsoDay; toldOn?: IsoDay },
): void {
  inTransaction(db, () => {
    const { contactId, day } = getLoop(db, actId);
    if (change.introduced !== undefined)
      nameIntroduced(db, { id: actId, contactId, day, by: 'them' }, change.introduced);
    run(
      db,
      `UPDATE introductions SET thanked_on = coalesce(?, thanked_on), met_on = coalesce(?, met_on),
         told_on = coalesce(?, told_on) WHERE act_id = ?`,
      change.thankedOn ?? null,
      change.metOn ?? null,
      change.toldOn ?? null,
      actId,
    );
  });
}
