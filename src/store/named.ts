/** Finding people by what is typed or imported of them: words, names, numbers, addresses. */
import type { Contact, Point } from '../model';
import { foldName } from '../rules/names';
import { all, type Db, get } from './db';

export interface Named {
  id: number;
  name: string;
  company: string | null;
  state: Contact['state'];
}

/** Whoever has, for each of these folded words, a word that begins with it; at most `atMost`, by number. */
export function listContactsByWords(
  db: Db,
  words: string[],
  atMost: number,
): (Named & { words: string[] })[] {
  if (words.length === 0) return [];
  // The longest word is the rarest as a rule, so it drives the search and the others only check.
  const [first, ...others] = [...words].sort((a, b) => b.length - a.length);
  const check =
    'AND EXISTS (SELECT 1 FROM contact_words o WHERE o.contact_id = w.contact_id AND o.word BETWEEN ? AND ?)';
  const found = all<{ id: number }>(
    db,
    `SELECT DISTINCT contact_id AS id FROM contact_words w WHERE w.word BETWEEN ? AND ? ${check.repeat(others.length)}
     ORDER BY contact_id LIMIT ?`,
    ...[first!, ...others].flatMap((word) => [word, `${word}\u{10ffff}`]),
    atMost,
  );
  return found.map(({ id }) => ({
    ...get<Named>(db, 'SELECT id, name, company, state FROM contacts WHERE id = ?', id)!,
    words: all<{ word: string }>(db, 'SELECT word FROM contact_words WHERE contact_id = ?', id).map(
      ({ word }) => word,
    ),
  }));
}

/** Whoever has one of these folded words, or one of these numbers, with the e-mail addresses they are found by. */
export function listContactsNamedIn(
  db: Db,
  words: string[],
  ids: number[],
): (Named & { addresses: string[] })[] {
  return all<Named>(
    db,
    `SELECT id, name, company, state FROM contacts
     WHERE id IN (SELECT contact_id FROM contact_words WHERE word IN (SELECT value FROM json_each(?)))
        OR id IN (SELECT value FROM json_each(?)) ORDER BY id`,
    JSON.stringify(words),
    JSON.stringify(ids),
  ).map((person) => ({
    ...person,
    addresses: all<{ key: string }>(
      db,
      "SELECT key FROM points WHERE contact_id = ? AND kind = 'email'",
      person.id,
    ).map(({ key }) => key),
  }));
}

export function listNames(db: Db): string[] {
  return all<{ name: string }>(db, 'SELECT DISTINCT name FROM contacts ORDER BY name').map(
    ({ name }) => name,
  );
}

export function listNamed(db: Db, ids: number[]): Named[] {
  return ids.flatMap(
    (id) => get<Named>(db, 'SELECT id, name, company, state FROM contacts WHERE id = ?', id) ?? [],
  );
}

export function listContactsByPoint(db: Db, point: Pick<Point, 'kind' | 'key'>): Named[] {
  return all(
    db,
    `SELECT id, name, company, state FROM contacts
     WHERE id IN (SELECT contact_id FROM points WHERE kind = ? AND key = ?) ORDER BY id`,
    point.kind,
    point.key,
  );
}

export function listContactsByName(db: Db, name: string): Named[] {
  return all(
    db,
    'SELECT id, name, company, state FROM contacts WHERE name_key = ? ORDER BY id',
    foldName(name),
  );
}
