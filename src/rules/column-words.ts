/** What a column is called on the screen, and what its value says there. */
import type { RowValues } from '../model';

/** Columns whose own name is a word of the vocabulary are not listed. */
export const COLUMN_WORDS: Record<string, string> = {
  how_met: 'how you met',
  connected_on: 'connected',
  introduced_by: 'introduced by',
  added_on: 'added',
  goal_told_on: 'heard your goal',
  seen_work: 'saw your work',
  burned: 'a referral went badly',
  rest_until: 'resting until',
  start_on: 'day',
  start_time: 'time',
  end_on: 'last day',
  end_time: 'end',
  source_key: 'where it came from',
  event_id: 'event',
  interaction_id: 'conversation',
  contact_id: 'person',
  promise_id: 'promise',
  job_id: 'job',
  task_id: 'task',
  act_id: 'act',
  made_on: 'made',
  due_on: 'due',
  closed_on: 'closed',
  nudged_on: 'reminded',
  touched_on: 'last touched',
  snoozed_until: 'hidden until',
  waiting_for: 'waiting for',
  repeat_days: 'repeats, in days',
  created_on: 'added',
  minutes_spent: 'minutes spent',
  closed_reason: 'reason',
  deadline_on: 'deadline',
  hiring_manager: 'hiring manager',
  bonus_known: 'a bonus is paid',
  stirred_on: 'last moved',
  asked_on: 'asked',
  outcome_on: 'day of the outcome',
  thanked_on: 'thanked',
  met_on: 'met',
  told_on: 'told how it went',
  introduced: 'who was introduced',
  how: 'how well they know each other',
  review_on: 'day of the review',
  week_on: 'week',
  when_part: 'when',
  then_part: 'then',
};

const YES_OR_NO = ['seen_work', 'burned', 'bonus_known'];

const PEOPLE = ['introduced_by', 'hiring_manager', 'introduced', 'waiting_for'];

/** `name` with blanks or underscores. */
export function columnWords(name: string): string {
  const column = name.replaceAll(' ', '_');
  return COLUMN_WORDS[column] ?? name;
}

/** Numbers that can be typed have their sign; conversations have none. */
export function valueWords(name: string, value: RowValues[string]): string {
  const column = name.replaceAll(' ', '_');
  if (value === null) return '–';
  if (column === 'interaction_id') return 'noted';
  if (typeof value !== 'number') return value;
  if (YES_OR_NO.includes(column)) return value === 0 ? 'no' : 'yes';
  return column.endsWith('_id') || PEOPLE.includes(column) ? `#${value}` : String(value);
}
