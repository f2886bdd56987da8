/** A few shallow ties: one step, or rest. */
import { REVIEW, STRAGGLER } from '../../rules/constants';
import { addDays } from '../../rules/dates';
import { rankShallow, shallowFlagOf } from '../../rules/people-of-the-day';
import { spreadDay } from '../../rules/review';
import { setContact } from '../../store/contacts';
import { spansOf } from '../../store/settings';
import { addTask, listOpenTasksFor } from '../../store/tasks';
import { setRest } from '../../store/ties';
import type { Attention } from '../../views/attention';
import { type TieAnswer, tieBlocks, tieHeading, tieSaved } from '../../views/weekly-ties';
import { aimsOf } from '../aims';
import { attend, listCandidates, type RelevantTie, weighTie } from '../attention';
import { askNextDay } from '../day-question';
import { stepTask } from '../step-task';
import { answersOf, type Session, type Step, save } from './session';

export const tieStep: Step = {
  count: (session) => listShown(session).length,
  async ask(session) {
    const { app } = session;
    const shown = listShown(session);
    if (shown.length === 0) return;
    await app.show(tieHeading(shown.length));
    for (const one of shown) await askAbout(session, attend(app.db, one, app.today));
  },
};

/**
 * One of each kind before two of any, as many of one must not hide the others. Left out is whoever has a task, or owes
 * an answer; and a debt is paid, not rested.
 */
function listShown(session: Session): RelevantTie[] {
  const { app, settings } = session;
  const { db, today } = app;
  const answered = answersOf(session, 'tie');
  const aims = aimsOf(db, settings);
  const spans = spansOf(db);
  const flagged = rankShallow(
    listCandidates(db, today).map((tie) => weighTie(tie, today, aims, spans)),
    today,
    spans,
  ).filter(
    ({ tie, flags }) =>
      !flags.includes('overdue-promise') &&
      !flags.includes('awaiting-reply') &&
      !answered.has(String(tie.id)),
  );
  const seen = new Map<string, number>();
  const turns = flagged.map((one) => {
    const flag = shallowFlagOf(one)!;
    const turn = seen.get(flag) ?? 0;
    seen.set(flag, turn + 1);
    return { one, turn };
  });
  const shown: RelevantTie[] = [];
  for (const { one } of turns.sort((a, b) => a.turn - b.turn)) {
    if (shown.length >= REVIEW.ties - answered.size) break;
    if (listOpenTasksFor(db, one.tie.id).length === 0) shown.push(one);
  }
  return shown;
}

async function askAbout(session: Session, person: Attention): Promise<void> {
  const { app, days } = session;
  const { db, today } = app;
  await app.show(tieBlocks(person, today));
  const answer = await app.ask.choose<TieAnswer>({
    message: `${person.name}?`,
    choices: [
      { name: 'take the step', value: 'step' },
      { name: 'let it rest', value: 'rest' },
      { name: 'park', value: 'park' },
    ],
    flag: 'jobsearch shallow --add priya',
  });
  const given = [...answersOf(session, 'tie').values()].filter((one) => one === 'step').length;
  const saved = (change: () => void) =>
    save(session, { step: 'tie', thing: String(person.id), answer }, change);
  if (answer === 'step') {
    // Begun on another day than the tasks before it.
    const usual = spreadDay(days.nextWeekOn, given + 1, today);
    const dueOn = await askNextDay(app, today, {
      message: 'On which day?',
      default: usual,
      flag: 'jobsearch shallow --add priya',
    });
    saved(() => addTask(db, { ...stepTask(today, person, person.nextStep), dueOn }));
    await app.show(tieSaved({ answer, name: person.name, on: dueOn }, today));
  } else if (answer === 'rest') {
    const until = await askNextDay(app, addDays(today, 1), {
      message: 'Until when?',
      default: addDays(today, STRAGGLER.keepDays),
      flag: 'jobsearch contact edit priya --rest "in 4 weeks"',
    });
    saved(() => setRest(db, person.id, until));
    await app.show(tieSaved({ answer, name: person.name, on: until }, today));
  } else {
    saved(() => setContact(db, person.id, { state: 'parked' }));
    await app.show(tieSaved({ answer, name: person.name, on: null }, today));
  }
}
