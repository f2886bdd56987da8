/** Keeps the full-text index in step with what it is the index of: from the journal, or all anew. */
import { foldText, isComparable } from '../rules/find-words';
import { all, type Db, get, run } from './db';
import {
  addFolded,
  clearIndex,
  countIndexed,
  fillIndex,
  foldFields,
  type Step,
  type Within,
} from './find-build';
import { textsTouched } from './find-changes';
import { rowOf } from './find-rows';
import { countTexts, findText } from './find-texts';
import { changesSince, firstSeq, lastSeq } from './journal';
import { BUSY_MS } from './open';

/** To be raised when texts are read or folded in another way: then every index is made anew. */
const INDEX_VERSION = 2;

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
    for (const anew of keep ? [false, true] : []) {
      const brought = bring(db, anew, step);
      if (brought === 'refused') break;
      const made = brought === 'done' ? unlessSpoilt(work) : undefined;
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

interface Seen {
  seq: number;
  made: string;
}

function findSeen(db: Db): Seen | undefined {
  return get<Seen>(db, 'SELECT seq, made FROM find_seen');
}

function setSeen(db: Db, { seq, made }: Seen): void {
  run(db, 'DELETE FROM find_seen');
  run(db, 'INSERT INTO find_seen (seq, made) VALUES (?, ?)', seq, made);
}

/** What `made` is in an index that has every text there was at its `seq`. */
function whole(db: Db): string {
  return `${INDEX_VERSION}.${get<{ user_version: number }>(db, 'PRAGMA user_version')!.user_version}`;
}

/** And while it is being made: it has some of the texts, as they were at its `seq` or later. */
function inMaking(db: Db): string {
  return `${whole(db)} in making`;
}

function isCurrent(db: Db): boolean {
  const seen = findSeen(db);
  return seen?.made === whole(db) && seen.seq === lastSeq(db);
}

/** How long another program is waited for, in milliseconds: making an index for this run takes no longer for most. */
const PATIENCE = 200;

const CANNOT = /^SQLITE_(BUSY|LOCKED|READONLY|FULL|IOERR|CANTOPEN|PERM)/;

const codeOf = (error: unknown) => String((error as { code?: unknown } | undefined)?.code);

function bring(db: Db, anew: boolean, step: Step): 'done' | 'refused' | 'spoilt' {
  get(db, `PRAGMA busy_timeout = ${PATIENCE}`);
  const within: Within = (work) => {
    const result = db.transaction(work).immediate();
    // Whoever has begun gives up less easily.
    get(db, `PRAGMA busy_timeout = ${BUSY_MS}`);
    return result;
  };
  try {
    const brought = unlessSpoilt(() => bringInStep(db, anew, within, step));
    if (!brought) return 'spoilt';
    return brought.value ? 'done' : 'refused';
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

/** Of two runs that are at it together, each may find that the other has begun anew. */
const MOST_TRIES = 5;

/** False where other programs write faster than this one reads. */
function bringInStep(db: Db, anew: boolean, within: Within, step: Step): boolean {
  if (anew) within(() => begin(db));
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    if (!canFollow(db)) {
      within(() => {
        if (findSeen(db)?.made !== inMaking(db) && !canFollow(db)) begin(db);
      });
      if (!make(db, within, step)) continue;
    }
    if (follow(db, within, step)) return true;
  }
  return false;
}

function begin(db: Db): void {
  clearIndex(db);
  setSeen(db, { seq: lastSeq(db), made: inMaking(db) });
}

/** Every text there is. What is changed meanwhile is left to be followed. */
function make(db: Db, within: Within, step: Step): boolean {
  const begun = findSeen(db);
  const isStill = () => {
    const seen = findSeen(db);
    return seen?.made === inMaking(db) && seen.seq === begun?.seq;
  };
  if (!fillIndex(db, within, isStill, step)) return false;
  within(() => {
    if (isStill()) setSeen(db, { seq: begun!.seq, made: whole(db) });
  });
  return true;
}

/** More changes than this, and than a part of all texts, are no quicker to follow than to begin anew. */
const [MOST_CHANGES, OF_ALL] = [5_000, 1 / 4];

function canFollow(db: Db): boolean {
  const seen = findSeen(db);
  const last = lastSeq(db);
  // The journal is trimmed, and a restored file may have an older one.
  if (seen?.made !== whole(db) || seen.seq > last || firstSeq(db) > seen.seq + 1) return false;
  const changes = last - seen.seq;
  return changes <= MOST_CHANGES || changes <= countTexts(db) * OF_ALL;
}

const CHANGES_AT_ONCE = 500;

/**
 * Up to the last change there is as it begins; only the writing is done under the lock. False when another run began
 * anew.
 */
function follow(db: Db, within: Within, step: Step): boolean {
  const [first, last] = [findSeen(db)!.seq, lastSeq(db)];
  for (;;) {
    const { seq, made } = findSeen(db)!;
    if (made !== whole(db)) return false;
    if (seq >= last) return true;
    const changes = changesSince(db, seq, CHANGES_AT_ONCE);
    // Trimmed meanwhile, and not before.
    if (firstSeq(db) > seq + 1) return false;
    // Those of a command that came to nothing are gone.
    const reached = changes.length < CHANGES_AT_ONCE ? last : changes.at(-1)!.seq;
    const touched = textsTouched(db, changes).map(({ kind, id }) => {
      const text = findText(db, kind, id);
      return { kind, id, folded: text && foldFields(text, foldText) };
    });
    within(() => {
      const now = findSeen(db);
      if (now?.seq !== seq || now.made !== made) return;
      for (const { kind, id, folded } of touched) {
        run(db, 'DELETE FROM find_index WHERE rowid = ?', rowOf(kind, id));
        if (!folded) continue;
        addFolded(db, kind, id, folded);
        for (const word of folded.flatMap((text) => text.split(' ').filter(isComparable)))
          run(db, 'INSERT OR IGNORE INTO find_words (word) VALUES (?)', word);
      }
      setSeen(db, { seq: reached, made });
    });
    step(Math.min(reached, last) - first, last - first);
  }
}

/** Everything anew, within the transaction there is. */
export function rebuild(db: Db, step: Step = () => {}): void {
  begin(db);
  make(db, (work) => work(), step);
}

/** Spoilt, or not of the texts that it says it is of. Being behind is no fault: the next search catches up. */
export function isIndexStale(db: Db): boolean {
  if (faultsOfIndex(db).length > 0) return true;
  return isCurrent(db) && countIndexed(db) !== countTexts(db);
}

function faultsOfIndex(db: Db): string[] {
  return all<{ integrity_check: string }>(db, 'PRAGMA integrity_check(find_index)')
    .map((row) => row.integrity_check)
    .filter((text) => text !== 'ok');
}
