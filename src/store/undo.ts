/**
 * Takes back what one entry did, row by row: where later commands built upon it, their work stays. Everything within one
 * transaction, and nothing is left that points nowhere.
 */
import { type Db, inTransaction } from './db';
import { refreshStaleModel } from './derived-ties';
import { markEntry } from './journal';
import type { Value } from './keys';
import { lastChanges, listEntryChanges, nameOf, type RowChange } from './row-changes';
import { deleteRow, insertRow, refreshContacts, updateRow } from './rows';
import { type Link, linksOf } from './tables';
import { type Ground, type Left, type Plan, planOn } from './undo-plan';

export interface Taken {
  takenBack: RowChange[];
  left: Left[];
}

/**
 * Does it and says what it did. `allows` hears that before it holds; when it says no, all stays as it was and the answer
 * is that of a rehearsal.
 */
export function takeBack(
  db: Db,
  { entry, kind, undoes }: { entry: number; kind: 'undo' | 'redo'; undoes: number },
  allows: (taken: Taken) => boolean,
): Taken & { done: boolean } {
  let taken: Taken | undefined;
  try {
    return inTransaction(db, () => {
      taken = carryOut(db, entry);
      markEntry(db, kind, undoes, taken.left.length);
      if (!allows(taken)) throw new Refused();
      return { ...taken, done: true };
    });
  } catch (error) {
    if (error instanceof Refused) return { ...taken!, done: false };
    throw error;
  }
}

class Refused extends Error {}

function carryOut(db: Db, entry: number): Taken {
  const changes = listEntryChanges(db, entry);
  let last: Map<string, number> | undefined;
  const ground: Ground = {
    db,
    links: linksOf(db),
    own: new Map(changes.map((change) => [nameOf(change.table, change.key), change])),
    last: () => {
      last ??= lastChanges(db);
      return last;
    },
    clashes: new Set(),
  };
  for (;;) {
    const plan = planOn(ground);
    if (execute(plan, ground)) return takenBy(plan);
  }
}

// ── doing it ──────────────────────────────────────────────────────────────────────────────────────

class Clash extends Error {}

/** False when some rows could not be written: they are among the clashes now, and nothing was done. */
function execute(plan: Plan, { db, links, clashes }: Ground): boolean {
  const before = clashes.size;
  const attempt = (name: string, write: () => void) => {
    try {
      write();
    } catch (error) {
      if (!String((error as { code?: unknown }).code).startsWith('SQLITE_CONSTRAINT')) throw error;
      clashes.add(name);
    }
  };
  try {
    inTransaction(db, () => {
      db.exec('PRAGMA defer_foreign_keys = ON');
      // What was made last goes first, so that parts go before what they belong to.
      for (const [name, { table, key }] of [...plan.remove].reverse()) {
        attempt(name, () => deleteRow(db, table, key));
      }
      for (const [name, { change, set }] of plan.update) {
        attempt(name, () => updateRow(db, change.table, change.key, set));
      }
      for (const [name, { change, row }] of plan.restore) {
        attempt(name, () => insertRow(db, change.table, row));
      }
      if (clashes.size > before) throw new Clash();
      refreshContacts(db, contactsOf(plan, links));
      // A setting that stored values depend on may be among what changed.
      refreshStaleModel(db);
    });
    return true;
  } catch (error) {
    if (error instanceof Clash) return false;
    throw error;
  }
}

/** Whoever any of it is about. */
function contactsOf(plan: Plan, links: Link[]): Set<number> {
  const found = new Set<number>();
  const add = (value: Value | undefined) => typeof value === 'number' && found.add(value);
  for (const { table, key, before, after } of applied(plan)) {
    if (table === 'contacts') add(key);
    for (const link of links) {
      if (link.table !== table || link.parent !== 'contacts') continue;
      add(before?.[link.column]);
      add(after?.[link.column]);
    }
  }
  return found;
}

function applied(plan: Plan): RowChange[] {
  return [
    ...plan.remove.values(),
    ...[...plan.restore.values(), ...plan.update.values()].map(({ change }) => change),
  ];
}

function takenBy(plan: Plan): Taken {
  return { takenBack: applied(plan), left: [...plan.left.values()] };
}
