/** Keeps the full-text index in step with what it is the index of: from the journal, or all anew. */
import { FOUND_KINDS, type FoundKind, PARTS } from '../model';
import { foldText, isComparable } from '../rules/find-words';
import { all, BUSY_MS, type Db, get, run, sql } from './db';
import { countTexts, eachText, FIELDS, findText, type Text } from './find-texts';
import { changesSince, firstSeq, lastSeq, type RowTouched } from './journal';

/** To be raised when texts are read or folded in another way: then every index is made anew. */
const INDEX_VERSION = 1;

/** The kind is in the high bits, so that the texts of one kind are one range; both halves are exact as JavaScript numbers. */
const KIND_SPAN = 2 ** 48;

export function rowOf(kind: FoundKind, id: number): number {
  return FOUND_KINDS.indexOf(kind) * KIND_SPAN + id;
}

export function rangeOf(kind: FoundKind): [number, number] {
  const from = FOUND_KINDS.indexOf(kind) * KIND_SPAN;
  return [from, from + KIND_SPAN - 1];
}

export function idOf(row: number): number {
  return row % KIND_SPAN;
}

/** Called with how many texts are read, and how many there are. */
export type Step = (done: number, total: number) => void;

/**
 * Runs `work` on an index that has everything. Where it cannot be kept (a file that may only be read, another program
 * that writes, a full disk) or shall not, one is made for this run, in memory; a spoilt one is made anew.
 */
export function onIndex<T>(db: Db, keep: boolean, step: Step, work: () => T): T {
  const found = isCurrent(db) ? unlessSpoilt(work) : undefined;
  if (found) return found.value;
  // Whoever only looks may not write; this writes nothing of the user's.
  db.exec('PRAGMA query_only = OFF');
  try {
    for (const prepare of keep ? [catchUp, rebuild] : []) {
      const written = write(db, () => prepare(db, step));
      if (written === 'refused') break;
      const made = written === 'done' ? unlessSpoilt(work) : undefined;
      if (made) return made.value;
    }
    makeBeside(db);
    db.transaction(() => rebuild(db, step))();
    return work();
  } finally {
    db.exec('PRAGMA query_only = ON');
  }
}

/** Undefined when the index cannot be read. */
function unlessSpoilt<T>(work: () => T): { value: T } | undefined {
  try {
    return { value: work() };
  } catch (error) {
    if (codeOf(error) === 'SQLITE_CORRUPT_VTAB') return undefined;
    throw error;
  }
}

function madeOf(db: Db): string {
  return `${INDEX_VERSION}.${get<{ user_version: number }>(db, 'PRAGMA user_version')!.user_version}`;
}

interface Seen {
  seq: number;
  made: string;
}

function findSeen(db: Db): Seen | undefined {
  const seen = get<Seen>(db, 'SELECT seq, made FROM find_seen');
  return seen?.made === madeOf(db) ? seen : undefined;
}

function isCurrent(db: Db): boolean {
  return findSeen(db)?.seq === lastSeq(db);
}

/** How long another program is waited for, in milliseconds: making an index for this run takes no longer for most. */
const PATIENCE = 200;

const CANNOT = /^SQLITE_(BUSY|LOCKED|READONLY|FULL|IOERR|CANTOPEN|PERM)/;

const codeOf = (error: unknown) => String((error as { code?: unknown } | undefined)?.code);

function write(db: Db, change: () => void): 'done' | 'refused' | 'spoilt' {
  get(db, `PRAGMA busy_timeout = ${PATIENCE}`);
  try {
    return unlessSpoilt(() => db.transaction(change).immediate()) ? 'done' : 'spoilt';
  } catch (error) {
    if (CANNOT.test(codeOf(error))) return 'refused';
    throw error;
  } finally {
    get(db, `PRAGMA busy_timeout = ${BUSY_MS}`);
  }
}

/** Tables of the same names, which from here on stand before those in the file. */
function makeBeside(db: Db): void {
  db.exec('PRAGMA temp_store = MEMORY');
  const tables = all<{ sql: string }>(
    db,
    "SELECT sql FROM main.sqlite_schema WHERE name IN ('find_index', 'find_words', 'find_seen')",
  );
  for (const { sql: text } of tables) db.exec(text.replace(/TABLE (?=find_)/, 'TABLE temp.'));
}

// ── in step ───────────────────────────────────────────────────────────────────────────────────────

/** More changes than this are no quicker to follow than to begin anew. */
const MOST_CHANGES = 5_000;

function catchUp(db: Db, step: Step): void {
  const seen = findSeen(db);
  const last = lastSeq(db);
  // Read under the lock: another run may have done it meanwhile.
  if (seen?.seq === last) return;
  const isKnown = seen !== undefined && seen.seq < last && firstSeq(db) <= seen.seq + 1;
  if (!isKnown || last - seen.seq > MOST_CHANGES) {
    rebuild(db, step);
    return;
  }
  for (const row of rowsTouched(db, changesSince(db, seen.seq))) {
    const text = findText(db, row.kind, row.id);
    run(db, 'DELETE FROM find_index WHERE rowid = ?', rowOf(row.kind, row.id));
    if (!text) continue;
    for (const word of addText(db, text)) run(db, 'INSERT OR IGNORE INTO find_words (word) VALUES (?)', word);
  }
  setSeen(db, last);
}

/** Everything anew. */
export function rebuild(db: Db, step: Step = () => {}): void {
  run(db, "INSERT INTO find_index (find_index) VALUES ('delete-all')");
  run(db, 'DELETE FROM find_words');
  // With the usual two megabytes most pages are written several times.
  db.exec('PRAGMA cache_size = -65536');
  const total = countTexts(db);
  const words = new Set<string>();
  let done = 0;
  for (const kind of FOUND_KINDS) {
    let last = 0;
    for (let more = true; more; ) {
      more = false;
      for (const text of eachText(db, kind, last, 1_000)) {
        for (const word of addText(db, text)) words.add(word);
        last = text.id;
        more = true;
        step(++done, total);
      }
    }
  }
  for (const word of [...words].sort()) run(db, 'INSERT INTO find_words (word) VALUES (?)', word);
  setSeen(db, lastSeq(db));
}

/** Spoilt, or not of the texts that it says it is of. Being behind is no fault: the next search catches up. */
export function isIndexStale(db: Db): boolean {
  if (faultsOfIndex(db).length > 0) return true;
  if (!isCurrent(db)) return false;
  return get<{ n: number }>(db, 'SELECT count(*) AS n FROM find_index_docsize')!.n !== countTexts(db);
}

function faultsOfIndex(db: Db): string[] {
  return all<{ integrity_check: string }>(db, 'PRAGMA integrity_check(find_index)')
    .map((row) => row.integrity_check)
    .filter((text) => text !== 'ok');
}

function setSeen(db: Db, seq: number): void {
  run(db, 'DELETE FROM find_seen');
  run(db, 'INSERT INTO find_seen (seq, made) VALUES (?, ?)', seq, madeOf(db));
}

/** Returns the words in it that a mistyped one may be compared with. */
function addText(db: Db, { kind, id, texts }: Text): string[] {
  const folded = FIELDS.map((field) =>
    texts
      .filter(([where, text]) => where === field && text !== null)
      .map(([, text]) => foldText(text!))
      .join(' '),
  );
  sql(db, 'INSERT INTO find_index (rowid, name, facts, notes, people) VALUES (?, ?, ?, ?, ?)').run(
    rowOf(kind, id),
    ...folded,
  );
  return folded.flatMap((text) => text.split(' ').filter(isComparable));
}

// ── from changed rows to changed texts ────────────────────────────────────────────────────────────

interface Touched {
  kind: FoundKind;
  id: number;
}

const OWN: Record<string, FoundKind> = {
  contacts: 'contact',
  interactions: 'interaction',
  promises: 'promise',
  asks: 'ask',
  acts: 'act',
  tasks: 'task',
  events: 'event',
  jobs: 'job',
};

/** Rows whose first key says what they are a part of. */
const PARTS_BY_KEY: Record<string, FoundKind> = {
  touches: 'interaction',
  event_people: 'event',
  job_people: 'job',
  past_companies: 'contact',
};

/** Where the name of a contact is a part of the text. */
const NAMED_IN: Record<string, FoundKind> = {
  'SELECT interaction_id AS id FROM touches WHERE contact_id = :id': 'interaction',
  'SELECT id FROM promises WHERE contact_id = :id': 'promise',
  'SELECT id FROM asks WHERE contact_id = :id': 'ask',
  'SELECT id FROM acts WHERE contact_id = :id': 'act',
  'SELECT id FROM tasks WHERE contact_id = :id UNION SELECT id FROM tasks WHERE waiting_for = :id': 'task',
  'SELECT event_id AS id FROM event_people WHERE contact_id = :id': 'event',
  'SELECT id FROM jobs WHERE hiring_manager = :id UNION SELECT job_id FROM job_people WHERE contact_id = :id':
    'job',
};

function rowsTouched(db: Db, changes: RowTouched[]): Touched[] {
  const touched = new Map<number, Touched>();
  const add = (kind: FoundKind, id: number) => touched.set(rowOf(kind, id), { kind, id });
  for (const change of changes) {
    for (const { kind, id } of textsOf(db, change)) add(kind, id);
    if (change.table !== 'contacts' || change.op !== 'update') continue;
    for (const [query, kind] of Object.entries(NAMED_IN)) {
      for (const { id } of all<{ id: number }>(db, query, { id: change.rowId })) add(kind, id);
    }
  }
  return [...touched.values()];
}

function textsOf(db: Db, { table, key, before }: RowTouched): Touched[] {
  const own = OWN[table];
  if (own) return [{ kind: own, id: Number(key) }];
  const part = PARTS_BY_KEY[table];
  if (part) return [{ kind: part, id: (JSON.parse(String(key)) as number[])[0]! }];
  if (table === 'tags') return [{ kind: 'contact', id: (JSON.parse(String(key)) as [string, number])[1] }];
  if (table === 'preparations') return [{ kind: 'part', id: (PARTS as readonly unknown[]).indexOf(key) + 1 }];
  if (table !== 'points') return [];
  // Whose it was, and whose it is now.
  const was = before === null ? [] : [(JSON.parse(before) as { contact_id: number }).contact_id];
  const is = all<{ id: number }>(db, 'SELECT contact_id AS id FROM points WHERE id = ?', key);
  return [...was, ...is.map(({ id }) => id)].map((id) => ({ kind: 'contact', id }));
}
