/** The candidates for one place: from the command line itself, from fixed words, and from what is in the database. */
import { NUMBERED, type NumberedThing } from '../commands/options';
import { clean } from '../render/clean';
import { foldName } from '../rules/names';
import { listNumbered, listPeopleByNumber, listPeopleFor, type PersonCandidate } from '../store/candidates';
import type { Db } from '../store/db';
import type { Candidate } from './position';
import type { Completed } from './takes';

const DAYS = [
  ...['today', 'yesterday', 'tomorrow'],
  ...['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
];

export function candidatesFor(takes: Completed, typed: string, look: () => Db | undefined): Candidate[] {
  if (takes === 'day') return fitting(DAYS, typed);
  if (typeof takes !== 'string') return fitting(takes, typed);
  if (takes === 'person') return people(look(), typed);
  if (isNumbered(takes)) return numbers(look(), takes, typed);
  return [];
}

function isNumbered(takes: string): takes is NumberedThing {
  return (NUMBERED as readonly string[]).includes(takes);
}

function fitting(words: readonly string[], typed: string): Candidate[] {
  const begun = typed.toLowerCase();
  return words.filter((word) => word.startsWith(begun)).map((value) => ({ value, description: '' }));
}

function numbers(db: Db | undefined, what: NumberedThing, typed: string): Candidate[] {
  if (!db || !/^\d*$/.test(typed)) return [];
  return listNumbered(db, what, typed).map(({ id, title }) => ({
    value: String(id),
    description: clean(title),
  }));
}

function people(db: Db | undefined, typed: string): Candidate[] {
  if (!db) return [];
  // A number, a name that begins so, and a name with such a word: where one kind is there, the next is noise.
  if (/^\d+$/.test(typed)) return listPeopleByNumber(db, typed).map(candidateOf);
  if (typed.trim() !== '' && foldName(typed) === '') return [];
  const found = listPeopleFor(db, typed);
  const begun = found.filter(({ name }) => foldName(name).startsWith(foldName(typed)));
  return (begun.length > 0 ? begun : found).map(candidateOf);
}

/** The name where it means just this person and can be typed; else the number, which always does. */
function candidateOf({ id, name, company, alone }: PersonCandidate): Candidate {
  const typeable = alone && clean(name) === name && !/^\s*[-#\d]|[,@]|\s$/.test(name);
  return typeable
    ? { value: name, description: clean(company ?? '') }
    : { value: String(id), description: clean(company ? `${name}, ${company}` : name) };
}
