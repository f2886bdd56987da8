/** Days and durations inside a sentence: where one stands, and the words that the readers of days and minutes know. */
import { readMinutes } from '../minutes';
import { spanAt, spanMinutes } from './clock';
import { eat, type Line, longWordsAt, maskAt, type Range } from './line';
import { MONTH, NUMBER, WEEKDAY } from './vocabulary';

const PART = '(?: (?:morning|afternoon|evening|night|lunchtime))?';
const DATE = [
  '\\d{4}-\\d{1,2}-\\d{1,2}',
  '\\d{1,2}[/-]\\d{1,2}(?:[/-]\\d{2,4})?(?! (?:of|(?:an? )?(?:h|hrs?|hours?))(?: |$))|\\d{1,2}\\.\\d{1,2}\\.\\d{4}',
  `(?:the )?\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}(?: \\d{4})?`,
  `${MONTH} \\d{1,2}(?:st|nd|rd|th)?(?: \\d{4})?`,
  '(?:the )?\\d{1,2}(?:st|nd|rd|th)',
].join('|');
const UNITS = '(?:days?|weeks?|months?|years?)';

const DAY = `(?:${[
  'the day (?:before yesterday|after tomorrow)',
  `(?:this|last|next) (?:${WEEKDAY}|week|month|year)(?!'s)${PART}`,
  `(?:this (?:morning|afternoon|evening)|last night|tonight|earlier today|just now)`,
  `(?:today|tomorrow|yesterday)${PART}`,
  `${NUMBER} ${UNITS} (?:from|after) (?:now|today|tomorrow|${WEEKDAY})`,
  `(?:a )?(?:couple of|few) (?:minutes|hours|days|weeks) ago`,
  `${NUMBER} ${UNITS} ago`,
  `${NUMBER} (?:min|mins|minutes?|h|hours?) ago`,
  'half an hour ago',
  `in (?:the next )?(?:${NUMBER}|(?:a )?(?:couple of|few)) (?:${UNITS}|min|mins|minutes?|hours?)(?: time)?`,
  `in (?:early |late |mid )?${MONTH}(?: \\d{4})?`,
  '(?:the )?end of (?:the |this |next )?(?:week|month|year)',
  'eow|eom|eod',
  '(?:the|this|next|last) weekend',
  `${WEEKDAY} (?:last|next|this) week`,
  `(?:${WEEKDAY} ?,? )?(?:${DATE})`,
  `${WEEKDAY}${PART}`,
].join('|')})`;

const MINUTE = '(?:m|min|mins|minute|minutes)';
const HOUR = '(?:h|hr|hrs|hour|hours)';
const COUNT = `(?:\\d{1,3}(?:[.,]\\d{1,2})?|${NUMBER}(?:-five| five)?)`;

/** As written; vague ones too, which are refused later. */
const DURATION = `(?:${[
  '(?:an )?hour and a half',
  '(?:an )?hour and a quarter',
  '(?:a )?half (?:an |a )?(?:hour|hr)|half-hour',
  '(?:\\d )?[13]/[24] (?:of )?(?:an? )?(?:hours?|hrs?|h)',
  '(?:three )?quarters? of an hour|a quarter of an hour',
  `(?:one|two|three) and a half ${HOUR}`,
  `\\d{1,2}h\\d{2}(?:m|min)?|\\d{1,2}(?:[.,]\\d{1,2})?(?:h|hrs?)|\\d{1,3}m|\\d{1,3}(?:min|mins|minutes)`,
  '\\d{1,2}(?:hrs?|hours?)(?: \\d{1,2}(?:m|min|mins|minutes)?)?',
  `\\d{1,3}-(?:min|mins|minutes?)|(?:one|two|\\d)-hour`,
  `${COUNT} ${HOUR}(?: and)? ${COUNT} ${MINUTE}`,
  `\\d{1,2} ${HOUR} [0-5]\\d(?! [a-z])`,
  `${COUNT} ${HOUR}`,
  `${COUNT} ${MINUTE}`,
  'a couple of hours',
  'a few (?:minutes|hours)|a while|ages',
].join('|')})(?! (?:ago|late|early|later|earlier|delay|delayed|walk|drive|away|commute|before|after))`;

/** What a length may begin with: the pattern is large, and is made only where there may be one. */
const LENGTH_BEGINS = new RegExp(`^(?:\\d|half|quarter|hour|three$|ages$|${NUMBER}(?:$|-))`);

/**
 * A length, with small words before and after it. The pattern of lengths is no part of any other one: making it takes
 * longer than reading a whole sentence with it.
 */
export function lengthAt(line: Line, at: number, before?: string, after?: string): LengthFound | null {
  const from = (before === undefined ? null : eat(line, at, before))?.to ?? at;
  const length =
    spanAt(line, from) ?? (LENGTH_BEGINS.test(maskAt(line, from)) ? eat(line, from, DURATION) : null);
  if (!length) return null;
  const to = (after === undefined ? null : eat(line, length.to, after))?.to ?? length.to;
  return { from: at, to, isLed: from > at };
}

export interface LengthFound extends Range {
  /** There are words before the length itself. */
  isLed: boolean;
}

const WORDS: Record<string, number> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  ninety: 90,
};

/** Undefined for what names no number: "a while". */
export function minutesOf(phrase: string): number | undefined {
  if (
    /\d[^\d/.,]*(?:[-\u2013\u2014]|\b(?:to|till?|until|and)\b)\s*(?:\d|noon)/i.test(phrase) &&
    !/min|hour|hr/i.test(phrase)
  )
    return spanMinutes(phrase);
  const text = phrase
    .replace(/\u00bd/g, '1/2')
    .replace(/\u00bc/g, '1/4')
    .replace(/\u00be/g, '3/4')
    .toLowerCase()
    .replace(/-(?=min|hour)/, ' ')
    .replace(/\s+/g, ' ');
  const [, whole = '0', part, quarter] = /^(?:(\d) )?([13])\/([24])/.exec(text) ?? [];
  if (part !== undefined) return Number(whole) * 60 + (Number(part) * 60) / Number(quarter);
  if (/^(?:a )?half/.test(text)) return 30;
  if (/and a half/.test(text)) return (countOf(text.split(' ')[0]!) ?? 1) * 60 + 30;
  if (/hour and a quarter/.test(text)) return 75;
  if (/quarters?/.test(text)) return text.startsWith('three') ? 45 : 15;
  if (text === 'a couple of hours') return 120;
  if (/^(?:a few|a while|ages)/.test(text)) return undefined;
  const numbers = text.replace(/[a-z]+(?:[- ](?:five))?/g, (word) => {
    const [tens = '', more] = word.split(/[- ]/);
    return countOf(tens) === undefined ? word : String(countOf(tens)! + (more === 'five' ? 5 : 0));
  });
  try {
    return readMinutes(numbers);
  } catch {
    return undefined;
  }
}

function countOf(word: string): number | undefined {
  return Object.hasOwn(WORDS, word) ? WORDS[word] : undefined;
}

/** Of a day that stands there, with `on`, `by` and the like before it. */
export interface DayFound extends Range {
  phrase: string;
  /** The word before it that makes it a due day. */
  isDue: boolean;
}

const BEFORE_DAY =
  '(?:(?:on|by|before|until|till|due|for|since|this coming|no later than|not later than|at the latest)(?: the)? )?(?:by )?';

/** What a day or the small words before it may begin with. */
const DAY_BEGINS = new RegExp(
  `^(?:\\d|(?:on|by|before|until|till|due|for|since|this|no|not|at|the|last|next|tonight|earlier|just|today|tomorrow|yesterday|couple|few|half|in|end|eow|eom|eod|${NUMBER}|${WEEKDAY}|${MONTH})$)`,
);

export function dayAt(line: Line, at: number): DayFound | null {
  if (!DAY_BEGINS.test(maskAt(line, at))) return null;
  const found = eat(line, at, `(?<before>${BEFORE_DAY})(?<day>${DAY})(?: at the latest| latest)?`);
  const day = found?.groups.day;
  if (!found || !day) return null;
  return {
    from: found.from,
    to: found.to,
    phrase: longWordsAt(line, day),
    isDue: eat(line, found.from, '(?:by|before|until|till|due|no later than)') !== null,
  };
}
