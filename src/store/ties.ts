/** What is derived from the evidence: rewritten in the transaction of every write, read by index for the day. */
import type { DatedEvidence, IsoDay, LoggedAct, Tie, TieFacts, Touch } from '../model';
import { companyKey } from '../rules/companies';
import { HALF_LIFE_DAYS, modelVersion } from '../rules/constants';
import type { Spans } from '../rules/spans';
import { deriveTie } from '../rules/tie';
import { all, type Db, get, inTransaction, run, sql } from './db';
import { listAllSettings, readSettings, setSetting, spansOf } from './settings';

// ── the evidence, and what is derived from it ─────────────────────────────────────────────────────

export function getEvidence(db: Db, contactId: number): DatedEvidence {
  const touches = all<Omit<Touch, 'substantive'> & { substantive: number }>(
    db,
    'SELECT day, kind, substantive FROM touches WHERE contact_id = ? ORDER BY day, kind',
    contactId,
  );
  const acts = all<Omit<LoggedAct, 'asked'> & { asked: number }>(
    db,
    'SELECT id, day, by, kind, asked, what FROM acts WHERE contact_id = ? ORDER BY day, id',
    contactId,
  );
  return {
    touches: touches.map((touch) => ({ ...touch, substantive: touch.substantive === 1 })),
    acts: acts.map((act) => ({ ...act, asked: act.asked === 1 })),
    promises: all(
      db,
      `SELECT id, by, what, made_on AS madeOn, due_on AS dueOn, state, closed_on AS closedOn
       FROM promises WHERE contact_id = ? ORDER BY id`,
      contactId,
    ),
    closeness: get<{ closeness: number }>(db, 'SELECT closeness FROM contacts WHERE id = ?', contactId)!
      .closeness,
  };
}

/** The derived columns, in the order of TieFacts: the only mapping between the two. */
const DERIVED: [keyof TieFacts, string][] = [
  ['inboundDays', 'inbound_days'],
  ['exchangeDays', 'exchange_days'],
  ['meetingDays', 'meeting_days'],
  ['substantiveDays', 'substantive_days'],
  ['spanDays', 'span_days'],
  ['actsAsked', 'acts_asked'],
  ['actsUnasked', 'acts_unasked'],
  ['given', 'given'],
  ['promisesKept', 'promises_kept'],
  ['promisesLate', 'promises_late'],
  ['promisesBroken', 'promises_broken'],
  ['reliability', 'reliability'],
  ['level', 'level'],
  ['depth', 'depth'],
  ['heatDay', 'heat_day'],
  ['metOn', 'met_on'],
  ['firstFollowUpOn', 'first_follow_up_on'],
  ['lastInOn', 'last_in_on'],
  ['lastOutOn', 'last_out_on'],
  ['lastTouchOn', 'last_touch_on'],
  ['unanswered', 'unanswered'],
  ['secondTouchOn', 'second_touch_on'],
  ['fourthTouchOn', 'fourth_touch_on'],
  ['eighthTouchOn', 'eighth_touch_on'],
  ['promiseDueOn', 'promise_due_on'],
];

export const DERIVED_COLUMNS = DERIVED.map(([, column]) => column);

const STORED = DERIVED.map(([field, column]) => `${column} AS ${field}`).join(', ');

const UPDATE = `UPDATE contacts SET ${DERIVED.map(([field, column]) => `${column} = :${field}`).join(', ')} WHERE id = :id`;

/** Called by every write that touches the evidence, in its own transaction. */
export function refreshTies(db: Db, contactIds: Iterable<number>): void {
  const spans = spansOf(db);
  for (const id of new Set(contactIds)) sql(db, UPDATE).run({ ...deriveTie(getEvidence(db, id), spans), id });
}

/** How many contacts have a stored value that their evidence does not give. */
export function countStaleTies(db: Db): number {
  const spans = spansOf(db);
  const stored = all<{ id: number } & TieFacts>(db, `SELECT id, ${STORED} FROM contacts`);
  return stored.filter((tie) => {
    const derived = deriveTie(getEvidence(db, tie.id), spans);
    return DERIVED.some(([field]) => tie[field] !== derived[field]);
  }).length;
}

/** Derives everything anew from the rows; gives what the writes gave. */
export function rebuildTies(db: Db): void {
  inTransaction(db, () => {
    const { spans } = readSettings(db, listAllSettings(db)).model;
    refreshTies(
      db,
      all<{ id: number }>(db, 'SELECT id FROM contacts').map(({ id }) => id),
    );
    refreshCompanyKeys(db);
    setSetting(db, 'model-version', modelOf(spans));
  });
}

function refreshCompanyKeys(db: Db): void {
  for (const { id, company } of all<{ id: number; company: string }>(
    db,
    'SELECT id, company FROM contacts WHERE company IS NOT NULL',
  )) {
    run(db, 'UPDATE contacts SET company_key = ? WHERE id = ?', companyKey(company), id);
  }
}

/** What the stored values were derived by: the version of the rules, and whatever setting they depend on. */
function modelOf({ halfLife }: Spans): string {
  return halfLife === HALF_LIFE_DAYS ? String(modelVersion) : `${modelVersion} half-life ${halfLife}`;
}

/** After an update whose rules differ, or another half-life, the stored values are rebuilt before anything reads them. */
export function refreshStaleModel(db: Db): boolean {
  const rows = listAllSettings(db);
  const model = modelOf(readSettings(db, rows).model.spans);
  const isStale = rows.find(({ key }) => key === 'model-version')?.value !== model;
  if (isStale) rebuildTies(db);
  return isStale;
}

// ── reading ties ──────────────────────────────────────────────────────────────────────────────────

const TIE = `id, name, company, role, purpose, relevance, state, rest_until AS restUntil, ${STORED}`;

export function getTie(db: Db, id: number): Tie {
  return get<Tie>(db, `SELECT ${TIE} FROM contacts WHERE id = ?`, id)!;
}

/** By number; whoever is not there is left out. */
export function listTiesOf(db: Db, ids: number[]): Tie[] {
  return all(
    db,
    `SELECT ${TIE} FROM contacts WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id`,
    JSON.stringify(ids),
  );
}

/** Null takes the rest back. */
export function setRest(db: Db, id: number, until: IsoDay | null): void {
  run(db, 'UPDATE contacts SET rest_until = ? WHERE id = ?', until, id);
}

export function countResting(db: Db, today: IsoDay): number {
  return get<{ n: number }>(db, 'SELECT count(*) AS n FROM contacts WHERE rest_until > ?', today)!.n;
}

export interface TieFilter {
  state?: 'active' | 'parked';
  level?: number;
  tag?: string;
}

export function listTies(db: Db, filter: TieFilter = {}): Tie[] {
  const tagged = filter.tag === undefined ? '' : 'AND id IN (SELECT contact_id FROM tags WHERE tag = :tag)';
  return all(
    db,
    `SELECT ${TIE} FROM contacts
     WHERE (:state IS NULL OR state = :state) AND (:level IS NULL OR level = :level) ${tagged} ORDER BY name_key, id`,
    { state: null, level: null, tag: null, ...filter },
  );
}

function ids(db: Db, text: string, ...values: unknown[]): number[] {
  return all<{ id: number }>(db, text, ...values).map(({ id }) => id);
}

// Each of these is one range of one partial index: its cost depends on the answer, not on how many people there are. They
// give numbers alone, which the index holds already: the same person is on several of the lists and is read once.

/** Met by `before` and no word since, the most recent first. */
export function listNotFollowedUp(db: Db, before: IsoDay, atMost: number): number[] {
  return ids(
    db,
    `SELECT id FROM contacts WHERE state = 'active' AND met_on IS NOT NULL AND first_follow_up_on IS NULL
       AND met_on <= ? ORDER BY met_on DESC LIMIT ?`,
    before,
    atMost,
  );
}

/** At least `days` outbound days without an answer, the last of them in [from, to]; the latest first. */
export function listUnanswered(db: Db, days: number, from: IsoDay, to: IsoDay, atMost: number): number[] {
  return ids(
    db,
    `SELECT id FROM contacts WHERE state = 'active' AND unanswered > 0 AND unanswered >= ?
       AND last_out_on BETWEEN ? AND ? ORDER BY last_out_on DESC LIMIT ?`,
    days,
    from,
    to,
    atMost,
  );
}

/** Did something for me while at most acquaintances, the latest first. */
export function listActedEarly(db: Db, atMost: number): number[] {
  return ids(
    db,
    `SELECT id FROM contacts WHERE state = 'active' AND level <= 2 AND acts_asked + acts_unasked > 0
     ORDER BY last_in_on DESC LIMIT ?`,
    atMost,
  );
}

/** Touched on two days or more since, and no word why. */
export function listWithoutPurpose(db: Db, since: IsoDay, atMost: number): number[] {
  return ids(
    db,
    `SELECT id FROM contacts WHERE state = 'active' AND purpose IS NULL AND second_touch_on >= ?
     ORDER BY second_touch_on DESC LIMIT ?`,
    since,
    atMost,
  );
}

/** To whom I owe something that was due by this day, the oldest first. */
export function listOwed(db: Db, by: IsoDay, atMost: number): number[] {
  return ids(
    db,
    `SELECT id FROM contacts WHERE state = 'active' AND id IN (SELECT contact_id FROM promises
       WHERE state = 'open' AND by = 'me' AND due_on <= ?) ORDER BY promise_due_on, id LIMIT ?`,
    by,
    atMost,
  );
}

/** How many were met from `since` on, and how many of them had a follow-up within a week. */
export function countMet(db: Db, since: IsoDay, to: IsoDay): { met: number; followedUp: number } {
  return get(
    db,
    `SELECT count(*) AS met, coalesce(sum(first_follow_up_on <= date(met_on, '+7 days')), 0) AS followedUp
     FROM contacts WHERE met_on IS NOT NULL AND met_on BETWEEN ? AND ?`,
    since,
    to,
  )!;
}

/** At most acquaintances, with their fourth most recent touch day on or after `since`. */
export function listBusy(db: Db, since: IsoDay, atMost: number): number[] {
  return ids(
    db,
    `SELECT id FROM contacts WHERE state = 'active' AND level <= 2 AND fourth_touch_on >= ?
     ORDER BY fourth_touch_on DESC LIMIT ?`,
    since,
    atMost,
  );
}

/** Conversational, with their eighth most recent touch day on or after `since`, and no act by them. */
export function listUntested(db: Db, since: IsoDay, atMost: number): number[] {
  return ids(
    db,
    `SELECT id FROM contacts WHERE state = 'active' AND level = 3 AND acts_asked = 0 AND acts_unasked = 0
       AND eighth_touch_on >= ? ORDER BY eighth_touch_on DESC LIMIT ?`,
    since,
    atMost,
  );
}

/** Ties of one level whose heat day lies in [from, to), the warmest first. */
export function listByHeat(db: Db, level: number, from: number, to: number, atMost: number): number[] {
  return ids(
    db,
    `SELECT id FROM contacts WHERE state = 'active' AND level = ? AND heat_day IS NOT NULL AND heat_day >= ?
       AND heat_day < ? ORDER BY heat_day DESC LIMIT ?`,
    level,
    from,
    to,
    atMost,
  );
}

/** Anybody whom something is known of, the deepest first and of these the warmest. */
export function listDeepest(db: Db, atMost: number): Tie[] {
  return all(
    db,
    `SELECT ${TIE} FROM contacts WHERE state = 'active' AND level >= 1
     ORDER BY depth DESC, heat_day DESC, id DESC LIMIT ?`,
    atMost,
  );
}

/** Distinct days with a touch, sent ones included, from `since` on: effort, not depth. */
export function countTouchDays(db: Db, contactId: number, since: IsoDay): number {
  return get<{ n: number }>(
    db,
    'SELECT count(DISTINCT day) AS n FROM touches WHERE contact_id = ? AND day >= ?',
    contactId,
    since,
  )!.n;
}
