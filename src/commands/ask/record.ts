/** Writing down that an ask was made. */
import type { Answer, App } from '../../app';
import { UserError } from '../../errors';
import type { AskKind } from '../../model';
import { judgeAsk } from '../../rules/ask-verdict';
import { addAsk, getAsk } from '../../store/asks';
import { type RecordedAsk, recordedView } from '../../views/ask-record';
import { aboutFor, makesSense, subjectById } from '../ask-facts';
import { readPastDay } from '../past-day';
import { listAskingTasks } from './asking-tasks';
import { jobIdFor, personOf } from './person';

interface Given {
  job?: number;
  what?: string;
  on?: string;
}

/** Today's verdict goes with it, whatever it is: what came of which verdict is worth knowing later. */
export async function recordAsk(
  app: App,
  id: number,
  kind: AskKind,
  input: Given,
): Promise<Answer<RecordedAsk>> {
  const { db, today } = app;
  const subject = subjectById(db, id, input.job, today);
  const { name } = subject.tie;
  if (!makesSense(kind, subject)) {
    throw new UserError(
      `${name} hires for job #${subject.aboutManager.job!.id}: nothing was recorded.`,
      `ask for a talk instead: jobsearch ask ${id} --for talk --record`,
    );
  }
  const askedOn = await readPastDay(app, input.on);
  const judged = judgeAsk(kind, aboutFor(kind, subject).facts);
  const askId = addAsk(db, {
    contactId: id,
    kind,
    jobId: input.job ?? jobIdFor(kind, subject),
    what: input.what ?? null,
    askedOn,
    verdict: judged.verdict,
  });
  const data: RecordedAsk = {
    ...personOf(app, subject, kind),
    ask: getAsk(db, askId),
    missing: judged.missing,
  };
  return { data, view: recordedView(data, listAskingTasks(db, id), today) };
}
