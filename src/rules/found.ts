/** What was found, as it is shown: what it is called, where the words stand in it, and what to type next. */
import type { FoundKind, WrittenDown } from '../model';
import { ASKS } from './ask-kinds';
import { type Excerpt, excerptOf, type Mark, termsIn } from './excerpt';
import type { Term } from './find-words';

export interface Found extends Omit<WrittenDown, 'texts' | 'people'> {
  title: string;
  titleMarks: Mark[];
  /** The text that says most beside the title, and what it is called; null where the title says it all. */
  excerpt: (Excerpt & { field: string }) | null;
  /** Only a slip of the fingers away from what was asked for. */
  near: boolean;
  /** The command that shows it, or goes on from it. */
  next: string;
}

/** Characters. A title is as long as somebody made it. */
const [LONGEST_TITLE, LONGEST_EXCERPT] = [120, 140];

export function foundOf(row: WrittenDown, terms: readonly Term[], near: boolean): Found {
  const { kind, id, day, state, by, contactId } = row;
  const title = excerptOf(titleOf(row, terms), terms, LONGEST_TITLE);
  return {
    ...{ kind, id, day, state, by, contactId, near },
    ...{ title: title.text, titleMarks: title.marks },
    excerpt: bestExcerpt(row, terms),
    next: nextOf(row),
  };
}

/** Texts that the title has already. */
const IN_TITLE: Record<FoundKind, string[]> = {
  contact: ['name', 'company', 'role'],
  interaction: [],
  promise: ['what'],
  ask: ['what'],
  act: ['what', 'kind'],
  task: ['title'],
  event: ['title'],
  job: ['company', 'title'],
  part: ['part'],
  commitment: ['when', 'then'],
  setting: ['value'],
};

/** Whom it is about is said where it was found by that, or where it would mean nothing without. */
function titleOf({ kind, state, by, people, texts }: WrittenDown, terms: readonly Term[]): string {
  const { name, company, role, what, title } = texts;
  const who = people ?? 'nobody';
  const said = [title, company].join(' ');
  const isNamed =
    people !== null && termsIn(people, terms).some((term) => termsIn(said, [term]).length === 0);
  const others = isNamed ? ` (${people})` : '';
  switch (kind) {
    case 'contact':
      return [name, role && company ? `${role} at ${company}` : (role ?? company)].filter(Boolean).join(', ');
    case 'interaction':
      return `${state} with ${who}`;
    case 'promise':
      return by === 'me' ? `you to ${who}: ${what}` : `${who} to you: ${what}`;
    case 'ask':
      return `${who}: ${what ?? ASKS[texts.kind as keyof typeof ASKS].label}`;
    case 'act': {
      const done = what?.toLowerCase().includes(state) ? what : [state, what].filter(Boolean).join(': ');
      return `${by === 'me' ? `you for ${who}` : `${who} for you`}: ${done}`;
    }
    case 'job':
      return (title ? `${title} at ${company}` : company!) + others;
    case 'part':
      return texts.part!;
    case 'commitment':
      return `when ${texts.when}, then ${texts.then}`;
    case 'setting':
      return `${state}: ${texts.value}`;
    default:
      return title! + others;
  }
}

/** The text with most of the terms that the title lacks. Of a conversation what it was about is shown in any case. */
function bestExcerpt(row: WrittenDown, terms: readonly Term[]): Found['excerpt'] {
  const told = termsIn(titleOf(row, terms), terms);
  const missing = terms.filter((term) => !told.includes(term));
  const rest = Object.entries(row.texts).filter(([label]) => !IN_TITLE[row.kind].includes(label));
  let best: { label: string; text: string; count: number } | null = null;
  for (const [label, text] of rest) {
    if (text === null) continue;
    const count = termsIn(text, missing).length;
    if (count > (best?.count ?? 0)) best = { label, text, count };
    else if (!best && row.kind === 'interaction') best = { label, text, count };
  }
  return best && { field: best.label, ...excerptOf(best.text, terms, LONGEST_EXCERPT) };
}

function nextOf({ kind, id, day, state, contactId }: WrittenDown): string {
  const person = contactId === null ? 'jobsearch contact list' : `jobsearch contact show ${contactId}`;
  switch (kind) {
    case 'promise':
      return state === 'open' ? `jobsearch promise kept ${id}` : person;
    case 'ask':
      return state === 'open' ? `jobsearch ask outcome ${id}` : 'jobsearch ask list';
    case 'act':
      return contactId === null ? 'jobsearch act list' : `jobsearch act list ${contactId}`;
    case 'task':
      return state === 'open' ? `jobsearch task done ${id}` : 'jobsearch task list --done';
    case 'event':
      return `jobsearch event show ${id}`;
    case 'job':
      return `jobsearch job show ${id}`;
    case 'part':
      return 'jobsearch prep';
    case 'commitment':
      return `jobsearch quadrant --week ${day}`;
    case 'setting':
      return `jobsearch config get ${state}`;
    default:
      return person;
  }
}
