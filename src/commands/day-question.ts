/** Questions for a day: what is typed is shown as the day it would be taken for, and both days where it may be two. */
import type { App, Question } from '../app';
import { UsageError } from '../errors';
import { readDay, readingsOf, type Toward } from '../formats/days';
import { readDayAndTime } from '../formats/times';
import type { IsoDay } from '../model';
import { dayWithWeekday, fullDay } from '../rules/day-words';
import { checked } from './checked';
import { readPastDay } from './past-day';

/** Of something that happened. The answer is still to be read, as if it had been typed after the flag. */
export function pastDayQuestion(app: App, question: Omit<Question, 'check' | 'reading'>): Question {
  const check = (text: string) => isNone(text, question) || readPastDay(app, text, 'The day');
  return { ...question, check: checked(check), reading: readingFor(app, 'past') };
}

/** Of something to come. */
export function nextDayQuestion(
  app: App,
  question: Omit<Question, 'check' | 'reading'>,
  toward: Exclude<Toward, 'past'> = 'future',
): Question {
  const check = (text: string) => isNone(text, question) || readDay(text, app.today, { toward });
  return { ...question, check: checked(check), reading: readingFor(app, toward) };
}

/** Of something at a time: the caller checks it. */
export function whenQuestion(app: App, question: Omit<Question, 'reading'>): Question {
  const asDay = readingFor(app, 'future');
  const reading = async (text: string) => {
    try {
      const { day, time } = await readDayAndTime(text, app.today, { toward: 'future' });
      return [fullDay(day, app.today), time].filter(Boolean).join(', ');
    } catch (error) {
      if (error instanceof UsageError) return asDay(text);
      throw error;
    }
  };
  return { ...question, reading };
}

/** Asks for a day to come, not before `earliest`. */
export async function askNextDay(
  app: App,
  earliest: IsoDay,
  question: Omit<Question, 'check' | 'reading'>,
): Promise<IsoDay> {
  const toward = earliest > app.today ? 'later' : 'future';
  const readNext = async (text: string) => {
    const day = await readDay(text, app.today, { toward });
    if (day >= earliest) return day;
    throw new UsageError(
      `${dayWithWeekday(day, app.today)} is too early: from ${dayWithWeekday(earliest, app.today)} on.`,
    );
  };
  const asked = { ...nextDayQuestion(app, question, toward), check: checked(readNext) };
  return readNext(await app.ask.text(asked));
}

/** Without a default, Enter means no day. */
function isNone(text: string, question: Pick<Question, 'default'>): boolean {
  return question.default === undefined && text.trim() === '';
}

function readingFor({ today }: App, toward: Toward) {
  return async (text: string): Promise<string> => {
    const readings = (await readingsOf(text, today, { toward })) ?? [];
    return readings.map((day) => fullDay(day, today)).join(', or ');
  };
}
