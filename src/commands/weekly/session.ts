/** One review under way: its days, what was answered so far, and how an answer is saved. */
import type { App } from '../../app';
import type { ReviewAnswer, ReviewStep } from '../../model';
import { type ReviewDays, reviewFor } from '../../rules/review';
import type { Settings } from '../../rules/settings';
import { inTransaction } from '../../store/db';
import { beginEntry } from '../../store/journal';
import { addAnswer, findLatestReview, listAnswers, removeAnswers } from '../../store/reviews';
import { getSettings } from '../../store/settings';

export interface Session {
  app: App;
  days: ReviewDays;
  settings: Settings;
  /** In the order in which they were given. */
  answers: ReviewAnswer[];
  /** Earlier answers were forgotten. */
  restarted: boolean;
}

/** One part of the review. Both read anew what there is, as every answer may change it. */
export interface Step {
  /** Questions that are still to be answered. */
  count(session: Session): number;
  ask(session: Session): Promise<void>;
}

export function openSession(app: App, restart: boolean): Session {
  const { db, today } = app;
  const latest = findLatestReview(db, today);
  const settings = getSettings(db);
  const answers = latest === null ? [] : listAnswers(db, latest);
  const days = reviewFor(today, latest === null ? undefined : { on: latest, answers });
  const common = { app, settings };
  if (days.state === 'new') return { ...common, days, answers: [], restarted: false };
  if (!restart) return { ...common, days, answers, restarted: false };
  removeAnswers(db, days.on);
  return { ...common, days: reviewFor(today, undefined), answers: [], restarted: true };
}

export function answersOf({ answers }: Session, step: ReviewStep): Map<string, string> {
  return new Map(answers.filter((one) => one.step === step).map(({ thing, answer }) => [thing, answer]));
}

/** An answer and what it changes are saved together, and `undo` takes back the two of them and nothing else. */
export function save<T>(session: Session, answer: ReviewAnswer, change: () => T): T {
  const { app, days, answers } = session;
  beginEntry(app.db);
  const result = inTransaction(app.db, () => {
    addAnswer(app.db, { ...answer, reviewOn: days.on, day: app.today });
    return change();
  });
  answers.push(answer);
  return result;
}
