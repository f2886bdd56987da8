/** Asks and their outcomes, and the facts that the gates of an ask rest on. */
import { UserError } from '../errors';
import type { AskKind, AskMade, AskOutcome, GateFacts, IsoDay, Verdict } from '../model';
import { all, type Db, get, run } from './db';

const ASK = `a.id, a.contact_id AS contactId, c.name, a.kind, a.job_id AS jobId, a.what, a.asked_on AS askedOn, a.verdict,
  a.outcome, a.outcome_on AS outcomeOn, a.nudged_on AS nudgedOn FROM asks a JOIN contacts c ON c.id = a.contact_id`;

export function getAsk(db: Db, id: number): AskMade {
  const ask = get<AskMade>(db, `SELECT ${ASK} WHERE a.id = ?`, id);
  if (!ask) throw new UserError(`There is no ask #${id}.`, 'jobsearch ask list');
  return ask;
}

/** The longest ago first. */
export function listUnansweredAsks(db: Db): AskMade[] {
  return all(db, `SELECT ${ASK} WHERE a.outcome IS NULL ORDER BY a.asked_on, a.id`);
}

/** What I asked of them and they have not answered. */
export function countOpenAsks(db: Db, contactId: number): number {
  return get<{ n: number }>(
    db,
    'SELECT count(*) AS n FROM asks WHERE contact_id = ? AND outcome IS NULL',
    contactId,
  )!.n;
}

/** The latest first. */
export function listAsksOf(db: Db, contactId: number): AskMade[] {
  return all(db, `SELECT ${ASK} WHERE a.contact_id = ? ORDER BY a.asked_on DESC, a.id DESC`, contactId);
}

export function listAsks(db: Db): AskMade[] {
  return all(db, `SELECT ${ASK} ORDER BY a.asked_on DESC, a.id DESC`);
}

export function countAsks(db: Db, from: IsoDay, to: IsoDay): number {
  return get<{ n: number }>(db, 'SELECT count(*) AS n FROM asks WHERE asked_on BETWEEN ? AND ?', from, to)!.n;
}

export function addAsk(
  db: Db,
  ask: {
    contactId: number;
    kind: AskKind;
    jobId: number | null;
    what: string | null;
    askedOn: IsoDay;
    verdict: Verdict;
  },
): number {
  return run(
    db,
    'INSERT INTO asks (contact_id, kind, job_id, what, asked_on, verdict) VALUES (?, ?, ?, ?, ?, ?)',
    ask.contactId,
    ask.kind,
    ask.jobId,
    ask.what,
    ask.askedOn,
    ask.verdict,
  );
}

export function setOutcome(db: Db, id: number, outcome: AskOutcome, day: IsoDay): void {
  run(db, 'UPDATE asks SET outcome = ?, outcome_on = ? WHERE id = ?', outcome, day, id);
}

export function setNudged(db: Db, id: number, day: IsoDay): void {
  run(db, 'UPDATE asks SET nudged_on = ? WHERE id = ?', day, id);
}

// ── gates ─────────────────────────────────────────────────────────────────────────────────────────

export function getGates(db: Db, contactId: number): GateFacts {
  const row = get<{ goalToldOn: IsoDay | null; seenWork: number | null; burned: number }>(
    db,
    'SELECT goal_told_on AS goalToldOn, seen_work AS seenWork, burned FROM contacts WHERE id = ?',
    contactId,
  )!;
  return { ...row, seenWork: row.seenWork === null ? null : row.seenWork === 1, burned: row.burned === 1 };
}

/** Only what is given is set. */
export function setGates(db: Db, contactId: number, facts: Partial<GateFacts>): void {
  const set = (column: string, value: unknown) =>
    run(db, `UPDATE contacts SET ${column} = ? WHERE id = ?`, value, contactId);
  if (facts.goalToldOn !== undefined) set('goal_told_on', facts.goalToldOn);
  if (facts.seenWork !== undefined) set('seen_work', facts.seenWork === null ? null : Number(facts.seenWork));
  if (facts.burned !== undefined) set('burned', Number(facts.burned));
}

export function addOffer(db: Db, contactId: number, kind: AskKind, day: IsoDay): void {
  run(db, 'INSERT OR IGNORE INTO offers (contact_id, kind, day) VALUES (?, ?, ?)', contactId, kind, day);
}

/** What they offered by themselves from `since` on. */
export function listOffers(db: Db, contactId: number, since: IsoDay): AskKind[] {
  return all<{ kind: AskKind }>(
    db,
    'SELECT DISTINCT kind FROM offers WHERE contact_id = ? AND day >= ?',
    contactId,
    since,
  ).map(({ kind }) => kind);
}

/** Active contacts who offered anything from `since` on, by number. */
export function listOfferers(db: Db, since: IsoDay): number[] {
  return all<{ id: number }>(
    db,
    `SELECT id FROM contacts WHERE id IN (SELECT contact_id FROM offers WHERE day >= ?) AND state = 'active'
     ORDER BY id`,
    since,
  ).map(({ id }) => id);
}
