/** What is known of the people besides what happened with them. */
import type { AskKind, How } from '../../model';

/** What they said they would do, without being asked. */
export const offers: { by: string; kind: AskKind; day: number }[] = [
  { by: 'marguerite', kind: 'reference', day: -32 },
  { by: 'kwame', kind: 'peer-intro', day: -2 },
];

/** Who knows whom, and how well. */
export const acquaintances: [string, string, How][] = [
  ['tom', 'ingrid', 4],
  ['tom', 'ana', 4],
  ['tom', 'marguerite', 5],
  ['marguerite', 'eleni', 4],
  ['omar', 'layla', 3],
  ['eleni', 'layla', 3],
  ['eleni', 'seoyeon', null],
  ['zainab', 'ingrid', 5],
  ['priya', 'ingrid', 3],
  ['svitlana', 'ana', 4],
  ['nomvula', 'ana', 3],
  ['femi', 'rhys', 4],
  ['pavel', 'chidi', 4],
];

/** What they know of me: since when the goal, and whether they saw the work. */
export const informed: { who: string; goalTold?: number; seenWork?: boolean }[] = [
  { who: 'tom', goalTold: -54, seenWork: true },
  { who: 'marguerite', goalTold: -50, seenWork: true },
  { who: 'femi', goalTold: -48, seenWork: true },
  { who: 'pavel', goalTold: -52, seenWork: true },
  { who: 'chidi', seenWork: true },
  { who: 'graciela', goalTold: -53, seenWork: false },
  { who: 'sean', goalTold: -46 },
  { who: 'sofia', goalTold: -14, seenWork: true },
];

export const workedAt: [string, string][] = [
  ['tom', 'Korbhaus'],
  ['marguerite', 'Korbhaus'],
  ['svitlana', 'Gridmoor'],
  ['rhys', 'Lindenpost'],
];

/** Introductions taken further: whom they led to, the day of the thanks, and that of the word on how it went. */
export const introduced: { by: string; to: string; thanked: number; told?: number }[] = [
  { by: 'omar', to: 'layla', thanked: -129, told: -115 },
  { by: 'tom', to: 'ingrid', thanked: -26 },
];
