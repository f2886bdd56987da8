/** The part of the preparation that was left alone the longest. */
import type { Part } from '../../model';
import { CHUNK_MINUTES } from '../../rules/constants';
import { capital } from '../../rules/names';
import { findNeglectedParts, type NeglectedPart } from '../../rules/proposals';
import { spreadDay } from '../../rules/review';
import { listPreparations, setPreparation } from '../../store/preparations';
import { addTask, listOpenTasks } from '../../store/tasks';
import { PART_STEPS } from '../../views/proposals';
import { type PartAnswer, partHeading, partQuestion, partSaved } from '../../views/weekly-part';
import { askNextDay } from '../day-question';
import { blankTask } from '../task/add';
import { answersOf, type Session, type Step, save } from './session';

export const partStep: Step = {
  count: (session) => (findPart(session) ? 1 : 0),
  async ask(session) {
    const neglected = findPart(session);
    if (!neglected) return;
    await session.app.show(partHeading());
    await askAbout(session, neglected);
  },
};

/** One a review; a part with a task of its own is taken care of. */
function findPart(session: Session): NeglectedPart | undefined {
  const { db, today } = session.app;
  if (answersOf(session, 'part').size > 0) return undefined;
  const busy = listOpenTasks(db).map(({ part }) => part);
  return findNeglectedParts(listPreparations(db), today).find(({ part }) => !busy.includes(part));
}

async function askAbout(session: Session, neglected: NeglectedPart): Promise<void> {
  const { app, days } = session;
  const { db, today } = app;
  const { part } = neglected;
  const answer = await app.ask.choose<PartAnswer>({
    message: partQuestion(neglected),
    choices: [
      { name: 'make it a task', value: 'task' },
      { name: 'worked on it', value: 'touched' },
      { name: 'it is ready', value: 'ready' },
      { name: 'leave it', value: 'leave' },
    ],
    flag: `jobsearch prep ${part} rough`,
  });
  const settle = (change: () => void) => save(session, { step: 'part', thing: part, answer }, change);
  let dueOn: string | null = null;
  switch (answer) {
    case 'task': {
      dueOn = await askNextDay(app, today, {
        message: 'On which day?',
        default: spreadDay(days.nextWeekOn, 3, today),
        flag: `jobsearch task add "…" --part ${part}`,
      });
      const task = partTask(part, dueOn, today);
      settle(() => addTask(db, task));
      break;
    }
    case 'touched':
      settle(() => setPreparation(db, part, { touchedOn: today }));
      break;
    case 'ready':
      settle(() => setPreparation(db, part, { state: 'ready', touchedOn: today }));
      break;
    case 'leave':
      settle(() => {});
  }
  await app.show(partSaved({ part, answer, dueOn }, today));
}

export function partTask(part: Part, dueOn: string, today: string) {
  const title = capital(PART_STEPS[part]);
  return { ...blankTask(today), title, bucket: 'prepare' as const, minutes: CHUNK_MINUTES, part, dueOn };
}
