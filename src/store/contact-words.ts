/** What a contact is found by, made anew from the name, the company and the addresses. */
import { companyKey } from '../rules/companies';
import { wordsOf } from '../rules/names';
import { all, type Db, get, run } from './db';

/** What a contact is found by: the company's key, the words of the name and the company, the e-mail addresses. */
export function refreshWords(db: Db, id: number): void {
  const company = getCompany(db, id);
  run(
    db,
    'UPDATE contacts SET company_key = ? WHERE id = ?',
    company === null ? null : companyKey(company),
    id,
  );
  run(db, 'DELETE FROM contact_words WHERE contact_id = ?', id);
  for (const word of findWords(db, id)) {
    run(db, 'INSERT INTO contact_words (word, contact_id) VALUES (?, ?)', word, id);
  }
}

function getCompany(db: Db, id: number): string | null {
  return get<{ company: string | null }>(db, 'SELECT company FROM contacts WHERE id = ?', id)!.company;
}

/** The words that a search for a contact goes by. */
export function findWords(db: Db, id: number): Set<string> {
  const { name } = get<{ name: string }>(db, 'SELECT name FROM contacts WHERE id = ?', id)!;
  const addresses = all<{ key: string }>(
    db,
    "SELECT key FROM points WHERE contact_id = ? AND kind = 'email'",
    id,
  ).map(({ key }) => key);
  return new Set([...wordsOf(name), ...wordsOf(getCompany(db, id) ?? ''), ...addresses]);
}
