/** From what was typed to one contact: by number, address, or any words that fit just one. */
import type { App } from '../app';
import { orMeant, UsageError, UserError } from '../errors';
import { emailPoint, linkPoint } from '../formats/points';
import { LIMITS } from '../rules/limits';
import { matchPeople, wordsOf } from '../rules/names';
import { nearestNames } from '../rules/nearest';
import { getContact, hasContacts } from '../store/contacts';
import {
  listContactsByName,
  listContactsByPoint,
  listContactsByWords,
  listNames,
  type Named,
} from '../store/named';
import { personLabel } from '../views/person-choice';
import { askPerson } from './ask-person';

/** Past this many, more words help more than a longer list. */
const LISTED = 20;

export async function readPerson(app: App, typed: string): Promise<Named> {
  const found = fitting(app, typed);
  if (found.length === 1) return found[0]!;
  if (found.length === 0) throw nobody(app, typed);
  if (app.ask.interactive) {
    const among = found.length > LISTED ? { typed } : { among: found };
    return askPerson(app, { message: `Who is "${typed}"?`, flag: 'the number of the contact', ...among });
  }
  throw new UserError(
    [`"${typed}" fits more than one contact:`, ...found.slice(0, LISTED).map(personLabel)].join('\n  '),
    found.length >= LISTED
      ? 'add a word: jobsearch contact show ana acme'
      : `use the number, such as ${found[0]!.id}`,
  );
}

/** The words of the command line, or a question where there are none. */
export async function readOrAskPerson(app: App, typed: string[] | undefined, flag: string): Promise<Named> {
  const text = (typed ?? []).join(' ').trim();
  return text === '' && !typed?.length
    ? askPerson(app, { message: 'Who is it?', flag })
    : readPerson(app, text);
}

/**
 * Each argument is one person, and a comma parts two; words that fit nobody alone but one person together are that
 * person, so that quotes are seldom needed.
 */
export async function readPeople(app: App, typed: string[]): Promise<Named[]> {
  const groups = typed
    .flatMap((text) => text.split(','))
    .map((text) => text.trim())
    .filter((text) => text !== '');
  if (groups.length > 1 && groups.some((text) => fitting(app, text).length !== 1)) {
    const together = fitting(app, groups.join(' '));
    if (together.length === 1) return together;
  }
  refuseCrowd(groups);
  const people: Named[] = [];
  for (const text of groups) {
    const person = await readPerson(app, text);
    if (!people.some(({ id }) => id === person.id)) people.push(person);
  }
  return people;
}

export function refuseCrowd(people: string[]): void {
  if (people.length > LIMITS.people)
    throw new UsageError(`${people.length} people at once are too many: at most ${LIMITS.people} are taken.`);
}

export function isUnknown(app: App, typed: string): boolean {
  return !/^#?\d+$/.test(typed.trim()) && fitting(app, typed).length === 0;
}

function fitting(app: App, typed: string): Named[] {
  const text = typed.trim();
  if (/^#?\d+$/.test(text)) return [getContact(app.db, Number(text.replace('#', '')))];
  const point = addressOf(text);
  if (point) return listContactsByPoint(app.db, point);
  // Whoever bears exactly this name must not be lost behind the many whose names only begin like it.
  const named = listContactsByName(app.db, text);
  return named.length === 1
    ? named
    : matchPeople(text, listContactsByWords(app.db, wordsOf(text), LISTED + 1));
}

function addressOf(text: string) {
  try {
    if (/^\S+@\S+\.\S+$/.test(text)) return emailPoint(text);
    if (/^(https?:\/\/|www\.|linkedin\.com\/)\S+$/i.test(text)) return linkPoint(text);
  } catch {
    // Not an address after all: it may still be words of a name.
  }
  return undefined;
}

function nobody(app: App, typed: string): UserError {
  if (!hasContacts(app.db)) {
    return new UserError(
      `There is no contact "${typed}": you have no contacts yet.`,
      `jobsearch contact add "${typed}"`,
    );
  }
  const near = nearestNames(typed, listNames(app.db));
  const add = typed.includes('@')
    ? `jobsearch contact add "A Name" --email ${typed}`
    : `jobsearch contact add "${typed}"`;
  return new UserError(`No contact fits "${typed}".`, ...orMeant(typed, near, add));
}
