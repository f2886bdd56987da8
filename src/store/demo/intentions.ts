/** What the sample search means to do this week, and whom it leaves in peace. */
import { addDays, weekStart } from '../../rules/dates';
import { setCommitment } from '../commitments';
import { addAnswer } from '../reviews';
import { listClosedTasks, listOpenTasks } from '../tasks';
import { setRest } from '../ties';
import type { Story } from './calendar';

/** In the order of the week; `task` is the beginning of its title. */
const COMMITMENTS = [
  {
    whenPart: 'the coffee is made on Monday',
    thenPart: 'apply to Vantmere before anything else',
    task: 'Apply to Vant',
  },
  {
    whenPart: 'the hours are handed in',
    thenPart: 'write down the story of the migration',
    task: 'Write down',
  },
  {
    whenPart: 'Friday lunch is over',
    thenPart: 'say the pitch aloud in the park, three times',
    task: 'Say the pitch',
  },
];
const RESTS = { person: 'gunnar', days: 20 };

export function intend({ db, today, people }: Story): void {
  const weekOn = weekStart(today);
  // A Thursday, so that there is a review to be held on whatever day a visitor comes.
  const reviewOn = addDays(weekOn, -4);
  const tasks = [...listOpenTasks(db), ...listClosedTasks(db, addDays(today, -60))];
  for (const [at, { whenPart, thenPart, task }] of COMMITMENTS.entries()) {
    const taskId = tasks.find(({ title }) => title.startsWith(task))!.id;
    setCommitment(db, { weekOn, place: at + 1, whenPart, thenPart, taskId, madeOn: reviewOn });
    const answer = { step: 'commitment' as const, thing: String(at + 1), answer: 'made' };
    addAnswer(db, { ...answer, reviewOn, day: reviewOn });
  }
  setRest(db, people.get(RESTS.person)!, addDays(today, RESTS.days));
}
