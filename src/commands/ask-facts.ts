/** What the verdicts about one contact rest on, gathered from the store; the rules judge it. */
import type { AskKind, GateFacts, How, IsoDay, Job, Level, Tie } from '../model';
import type { AskFacts, AskVerdict } from '../rules/ask-verdict';
import { isAboutManager, ladderOf } from '../rules/asks';
import { bestJobFor, type JobTie } from '../rules/best-job';
import { companyKey } from '../rules/companies';
import { addDays, daysBetween } from '../rules/dates';
import type { Spans } from '../rules/spans';
import { type Standing, standingOf } from '../rules/standing';
import { countOpenAsks, getGates, listOffers } from '../store/asks';
import { findContact } from '../store/contacts';
import type { Db } from '../store/db';
import { getJob, listNamedInsiders, listOpenJobs } from '../store/jobs';
import { listNeighbours } from '../store/knows';
import { listOpenPromisesTo } from '../store/promises';
import { spansOf } from '../store/settings';
import { getTie } from '../store/ties';

/** A job with what is the same for everybody who is judged against it. */
export interface JobAsked {
  job: Job;
  companyKey: string;
  named: ReadonlySet<number>;
  managerName: string | null;
}

/** What one contact is to one job, and the facts that an ask about it is judged by. */
export interface AskAbout {
  job: Job | null;
  /** They hire for the job themselves: nobody is to be introduced to, or persuaded. */
  hires: boolean;
  /** Somebody said that they know the manager, though perhaps not how well. */
  knowsManager: boolean;
  facts: Omit<AskFacts, 'tie'> & { tie: Tie & Standing };
}

/** One contact with what is the same for every ask; where no job was given, the best one for either sort of ask. */
export interface AskSubject {
  tie: Tie & Standing;
  gates: GateFacts;
  about: AskAbout;
  aboutManager: AskAbout;
}

/** The given job alone, or all that are open. */
export function jobsAsked(db: Db, jobId: number | undefined): JobAsked[] {
  return (jobId === undefined ? listOpenJobs(db) : [getJob(db, jobId)]).map((job) => ({
    job,
    companyKey: companyKey(job.company),
    named: new Set(listNamedInsiders(db, job.id)),
    managerName: job.hiringManager === null ? null : (findContact(db, job.hiringManager)?.name ?? null),
  }));
}

/** `given` takes the first of the jobs, whether or not they have anything to do with it. */
export function subjectOf(
  db: Db,
  tie: Tie,
  jobs: readonly JobAsked[],
  given: boolean,
  today: IsoDay,
): AskSubject {
  const spans = spansOf(db);
  const standing = standingOf(tie, today, spans);
  const gates = getGates(db, tie.id);
  const known = new Map<number, How>(listNeighbours(db, tie.id).map(({ id, how }) => [id, how]));
  const key = tie.company === null ? null : companyKey(tie.company);
  const ties = jobs.map((asked) => tieToJob(asked, tie.id, key, known));
  const person = {
    tie: standing,
    goalTold: isFresh(gates.goalToldOn, today, spans),
    seenWork: gates.seenWork,
    burned: gates.burned,
    openAsks: countOpenAsks(db, tie.id),
    offered: listOffers(db, tie.id, addDays(today, -spans.offeredDays)),
    overduePromise: standing.flags.includes('overdue-promise') ? overdueTo(db, tie.id) : null,
  };
  const aboutOf = (aboutManager: boolean): AskAbout => {
    const asked = given ? (ties[0] ?? null) : bestJobFor(ties, aboutManager);
    const hires = asked?.hires ?? false;
    return {
      job: asked?.job ?? null,
      hires,
      knowsManager: asked !== null && asked.known !== null,
      facts: {
        ...person,
        // Where they work is known and it is elsewhere; or nobody said where.
        insider: asked === null ? null : asked.insider || hires || (key === null ? null : false),
        company: asked?.job.company ?? null,
        managerTie: hires ? null : ((asked?.known || null) as Level | null),
        managerName: asked?.managerName ?? null,
        fit: asked?.job.fit ?? 'even',
        bonusKnown: asked?.job.bonusKnown ?? false,
        offered: person.offered.filter((kind) => !hires || !isAboutManager(kind)),
      },
    };
  };
  return { tie: standing, gates, about: aboutOf(false), aboutManager: aboutOf(true) };
}

export function subjectById(db: Db, id: number, jobId: number | undefined, today: IsoDay): AskSubject {
  return subjectOf(db, getTie(db, id), jobsAsked(db, jobId), jobId !== undefined, today);
}

export function aboutFor(kind: AskKind, { about, aboutManager }: AskSubject): AskAbout {
  return isAboutManager(kind) ? aboutManager : about;
}

/** Whoever hires cannot be asked for a word with themselves. */
export function makesSense(kind: AskKind, subject: AskSubject): boolean {
  return !isAboutManager(kind) || !subject.aboutManager.hires;
}

/** All asks that make sense of them, from the smallest. */
export function ladderFor(subject: AskSubject): AskVerdict[] {
  return ladderOf(subject.about.facts, subject.aboutManager.facts).filter(({ kind }) =>
    makesSense(kind, subject),
  );
}

function tieToJob(
  asked: JobAsked,
  contactId: number,
  key: string | null,
  known: ReadonlyMap<number, How>,
): JobTie & JobAsked {
  const { job, named } = asked;
  const how = job.hiringManager === null ? undefined : known.get(job.hiringManager);
  return {
    ...asked,
    insider: named.has(contactId) || (key !== null && key === asked.companyKey),
    hires: job.hiringManager === contactId,
    known: how === undefined ? null : (how ?? 0),
  };
}

function isFresh(toldOn: IsoDay | null, today: IsoDay, { goalToldDays }: Spans): boolean {
  return toldOn !== null && daysBetween(toldOn, today) <= goalToldDays;
}

/** The one that is due the longest. */
function overdueTo(db: Db, contactId: number): string | null {
  const mine = listOpenPromisesTo(db, contactId).filter(({ by, dueOn }) => by === 'me' && dueOn !== null);
  return mine.toSorted((a, b) => a.dueOn!.localeCompare(b.dueOn!))[0]?.what ?? null;
}
