/** Checks that commander calls while it reads the options; days and people need the database and are read later. */
import { orMeant, UsageError } from '../errors';
import { LIMITS, oneLine, textFault } from '../rules/limits';
import { nearestNames } from '../rules/nearest';

export function wholeNumber(flag: string, least: number, most: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (!/^[+-]?\d+$/.test(text.trim()) || number < least || number > most) {
      throw new UsageError(`${flag} is "${text}", but must be a whole number from ${least} to ${most}.`);
    }
    return number;
  };
}

/** What can be completed at a place: some words, or the numbers of things that are in the database. */
export interface Takes {
  takes?: readonly string[] | NumberedThing;
}

export const NUMBERED = ['task', 'event', 'job', 'promise', 'ask', 'act', 'entry'] as const;
export type NumberedThing = (typeof NUMBERED)[number];

/** The reader itself, which also tells the completion what it reads. */
export function taking<F extends object>(takes: Takes['takes'], read: F): F & Takes {
  return takes === undefined ? read : Object.assign(read, { takes });
}

export function oneOf<T extends string>(flag: string, words: readonly T[]): ((text: string) => T) & Takes {
  return taking(words, (text: string) => {
    const word = text.trim().toLowerCase();
    const found =
      words.find((one) => one === word) ?? onlyOne(words.filter((one) => word && one.startsWith(word)));
    if (!found) {
      // Of several that begin so, none is nearer than the others.
      const near = words.some((one) => one.startsWith(word)) ? [] : nearestNames(word, [...words], 1);
      throw new UsageError(
        `${flag} is "${text}", but must be one of: ${words.join(', ')}.`,
        ...orMeant(text, near),
      );
    }
    return found;
  });
}

function onlyOne<T>(found: T[]): T | undefined {
  return found.length === 1 ? found[0] : undefined;
}

/** Text that is not empty once trimmed; up to the length of a line it is one. */
export function words(flag: string, longest: number = LIMITS.line): (text: string) => string {
  return (text) => {
    const trimmed = longest > LIMITS.line ? text.trim() : oneLine(text);
    if (!hasSomethingToSee(trimmed)) throw new UsageError(`${flag} is empty.`);
    const fault = textFault(trimmed, longest);
    if (fault) throw new UsageError(`${flag} ${fault}.`);
    return trimmed;
  };
}

/** For an option that clears its field with "". */
export function wordsOrNothing(flag: string, longest: number = LIMITS.line): (text: string) => string | null {
  return (text) => (text.trim() === '' ? null : words(flag, longest)(text));
}

export const note = (flag: string) => wordsOrNothing(flag, LIMITS.note);

/** The name of a person. */
export const personName = (flag: string) => words(flag, LIMITS.name);

/** An option that may be given several times. */
export function several<T>(
  read: ((text: string) => T) & Takes,
): ((text: string, before: T[] | undefined) => T[]) & Takes {
  return taking(read.takes, (text: string, before: T[] = []) => {
    if (before.length >= LIMITS.perPerson)
      throw new UsageError(`"${text}" is one too many: an option can be given ${LIMITS.perPerson} times.`);
    return [...before, read(text)];
  });
}

function listOf(what: string): string {
  return what === 'entry' ? 'jobsearch history' : `jobsearch ${what} list`;
}

/** `#12` or `12`; anything else is a usage error that names what was wanted. */
export function itemNumber(what: string): ((text: string) => number) & Takes {
  return taking(
    NUMBERED.find((one) => one === what),
    (text: string) => {
      const number = Number(text.trim().replace(/^#/, ''));
      if (!Number.isSafeInteger(number) || number < 1) {
        throw new UsageError(`"${text}" is no ${what} number.`, `${listOf(what)} shows the numbers`);
      }
      return number;
    },
  );
}

function hasSomethingToSee(text: string): boolean {
  return /[^\p{C}\p{Z}]/u.test(text);
}
