/** Looking things up in the full-text index, which find-index.ts keeps. */
import { FOUND_KINDS, type FoundKind } from '../model';
import { isOneSlip, mayBegin, mayBeSlip, type Term } from '../rules/find-words';
import { all, type Db, get } from './db';
import { idOf, type Range, rangeBetween, rangeOf, rangeOfAll } from './find-rows';
import { listDays } from './find-texts';

/** As the index takes it: every letter within quotes, so that nothing that is typed is an operator. */
export function matchOf(terms: readonly Term[], begun = true): string {
  return terms
    .map(({ words, near }) => `(${[...wholeOrBegun(words, begun), ...near.map(quoted)].join(' OR ')})`)
    .join(' AND ');
}

/** Both: what has the whole word fits better than what begins so, and counts twice. */
function wholeOrBegun(words: string[], begun: boolean): string[] {
  const whole = quoted(words.join(' '));
  return begun && mayBegin(words.at(-1)!) ? [whole, `${whole} *`] : [whole];
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** Where there are more, it is not said how many: to count a million takes as long as to read them. */
export const MOST_COUNTED = 10_000;

export interface Counted {
  n: number;
  /** There are more than `n`. */
  more: boolean;
}

export type Counts = Record<FoundKind, Counted>;

const counted = (n: number, atMost: number): Counted => ({ n: Math.min(n, atMost), more: n > atMost });

/** How many texts of each kind have all of the terms. */
export function countFound(db: Db, match: string, atMost = MOST_COUNTED): Counts {
  // Looking for what begins so is costly to begin, so the kinds of which there are few are counted in one go.
  const sums = FEW.map(
    (kind) => `coalesce(sum(rowid BETWEEN ${rangeOf(kind).join(' AND ')}), 0) AS "${kind}"`,
  );
  const few = get<Record<FoundKind, number>>(
    db,
    `SELECT ${sums.join(', ')} FROM (SELECT rowid FROM find_index
       WHERE find_index MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid DESC LIMIT -1)`,
    match,
    ...rangeBetween(),
  )!;
  return Object.fromEntries(
    FOUND_KINDS.map((kind) => [
      kind,
      counted(MANY.includes(kind) ? countIn(db, match, rangeOf(kind), atMost + 1) : few[kind], atMost),
    ]),
  ) as Counts;
}

const MANY: FoundKind[] = ['contact', 'interaction'];
const FEW = FOUND_KINDS.filter((kind) => !MANY.includes(kind));

function countIn(db: Db, match: string, [from, to]: Range, atMost: number): number {
  return get<{ n: number }>(
    db,
    `SELECT count(*) AS n FROM
       (SELECT 1 FROM find_index WHERE find_index MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid DESC LIMIT ?)`,
    match,
    from,
    to,
    atMost,
  )!.n;
}

// ── the best first ────────────────────────────────────────────────────────────────────────────────

/** Texts. A word in more of them says little about any, and it takes long to learn in how many it is. */
const MOST_RANKED = 20_000;
/** Among so many of the best, a tie is broken by their days. */
const LEAST_READ = 200;

/**
 * Columns of the index. A weight multiplies how often a word stands there, and bm25 has its limit: a word in a name is
 * worth about three times one in a note of usual length and hardly less beside long notes; in a fact it is worth twice
 * as much as in a note, and half as much where the text is only about somebody of that name.
 */
const WEIGHTS = '100, 3, 0.5, 0.2';

/** Those of the terms that are not in very many texts. */
export function rareOf(db: Db, terms: readonly Term[]): Term[] {
  return terms.filter((term) => countIn(db, matchOf([term]), rangeOfAll(), MOST_RANKED + 1) <= MOST_RANKED);
}

/**
 * The best first: a text is worth the more the rarer the words are elsewhere, the shorter it is, and the weightier the
 * places they stand in; words that are in very many texts are left out of that. Where there are no others, those with
 * the words in their names come first, whole before begun. Of two that are worth about as much, the later day, then
 * the later number.
 */
export function listFound(
  db: Db,
  terms: readonly Term[],
  rare: readonly Term[],
  kind: FoundKind,
  atMost: number,
): number[] {
  return rare.length > 0 ? byWorth(db, terms, rare, kind, atMost) : byPlace(db, terms, kind, atMost);
}

function byWorth(
  db: Db,
  terms: readonly Term[],
  rare: readonly Term[],
  kind: FoundKind,
  atMost: number,
): number[] {
  const [from, to] = rangeOf(kind);
  const match = matchOf(terms);
  // The plus keeps SQLite from asking the index for each of them alone.
  const best = all<{ row: number; worth: number }>(
    db,
    `SELECT rowid AS row, -bm25(find_index, ${WEIGHTS}) AS worth FROM find_index
     WHERE find_index MATCH :ranked AND rowid BETWEEN :from AND :to AND (:match = :ranked OR +rowid IN
       (SELECT rowid FROM find_index WHERE find_index MATCH :match AND rowid BETWEEN :from AND :to))
     ORDER BY worth DESC, rowid DESC LIMIT :atMost`,
    { ranked: matchOf(rare), match, from, to, atMost: Math.max(atMost, LEAST_READ) },
  ).map(({ row, worth }) => ({ id: idOf(row), worth: Math.round(Math.log2(Math.max(worth, 1e-9))) }));
  return latestFirst(db, kind, best).slice(0, atMost);
}

function byPlace(db: Db, terms: readonly Term[], kind: FoundKind, atMost: number): number[] {
  const match = matchOf(terms);
  const tiers = [`{name} : (${matchOf(terms, false)})`, `{name} : (${match})`, match];
  const found = new Map<number, { id: number; worth: number }>();
  for (const [at, tier] of tiers.entries()) {
    if (found.size >= atMost) break;
    const rows = all<{ row: number }>(
      db,
      'SELECT rowid AS row FROM find_index WHERE find_index MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid DESC LIMIT ?',
      tier,
      ...rangeOf(kind),
      Math.max(atMost, LEAST_READ),
    );
    for (const { row } of rows) if (!found.has(row)) found.set(row, { id: idOf(row), worth: -at });
  }
  return latestFirst(db, kind, [...found.values()]).slice(0, atMost);
}

function latestFirst(db: Db, kind: FoundKind, best: { id: number; worth: number }[]): number[] {
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
