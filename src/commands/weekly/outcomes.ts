/** How it went with what one meant to do in the week that was. */
import type { Commitment, CommitmentOutcome } from '../../model';
import { capital } from '../../rules/names';
import { outcomeWeeks } from '../../rules/review';
import { listLatestCommitments, setOutcome } from '../../store/commitments';
import { commitmentWords } from '../../views/commitments';
import { outcomeHeading } from '../../views/weekly';
import { type Session, type Step, save } from './session';

export const outcomeStep: Step = {
  count: (session) => listOpen(session).length,
  async ask(session) {
    const { app } = session;
    const open = listOpen(session);
    if (open.length === 0) return;
    await app.show(outcomeHeading());
    for (const one of open) await askAbout(session, one);
  },
};

/** Of a week that is well under way; who missed a review or two starts afresh. */
function listOpen({ app, days }: Session): Commitment[] {
  const { from, to } = outcomeWeeks(days);
  return listLatestCommitments(app.db, from, to).filter(({ outcome }) => outcome === null);
}

async function askAbout(session: Session, commitment: Commitment): Promise<void> {
  const { app } = session;
  const outcome = await app.ask.choose<CommitmentOutcome>({
    message: capital(commitmentWords(commitment)),
    choices: [
      { name: 'done', value: 'done' },
      { name: 'not this time', value: 'not-done' },
    ],
    default: commitment.taskId === null || commitment.taskState === 'done' ? 'done' : 'not this time',
    flag: 'jobsearch quadrant --review',
  });
  save(session, { step: 'outcome', thing: String(commitment.id), answer: outcome }, () =>
    setOutcome(app.db, commitment.id, outcome, app.today),
  );
}
