/** What an undo or redo took back, what it left, and why. */
import type { Entry } from '../model';
import { counted, labelOf, type Op, type Thing } from '../rules/changes';
import { bad, dim, gap, good, heading, line, type Text, type View, warn } from './view';

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

export interface TakenFacts {
  kind: 'undo' | 'redo';
  /** The command that was taken back, or holds again. */
  entry: Entry;
  takenBack: Thing[];
  /** Changed since by another command, whose work stays. */
  kept: LeftThing[];
  impossible: LeftThing[];
}

/** Lines of a group; what is more is counted. */
const MOST = 10;

/** `isAhead`: it is about to happen, if the user agrees. */
export function takenView(facts: TakenFacts, isAhead: boolean): View {
  const { kind, entry, takenBack, kept, impossible } = facts;
  const done = kind === 'undo' ? `Took back #${entry.id}` : `Done again: #${entry.id}`;
  const ahead = kind === 'undo' ? `To take back #${entry.id}` : `To do #${entry.id} again`;
  const view: View = [
    line([isAhead ? `${ahead}: ` : good(`${done}: `), entry.typed]),
    ...group(takenBack, (thing) => [labelOf(thing), ': ', becameWords(thing)]),
  ];
  if (kept.length > 0) {
    view.push(gap, heading(warn('Kept, because it was changed later')));
    view.push(...group(kept, (one) => leftWords(one)));
  }
  if (impossible.length > 0) {
    view.push(gap, heading(bad('Not possible')));
    view.push(...group(impossible, (one) => leftWords(one)));
  }
  if (!isAhead) {
    view.push(
      line(dim(kind === 'undo' ? 'After all? jobsearch redo' : 'Take it back again: jobsearch undo')),
    );
  }
  return view;
}

function group<T extends Thing | LeftThing>(all: T[], words: (one: T) => Text): View {
  const shown = all.length > MOST + 1 ? all.slice(0, MOST) : all;
  const rest = all.slice(shown.length).map((one): Thing => ('thing' in one ? one.thing : one));
  const tables = [...new Set(rest.map(({ table }) => table))];
  const more = tables.map((table) => counted(table, rest.filter((one) => one.table === table).length));
  return [
    ...shown.map((one) => line(words(one), 2)),
    ...(rest.length > 0 ? [line(dim(`and ${more.join(', ')}`), 2)] : []),
  ];
}

const BECAME: Record<Op, string> = { added: 'gone', changed: 'as before', removed: 'back' };

/** What had been added is gone, what had been removed is back. */
function becameWords({ op, fields }: Thing): string {
  const names = [...new Set(fields.map(({ name }) => name).filter((name) => name !== ''))];
  return op === 'changed' && names.length > 0 ? `${names.join(', ')} as before` : BECAME[op];
}

export function leftWords({ thing, why, columns, by, other }: LeftThing): string {
  const who = by ? ` by #${by.id} ${by.typed}` : '';
  const what = other ? labelOf(other) : 'something';
  const part = columns ? `, ${columns.map((one) => one.replaceAll('_', ' ')).join(', ')}` : '';
  const reason = {
    changed: `changed${who || ' later'}`,
    hangs: `${what} hangs on it${by ? `, from #${by.id} ${by.typed}` : ''}`,
    'parent-gone': `${what} is gone${by ? `, since #${by.id} ${by.typed}` : ''}`,
    taken: `another has its place${who && `,${who}`}`,
    gone: `it is gone${who && `,${who}`}`,
  }[why];
  return `${labelOf(thing)}${part}: ${reason}`;
}
