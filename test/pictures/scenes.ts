/** What the pictures of the README show: commands typed on a terminal, on the sample search of one day. */
import type { Labels } from './svg';

export const COLUMNS = 80;
export const NOW = '2026-11-22T08:30';

export interface Scene extends Labels {
  name: string;
  /** Typed at the prompt of a shell. */
  command: string;
  /** The words of a question, and the keys that answer it. */
  answers: [string, string][];
  /** The picture ends before the row that begins with these words; otherwise it holds all. */
  before?: string;
}

export const SCENES: Scene[] = [
  {
    name: 'today',
    title: 'jobsearch demo today',
    description:
      'The agenda of a Sunday in a terminal: two events, the tasks that are important before those that are urgent, ' +
      'loose ends, and two people to write to, each with the reason and the next command.',
    command: 'jobsearch demo today',
    answers: [],
  },
  {
    name: 'log',
    title: 'jobsearch demo log, with one sentence',
    description:
      'A sentence about a coffee with Ana Ruiz is typed in a terminal. A list shows what was understood of it. Enter ' +
      'saves it, and the answer says what it changed between the two.',
    command:
      'jobsearch demo log "call with Declan on Friday, 40 min: talked about on-call, promised him my CV by Tuesday"',
    answers: [['Save', '\r']],
  },
  {
    name: 'quadrant',
    title: 'jobsearch demo quadrant',
    description:
      'The weekly review in a terminal: what one had set out to do, the tasks in four squares by importance and ' +
      'urgency, and below them where the time of the week went, beside the share aimed at.',
    command: 'jobsearch demo quadrant',
    answers: [],
    before: 'Networking too much',
  },
];
