/** Looking things up in the full-text index, which find-index.ts keeps. */
import { FOUND_KINDS, type FoundKind } from '../model';
import { isOneSlip, mayBegin, mayBeSlip, type Term } from '../rules/find-words';
import { all, type Db, get } from './db';
import { idOf, rangeOf } from './find-index';
import { listDays } from './find-texts';

/** As the index takes it: every letter within quotes, so that nothing that is typed is an operator. */
export function matchOf(terms: readonly Term[]): string {
  return terms
    .map(({ words, near }) => `(${[...wholeOrBegun(words), ...near.map(quoted)].join(' OR ')})`)
    .join(' AND ');
}

/** Both: what has the whole word fits better than what begins so, and counts twice. */
function wholeOrBegun(words: string[]): string[] {
  const whole = quoted(words.join(' '));
  return mayBegin(words.at(-1)!) ? [whole, `${whole} *`] : [whole];
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** How many texts of each kind have all of the terms. */
export function countFound(db: Db, match: string): Record<FoundKind, number> {
  const sums = FOUND_KINDS.map(
    (kind) => `coalesce(sum(rowid BETWEEN ${rangeOf(kind).join(' AND ')}), 0) AS "${kind}"`,
  );
  return get(db, `SELECT ${sums.join(', ')} FROM find_index WHERE find_index MATCH ?`, match)!;
}

/** Of more, a rank says little and takes long: the latest written down are as good. */
const MOST_RANKED = 20_000;
/** Among so many of the best, a tie is broken by their days. */
const LEAST_READ = 200;

/**
 * Columns of the index. A weight multiplies how often a word stands there, and bm25 has its limit: a word in a name is
 * worth about three times one in a note of usual length and hardly less beside long notes; in a fact it is worth twice
 * as much as in a note, and half as much where the text is only about somebody of that name.
 */
const WEIGHTS = '100, 3, 0.5, 0.2';

/**
 * The best first: a text is worth the more the rarer the words are elsewhere, the shorter it is, and the weightier the
 * places they stand in. Of two of which neither is worth about twice as much, the later day, then the later number.
 */
export function listFound(db: Db, match: string, kind: FoundKind, total: number, atMost: number): number[] {
  if (total > MOST_RANKED) {
    const rows = all<{ row: number }>(
      db,
      'SELECT rowid AS row FROM find_index WHERE find_index MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid DESC LIMIT ?',
      match,
      ...rangeOf(kind),
      atMost,
    );
    return rows.map(({ row }) => idOf(row));
  }
  const best = all<{ row: number; worth: number }>(
    db,
    `SELECT rowid AS row, -bm25(find_index, ${WEIGHTS}) AS worth FROM find_index
     WHERE find_index MATCH ? AND rowid BETWEEN ? AND ? ORDER BY worth DESC, rowid DESC LIMIT ?`,
    match,
    ...rangeOf(kind),
    Math.max(atMost, LEAST_READ),
  ).map(({ row, worth }) => ({ id: idOf(row), worth: Math.round(Math.log2(Math.max(worth, 1e-9))) }));
  const days = listDays(
    db,
    kind,
    best.map(({ id }) => id),
  );
  const day = (id: number) => days.get(id) ?? '';
  return best
    .sort(
      (a, b) => b.worth - a.worth || (day(a.id) < day(b.id) ? 1 : day(a.id) > day(b.id) ? -1 : b.id - a.id),
    )
    .slice(0, atMost)
    .map(({ id }) => id);
}

// ── words that may have been meant ────────────────────────────────────────────────────────────────

const MOST_NEAR = 20;

/** Known words that are a slip of the fingers away; none for short ones and for numbers. */
export function listNearWords(db: Db, word: string): string[] {
  if (!mayBeSlip(word)) return [];
  // One slip leaves the first letter or the last.
  return all<{ word: string }>(
    db,
    `SELECT word FROM find_words WHERE length(word) BETWEEN length(:word) - 1 AND length(:word) + 1
       AND (substr(word, 1, 1) = substr(:word, 1, 1) OR substr(word, -1) = substr(:word, -1))`,
    { word },
  )
    .map((row) => row.word)
    .filter((known) => isOneSlip(word, known))
    .slice(0, MOST_NEAR);
}

/** Known words that begin as this one does, for somebody who may have meant one of them. */
export function listWordsLike(db: Db, word: string): string[] {
  const begin = [...word][0]!;
  return all<{ word: string }>(
    db,
    'SELECT word FROM find_words WHERE word >= :begin AND word < :end AND length(word) BETWEEN length(:word) - 3 AND length(:word) + 3',
    { begin, end: `${begin}\u{10ffff}`, word },
  ).map((row) => row.word);
}
