/** Three commitments for the week to come, each begun with a proposal. */
import { readingsOf } from '../../formats/days';
import type { Commitment, IsoDay } from '../../model';
import { CHUNK_MINUTES, IMPORTANCE, REVIEW } from '../../rules/constants';
import { dayWithWeekday, minutesWords } from '../../rules/day-words';
import { capital } from '../../rules/names';
import type { Proposal } from '../../rules/proposals';
import { spreadDay } from '../../rules/review';
import { listCommitments, removeCommitment, setCommitment } from '../../store/commitments';
import { getPromise } from '../../store/promises';
import { addTask, findTask, type NewTask, setTask } from '../../store/tasks';
import { proposalStep } from '../../views/proposals';
import { commitmentHeading, commitmentSaved } from '../../views/weekly';
import { checked } from '../checked';
import { words } from '../options';
import { reviewOf } from '../review';
import { blankTask, bucketOf } from '../task/add';
import { answersOf, type Session, type Step, save } from './session';

/** Typed for a place that is to stay empty. */
const NONE = '-';

export const commitmentStep: Step = {
  count: (session) => openPlaces(session).length,
  async ask(session) {
    const { app, days, settings } = session;
    const places = openPlaces(session);
    if (places.length === 0) return;
    await app.show(commitmentHeading(days.nextWeekOn, app.today));
    const { proposals } = reviewOf(app, days.week, settings);
    const known = listCommitments(app.db, days.nextWeekOn);
    for (const place of places) {
      await askFor(
        session,
        place,
        proposals[place - 1]!,
        known.find((one) => one.place === place),
      );
    }
  },
};

function openPlaces(session: Session): number[] {
  const answered = answersOf(session, 'commitment');
  return Array.from({ length: REVIEW.commitments }, (_, at) => at + 1).filter(
    (place) => !answered.has(String(place)),
  );
}

async function askFor(
  session: Session,
  place: number,
  proposal: Proposal,
  known: Commitment | undefined,
): Promise<void> {
  const { app, days } = session;
  const { db, today } = app;
  const weekOn = days.nextWeekOn;
  const usualDay = spreadDay(weekOn, place - 1, today);
  const ask = async (message: string, usual: string, lead: RegExp) => {
    const read = (text: string) =>
      words('The answer')(
        text
          .trim()
          .replace(lead, '')
          .replace(/[,.]+$/, ''),
      );
    const question = { message, default: usual, editable: true, flag: 'jobsearch task add "…" --due mon' };
    return read(await app.ask.text({ ...question, check: checked(read) }));
  };
  const usualWhen = known?.whenPart ?? `${dayWithWeekday(usualDay, today)}, first thing`;
  const whenPart = await ask(`${place} of ${REVIEW.commitments}: when …`, usualWhen, /^when\s+/i);
  const answer = { step: 'commitment' as const, thing: String(place) };
  if (whenPart === NONE) {
    save(session, { ...answer, answer: 'none' }, () => removeCommitment(db, weekOn, place));
    return;
  }
  const usualThen = known?.thenPart ?? proposalStep(proposal);
  const thenPart = await ask('then …', usualThen, /^then\s+/i);
  const task = await taskFor(session, {
    thenPart,
    known,
    proposal,
    on: (await dayIn(whenPart, today)) ?? usualDay,
  });
  save(session, { ...answer, answer: 'made' }, () => {
    const taskId = typeof task === 'object' && task !== null ? addTask(db, task) : task;
    const linked = taskId === null ? undefined : findTask(db, taskId);
    if (linked?.dueOn === null) setTask(db, linked.id, { dueOn: usualDay });
    setCommitment(db, { weekOn, place, whenPart, thenPart, taskId, madeOn: today });
  });
  const [saved] = listCommitments(db, weekOn).filter((one) => one.place === place);
  await app.show(
    commitmentSaved(saved!, saved!.taskId === null ? null : findTask(db, saved!.taskId)!, today),
  );
}

/** The number of a task there is, a new one, or none. */
async function taskFor(
  { app }: Session,
  { thenPart, known, proposal, on }: { thenPart: string; known?: Commitment; proposal: Proposal; on: IsoDay },
): Promise<number | NewTask | null> {
  const isProposed = thenPart === proposalStep(proposal);
  if (known?.taskId != null && known.thenPart === thenPart && known.taskState === 'open') return known.taskId;
  if (isProposed && proposal.kind === 'keep-block' && proposal.task) return proposal.task.taskId;
  // Each promise has been a task since it was made.
  if (isProposed && proposal.kind === 'keep-promises') {
    const tasks = proposal.promises.map(({ promiseId }) => getPromise(app.db, promiseId).taskId);
    if (!tasks.includes(null)) return tasks.length === 1 ? tasks[0]! : null;
  }
  const minutes = isProposed ? proposal.minutes : CHUNK_MINUTES;
  const isWanted = await app.ask.confirm({
    message: `Make it a task, due ${dayWithWeekday(on, app.today)} (${minutesWords(minutes)})?`,
    default: true,
    flag: 'jobsearch task add "…" --due mon',
  });
  if (!isWanted) return null;
  const task = { ...blankTask(app.today), title: capital(thenPart), minutes, dueOn: on };
  if (!isProposed) {
    return {
      ...task,
      importance: IMPORTANCE.commitment,
      bucket: bucketOf(thenPart, {}, { eventKind: undefined, stage: undefined }),
    };
  }
  return { ...task, ...servedBy(proposal) };
}

/** What serves nothing is important by the word that was just given. */
function servedBy(proposal: Proposal): Pick<NewTask, 'bucket'> & Partial<NewTask> {
  switch (proposal.kind) {
    case 'touch-part':
    case 'practise':
      return { bucket: 'prepare', part: proposal.part, importance: IMPORTANCE.commitment };
    case 'deepen-tie':
      return { bucket: 'deepen', contactId: proposal.contactId };
    case 'follow-up':
      return proposal.people.length === 1
        ? { bucket: 'deepen', contactId: proposal.people[0]!.contactId }
        : { bucket: 'deepen', importance: IMPORTANCE.commitment };
    case 'keep-promises':
    case 'do-a-hard-thing':
      return { bucket: 'deepen', importance: IMPORTANCE.commitment };
    case 'serve-bucket':
      return { bucket: proposal.bucket, importance: IMPORTANCE.commitment };
    case 'name-purposes':
    case 'keep-block':
    case 'review':
      return { bucket: 'review', importance: IMPORTANCE.commitment };
  }
}

/** The day that a cue begins with ("Monday 9:30, after coffee"), if it names one that is still to come. */
async function dayIn(whenPart: string, today: IsoDay): Promise<IsoDay | undefined> {
  const [clause = ''] = whenPart.split(',');
  const first = clause.trim().split(/\s+/);
  const tries = [3, 2, 1].map((length) => first.slice(0, length).join(' '));
  for (const text of [clause.trim(), ...tries]) {
    const readings = await readingsOf(text, today, { toward: 'future' });
    if (readings?.length === 1 && readings[0]! >= today) return readings[0];
  }
  return undefined;
}
