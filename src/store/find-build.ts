/** Makes the full-text index anew: in slices, so that nobody waits long for the file, and from where the last run was stopped. */
import { FOUND_KINDS, type FoundKind } from '../model';
import { foldedFor, isComparable } from '../rules/find-words';
import { all, type Db, get, run, sql } from './db';
import { idOf, rangeOf, rowOf } from './find-rows';
import { countTexts, FIELDS, placesOf, readTexts, type Text } from './find-texts';

/** Called with how many texts are read, and how many there are. */
export type Step = (done: number, total: number) => void;

/** Runs its work as a transaction of its own, or as a part of one that there is. */
export type Within = <T>(work: () => T) => T;

/** Empty. */
export function clearIndex(db: Db): void {
  run(db, "INSERT INTO find_index (find_index) VALUES ('delete-all')");
  run(db, 'DELETE FROM find_words');
  // A slice is sorted in memory (bytes), and what there is already is merged with it a little at a time, never at once.
  run(db, "INSERT INTO find_index (find_index, rank) VALUES ('hashsize', 33554432)");
  run(db, "INSERT INTO find_index (find_index, rank) VALUES ('automerge', 8)");
  run(db, "INSERT INTO find_index (find_index, rank) VALUES ('crisismerge', 64)");
}

/** What is read and written at a time: at most so many texts, and hardly more characters. A tenth of a second or two. */
const [SLICE_TEXTS, SLICE_CHARACTERS, READ_AT_ONCE] = [10_000, 1_000_000, 2_000];

/**
 * Adds whatever comes after the last text of its kind that the index has. Only writing is done `within`: what is changed
 * between the reading and that is read again from the journal. False when `isStill` says that another run went on alone.
 */
export function fillIndex(db: Db, within: Within, isStill: () => boolean, step: Step): boolean {
  // With the usual two megabytes most pages are written several times.
  db.exec('PRAGMA cache_size = -65536');
  const total = countTexts(db);
  let done = countIndexed(db);
  for (const kind of FOUND_KINDS) {
    for (;;) {
      const last = lastIndexed(db, kind);
      const slice = readSlice(db, kind, last);
      if (slice.length === 0) break;
      const written = within(() => {
        if (!isStill()) return undefined;
        if (lastIndexed(db, kind) !== last) return 0;
        for (const { id, folded } of slice) addFolded(db, kind, id, folded);
        return slice.length;
      });
      if (written === undefined) return false;
      done += written;
      step(Math.min(done, total - 1), total);
    }
  }
  const filled = fillWords(db, within, isStill);
  step(total, total);
  return filled;
}

export function countIndexed(db: Db): number {
  return get<{ n: number }>(db, 'SELECT count(*) AS n FROM find_index_docsize')!.n;
}

/** 0 before the first. */
function lastIndexed(db: Db, kind: FoundKind): number {
  const [from, to] = rangeOf(kind);
  const row = get<{ row: number | null }>(
    db,
    'SELECT max(id) AS row FROM find_index_docsize WHERE id BETWEEN ? AND ?',
    from,
    to,
  )!.row;
  return row === null ? 0 : idOf(row);
}

interface Folded {
  id: number;
  folded: string[];
}

function readSlice(db: Db, kind: FoundKind, after: number): Folded[] {
  const slice: Folded[] = [];
  let characters = 0;
  for (let last = after; slice.length < SLICE_TEXTS && characters < SLICE_CHARACTERS; ) {
    const texts = readTexts(db, kind, last, READ_AT_ONCE);
    for (const text of texts) {
      const folded = foldFields(text, foldedFor);
      for (const field of folded) characters += field.length;
      slice.push({ id: text.id, folded });
    }
    if (texts.length < READ_AT_ONCE) break;
    last = texts.at(-1)!.id;
  }
  return slice;
}

/** The texts of each field of the index, in their order. */
export function foldFields({ kind, texts }: Text, fold: (text: string) => string): string[] {
  const fields = FIELDS.map(() => '');
  placesOf(kind).forEach((place, at) => {
    const text = texts[at];
    const folded = text ? fold(text) : '';
    if (folded !== '') fields[place] += fields[place] === '' ? folded : ` ${folded}`;
  });
  return fields;
}

export function addFolded(db: Db, kind: FoundKind, id: number, folded: string[]): void {
  sql(db, 'INSERT INTO find_index (rowid, name, facts, notes, people) VALUES (?, ?, ?, ?, ?)').run(
    rowOf(kind, id),
    ...folded,
  );
}

const WORDS_AT_ONCE = 20_000;
/** Looking at a term counts all texts that have it: of words a few at a time, of the many numbers soon many. */
const [FEWEST_TERMS, MOST_TERMS] = [16, 512];
/** Comes after all that begins with a digit, of which none is kept. */
const AFTER_NUMBERS = ':';

/** The words of the index that a mistyped one may be compared with, in their order, after the last there is. */
function fillWords(db: Db, within: Within, isStill: () => boolean): boolean {
  // Beside the index that is meant: one in memory stands before that in the file.
  db.exec('DROP TABLE IF EXISTS temp.find_vocabulary');
  const beside = get(db, "SELECT 1 FROM temp.sqlite_schema WHERE name = 'find_index'") !== undefined;
  db.exec(
    `CREATE VIRTUAL TABLE temp.find_vocabulary USING fts5vocab('${beside ? 'temp' : 'main'}', 'find_index', 'row')`,
  );
  const { word } = get<{ word: string }>(db, "SELECT coalesce(max(word), '') AS word FROM find_words")!;
  let last = word > AFTER_NUMBERS ? word : AFTER_NUMBERS;
  let words: string[] = [];
  for (let atOnce = FEWEST_TERMS; ; ) {
    const terms = all<{ term: string }>(
      db,
      'SELECT term FROM find_vocabulary WHERE term > ? ORDER BY term LIMIT ?',
      last,
      atOnce,
    ).map(({ term }) => term);
    const comparable = terms.filter(isComparable);
    words.push(...comparable);
    const isLast = terms.length < atOnce;
    if (isLast || words.length >= WORDS_AT_ONCE) {
      if (!within(() => isStill() && addWords(db, words))) return false;
      words = [];
    }
    if (isLast) return true;
    last = terms.at(-1)!;
    atOnce = comparable.length > 0 ? FEWEST_TERMS : Math.min(2 * atOnce, MOST_TERMS);
  }
}

function addWords(db: Db, words: string[]): true {
  for (const word of words) sql(db, 'INSERT OR IGNORE INTO find_words (word) VALUES (?)').run(word);
  return true;
}
