/** What an argument or the value of an option can be completed with. */
import type { Argument, Option } from 'commander';
import type { NumberedThing, Takes } from '../commands/options';

export type Completed =
  | readonly string[]
  | NumberedThing
  | 'person'
  | 'day'
  | 'file'
  | 'command'
  /** Words of the user's own: nothing can be offered. */
  | 'free';

/** By the name that stands for the value in the help page; a reader that knows its words says so itself. */
const BY_NAME: Record<string, Completed> = {
  ...{ who: 'person', other: 'person', people: 'person', person: 'person', target: 'person' },
  // Most of what one looks for is a name.
  words: 'person',
  ...{ day: 'day', when: 'day', until: 'day' },
  ...{ job: 'job', file: 'file', copy: 'file', command: 'command' },
  ...{ time: 'free', days: 'free', n: 'free', '1-5': 'free', '0-5': 'free', range: 'free', number: 'free' },
  ...{ name: 'free', title: 'free', text: 'free', what: 'free', why: 'free', word: 'free', value: 'free' },
  ...{
    company: 'free',
    role: 'free',
    address: 'free',
    url: 'free',
    how: 'free',
    where: 'free',
    sentence: 'free',
  },
};

/** Undefined where nobody has said it: a test finds that. */
export function takenBy(place: Argument | Option): Completed | undefined {
  const { takes } = (place.parseArg ?? {}) as Takes;
  return takes ?? place.argChoices ?? BY_NAME[valueName(place)];
}

/** `day` of `--due <day>`, `numbers` of `<numbers...>`; empty for a flag. */
export function valueName(place: Argument | Option): string {
  if ('flags' in place) return /[<[]([^\]>]+?)(?:\.\.\.)?[\]>]/.exec(place.flags)?.[1] ?? '';
  return place.name();
}
