/** What an undo or redo took back, what it left, and why. */
import type { Entry } from '../model';
import { counted, labelOf, type Op, type Thing, type ThingCount } from '../rules/changes';
import { columnWords } from '../rules/column-words';
import { bad, dim, gap, good, heading, line, type View, warn } from './view';

export interface LeftThing {
  thing: Thing;
  why: 'changed' | 'hangs' | 'parent-gone' | 'taken' | 'gone';
  /** What of it could not be taken back, where the rest could. */
  columns: string[] | null;
  /** The later command. */
  by: { id: number; typed: string } | null;
  /** What stands in the way. */
  other: Thing | null;
}

/** How many of each kind there are in a group, also where only the first are listed. */
export interface TakenCounts {
  takenBack: ThingCount[];
  kept: ThingCount[];
  impossible: ThingCount[];
}

export interface TakenFacts {
  kind: 'undo' | 'redo';
  /** The command that was taken back, or holds again. */
  entry: Entry;
  takenBack: Thing[];
  /** Changed since by another command, whose work stays. */
  kept: LeftThing[];
  impossible: LeftThing[];
  counts: TakenCounts;
}

/** It is done; would be, in a dry run; or is about to, if the user agrees. */
export type Mood = 'done' | 'rehearsed' | 'asked';

/** Lines of a group; what is more is counted. */
const MOST = 10;

const FIRST: Record<TakenFacts['kind'], Record<Mood, string>> = {
  undo: { done: 'Took back', rehearsed: 'Would take back', asked: 'To take back' },
  redo: { done: 'Done again:', rehearsed: 'Would do again:', asked: 'To do again:' },
};
const KEPT = 'Kept, because it was changed later';
const IMPOSSIBLE = 'Not possible';

export function takenView(facts: TakenFacts, mood: Mood): View {
  const { kind, entry, takenBack, kept, impossible } = facts;
  const first = `${FIRST[kind][mood]} #${entry.id}: `;
  const view: View = [
    line([mood === 'done' ? good(first) : first, entry.typed]),
    ...group(takenBack, takenWords),
  ];
  if (kept.length > 0) view.push(gap, heading(warn(KEPT)), ...group(kept, leftWords));
  if (impossible.length > 0) view.push(gap, heading(bad(IMPOSSIBLE)), ...group(impossible, leftWords));
  if (mood === 'done') {
    view.push(
      line(dim(kind === 'undo' ? 'After all? jobsearch redo' : 'Take it back again: jobsearch undo')),
    );
  }
  return view;
}

/** The same for an error message. */
export function takenLines({ kind, takenBack, kept, impossible }: TakenFacts): string[] {
  const named = (name: string, lines: string[]) =>
    lines.length === 0 ? [] : [`${name}:`, ...lines.map((one) => `  ${one}`)];
  return [
    ...named(kind === 'undo' ? 'Would be taken back' : 'Would be done again', shorten(takenBack, takenWords)),
    ...named(KEPT, shorten(kept, leftWords)),
    ...named(IMPOSSIBLE, shorten(impossible, leftWords)),
  ];
}

const takenWords = (thing: Thing) => `${labelOf(thing)}: ${becameWords(thing)}`;

function group<T extends Thing | LeftThing>(all: T[], words: (one: T) => string): View {
  const lines = shorten(all, words);
  return lines.map((one, at) => line(at === MOST ? dim(one) : one, 2));
}

/** The first; what is more is counted in a last line. */
function shorten<T extends Thing | LeftThing>(all: T[], words: (one: T) => string): string[] {
  const shown = all.length > MOST + 1 ? all.slice(0, MOST) : all;
  const rest = all.slice(shown.length).map((one): Thing => ('thing' in one ? one.thing : one));
  const tables = [...new Set(rest.map(({ table }) => table))];
  const more = tables.map((table) => counted(table, rest.filter((one) => one.table === table).length));
  return [...shown.map(words), ...(rest.length > 0 ? [`and ${more.join(', ')}`] : [])];
}

const BECAME: Record<Op, string> = { added: 'gone', changed: 'as before', removed: 'back' };

/** What had been added is gone, what had been removed is back. */
function becameWords({ op, fields }: Thing): string {
  const names = [...new Set(fields.filter(({ name }) => name !== '').map(({ name }) => columnWords(name)))];
  return op === 'changed' && names.length > 0 ? `${names.join(', ')} as before` : BECAME[op];
}

export function leftWords({ thing, why, columns, by, other }: LeftThing): string {
  const who = by ? ` by #${by.id} ${by.typed}` : '';
  const what = other ? labelOf(other) : 'something';
  const part = columns ? `, ${columns.map(columnWords).join(', ')}` : '';
  const reason = {
    changed: `changed${who || ' later'}`,
    hangs: `${what} hangs on it${by ? `, from #${by.id} ${by.typed}` : ''}`,
    'parent-gone': `${what} is gone${by ? `, since #${by.id} ${by.typed}` : ''}`,
    taken: `another has its place${who && `,${who}`}`,
    gone: `it is gone${who && `,${who}`}`,
  }[why];
  return `${labelOf(thing)}${part}: ${reason}`;
}
