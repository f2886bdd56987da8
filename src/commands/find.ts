import type { Answers } from '../answers';
import type { App, Command } from '../app';
import { UsageError } from '../errors';
import { FOUND_KINDS, type FoundKind } from '../model';
import { nearIn } from '../rules/excerpt';
import { isPhrase, loosened, type Term, termsOf } from '../rules/find-words';
import { foundOf } from '../rules/found';
import { nearestNames } from '../rules/nearest';
import {
  type Counts,
  countFound,
  listFound,
  listNearWords,
  listWordsLike,
  MOST_COUNTED,
  matchOf,
  rareOf,
} from '../store/find';
import { onIndex } from '../store/find-index';
import { listWritten } from '../store/find-texts';
import { type FindFacts, type FoundGroup, findView, KIND_NAMES } from '../views/find';
import { oneOf, several, wholeNumber, words } from './options';

interface Input {
  words: string[];
  kind?: string[];
  limit?: number;
  all?: boolean;
}

/** A screen for everything; somebody who asks for one kind wants to see more of it. */
const [SHOWN, SHOWN_OF_ONE] = [5, 20];
/** With fewer than this a slip of the fingers is likelier than so rare a word. */
const FEW = 3;
const MOST_TERMS = 30;
/** More than a file can hold. */
const EVERY = 2 ** 40;

const NAMES = FOUND_KINDS.map((kind) => KIND_NAMES[kind]);

export const find: Command<Answers['find']> = {
  examples: ['jobsearch find priya node', 'jobsearch find "platform team" --kind people --kind jobs'],
  ids: numbersOf,
  configure: (command) =>
    command
      .argument(
        '<words...>',
        'all of them, in any order; several in quotes stand side by side',
        several(words('The text')),
      )
      .option('-k, --kind <kind>', `only these: ${NAMES.join(', ')}`, several(oneOf('--kind', NAMES)))
      .option('-n, --limit <n>', 'at most this many of each kind', wholeNumber('--limit', 1, 1_000_000))
      .option('-a, --all', 'all that was found'),
  run(app: App, { words, kind, limit, all = false }: Input) {
    const terms = termsOf(words);
    if (terms.length === 0) {
      throw new UsageError(`There is no word in "${words.join(' ')}".`, 'jobsearch find priya');
    }
    if (terms.length > MOST_TERMS) {
      throw new UsageError(
        `That is more than ${MOST_TERMS} words.`,
        'a few are enough: jobsearch find priya',
      );
    }
    const kinds = FOUND_KINDS.filter((one) => !kind || kind.includes(KIND_NAMES[one]));
    const atMost = all ? Number.MAX_SAFE_INTEGER : (limit ?? (kinds.length === 1 ? SHOWN_OF_ONE : SHOWN));
    const step = (done: number, total: number) => app.files.progress('Reading all texts', done, total);
    const data = onIndex(app.db, !app.dryRun, step, () => search(app, words, terms, kinds, atMost));
    return { data, view: findView(data, app.today) };
  },
};

const UNNUMBERED: FoundKind[] = ['part', 'commitment', 'setting'];

/** Those that other commands take: of a conversation, its people's. */
function numbersOf({ groups }: FindFacts): number[] {
  if (groups.length > 1) {
    throw new UsageError(
      'Numbers of several kinds cannot be told apart.',
      'name one kind: jobsearch find priya --kind people --ids',
    );
  }
  const numbers = groups
    .flatMap(({ hits }) => hits)
    .filter(({ kind }) => !UNNUMBERED.includes(kind))
    .map(({ kind, id, contactId }) => (kind === 'interaction' ? contactId : id));
  return [...new Set(numbers.filter((number) => number !== null))];
}

interface Match {
  terms: readonly Term[];
  counts: Counts;
  total: number;
  more: boolean;
}

function countOf({ db }: App, terms: readonly Term[], kinds: FoundKind[], atMost: number): Match {
  // Whoever wants to see more than are counted is told of all.
  const counts = countFound(db, matchOf(terms), atMost < MOST_COUNTED ? MOST_COUNTED : EVERY);
  const total = kinds.reduce((sum, kind) => sum + counts[kind].n, 0);
  return { terms, counts, total, more: kinds.some((kind) => counts[kind].more) };
}

/** As it was typed; then word by word, where a phrase is nowhere; then with a slip forgiven in each word. */
function search(app: App, words: string[], typed: Term[], kinds: FoundKind[], atMost: number): FindFacts {
  const count = (terms: readonly Term[]) => countOf(app, terms, kinds, atMost);
  let exact = count(typed);
  const apart = exact.total === 0 && typed.some(isPhrase) ? loosened(typed) : typed;
  if (apart !== typed) exact = count(apart);
  const wider = exact.total < FEW ? forgiving(app, exact.terms) : undefined;
  const near = wider && count(wider);

  const groups = groupsOf(app, exact, near, kinds, atMost);
  return {
    ...{ words, groups },
    total: (near ?? exact).total,
    atLeast: (near ?? exact).more,
    exactly: exact.total,
    apart: apart !== typed && exact.total > 0,
    slips: near ? slipsIn(groups, near.terms) : [],
    likely: groups.length > 0 ? [] : likelyWords(app, exact.terms),
  };
}

function groupsOf(
  { db }: App,
  exact: Match,
  near: Match | undefined,
  kinds: FoundKind[],
  atMost: number,
): FoundGroup[] {
  const rareIn = (some: Match) => (some.total === 0 ? [] : rareOf(db, some.terms));
  const [rare, rareNear] = [rareIn(exact), near ? rareIn(near) : []];
  const { terms, counts } = near ?? exact;
  return kinds.flatMap((kind): FoundGroup[] => {
    const { n: total, more: atLeast } = counts[kind];
    if (total === 0) return [];
    const asTyped = exact.counts[kind].n === 0 ? [] : listFound(db, exact.terms, rare, kind, atMost);
    const others = near
      ? listFound(db, near.terms, rareNear, kind, atMost).filter((id) => !asTyped.includes(id))
      : [];
    const written = listWritten(db, kind, [...asTyped, ...others].slice(0, atMost));
    const hits = written.map((row) => foundOf(row, terms, !asTyped.includes(row.id)));
    return [{ kind, total, atLeast, hits }];
  });
}

/** Undefined where no word has one that is near. */
function forgiving({ db }: App, terms: readonly Term[]): Term[] | undefined {
  const wider = terms.map((term) =>
    isPhrase(term) ? term : { ...term, near: listNearWords(db, term.words[0]!) },
  );
  return wider.some(({ near }) => near.length > 0) ? wider : undefined;
}

function slipsIn(groups: FoundGroup[], terms: readonly Term[]): FindFacts['slips'] {
  const shown = groups
    .flatMap(({ hits }) => hits)
    .filter(({ near }) => near)
    .map(({ title, excerpt }) => `${title} ${excerpt?.text ?? ''}`)
    .join(' ');
  return terms
    .map((term) => ({ typed: term.words.join(' '), shown: nearIn(shown, term) }))
    .filter((slip) => slip.shown.length > 0);
}

function likelyWords({ db }: App, terms: readonly Term[]): string[] {
  const unknown = terms.filter((term) =>
    Object.values(countFound(db, matchOf([term]))).every(({ n }) => n === 0),
  );
  return unknown.flatMap(({ words }) =>
    words.flatMap((word) =>
      nearestNames(
        word,
        listWordsLike(db, word).filter((known) => known !== word),
      ),
    ),
  );
}
