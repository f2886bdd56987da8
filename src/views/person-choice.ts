/** One person in a list to choose from. */
import type { IsoDay } from '../model';
import { dayWords } from '../rules/day-words';
import type { Why } from '../rules/likely-people';

export function personLabel(person: {
  id: number;
  name: string;
  company: string | null;
  state: string;
}): string {
  return [`#${person.id} ${person.name}`, person.company ?? '', person.state === 'parked' ? 'parked' : '']
    .filter((part) => part !== '')
    .join(', ');
}

/** Why somebody stands near the top. */
export function whyWords(why: Why, today: IsoDay): string {
  if (why.kind === 'event') return why.time === null ? 'today' : `today ${why.time}`;
  return `${why.kind === 'due' ? 'due' : 'in touch'} ${dayWords(why.day, today)}`;
}
