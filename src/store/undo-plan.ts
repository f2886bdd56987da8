/** What can be taken back of an entry, and what has to stay because of what came later. */
import { all, type Db } from './db';
import type { Row, Value } from './keys';
import {
  changedColumns,
  findEntryOf,
  findRow,
  type Key,
  lastChangeOf,
  nameOf,
  type RowChange,
  rowQuery,
} from './row-changes';
import { type Link, OWNERS } from './tables';

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

export interface Plan {
  /** By name of the row. */
  remove: Map<string, RowChange>;
  restore: Map<string, { change: RowChange; row: Row }>;
  update: Map<string, { change: RowChange; set: Row }>;
  left: Map<string, Left>;
}

export interface Ground {
  db: Db;
  links: Link[];
  /** What the entry did, by name of the row. */
  own: Map<string, RowChange>;
  /** The last change of each row, whoever made it. */
  last(): Map<string, number>;
  /** Rows that could not be written where they were. */
  clashes: Set<string>;
}

export function planOn(ground: Ground): Plan {
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
