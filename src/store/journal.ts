/** The journal: which rows a command changed, written by triggers within the command's own transactions. */
import type { EntryKind, Instant, IsoDay } from '../model';
import { addDays } from '../rules/dates';
import { all, type Db, get, recordWith, run } from './db';
import { listEntryChanges, type RowChange } from './row-changes';
import { watchTables } from './triggers';

/** What is known of a command before it writes anything. */
export interface Typed {
  at: Instant;
  day: IsoDay;
  /** As it can be typed again. */
  typed: string;
  /** Says in a line what changed. */
  summarize(changes: RowChange[]): string;
  keep: Limits;
}

/** How long and how large the journal may grow; the latest entry always stays whole. */
export interface Limits {
  days: number;
  bytes: number;
}

interface Open extends Typed {
  entry: number | null;
  kind: EntryKind;
  undoes: number | null;
  leftOver: number;
}

const open = new WeakMap<Db, Open>();

/**
 * From here on what this connection writes is one entry, however many transactions it takes: it is made by the first
 * that changes anything, and the others add to it. One that changed nothing leaves none.
 */
export function recordCommand(db: Db, typed: Typed): void {
  watchTables(db);
  open.set(db, { ...typed, entry: null, kind: 'command', undoes: null, leftOver: 0 });
  recordWith(db, (connection) => {
    const first = lastSeq(connection) + 1;
    return () => closeSpan(connection, open.get(connection)!, first);
  });
}

/** What is written from here on is another entry: for a run that does several things, each to be taken back alone. */
export function beginEntry(db: Db): void {
  Object.assign(open.get(db) ?? {}, { entry: null });
}

/** What is written is an undo or a redo, which had to leave so much as it was. */
export function markEntry(db: Db, kind: 'undo' | 'redo', undoes: number, leftOver: number): void {
  Object.assign(open.get(db) ?? {}, { kind, undoes, leftOver });
}

/** The number of the last change there ever was; 0 before the first. */
export function lastSeq(db: Db): number {
  return get<{ seq: number }>(db, "SELECT seq FROM sqlite_sequence WHERE name = 'journal'")?.seq ?? 0;
}

export interface RowTouched {
  seq: number;
  table: string;
  op: 'insert' | 'update' | 'delete';
  /** The row's number; null where its key has several columns or is a word. */
  rowId: number | null;
  /** The key as the journal has it. */
  key: string | number;
  /** The row before it, as JSON; null for one that was added. */
  before: string | null;
}

/**
 * The rows changed after `seq`, in order, the first of more; whoever remembers the last `seq` it saw sees each change
 * once. The journal is trimmed from its old end: where `firstSeq` is later than `seq + 1`, some were dropped unseen, and
 * all must be read anew.
 */
export function changesSince(db: Db, seq: number, atMost = Number.MAX_SAFE_INTEGER): RowTouched[] {
  return all<Omit<RowTouched, 'rowId'>>(
    db,
    'SELECT seq, table_name AS "table", op, key, before FROM journal WHERE seq > ? ORDER BY seq LIMIT ?',
    seq,
    atMost,
  ).map((row) => ({ ...row, rowId: typeof row.key === 'number' ? row.key : null }));
}

/** The oldest change still kept; one after the last when there is none. */
export function firstSeq(db: Db): number {
  return get<{ seq: number | null }>(db, 'SELECT min(seq) AS seq FROM journal')!.seq ?? lastSeq(db) + 1;
}

/** Forgets all that was done so far: for a database that begins with rows nobody typed. */
export function clearHistory(db: Db): void {
  for (const table of ['history_spans', 'history', 'journal']) run(db, `DELETE FROM ${table}`);
}

// ── the end of a transaction ──────────────────────────────────────────────────────────────────────

function closeSpan(db: Db, command: Open, first: number): void {
  const last = lastSeq(db);
  if (last < first) return;
  const entry = command.entry ?? addEntry(db, command);
  run(db, 'INSERT INTO history_spans (first_seq, last_seq, entry) VALUES (?, ?, ?)', first, last, entry);
  const changes = listEntryChanges(db, entry);
  if (changes.length === 0) {
    // Set to something and back: nothing that could be taken back.
    run(
      db,
      `DELETE FROM journal WHERE seq IN (SELECT j.seq FROM history_spans s
         JOIN journal j ON j.seq BETWEEN s.first_seq AND s.last_seq WHERE s.entry = ?)`,
      entry,
    );
    run(db, 'DELETE FROM history WHERE id = ?', entry);
    command.entry = null;
    return;
  }
  command.entry = entry;
  run(
    db,
    `UPDATE history SET what = :what, bytes = bytes +
       (SELECT sum(40 + coalesce(length(before), 0)) FROM journal WHERE seq BETWEEN :first AND :last)
     WHERE id = :entry`,
    { what: command.summarize(changes), first, last, entry },
  );
  trim(db, command);
}

function addEntry(db: Db, { at, day, kind, typed, undoes, leftOver }: Open): number {
  const entry = run(
    db,
    'INSERT INTO history (at, day, kind, typed, undoes, left_over) VALUES (?, ?, ?, ?, ?, ?)',
    at.toISOString(),
    day,
    kind,
    typed,
    undoes,
    leftOver,
  );
  if (undoes !== null) setUndone(db, entry, kind, undoes);
  return entry;
}

/** What a redo takes back is an undo, and the command of that undo holds again. */
function setUndone(db: Db, entry: number, kind: EntryKind, undoes: number): void {
  run(db, 'UPDATE history SET undone_by = ? WHERE id = ?', entry, undoes);
  if (kind === 'redo')
    run(
      db,
      'UPDATE history SET undone_by = NULL WHERE id = (SELECT undoes FROM history WHERE id = ?)',
      undoes,
    );
}

/** The old end goes, entry by entry: what is left is always the latest, without a gap. */
function trim(db: Db, { day, keep, entry }: Open): void {
  const { id: young } = get<{ id: number | null }>(
    db,
    'SELECT min(id) AS id FROM (SELECT id FROM history WHERE day >= ? ORDER BY id LIMIT 1)',
    addDays(day, -keep.days),
  )!;
  const { id: fits } = get<{ id: number | null }>(
    db,
    `SELECT min(id) AS id FROM (SELECT id, sum(bytes) OVER (ORDER BY id DESC) AS size FROM history) WHERE size <= ?`,
    keep.bytes,
  )!;
  const oldest = Math.min(entry!, Math.max(young ?? entry!, fits ?? entry!));
  if (get(db, 'SELECT 1 FROM history WHERE id < ? LIMIT 1', oldest) === undefined) return;
  run(db, 'DELETE FROM history WHERE id < ?', oldest);
  run(db, 'DELETE FROM journal WHERE seq < (SELECT coalesce(min(first_seq), 0) FROM history_spans)');
}
