/** Everybody at once: per kind of ask, who is ready, who almost, and what stands before it. */
import type { Answer, App } from '../../app';
import { ASK_KINDS, type AskKind, type AskMade, type Job, type Tie, VERDICTS } from '../../model';
import type { AskVerdict } from '../../rules/ask-verdict';
import { needsJob, readyNow, yesRates } from '../../rules/asks';
import { addDays } from '../../rules/dates';
import { findAsked, waitingOf } from '../../rules/unanswered';
import { listAsks, listOfferers, listUnansweredAsks } from '../../store/asks';
import type { Db } from '../../store/db';
import { listInside } from '../../store/jobs';
import { spansOf } from '../../store/settings';
import { getTie, listDeepest } from '../../store/ties';
import { type AskLine, type AskOverview, type AskPersonLine, overviewView } from '../../views/ask-overview';
import { type AskSubject, aboutFor, type JobAsked, jobsAsked, ladderFor, subjectOf } from '../ask-facts';
import { agreedTalkWith } from '../facts';

/** Nobody asks more people than these, and each of them is judged ten times. */
const LOOKED_AT = 200;
const INSIDERS_EACH = 20;

export function askOverview(
  app: App,
  { for: only, job }: { for?: AskKind; job?: number },
): Answer<AskOverview> {
  const { db, today } = app;
  const jobs = jobsAsked(db, job);
  const people = listAskable(db, jobs, today);
  const judged = people.map((tie) => judgeAll(subjectOf(db, tie, jobs, job !== undefined, today)));
  const open = listUnansweredAsks(db);
  const made = listAsks(db);
  const kinds = only === undefined ? ASK_KINDS : [only];
  const agreed = people.flatMap(({ id }) => {
    const own = made.filter(({ contactId }) => contactId === id);
    return agreedTalkWith(db, id, own, today) ?? [];
  });
  const data: AskOverview = {
    lookedAt: people.length,
    only: only ?? null,
    job: job === undefined ? null : jobs[0]!.job,
    openJobs: jobs.length,
    kinds: kinds.map((kind) => lineOf(kind, judged, open, agreed)),
    unanswered: open.map((ask) => ({ ...ask, ...waitingOf(ask, today, spansOf(db)) })),
    yesRates: yesRates(made),
  };
  return { data, view: overviewView(data, today) };
}

/** The deepest ties, whoever offered something lately, and those inside for an open job. */
function listAskable(db: Db, jobs: readonly JobAsked[], today: string): Tie[] {
  const inside = jobs.flatMap(({ job, named }) => [
    ...[...named].slice(0, INSIDERS_EACH),
    ...listInside(db, job.company).slice(0, INSIDERS_EACH),
  ]);
  const near = [...listOfferers(db, addDays(today, -spansOf(db).offeredDays)), ...inside]
    .map((id) => getTie(db, id))
    .filter(({ state }) => state === 'active')
    .slice(0, LOOKED_AT);
  return [...new Map([...listDeepest(db, LOOKED_AT), ...near].map((tie) => [tie.id, tie])).values()];
}

interface Judged {
  subject: AskSubject;
  ladder: AskVerdict[];
  largest: AskKind | undefined;
}

function judgeAll(subject: AskSubject): Judged {
  const ladder = ladderFor(subject);
  return { subject, ladder, largest: readyNow(ladder)?.kind };
}

function lineOf(
  kind: AskKind,
  judged: readonly Judged[],
  open: readonly AskMade[],
  agreed: readonly AskMade[],
): AskLine {
  const sorted = judged
    .flatMap(({ subject, ladder, largest }) => {
      const found = ladder.find((one) => one.kind === kind);
      const { job } = aboutFor(kind, subject);
      if (!found || (job === null && needsJob(kind))) return [];
      // Each ask names those for whom it is the largest one first, so that the list does not repeat itself.
      const own = open.filter(({ contactId }) => contactId === subject.tie.id);
      const asked = findAsked(own, kind, job?.id);
      const yes = agreed.find((one) => one.kind === kind && one.contactId === subject.tie.id);
      const first = asked || yes ? 2 : largest === kind ? 0 : 1;
      const rank = [first, found.missing.length, job === null ? 1 : 0, -found.margin, subject.tie.id];
      return { rank, verdict: found.verdict, line: personLine(subject, job, found, asked, yes) };
    })
    .sort((a, b) => compare(a.rank, b.rank));
  return {
    kind,
    people: Object.fromEntries(
      VERDICTS.map((verdict) => [
        verdict,
        sorted.filter((one) => one.verdict === verdict).map(({ line }) => line),
      ]),
    ) as AskLine['people'],
  };
}

function personLine(
  { tie }: AskSubject,
  job: Job | null,
  { missing }: AskVerdict,
  asked: AskMade | undefined,
  yes: AskMade | undefined,
): AskPersonLine {
  const { id: contactId, name, levelName, depth } = tie;
  return {
    contactId,
    name,
    levelName,
    depth,
    jobId: job?.id ?? null,
    askedOn: asked?.askedOn ?? null,
    agreedOn: yes?.outcomeOn ?? null,
    missing,
  };
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}
