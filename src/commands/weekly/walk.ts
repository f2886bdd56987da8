/** `quadrant --review`: the week walked through with questions, each answer saved as it is given. */
import type { Answer, App } from '../../app';
import { Cancelled, UsageError } from '../../errors';
import type { CommitmentOutcome, Part, StragglerAnswer } from '../../model';
import { listCommitments } from '../../store/commitments';
import { findContact, findFirstDay } from '../../store/contacts';
import { findTask, listClosedTasks } from '../../store/tasks';
import { countTalks, listTalkedWith } from '../../store/week';
import type { ReviewFacts } from '../../views/quadrant';
import { doneView, goingOnView, type WeekDone } from '../../views/weekly';
import type { PartAnswer } from '../../views/weekly-part';
import { type ReviewSummary, reviewSummaryView } from '../../views/weekly-summary';
import type { TieAnswer } from '../../views/weekly-ties';
import { reviewOf } from '../review';
import { commitmentStep } from './commitments';
import { outcomeStep } from './outcomes';
import { partStep } from './part';
import { answersOf, openSession, type Session, type Step } from './session';
import { listShown, stragglerStep } from './stragglers';
import { tieStep } from './ties';

const STEPS: Step[] = [outcomeStep, stragglerStep, tieStep, partStep, commitmentStep];

export async function walkThrough(app: App, restart: boolean): Promise<Answer<ReviewSummary>> {
  if (restart && !app.ask.interactive) refuse();
  const session = openSession(app, restart);
  if (session.days.state !== 'done') {
    if (!app.ask.interactive) refuse();
    await askAll(session);
  }
  const data = summaryOf(session);
  return { data, view: reviewSummaryView(data, app.today) };
}

function refuse(): never {
  throw new UsageError(
    'The review asks its questions on a terminal, and there is none.',
    'jobsearch quadrant shows the week; task edit, task snooze, task drop, shallow --add and prep answer it',
  );
}

async function askAll(session: Session): Promise<void> {
  const { app, days, answers } = session;
  const { today } = app;
  if (answers.length > 0) {
    const open = STEPS.reduce((sum, step) => sum + step.count(session), 0);
    await app.show(goingOnView(days.week, { answered: answers.length, all: answers.length + open }, today));
  } else {
    const isNew = findFirstDay(app.db) === null;
    await app.show(doneView(factsOf(session), doneIn(session), { today, isNew }));
  }
  try {
    for (const step of STEPS) await step.ask(session);
  } catch (error) {
    // Nothing was saved, or nothing is going to be: the usual words are true.
    const isSaved = answers.length > 0 || session.restarted;
    if (!(error instanceof Cancelled) || !isSaved || app.dryRun) throw error;
    throw new Cancelled('Saved so far; jobsearch quadrant --review goes on.');
  }
}

function factsOf({ app, days, settings }: Session): ReviewFacts {
  return reviewOf(app, days.week, settings);
}

function doneIn({ app, days: { week } }: Session): WeekDone {
  const tasks = listClosedTasks(app.db, week.from)
    .filter(({ state, closedOn }) => state === 'done' && closedOn! <= week.to)
    .map(({ id, title, minutes, minutesSpent }) => ({ id, title, minutes: minutesSpent ?? minutes }));
  return {
    tasks,
    conversations: countTalks(app.db, week),
    people: listTalkedWith(app.db, week),
  };
}

function summaryOf(session: Session): ReviewSummary {
  const { app, days } = session;
  const { moved, promises } = factsOf(session);
  const [part] = answersOf(session, 'part');
  const answers = <T>(step: Parameters<typeof answersOf>[1]) =>
    [...answersOf(session, step)].map(([thing, answer]) => ({ id: Number(thing), answer: answer as T }));
  return {
    reviewOn: days.on,
    weekFrom: days.week.from,
    weekTo: days.week.to,
    done: {
      ...doneIn(session),
      promisesKept: promises.kept + promises.late,
      promisesClosed: promises.kept + promises.late + promises.broken,
      movedUp: moved.filter(({ before, after }) => after > before).length,
    },
    outcomes: answers<CommitmentOutcome>('outcome').map(({ id, answer }) => ({ commitmentId: id, answer })),
    stragglers: answers<StragglerAnswer>('straggler').map(({ id, answer }) => ({
      ...{ taskId: id, title: findTask(app.db, id)?.title ?? '', answer },
    })),
    moreStragglers: listShown(session).more,
    ties: answers<TieAnswer>('tie').map(({ id, answer }) => ({
      ...{ contactId: id, name: findContact(app.db, id)?.name ?? '', answer },
    })),
    part: part ? { part: part[0] as Part, answer: part[1] as PartAnswer } : null,
    nextWeekOn: days.nextWeekOn,
    commitments: listCommitments(app.db, days.nextWeekOn),
  };
}
