/** The day of the conversation, and the days that something is due. */
import type { IsoDay } from '../../model';
import type { Clause } from './clauses';
import type { Content } from './content';
import { type Draft, doubt } from './draft';
import type { Head } from './head';
import { type Range, spanOf, wordsAt } from './line';
import type { DayRead } from './reading';

/** No one day, though the libraries know one. */
const VAGUE =
  /^(?:in|the|this|last|next) (?:few|weekend)|few|^(?:this|last) (?:week|month|year)|^in (?:early |late |mid )?[a-z]{3,}(?: \d{4})?$/i;

const TO_COME = 'what is to come is an event: jobsearch event add';

export async function dayOfHead(draft: Draft, head: Head): Promise<void> {
  const { line, around, reading } = draft;
  const [first, second] = head.days;
  if (!first) return;
  if (second) {
    // The span holds both, wherever they stand.
    doubt(
      draft,
      { from: Math.min(first.from, second.from), to: Math.max(first.to, second.to) },
      { about: 'day', why: 'names two days', say: '--day yesterday', blocks: true },
    );
    return;
  }
  const phrase = first.phrase.toLowerCase();
  const source = { words: wordsAt(line, first), spans: [spanOf(line, first)] };
  if (/^in |(?:min|mins|minutes?|h|hours?) ago$|^(?:earlier today|just now)$|half an hour ago/.test(phrase)) {
    if (phrase.startsWith('in '))
      doubt(draft, first, { about: 'day', why: 'has not come yet', say: TO_COME, blocks: true });
    else reading.day = { day: around.today, ...source };
    return;
  }
  if (first.isDue || head.isDayOfTopic) {
    doubt(draft, first, {
      about: 'day',
      why: 'may be the day of what you talked about',
      say: 'put the day of the talk first ("yesterday: coffee with Ana"), or --day',
      blocks: true,
    });
    return;
  }
  const read: DayRead = VAGUE.test(phrase)
    ? { problem: 'is no one day', instead: [] }
    : await around.readDay(phrase, 'past');
  if ('problem' in read) {
    doubt(draft, first, {
      about: 'day',
      why: read.problem,
      say: read.instead.length > 0 ? `say ${read.instead.join(' or ')}` : '--day yesterday',
      instead: read.instead.map((day) => ({ label: day, put: day })),
      blocks: true,
    });
    return;
  }
  if (read.day > around.today) {
    doubt(draft, first, {
      about: 'day',
      why: `is ${read.day}, which has not come yet`,
      say: TO_COME,
      blocks: true,
    });
    return;
  }
  reading.day = { day: read.day, ...source };
}

/** Null without a day; undefined after a doubt was raised. */
export async function dueDay(
  draft: Draft,
  content: Content,
  clause: Clause,
): Promise<IsoDay | null | undefined> {
  const { around, reading } = draft;
  if (content.day === null || content.dayPhrase === null) return null;
  const range: Range = content.day;
  const about = clause.kind;
  const by = clause.by;
  const fail = (why: string, instead: IsoDay[]) => {
    doubt(draft, range, {
      about,
      by,
      why,
      say: instead.length > 0 ? `say ${instead.join(' or ')}` : 'say the day: by 2026-12-01, by friday',
      instead: instead.map((day) => ({ label: day, put: `by ${day}` })),
    });
    return undefined;
  };
  const phrase = plainDue(content.dayPhrase);
  const read: DayRead = VAGUE.test(phrase)
    ? { problem: 'is no one day', instead: [] }
    : await around.readDay(phrase, 'due');
  if ('problem' in read) return fail(read.problem, read.instead);
  if (read.day < around.today) return fail(`is ${read.day}, which is past`, []);
  const since = reading.day?.day;
  if (about === 'promise' && since !== undefined && since < around.today && isWeekday(phrase)) {
    const then = await around.readDay(phrase, 'due', since);
    if ('day' in then && then.day !== read.day)
      return fail(`may be ${then.day} or ${read.day}`, [then.day, read.day]);
  }
  return read.day;
}

function isWeekday(phrase: string): boolean {
  return /^(?:this |next )?(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*(?: (?:morning|afternoon|evening|night))?$/i.test(
    phrase,
  );
}

function plainDue(phrase: string): string {
  return phrase
    .toLowerCase()
    .replace(/^in the next /, 'in ')
    .replace(/ time$/, '')
    .replace(/^(?:in )?(?:a )?couple of /, 'in two ')
    .replace(/^eod$/, 'today')
    .replace(/ lunchtime$/, '');
}
