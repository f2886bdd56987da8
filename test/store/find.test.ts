/** The full-text index: in step with everything that is written, whoever writes it, and never in the way. */
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { FOUND_KINDS } from '../../src/model';
import { foldText, loosened, termsOf } from '../../src/rules/find-words';
import { addAct } from '../../src/store/acts';
import { addAsk } from '../../src/store/asks';
import { addContact, setContact } from '../../src/store/contacts';
import { all, type Db, get, run } from '../../src/store/db';
import { countStale, rebuildDerived } from '../../src/store/derived';
import { addEvent } from '../../src/store/events';
import { countFound, listFound, listNearWords, matchOf, rareOf } from '../../src/store/find';
import { isIndexStale, onIndex } from '../../src/store/find-index';
import { addInteraction } from '../../src/store/interactions';
import { addPromise } from '../../src/store/promises';
import { addTask } from '../../src/store/tasks';
import { watchTables } from '../../src/store/triggers';
import { aContact, anAct, anEvent, anInteraction, aPromise, aTask } from '../support/builders';
import { openWatchedDb } from '../support/database';
import { followedAndAnew } from '../support/find-content';
import { aFolder } from '../support/folder';

/** What is found, as `contact 1`, kind by kind. */
function found(db: Db, typed: string, keep = true): string[] {
  return onIndex(
    db,
    keep,
    () => {},
    () => {
      const terms = termsOf(typed.split(' '));
      const counts = countFound(db, matchOf(terms));
      return FOUND_KINDS.flatMap((kind) =>
        counts[kind].n === 0
          ? []
          : listFound(db, terms, rareOf(db, terms), kind, 100).map((id) => `${kind} ${id}`),
      );
    },
  );
}

/** The connection of a command that only looks. */
function looking(db: Db): Db {
  db.exec('PRAGMA query_only = ON');
  return db;
}

function writing(db: Db): Db {
  db.exec('PRAGMA query_only = OFF');
  return db;
}

function aSearch(): { db: Db; ana: number; omar: number } {
  const db = openWatchedDb();
  const ana = addContact(db, aContact({ company: 'Acme', notes: 'Likes trains', tags: ['hiring'] }));
  const omar = addContact(db, aContact({ name: 'Omar Haddad', howMet: 'Trains conference' }));
  addInteraction(db, anInteraction({ about: 'trains and hiring', people: [ana] }));
  addInteraction(db, anInteraction({ people: [omar] }));
  addPromise(db, aPromise(ana, { what: 'the trains deck' }));
  addAct(db, anAct(omar, { what: 'named a lead on trains' }));
  addAsk(db, {
    contactId: omar,
    kind: 'referral',
    jobId: null,
    what: 'trains team',
    askedOn: '2026-11-22',
    verdict: 'ready',
  });
  addTask(db, aTask({ notes: 'about trains' }));
  addEvent(db, anEvent({ title: 'Trains meetup', people: [omar] }));
  run(
    db,
    `INSERT INTO jobs (company, company_key, title, added_on, stirred_on)
           VALUES ('Trainspotter', 'trainspotter', 'Lead', '2026-11-22', '2026-11-22')`,
  );
  run(db, "UPDATE preparations SET notes = 'the trains story' WHERE part = 'stories'");
  return { db, ana, omar };
}

describe('what is found', () => {
  test('is of every kind', () => {
    const { db } = aSearch();
    expect(found(looking(db), 'trains')).toEqual([
      ...[
        'contact 2',
        'contact 1',
        'interaction 1',
        'promise 1',
        'ask 1',
        'act 1',
        'task 1',
        'event 1',
        'job 1',
      ],
      'part 6',
    ]);
    expect(found(db, 'omar')).toEqual(['contact 2', 'ask 1', 'act 1', 'event 1']);
    expect(found(db, 'trains hiring')).toEqual(['contact 1', 'interaction 1']);
  });

  test('has whole words before begun ones, names before notes, and the later day or number before the earlier', () => {
    const db = openWatchedDb();
    addContact(db, aContact({ name: 'Anastasia Berg' }));
    addContact(db, aContact({ name: 'Lee Chen', notes: 'knows Ana' }));
    addContact(db, aContact({ name: 'Ana Ruiz', notes: `A long story: ${'and so on '.repeat(80)}` }));
    const met = addContact(db, aContact({ name: 'Ana Silva' }));
    addContact(db, aContact({ name: 'Ana Novak' }));
    addInteraction(db, anInteraction({ people: [met] }));
    expect(found(looking(db), 'ana')).toEqual([
      'contact 4',
      'contact 5',
      'contact 3',
      'contact 2',
      'contact 1',
    ]);
  });

  test.each([
    ['山田太郎', '太郎', 'the given name alone'],
    ['山田太郎', '山', 'one character'],
    ['たなかアキラ', 'アキラ', 'kana'],
    ['김민수', '민수', 'Hangul syllables'],
    ['Bjørn Groß', 'bjorn gross', 'letters that no accent makes'],
    ['Łukasz Đorđević', 'lukasz dordevic', 'Polish and Serbian'],
    ['Zoë O’Brien', "o'brien zoe", 'an apostrophe of another kind'],
    ['Jean-Luc Picard', 'jean-luc', 'a hyphen'],
    ['ليلى منصور', 'منصور', 'Arabic'],
    ['प्रिया नायर', 'प्रिया', 'Devanagari'],
    ['Priya Nair', 'PRI NA', 'beginnings, in capitals'],
  ])('%s by %s: %s', (name, typed) => {
    const db = openWatchedDb();
    addContact(db, aContact({ name: 'Nobody Else' }));
    const id = addContact(db, aContact({ name }));
    expect(found(looking(db), typed)).toEqual([`contact ${id}`]);
  });

  test('characters in another order, or a part of an address, are something else', () => {
    const db = openWatchedDb();
    addContact(
      db,
      aContact({ name: '山田太郎', points: [{ kind: 'email', value: 'a.ruiz@acme.com', key: 'a' }] }),
    );
    expect(found(looking(db), '太山')).toEqual([]);
    expect(found(db, 'a.ruiz@acme.com')).toEqual(['contact 1']);
    expect(found(db, 'acme.ruiz')).toEqual([]);
  });
});

describe('the index', () => {
  test('follows every change, with all that names the person, and ends as one made anew', () => {
    const { db, ana } = aSearch();
    found(db, 'ana');
    setContact(writing(db), ana, { name: 'Anna Ruiz-Berg' });
    run(db, "UPDATE tags SET tag = 'berlin'");
    run(db, 'DELETE FROM promises');
    run(
      db,
      "INSERT INTO points (contact_id, kind, value, key) VALUES (2, 'email', 'omar@rail.example', 'x')",
    );
    run(db, "INSERT INTO past_companies (contact_id, company, company_key) VALUES (1, 'Oldco', 'oldco')");
    expect(found(looking(db), 'berg')).toEqual(['contact 1', 'interaction 1']);
    expect(found(db, 'hiring')).toEqual(['interaction 1']);
    expect(found(db, 'rail')).toEqual(['contact 2']);
    expect(found(db, 'oldco berlin')).toEqual(['contact 1']);
    run(writing(db), 'DELETE FROM points');
    run(db, 'DELETE FROM contacts WHERE id = 2');
    expect(found(looking(db), 'rail')).toEqual([]);
    const { followed, anew } = followedAndAnew(writing(db));
    expect(followed).toEqual(anew);
  });

  test('is made anew where the journal was trimmed, or the texts were read in another way', () => {
    const { db } = aSearch();
    found(db, 'ana');
    run(writing(db), "UPDATE contacts SET notes = 'zebras' WHERE id = 1");
    run(db, 'DELETE FROM journal');
    expect(found(looking(db), 'zebras')).toEqual(['contact 1']);
    run(writing(db), "UPDATE find_seen SET made = 'otherwise'");
    run(db, "INSERT INTO find_index (find_index) VALUES ('delete-all')");
    expect(found(looking(db), 'zebras')).toEqual(['contact 1']);
  });

  test('leaves nothing in the journal, and the connection as it was', () => {
    const { db } = aSearch();
    const before = get(db, 'SELECT count(*) AS n, max(seq) AS last FROM journal');
    found(looking(db), 'ana');
    expect(get(db, 'SELECT count(*) AS n, max(seq) AS last FROM journal')).toEqual(before);
    expect(() => run(db, 'DELETE FROM tasks')).toThrow('readonly');
  });

  test('that shall not be kept is made in memory', () => {
    const { db } = aSearch();
    expect(found(looking(db), 'omar', false)).toHaveLength(4);
    expect(all(db, 'SELECT * FROM main.find_seen')).toEqual([]);
  });

  test('a spoilt one is no damage of the file: it is made anew', () => {
    const { db } = aSearch();
    found(db, 'ana');
    expect(countStale(writing(db))).toBe(0);
    db.unsafeMode();
    db.pragma('writable_schema = ON');
    run(db, 'UPDATE find_index_data SET block = zeroblob(40) WHERE id > 100');
    expect(isIndexStale(db)).toBe(true);
    const image = db.serialize();
    expect(found(looking(db), 'omar')).toHaveLength(4);
    expect(isIndexStale(db)).toBe(false);
    const other = new Database(image);
    rebuildDerived(other);
    expect(countStale(other)).toBe(0);
  });

  test('one that lacks a text is seen', () => {
    const { db } = aSearch();
    found(db, 'ana');
    run(writing(db), 'DELETE FROM find_index WHERE rowid = 1');
    expect(isIndexStale(db)).toBe(true);
  });
});

/** Tasks of these texts, `count` of each. */
function addTasks(db: Db, texts: string[], count: number): void {
  const add = `WITH RECURSIVE n (at) AS (SELECT 1 UNION ALL SELECT at + 1 FROM n WHERE at < ?)
    INSERT INTO tasks (title, bucket, minutes, created_on) SELECT ? || ' ' || at, 'meet', 15, '2026-11-22' FROM n`;
  for (const text of texts) run(db, add, count, text);
}

describe('the making of it', () => {
  class Stopped extends Error {}

  /** Stopped after so many slices. */
  function stopAfter(db: Db, slices: number, meanwhile = () => {}): void {
    let step = 0;
    const stop = () => {
      meanwhile();
      if (++step === slices) throw new Stopped();
    };
    expect(() => onIndex(looking(db), true, stop, () => {})).toThrow(Stopped);
  }

  test('goes on where it was stopped, and ends with everything that was changed meanwhile', () => {
    const { db, ana } = aSearch();
    addTasks(db, ['one', 'two'], 15_000);
    // People, conversations, promises, asks, acts, and the first of the slices of tasks.
    stopAfter(db, 6);
    const indexed = () => get<{ n: number }>(db, 'SELECT count(*) AS n FROM find_index_docsize')!.n;
    const before = indexed();
    expect(before).toBeGreaterThan(10_000);
    setContact(writing(db), ana, { name: 'Anna Berg' });
    run(db, 'DELETE FROM tasks WHERE id = 3');
    addTask(db, aTask({ title: 'written meanwhile' }));
    const steps: number[] = [];
    onIndex(
      looking(db),
      true,
      (done) => steps.push(done),
      () => {},
    );
    expect(steps[0]).toBeGreaterThan(before);
    expect(found(db, 'berg')).toEqual(['contact 1', 'interaction 1', 'promise 1']);
    expect(found(db, 'meanwhile')).toHaveLength(1);
    const { followed, anew } = followedAndAnew(writing(db));
    // Told apart by their lengths first: a difference in a hundred thousand rows cannot be read.
    expect(followed.length).toBe(anew.length);
    expect(JSON.stringify(followed) === JSON.stringify(anew)).toBe(true);
  });

  test('lets others write after every slice', () => {
    const path = `${aFolder()}/jobsearch.db`;
    aSearch().db.exec(`VACUUM INTO '${path}'`);
    const [db, other] = [new Database(path), new Database(path, { timeout: 0 })];
    watchTables(other);
    let written = 0;
    const write = () => run(other, 'UPDATE contacts SET notes = ? WHERE id = 1', `quokkas ${++written}`);
    onIndex(looking(db), true, write, () => {});
    expect(written).toBeGreaterThan(5);
    // The last was written when all was read.
    expect(found(db, `quokkas ${written}`)).toEqual(['contact 1']);
    for (const one of [db, other]) one.close();
  });

  test('begins anew where the texts were to be read in another way from what there is of it', () => {
    const { db } = aSearch();
    stopAfter(db, 2);
    run(writing(db), "UPDATE find_seen SET made = 'otherwise in making'");
    run(db, 'DELETE FROM find_index WHERE rowid > 0');
    expect(found(looking(db), 'trains')).toHaveLength(10);
  });
});

test('words of very many texts: whole ones in names first, and no more counted than it takes', () => {
  const db = openWatchedDb();
  addTasks(db, ['common'], 21_000);
  addTask(db, aTask({ title: 'commonly', notes: null }));
  addTask(db, aTask({ title: 'other', notes: 'common' }));
  const [begun, noted] = [21_001, 21_002];
  const terms = termsOf(['common']);
  onIndex(
    looking(db),
    true,
    () => {},
    () => {
      expect(countFound(db, matchOf(terms)).task).toEqual({ n: 10_000, more: true });
      expect(countFound(db, matchOf(terms), 100_000).task).toEqual({ n: 21_002, more: false });
      expect(rareOf(db, terms)).toEqual([]);
      const best = listFound(db, terms, [], 'task', 30_000);
      expect(best).toHaveLength(21_002);
      expect(best.slice(-2)).toEqual([begun, noted]);
      const both = termsOf(['common', '77']);
      const rare = rareOf(db, both);
      expect(rare).toEqual(termsOf(['77']));
      // 77, and 770 to 779, 7700 to 7799: the whole word first.
      expect(listFound(db, both, rare, 'task', 500)).toHaveLength(111);
      expect(listFound(db, both, rare, 'task', 1)).toEqual([77]);
    },
  );
});

test('every change of many is followed, and a person of the same name is read alone', () => {
  const { db } = aSearch();
  addTasks(db, ['many'], 3_000);
  found(db, 'ana');
  run(writing(db), "UPDATE tasks SET notes = 'zebras'");
  run(db, "UPDATE contacts SET notes = 'okapis'");
  expect(found(looking(db), 'zebras')).toHaveLength(100);
  expect(found(db, 'okapis')).toHaveLength(2);
  const { followed, anew } = followedAndAnew(writing(db));
  expect(JSON.stringify(followed) === JSON.stringify(anew)).toBe(true);
});

test('commitments and what one set out for are found, and gone when they are', () => {
  const db = openWatchedDb();
  found(looking(db), 'x');
  run(
    writing(db),
    `INSERT INTO commitments (week_on, place, when_part, then_part, made_on)
       VALUES ('2026-11-23', 1, 'Monday begins', 'say the story', '2026-11-22')`,
  );
  run(db, "INSERT INTO settings (key, value) VALUES ('goal', 'a story of teams'), ('pace', '2')");
  expect(found(looking(db), 'story')).toEqual(['commitment 1', 'setting 1']);
  expect(found(db, '2')).toEqual([]);
  run(writing(db), "DELETE FROM settings WHERE key = 'goal'");
  expect(found(looking(db), 'story')).toEqual(['commitment 1']);
});

describe('a file that cannot be written', () => {
  let holder: Database.Database | undefined;
  afterEach(() => {
    holder?.close();
    holder = undefined;
  });

  function aFile(): string {
    const path = `${aFolder()}/jobsearch.db`;
    const db = aSearch().db;
    db.exec(`VACUUM INTO '${path}'`);
    return path;
  }

  test('is searched as well while another program writes', () => {
    const path = aFile();
    holder = new Database(path);
    holder.exec('BEGIN IMMEDIATE');
    const db = new Database(path);
    expect(found(looking(db), 'omar')).toHaveLength(4);
    expect(all(db, 'SELECT * FROM main.find_seen')).toEqual([]);
    db.close();
  });

  test('and where it may only be read', () => {
    const db = new Database(aFile(), { readonly: true });
    expect(found(looking(db), 'omar')).toHaveLength(4);
    db.close();
  });
});

describe('a slip', () => {
  test('is a letter too many, too few or another, or two swapped, in words long enough', () => {
    const db = openWatchedDb();
    addContact(db, aContact({ name: 'Priya Nair', notes: 'room 2024' }));
    found(db, 'x');
    const near = (word: string) => listNearWords(db, word);
    for (const slip of ['pryia', 'prya', 'priyaa', 'prija', 'rpiya'])
      expect([slip, near(slip)]).toEqual([slip, ['priya']]);
    for (const far of ['priya', 'prayi', 'pri', 'nai', '2025']) expect([far, near(far)]).toEqual([far, []]);
  });
});

const words = fc.constantFrom(
  'ana',
  'Ruíz',
  'trains',
  'Groß',
  'o’brien',
  '太郎',
  'x',
  'U.S.A.',
  'C++',
  '42',
  'priya@acme.com',
);
const text = fc.array(words, { minLength: 1, maxLength: 5 }).map((some) => some.join(' '));

test('what a look through every text finds by whole words, the index finds', () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), words, words, (notes, one, other) => {
      const db = openWatchedDb();
      for (const note of notes) addContact(db, aContact({ name: 'N', notes: note }));
      const asked = loosened(termsOf([one, other])).map((term) => ` ${term.words.join(' ')} `);
      const looked = notes.flatMap((note, at) => {
        const folded = ` ${foldText(note)} `;
        return asked.every((word) => folded.includes(word)) ? [`contact ${at + 1}`] : [];
      });
      const got = found(looking(db), `${one} ${other}`);
      if (foldText(one).includes(' ') || foldText(other).includes(' ')) return;
      expect(got).toEqual(expect.arrayContaining(looked));
    }),
    { numRuns: 40 },
  );
});

test('nothing that is typed is taken for an operator', () => {
  const { db } = aSearch();
  const signs = fc.string({
    unit: fc.constantFrom(...'"*()-+^:{}AND OR NEAR/,ana\'\u0000;ß太'),
    maxLength: 20,
  });
  fc.assert(
    fc.property(fc.oneof(signs, fc.string({ unit: 'binary', maxLength: 20 })), (typed) => {
      const terms = termsOf([typed]);
      if (terms.length > 0) expect(() => found(db, typed)).not.toThrow();
    }),
    { numRuns: 300 },
  );
});

test('the best of one kind are a range of the index', () => {
  const { db } = aSearch();
  const plan = all<{ detail: string }>(
    db,
    'EXPLAIN QUERY PLAN SELECT rowid FROM find_index WHERE find_index MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid DESC',
    'x',
    0,
    1,
  );
  expect(plan.map(({ detail }) => detail)).toEqual([
    expect.stringMatching(/^SCAN find_index VIRTUAL TABLE INDEX/),
  ]);
});
