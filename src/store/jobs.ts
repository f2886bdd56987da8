/** Opportunities, each with its stages, and whom I know there. */
import { UserError } from '../errors';
import type { IsoDay, Job, Stage } from '../model';
import { companyKey } from '../rules/companies';
import { all, type Db, get, inTransaction, run } from './db';

const JOB = `id, company, title, link, place, pay, source, stage, closed_reason AS closedReason, deadline_on AS deadlineOn,
  hiring_manager AS hiringManager, fit, bonus_known AS bonusKnown, notes, added_on AS addedOn, stirred_on AS stirredOn
  FROM jobs`;

type Row = Omit<Job, 'bonusKnown'> & { bonusKnown: number };

const jobOf = (row: Row): Job => ({ ...row, bonusKnown: row.bonusKnown === 1 });

export function findJob(db: Db, id: number): Job | undefined {
  const row = get<Row>(db, `SELECT ${JOB} WHERE id = ?`, id);
  return row && jobOf(row);
}

export function getJob(db: Db, id: number): Job {
  const job = findJob(db, id);
  if (!job) throw new UserError(`There is no job #${id}.`, 'jobsearch job list');
  return job;
}

/** Neither accepted nor closed, the ones that stirred last at the end. */
export function listOpenJobs(db: Db): Job[] {
  return all<Row>(db, `SELECT ${JOB} WHERE stage NOT IN ('accepted', 'closed') ORDER BY stirred_on, id`).map(
    jobOf,
  );
}

export function listJobs(db: Db): Job[] {
  return all<Row>(db, `SELECT ${JOB} ORDER BY id`).map(jobOf);
}

export function listJobsAt(db: Db, company: string): Job[] {
  return all<Row>(db, `SELECT ${JOB} WHERE company_key = ? ORDER BY id`, companyKey(company)).map(jobOf);
}

/** The jobs that a contact touches: they manage it, are inside, or work at that company. */
export function listJobsOf(db: Db, contactId: number): Job[] {
  return all<Row>(
    db,
    `SELECT ${JOB} WHERE id IN (
       SELECT id FROM jobs WHERE hiring_manager = :id
       UNION SELECT job_id FROM job_people WHERE contact_id = :id
       UNION SELECT id FROM jobs WHERE company_key = (SELECT company_key FROM contacts WHERE id = :id)) ORDER BY id`,
    { id: contactId },
  ).map(jobOf);
}

export function addJob(db: Db, job: Omit<Job, 'id' | 'stirredOn' | 'closedReason'>): number {
  return inTransaction(db, () => {
    const id = run(
      db,
      `INSERT INTO jobs (company, company_key, title, link, place, pay, source, stage, deadline_on, hiring_manager, fit,
                         bonus_known, notes, added_on, stirred_on)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      job.company,
      companyKey(job.company),
      job.title,
      job.link,
      job.place,
      job.pay,
      job.source,
      job.stage,
      job.deadlineOn,
      job.hiringManager,
      job.fit,
      job.bonusKnown ? 1 : 0,
      job.notes,
      job.addedOn,
      job.addedOn,
    );
    run(db, 'INSERT INTO job_moves (job_id, stage, day) VALUES (?, ?, ?)', id, job.stage, job.addedOn);
    return id;
  });
}

const COLUMNS: Record<string, string> = {
  company: 'company',
  title: 'title',
  link: 'link',
  place: 'place',
  pay: 'pay',
  source: 'source',
  deadlineOn: 'deadline_on',
  hiringManager: 'hiring_manager',
  fit: 'fit',
  bonusKnown: 'bonus_known',
  notes: 'notes',
  stirredOn: 'stirred_on',
};

export type JobChange = Partial<Omit<Job, 'id' | 'stage' | 'closedReason' | 'addedOn'>>;

export function setJob(db: Db, id: number, change: JobChange): void {
  inTransaction(db, () => {
    for (const [field, value] of Object.entries(change)) {
      run(
        db,
        `UPDATE jobs SET ${COLUMNS[field]!} = ? WHERE id = ?`,
        typeof value === 'boolean' ? Number(value) : value,
        id,
      );
    }
    if (change.company !== undefined)
      run(db, 'UPDATE jobs SET company_key = ? WHERE id = ?', companyKey(change.company), id);
  });
}

/** A reason is kept for a closed job only. A stage that was noted later than it ended began by that day at the latest. */
export function moveJob(db: Db, id: number, stage: Stage, day: IsoDay, reason: string | null): void {
  inTransaction(db, () => {
    run(
      db,
      'UPDATE jobs SET stage = ?, closed_reason = ?, stirred_on = ? WHERE id = ?',
      stage,
      stage === 'closed' ? reason : null,
      day,
      id,
    );
    run(db, 'UPDATE job_moves SET day = :day WHERE job_id = :id AND day > :day', { id, day });
    run(db, 'INSERT INTO job_moves (job_id, stage, day) VALUES (?, ?, ?)', id, stage, day);
  });
}

/** The first first. */
export function listMoves(db: Db, jobId: number): { stage: Stage; day: IsoDay }[] {
  return all(db, 'SELECT stage, day FROM job_moves WHERE job_id = ? ORDER BY day, id', jobId);
}

export function addInsider(db: Db, jobId: number, contactId: number): void {
  run(db, 'INSERT OR IGNORE INTO job_people (job_id, contact_id) VALUES (?, ?)', jobId, contactId);
}

export function removeInsider(db: Db, jobId: number, contactId: number): void {
  run(db, 'DELETE FROM job_people WHERE job_id = ? AND contact_id = ?', jobId, contactId);
}

// ── whom do I know there? ─────────────────────────────────────────────────────────────────────────

/** Active contacts who work at the company now, by number. */
export function listInside(db: Db, company: string): number[] {
  return ids(
    db,
    "SELECT id FROM contacts WHERE company_key = ? AND state = 'active' ORDER BY id",
    companyKey(company),
  );
}

/** Those somebody put among a job's people by hand. */
export function listNamedInsiders(db: Db, jobId: number): number[] {
  return ids(db, 'SELECT contact_id AS id FROM job_people WHERE job_id = ? ORDER BY 1', jobId);
}

/** Those put among the people of any open job. */
export function listOpenInsiders(db: Db): number[] {
  return ids(
    db,
    `SELECT DISTINCT p.contact_id AS id FROM jobs j JOIN job_people p ON p.job_id = j.id
     WHERE j.stage NOT IN ('accepted', 'closed')`,
  );
}

/** Active contacts who worked there once and do not any more. */
export function listFormerly(db: Db, company: string): number[] {
  const key = companyKey(company);
  return ids(
    db,
    `SELECT c.id FROM past_companies p JOIN contacts c ON c.id = p.contact_id
     WHERE p.company_key = ? AND c.company_key IS NOT ? AND c.state = 'active' ORDER BY c.id`,
    key,
    key,
  );
}

function ids(db: Db, text: string, ...values: unknown[]): number[] {
  return all<{ id: number }>(db, text, ...values).map(({ id }) => id);
}

/** How a company is spelled where somebody is or was there or a job is; without a name, all companies there are. */
export function listCompanies(db: Db, company?: string): string[] {
  const at = company === undefined ? '' : 'WHERE company_key = :key';
  return all<{ company: string }>(
    db,
    `SELECT DISTINCT company FROM (SELECT company, 1 AS place FROM jobs ${at}
       UNION ALL SELECT company, 2 FROM contacts ${at} UNION ALL SELECT company, 3 FROM past_companies ${at})
     WHERE company IS NOT NULL ORDER BY place LIMIT ${company === undefined ? -1 : 1}`,
    ...(company === undefined ? [] : [{ key: companyKey(company) }]),
  ).map((row) => row.company);
}
