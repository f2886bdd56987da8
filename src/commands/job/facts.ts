/** A job with everything that hangs on it, and whom I know there. */
import type { App } from '../../app';
import type { Job } from '../../model';
import { type Quiet, quietOf } from '../../rules/quiet-jobs';
import { standingOf } from '../../rules/standing';
import { findContact } from '../../store/contacts';
import type { Db } from '../../store/db';
import { listFormerly, listInside, listMoves, listNamedInsiders, listOpenJobs } from '../../store/jobs';
import { findKnows, listAround } from '../../store/knows';
import { spansOf } from '../../store/settings';
import { listOpenTasksForJob } from '../../store/tasks';
import { getTie } from '../../store/ties';
import type { JobFacts } from '../../views/job';
import type { KnownPerson, KnownThere } from '../../views/known-there';

export function jobFacts({ db, today }: App, job: Job): JobFacts {
  const moves = listMoves(db, job.id);
  const tasks = listOpenTasksForJob(db, job.id);
  const movedOn = moves.at(-1)?.day ?? job.addedOn;
  const nextOn = tasks.find(({ dueOn }) => dueOn !== null)?.dueOn ?? null;
  const manager = job.hiringManager === null ? undefined : findContact(db, job.hiringManager);
  return {
    ...job,
    moves,
    movedOn,
    tasks,
    managerName: manager?.name ?? null,
    quiet: quietOf({ stage: job.stage, movedOn, stirredOn: job.stirredOn, nextOn }, today),
  };
}

/** Open jobs that went quiet and are to be asked about today, the longest quiet first. */
export function listQuietJobs(app: App): (JobFacts & { quiet: Quiet })[] {
  return listOpenJobs(app.db).flatMap((job) => {
    const facts = jobFacts(app, job);
    return facts.quiet?.asks ? [{ ...facts, quiet: facts.quiet }] : [];
  });
}

/** People of whom there may be hundreds are weighed; more than that are only counted. */
const MOST_BRIDGES = 200;

/** Also for a company without a job: `job` is whose manager and insiders are named by hand. */
export function knownThere(app: App, company: string, jobs: Job[]): KnownThere {
  const { db } = app;
  const managers = managersOf(jobs);
  const inside = listThere(db, company, jobs);
  const formerly = listFormerly(db, company).filter((id) => !inside.includes(id));
  const people = sorted(peopleFrom(app, inside), managers);
  return {
    inside: people,
    managers,
    around: sorted(peopleFrom(app, bridgesTo(db, people))).map((person) => ({
      ...person,
      knows: people.flatMap(({ id, name }) => {
        const tie = findKnows(db, person.id, id);
        return tie ? [{ id, name, how: tie.how }] : [];
      }),
    })),
    formerly: sorted(peopleFrom(app, formerly)),
  };
}

/** Who works there now, who hires for these jobs, and who is inside by hand. */
export function listThere(db: Db, company: string, jobs: Job[]): number[] {
  const named = jobs.flatMap(({ id }) => listNamedInsiders(db, id));
  return [...new Set([...managersOf(jobs), ...named, ...listInside(db, company)])];
}

export function managersOf(jobs: Job[]): number[] {
  return jobs.flatMap(({ hiringManager }) => hiringManager ?? []);
}

function bridgesTo(db: Db, inside: KnownPerson[]): number[] {
  const ids = new Set(inside.map(({ id }) => id));
  const around = listAround(db, { companyKeys: [], people: [...ids] }, MOST_BRIDGES + ids.size);
  return around.filter((id) => !ids.has(id));
}

/** Without the parked ones. */
export function peopleFrom({ db, today }: App, ids: number[]): KnownPerson[] {
  return ids.flatMap((id) => {
    const tie = getTie(db, id);
    return tie.state === 'active' ? [standingOf(tie, today, spansOf(db))] : [];
  });
}

/** Who hires first, then whoever would do the most for me. */
export function sorted(people: KnownPerson[], first: number[] = []): KnownPerson[] {
  const rank = ({ id }: KnownPerson) => (first.includes(id) ? 1 : 0);
  return people.sort(
    (a, b) => rank(b) - rank(a) || b.effectiveDepth - a.effectiveDepth || b.depth - a.depth || a.id - b.id,
  );
}
