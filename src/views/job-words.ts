/** Words for jobs and for who knows whom. */
import type { How, IsoDay, Job } from '../model';
import { dayWords } from '../rules/day-words';
import type { Standing } from '../rules/standing';
import { levelWords, warmthWords } from './ties';
import type { Text } from './view';

/** "Platform engineer at Acme", or the company alone. */
export function jobName({ company, title }: Pick<Job, 'company' | 'title'>): string {
  return title ? `${title} at ${company}` : company;
}

const HOW_WORDS = { 1: 'barely', 2: 'a little', 3: 'fairly well', 4: 'well', 5: 'very well' } as const;

/** "well, 4 of 5". */
export function howWords(how: Exclude<How, null>): string {
  return `${HOW_WORDS[how]}, ${how} of 5`;
}

/** "knows Maria Lopez (well, 4 of 5)", "knows Maria Lopez (how well is not said)". */
export function knowsWords(name: string, how: How): string {
  return `knows ${name} (${how === null ? 'how well is not said' : howWords(how)})`;
}

/** "ally (82), warm until 12 Jan". */
export function tieWords(tie: Standing, today: IsoDay): Text {
  if (tie.warmth === 'none') return tie.level === 0 ? tie.levelName : levelWords(tie);
  return [`${levelWords(tie)}, `, ...spans(warmthWords(tie, today))];
}

function spans(text: Text) {
  return Array.isArray(text) ? text : [text];
}

export function deadlineWords(deadlineOn: IsoDay, today: IsoDay): string {
  return `${deadlineOn < today ? 'deadline was' : 'deadline'} ${dayWords(deadlineOn, today)}`;
}
