/** The tasks that were left lying, one by one. */
import { STRAGGLER_ANSWERS, type StragglerAnswer } from '../../model';
import { REVIEW, STRAGGLER } from '../../rules/constants';
import { addDays } from '../../rules/dates';
import { spreadDay } from '../../rules/review';
import { findStragglers, firstChange, type Straggler, usualAnswer } from '../../rules/stragglers';
import { listLastAnswered, listTaskTouches } from '../../store/reviews';
import { findTask, listOpenTasks, setTask } from '../../store/tasks';
import {
  type StragglerSaved,
  stragglerHeading,
  stragglerQuestion,
  stragglerSaved,
} from '../../views/weekly-stragglers';
import { aimsOf } from '../aims';
import { askNextDay } from '../day-question';
import { closeTasks } from '../task/close';
import { capacityOf, type Weighed, weigh } from '../weigh';
import { answersOf, type Session, type Step, save } from './session';

export const stragglerStep: Step = {
  count: (session) => listShown(session).shown.length,
  async ask(session) {
    const { app } = session;
    const { shown, more } = listShown(session);
    if (shown.length === 0) return;
    await app.show(stragglerHeading(shown.length, more));
    for (const straggler of shown) await askAbout(session, straggler);
  },
};

/** Those of this review, and how many are left for the next. */
export function listShown(session: Session): { shown: Straggler<Weighed>[]; more: number } {
  const { app, settings } = session;
  const { db, today } = app;
  const answered = answersOf(session, 'straggler');
  const [aims, capacity] = [aimsOf(db, settings), capacityOf(app, settings)];
  const found = findStragglers(
    listOpenTasks(db)
      .filter(({ id }) => !answered.has(String(id)))
      .map((task) => weigh(task, today, aims, capacity)),
    today,
    { touchedOn: listTaskTouches(db), keptOn: keptOn(session) },
  );
  const room = Math.max(0, REVIEW.stragglers - answered.size);
  return { shown: found.slice(0, room), more: Math.max(0, found.length - room) };
}

function keptOn({ app }: Session): Map<number, string> {
  const kept = listLastAnswered(app.db, 'straggler', 'keep' satisfies StragglerAnswer);
  return new Map([...kept].map(([id, day]) => [Number(id), day]));
}

async function askAbout(session: Session, straggler: Straggler<Weighed>): Promise<void> {
  const { app } = session;
  const answer = await app.ask.choose({
    message: stragglerQuestion(straggler, app.today),
    choices: STRAGGLER_ANSWERS.map((value) => ({ name: value, value })),
    default: usualAnswer(straggler),
    flag: 'jobsearch task edit, snooze, drop',
  });
  const saved = await carryOut(session, straggler, answer);
  await app.show(stragglerSaved(saved, app.today));
}

async function carryOut(
  session: Session,
  { weighed }: Straggler<Weighed>,
  answer: StragglerAnswer,
): Promise<StragglerSaved> {
  const { app, days } = session;
  const { db, today } = app;
  const { id } = weighed.task;
  const given = [...answersOf(session, 'straggler').values()];
  const before = (one: StragglerAnswer) => given.filter((other) => other === one).length;
  const settle = (change: () => void): StragglerSaved => {
    // Somebody else at the same file may have been quicker.
    if (findTask(db, id)?.state !== 'open') return { answer: 'gone', task: weighed.task };
    save(session, { step: 'straggler', thing: String(id), answer }, change);
    return { answer, task: findTask(db, id)! };
  };
  switch (answer) {
    case 'keep':
      return { ...settle(() => {}), until: addDays(today, STRAGGLER.keepDays) };
    case 'do first':
      return settle(() => setTask(db, id, firstChange(weighed, today, before('do first'))));
    case 'schedule': {
      const usual = spreadDay(days.nextWeekOn, before('schedule'), today);
      const dueOn = await askNextDay(app, today, question('On which day?', usual));
      return settle(() => setTask(db, id, { dueOn, snoozedUntil: null, waitingFor: null }));
    }
    case 'snooze': {
      const until = addDays(today, STRAGGLER.keepDays);
      const snoozedUntil = await askNextDay(app, addDays(today, 1), question('Until when?', until));
      return settle(() => setTask(db, id, { snoozedUntil }));
    }
    case 'drop':
      return settle(() => closeTasks(app, [id], 'dropped', today, null));
  }
}

function question(message: string, usual: string) {
  return { message, default: usual, flag: 'jobsearch task edit 31 --due mon' };
}
