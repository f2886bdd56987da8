/** What is derived from the evidence: rewritten in the transaction of every write, read by index for the day. */
import type { DatedEvidence, LoggedAct, TieFacts, Touch } from '../model';
import { companyKey } from '../rules/companies';
import { HALF_LIFE_DAYS, modelVersion } from '../rules/constants';
import type { Spans } from '../rules/spans';
import { deriveTie } from '../rules/tie';
import { all, type Db, type Fields, get, inTransaction, named, run, sql } from './db';
import { listAllSettings, readSettings, setSetting, spansOf } from './settings';

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
export const STORED: Fields<TieFacts> = {
  inboundDays: 'inbound_days',
  exchangeDays: 'exchange_days',
  meetingDays: 'meeting_days',
  substantiveDays: 'substantive_days',
  spanDays: 'span_days',
  actsAsked: 'acts_asked',
  actsUnasked: 'acts_unasked',
  given: 'given',
  promisesKept: 'promises_kept',
  promisesLate: 'promises_late',
  promisesBroken: 'promises_broken',
  reliability: 'reliability',
  level: 'level',
  depth: 'depth',
  heatDay: 'heat_day',
  metOn: 'met_on',
  firstFollowUpOn: 'first_follow_up_on',
  lastInOn: 'last_in_on',
  lastOutOn: 'last_out_on',
  lastTouchOn: 'last_touch_on',
  unanswered: 'unanswered',
  secondTouchOn: 'second_touch_on',
  fourthTouchOn: 'fourth_touch_on',
  eighthTouchOn: 'eighth_touch_on',
  promiseDueOn: 'promise_due_on',
};

const FIELDS = Object.keys(STORED) as (keyof TieFacts)[];

function updateOf(): string {
  return `UPDATE contacts SET ${FIELDS.map((field) => `${STORED[field]} = :${field}`).join(', ')} WHERE id = :id`;
}

/** Called by every write that touches the evidence, in its own transaction. */
export function refreshTies(db: Db, contactIds: Iterable<number>): void {
  const spans = spansOf(db);
  const update = updateOf();
  for (const id of new Set(contactIds)) sql(db, update).run({ ...deriveTie(getEvidence(db, id), spans), id });
}

/** How many contacts have a stored value that their evidence does not give. */
export function countStaleTies(db: Db): number {
  const spans = spansOf(db);
  const stored = all<{ id: number } & TieFacts>(db, `SELECT id, ${named(STORED)} FROM contacts`);
  return stored.filter((tie) => {
    const derived = deriveTie(getEvidence(db, tie.id), spans);
    return FIELDS.some((field) => tie[field] !== derived[field]);
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
