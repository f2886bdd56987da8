/** The options of `log`. Some qualify the one before them: `--promised "the deck" --by fri --promised "a call" --by mon`. */

import type { Command as Commander } from 'commander';
import { UsageError } from '../../errors';
import { readMinutes } from '../../formats/minutes';
import {
  ASK_KINDS,
  type AskOutcome,
  CHANNELS,
  type Channel,
  DIRECTIONS,
  type Direction,
  type Side,
} from '../../model';
import { actOf } from '../../rules/act-words';
import { LIMITS } from '../../rules/limits';
import { askKind } from '../ask/kind';
import { itemNumber, note, oneOf, taking, words, wordsOrNothing } from '../options';
import type { Participant } from './participants';

export interface LogInput {
  people: string[];
  /** Once they are known. */
  participants?: Participant[];
  channel?: Channel;
  direction?: Direction;
  sent?: boolean;
  received?: boolean;
  day?: string;
  minutes?: number;
  about?: string | null;
  editor?: boolean;
  substantive?: boolean;
  purpose?: string | null;
  next?: string;
  /** Whom it is about, as a place among the people; the first where nobody said. */
  nextWith?: number;
  on?: string;
  event?: number;
  toldGoal?: boolean;
  seenWork?: boolean;
  answer?: AskOutcome;
  /** Whose, as a place among the people, where it was said. */
  answerWith?: number;
  add?: boolean;
  company?: string | null;
  yes?: boolean;
  came: Came[];
}

/** One thing that came of the conversation, in the order typed. */
export interface Came {
  kind: 'promise' | 'act' | 'offer';
  side: Side;
  /** Of an offer: the kind of ask that it spares me. */
  what: string;
  by?: string;
  to?: string;
  unasked?: boolean;
  /** Of an introduction: who was introduced. */
  whom?: string;
}

export function logOptions(command: Commander): Commander {
  const came: Came[] = [];
  const add = (kind: Came['kind'], side: Side, flag: string) => (text: string) => {
    came.push({ kind, side, what: words(flag, LIMITS.text)(text) });
    return came;
  };
  const last = (flag: string, kinds: Came['kind'][]): Came => {
    const found = came.findLast((one) => kinds.includes(one.kind));
    if (!found) throw new UsageError(`${flag} has nothing to belong to: it goes after what it qualifies.`);
    return found;
  };
  command
    .argument(
      '[people...]',
      'a sentence that says it all (- for the one on stdin), or who: numbers, or words that fit one person each',
    )
    .option('-c, --channel <how>', CHANNELS.join(', '), oneOf('--channel', CHANNELS))
    .option(
      '--direction <which>',
      `for what was written: ${DIRECTIONS.join(', ')}`,
      oneOf('--direction', DIRECTIONS),
    )
    .option('--sent', 'you wrote')
    .option('--received', 'they wrote (both flags: you wrote to each other)')
    .option('-d, --day <day>', 'when it was, if not today')
    .option('-m, --minutes <time>', 'how long it took: 45, 1h30', readMinutes)
    .option('-a, --about <text>', 'what it was about', note('--about'))
    .option('--editor', 'write what it was about in your editor')
    .option('--substantive', 'you talked about something that mattered')
    .option('--no-substantive', 'it was small talk')
    .option('-p, --purpose <why>', 'why you talked', wordsOrNothing('--purpose'))
    .option('--promised <what>', 'what you promised; becomes a task', add('promise', 'me', '--promised'))
    .option('--they-promised <what>', 'what they promised', add('promise', 'them', '--they-promised'))
    .option('--by <day>', 'the day that promise is due', (text) => {
      last('--by', ['promise']).by = text;
    })
    .option(
      '--got <what>',
      'what they did for you: advice, a lead, an introduction, a referral …',
      add('act', 'them', '--got'),
    )
    .option('--unasked', 'they did it without being asked')
    // A flag without a value has no reader of its own.
    .on('option:unasked', () => {
      const act = last('--unasked', ['act']);
      if (act.side === 'me') throw new UsageError('--unasked goes with --got.');
      act.unasked = true;
    })
    .option('-w, --whom <person>', 'of that introduction: who was introduced', (text) => {
      const act = last('--whom', ['act']);
      if (actOf(act.what).kind !== 'introduction')
        throw new UsageError(`--whom is for an introduction, and "${act.what}" is none.`);
      act.whom = words('--whom')(text);
    })
    .option('--gave <what>', 'what you did for them', add('act', 'me', '--gave'))
    .option(
      '--offered <kind>',
      `what they offered to do, unasked: ${ASK_KINDS.join(', ')}`,
      taking(ASK_KINDS, (kind: string) => {
        came.push({ kind: 'offer', side: 'them', what: askKind('--offered')(kind) });
      }),
    )
    .option('--to <person>', 'whom that promise, act or offer concerns, when there were several', (text) => {
      last('--to', ['promise', 'act', 'offer']).to = text;
    })
    .option(
      '--answer <yes|no>',
      'how they answered what you had asked for',
      oneOf('--answer', ['yes', 'no'] as const),
    )
    .option('--told-goal', 'you told them which roles and companies you aim at')
    .option('--seen-work', 'they saw a piece of your work')
    .option('-n, --next <what>', 'your next step; becomes a task', words('--next'))
    .option('-o, --on <day>', 'the day of the next step')
    .option('-e, --event <number>', 'log this event, with its people', itemNumber('event'))
    .option('--add', 'add people that are not known yet')
    .option('--company <name>', 'where the added person works', wordsOrNothing('--company'))
    .option(
      '-y, --yes',
      'ask nothing: take the usual answer for what is missing, and save a sentence that is plain',
    );
  command.setOptionValue('came', came);
  return command;
}
