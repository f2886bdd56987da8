/**
 * Takes back what one entry did, row by row: where later commands built upon it, their work stays. Everything within one
 * transaction, and nothing is left that points nowhere.
 */
import { all, type Db, inTransaction } from './db';
import { refreshStaleModel } from './derived-ties';
import { markEntry } from './journal';
import type { Row, Value } from './keys';
import {
  changedColumns,
  findEntryOf,
  findRow,
  type Key,
  lastChangeOf,
  lastChanges,
  listEntryChanges,
  nameOf,
  type RowChange,
  rowQuery,
} from './row-changes';
import { deleteRow, insertRow, refreshContacts, updateRow } from './rows';
import { type Link, linksOf, OWNERS } from './tables';

export type Why =
  /** The row itself was changed since, or what belongs to it. */
  | 'changed'
  /** Another row hangs on it. */
  | 'hangs'
  /** What it belonged to is gone. */
  | 'parent-gone'
  /** Another row has taken its place. */
  | 'taken'
  /** The row is gone. */
  | 'gone';

/** What could not be taken back. */
export interface Left {
  change: RowChange;
  why: Why;
  /** The columns, where the rest of the row was taken back. */
  columns: string[] | null;
  /** The later command; null when it is not known any more. */
  by: number | null;
  /** The row that stands in the way, if it is another. */
  other: { table: string; key: Key; row: Row | null } | null;
}

export interface Taken {
  takenBack: RowChange[];
  left: Left[];
}

interface Plan {
  /** By name of the row. */
  remove: Map<string, RowChange>;
  restore: Map<string, { change: RowChange; row: Row }>;
  update: Map<string, { change: RowChange; set: Row }>;
  left: Map<string, Left>;
}

interface Ground {
  db: Db;
  links: Link[];
  /** What the entry did, by name of the row. */
  own: Map<string, RowChange>;
  /** The last change of each row, whoever made it. */
  last(): Map<string, number>;
  /** Rows that could not be written where they were. */
  clashes: Set<string>;
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

// ── the plan ──────────────────────────────────────────────────────────────────────────────────────

function planOn(ground: Ground): Plan {
  const plan: Plan = { remove: new Map(), restore: new Map(), update: new Map(), left: new Map() };
  for (const [name, change] of ground.own) sortOut(name, change, plan, ground);
  // Each decision may be the reason for another one.
  for (let decided = true; decided; ) {
    decided = keepWhatIsNeeded(plan, ground);
    decided = leaveOrphans(plan, ground) || decided;
  }
  return plan;
}

function sortOut(name: string, change: RowChange, plan: Plan, { db, clashes }: Ground): void {
  const { table, key, before, after, since } = change;
  const now = since.length === 0 ? after : findRow(db, table, key);
  const leave = (why: Why, differing: string[], columns: string[] | null = null) => {
    const seq = lastChangeOf(change, differing, now);
    const by = seq === null ? null : findEntryOf(db, seq);
    plan.left.set(name, { change, why, columns, by, other: null });
  };
  if (clashes.has(name)) leave('taken', []);
  else if (before === null) {
    if (now === null) return;
    const differing = changedColumns(after!, now);
    if (differing.length > 0) leave('changed', differing);
    else plan.remove.set(name, change);
  } else if (now === null) {
    if (after === null) plan.restore.set(name, { change, row: before });
    else leave('gone', []);
  } else if (after === null) {
    // Another command brought it back: as it was, or not.
    const differing = changedColumns(before, now);
    if (differing.length > 0) leave('taken', differing);
  } else {
    const own = changedColumns(before, after);
    const back = own.filter((column) => now[column] === after[column]);
    const kept = own.filter((column) => now[column] !== after[column] && now[column] !== before[column]);
    const set = Object.fromEntries(back.map((column) => [column, before[column] as Value]));
    if (back.length > 0) plan.update.set(name, { change, set });
    if (kept.length > 0) leave('changed', kept, kept);
  }
}

/**
 * A row that was added stays when something hangs on it that stays; and then all that it was added with stays too, so
 * that nobody loses their address and keeps their name. Returns whether anything was decided.
 */
function keepWhatIsNeeded(plan: Plan, ground: Ground): boolean {
  let decided = false;
  for (const [name, change] of plan.remove) {
    const owner = ownerOf(change.table, change.after!);
    const kept = owner === undefined ? undefined : plan.left.get(owner);
    const left = kept?.change.before === null ? { ...kept, change } : findHanging(change, plan, ground);
    if (!left) continue;
    plan.remove.delete(name);
    plan.left.set(name, left);
    decided = true;
  }
  return decided;
}

/** The name of the row that this one is a part of. */
function ownerOf(table: string, row: Row): string | undefined {
  const owner = OWNERS[table];
  return owner && nameOf(owner.table, row[owner.column]!);
}

function findHanging(change: RowChange, plan: Plan, { db, links, own, last }: Ground): Left | undefined {
  for (const link of links) {
    if (link.parent !== change.table) continue;
    for (const { key, row } of listPointing(db, link, change.key)) {
      const name = nameOf(link.table, key);
      if (plan.remove.has(name) || plan.update.get(name)?.set[link.column] !== undefined) continue;
      // A link that the same command made goes as it came; one that was made later was meant.
      const isOwn = own.get(name)?.after?.[link.column] === change.key;
      if (link.onDelete === 'SET NULL' && isOwn) continue;
      const isPart = OWNERS[link.table]?.column === link.column;
      const seq = last().get(name);
      return {
        ...{ change, columns: null, why: isPart ? 'changed' : 'hangs' },
        by: seq === undefined ? null : findEntryOf(db, seq),
        other: isPart ? null : { table: link.table, key, row },
      };
    }
  }
  return undefined;
}

function listPointing(db: Db, link: Link, parent: Key): { key: Key; row: Row }[] {
  const { columns, keys } = rowQuery(db, link.table);
  return all<Row>(db, `SELECT ${columns.join(', ')} FROM ${link.table} WHERE ${link.column} = ?`, parent).map(
    (row) => ({
      key: keys.length === 1 ? (row[keys[0]!] as Key) : JSON.stringify(keys.map((one) => row[one])),
      row,
    }),
  );
}

/** What would point to a row that is gone loses the link, or stays away where it cannot be without. */
function leaveOrphans(plan: Plan, ground: Ground): boolean {
  let decided = false;
  const isGone = (link: Link, value: Value | undefined) => {
    if (value === null || value === undefined) return false;
    const name = nameOf(link.parent, value);
    if (plan.restore.has(name)) return false;
    return plan.remove.has(name) || findRow(ground.db, link.parent, value) === null;
  };
  const leave = (name: string, change: RowChange, link: Link, value: Value, columns: string[] | null) => {
    const seq = ground.last().get(nameOf(link.parent, value!));
    const by = seq === undefined ? null : findEntryOf(ground.db, seq);
    const other = { table: link.parent, key: value!, row: null };
    plan.left.set(name, { change, why: 'parent-gone', columns, by, other });
    decided = true;
  };
  for (const [name, { change, row }] of plan.restore) {
    const broken = ground.links.filter(
      (link) => link.table === change.table && isGone(link, row[link.column]),
    );
    const needed = broken.find(({ onDelete }) => onDelete !== 'SET NULL');
    if (needed) {
      plan.restore.delete(name);
      leave(name, change, needed, row[needed.column]!, null);
    } else if (broken.length > 0) {
      const loose = Object.fromEntries(broken.map(({ column }) => [column, null]));
      plan.restore.set(name, { change, row: { ...row, ...loose } });
    }
  }
  for (const [name, { change, set }] of plan.update) {
    const broken = ground.links.filter(
      (link) => link.table === change.table && isGone(link, set[link.column]),
    );
    for (const link of broken) {
      leave(name, change, link, set[link.column]!, [link.column]);
      delete set[link.column];
      if (Object.keys(set).length === 0) plan.update.delete(name);
    }
  }
  return decided;
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
