/** What is open between people and jobs and wants one small move today: gathered from short lists of open things. */
import type { App } from '../app';
import type { IsoDay } from '../model';
import { judgeAsk } from '../rules/ask-verdict';
import { addDays } from '../rules/dates';
import { moveOfLoop, nameOfLoop } from '../rules/loops';
import { waitingStateOf } from '../rules/promises';
import { askWaitOf } from '../rules/unanswered';
import { listOpenLoops } from '../store/acts';
import { listAsksOf, listUnansweredAsks } from '../store/asks';
import type { Db } from '../store/db';
import { listInside, listNamedInsiders, listOpenJobs } from '../store/jobs';
import { listOpenPromises } from '../store/promises';
import { spansOf } from '../store/settings';
import { getTie } from '../store/ties';
import type { LooseEnd, OverdueOfTheirs } from '../views/loose-ends';
import { aboutFor, jobsAsked, makesSense, subjectOf } from './ask-facts';
import { listQuietJobs } from './job/facts';

/** What only somebody inside can do for an application; the one with the most at stake first. */
const ASKS_FOR_A_JOB = ['vouching', 'manager-intro', 'referral'] as const;
/** Of the open jobs and of the people in each, as many as a day can make use of. */
const JOBS = 10;
const PEOPLE_OF_A_JOB = 5;
const DEADLINE_DAYS = { before: 7, after: 7 };

/** In the order of what is worth most; one line a person, and nobody of `busyWith`. `promised` is what they owe by now. */
export function listLooseEnds(
  app: App,
  day: IsoDay,
  busyWith: readonly number[],
  promised: readonly OverdueOfTheirs[] = listOverdueOfTheirs(app.db, day),
): LooseEnd[] {
  const { db } = app;
  const seen = new Set(busyWith);
  const ends = [
    ...deadlines(db, day),
    ...loops(db),
    ...readyAsks(db, day),
    ...promised.map((promise) => ({ kind: 'their-promise' as const, ...promise })),
    ...asks(db, day),
    ...quietJobs(app),
  ].filter((end) => {
    if (!('contactId' in end)) return true;
    const isNew = !seen.has(end.contactId);
    seen.add(end.contactId);
    return isNew;
  });
  return ends.map((end) => {
    if (!('contactId' in end)) return end;
    const own = end.kind === 'their-promise' ? end.promiseId : null;
    const alsoPromised = promised.filter(
      ({ contactId, promiseId }) => contactId === end.contactId && promiseId !== own,
    );
    return { ...end, alsoPromised };
  });
}

function loops(db: Db) {
  return listOpenLoops(db).flatMap((loop) => {
    const move = moveOfLoop(loop);
    const { actId, contactId, name } = loop;
    return move ? [{ kind: 'loop' as const, actId, contactId, name, move, about: nameOfLoop(loop) }] : [];
  });
}

/** What a gentle word is due for, the longest overdue first. */
export function listOverdueOfTheirs(db: Db, day: IsoDay): OverdueOfTheirs[] {
  return listOpenPromises(db, 'them')
    .filter((promise) => waitingStateOf(promise, day) === 'nudge')
    .map(({ id, contactId, name, what, dueOn }) => ({
      promiseId: id,
      contactId,
      name,
      what,
      dueOn: dueOn!,
    }));
}

function asks(db: Db, day: IsoDay) {
  return listUnansweredAsks(db).flatMap((ask) => {
    const wait = askWaitOf(ask, day, spansOf(db));
    if (wait !== 'nudge' && wait !== 'silence') return [];
    const { id, contactId, name, kind, askedOn } = ask;
    return [{ kind: 'ask' as const, askId: id, contactId, name, ask: kind, askedOn, wait }];
  });
}

/** Of what is not applied for yet; once it is past it is named for some days more. */
function deadlines(db: Db, day: IsoDay) {
  const [from, to] = [addDays(day, -DEADLINE_DAYS.after), addDays(day, DEADLINE_DAYS.before)];
  return listOpenJobs(db)
    .filter(
      ({ stage, deadlineOn }) =>
        stage === 'lead' && deadlineOn !== null && deadlineOn >= from && deadlineOn <= to,
    )
    .map((job) => ({ kind: 'deadline' as const, job }));
}

function quietJobs(app: App) {
  return listQuietJobs(app).map(({ quiet, ...job }) => ({ kind: 'quiet-job' as const, job, quiet }));
}

/** Whoever is ready for an ask that serves an open job, and was not asked for it yet. */
function readyAsks(db: Db, day: IsoDay) {
  return jobsAsked(db, undefined)
    .slice(-JOBS)
    .flatMap((asked) => {
      const people = [
        ...new Set([...listNamedInsiders(db, asked.job.id), ...listInside(db, asked.job.company)]),
      ];
      return people.slice(0, PEOPLE_OF_A_JOB).flatMap((id) => {
        const subject = subjectOf(db, getTie(db, id), [asked], true, day);
        const made = listAsksOf(db, id).filter(({ jobId }) => jobId === asked.job.id);
        const kind = ASKS_FOR_A_JOB.find(
          (one) =>
            makesSense(one, subject) &&
            made.every((ask) => ask.kind !== one) &&
            judgeAsk(one, aboutFor(one, subject).facts).verdict === 'ready',
        );
        if (!kind) return [];
        const { job } = asked;
        const about = { ask: kind, jobId: job.id, company: job.company };
        return [{ kind: 'ready-ask' as const, contactId: id, name: subject.tie.name, ...about }];
      });
    });
}
