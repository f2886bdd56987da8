/** One person's ladder, and one ask of one person weighed against the evidence. */
import type { Answer, App } from '../../app';
import type { AskKind, AskMade } from '../../model';
import { judgeAsk } from '../../rules/ask-verdict';
import { needsJob, readyNow, routeAsk } from '../../rules/asks';
import { findAsked, waitingOf } from '../../rules/unanswered';
import { listAsksOf } from '../../store/asks';
import { spansOf } from '../../store/settings';
import { type OneAsk, oneAskView } from '../../views/ask';
import { type LadderFacts, ladderView } from '../../views/ask-ladder';
import type { AskPerson, WaitingAsk } from '../../views/ask-words';
import { type AskAbout, type AskSubject, aboutFor, ladderFor, makesSense, subjectById } from '../ask-facts';
import { agreedTalkWith, stepFor } from '../facts';
import { askForGates, storeAnswers } from './questions';

export function ladder(app: App, id: number, { job }: { job?: number }): Answer<LadderFacts> {
  const subject = subjectById(app.db, id, job, app.today);
  const asked = askedOf(app, id);
  const data: LadderFacts = {
    ...personOf(app, subject, 'reply', asked),
    managerJob: jobOf(subject.aboutManager),
    ladder: ladderFor(subject),
    unanswered: asked.open,
  };
  return { data, view: ladderView(data, app.today) };
}

export async function oneAsk(
  app: App,
  id: number,
  kind: AskKind,
  { job, yes }: { job?: number; yes?: boolean },
): Promise<Answer<OneAsk>> {
  const known = () => subjectById(app.db, id, job, app.today);
  let subject = known();
  if (app.ask.interactive && !yes && makesSense(kind, subject)) {
    const answers = await askForGates(app, kind, subject);
    storeAnswers(app.db, subject, answers);
    subject = known();
    // "Not at all" is an answer for today; among who knows whom it leaves no trace.
    if (answers.how === 0) subject.aboutManager.facts.managerTie = 0;
  }
  const data = weighOne(app, kind, subject);
  return { data, view: oneAskView(data, app.today) };
}

function weighOne(app: App, kind: AskKind, subject: AskSubject): OneAsk {
  const { facts, knowsManager } = aboutFor(kind, subject);
  const sense = makesSense(kind, subject);
  const asked = askedOf(app, subject.tie.id);
  return {
    ...personOf(app, subject, kind, asked),
    ...judgeAsk(kind, facts),
    makesSense: sense,
    route: sense ? routeAsk(kind, facts) : null,
    facts,
    goalToldOn: subject.gates.goalToldOn,
    knowsManager,
    openAsks: asked.open,
    agreed: kind === 'talk' ? asked.agreed : null,
  };
}

// ── what every answer about one person says ───────────────────────────────────────────────────────

/** What of my asks of somebody is not to be asked once more. */
interface Asked {
  /** Those that wait for their answer. */
  open: WaitingAsk[];
  /** The talk that they said yes to and that has not taken place. */
  agreed: AskMade | null;
}

export function personOf(
  app: App,
  subject: AskSubject,
  kind: AskKind,
  { open, agreed }: Asked = askedOf(app, subject.tie.id),
): AskPerson {
  const { id, name, level, levelName, depth, effectiveDepth } = subject.tie;
  const ready = readyNow(
    ladderFor(subject).filter(
      (rung) =>
        rung.kind !== agreed?.kind && !findAsked(open, rung.kind, aboutFor(rung.kind, subject).job?.id),
    ),
  )?.kind;
  return {
    contactId: id,
    name,
    level,
    levelName,
    depth,
    effectiveDepth,
    job: jobOf(aboutFor(kind, subject)),
    readyNow: ready === undefined ? null : { kind: ready, jobId: jobIdFor(ready, subject) },
    nextStep: stepFor(app.db, subject.tie, app.today).text,
  };
}

/** Only for an ask that is nothing without one. */
export function jobIdFor(kind: AskKind, subject: AskSubject): number | null {
  return needsJob(kind) ? (aboutFor(kind, subject).job?.id ?? null) : null;
}

function jobOf({ job }: AskAbout): AskPerson['job'] {
  return job && { id: job.id, company: job.company, title: job.title, fit: job.fit };
}

function askedOf({ db, today }: App, contactId: number): Asked {
  const asks = listAsksOf(db, contactId);
  return {
    open: asks
      .filter(({ outcome }) => outcome === null)
      .map((ask) => ({ ...ask, ...waitingOf(ask, today, spansOf(db)) })),
    agreed: agreedTalkWith(db, contactId, asks, today) ?? null,
  };
}
