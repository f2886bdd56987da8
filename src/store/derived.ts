/** Whatever is derived from other rows: compared with what they give today, and made anew. */
import { companyKey } from '../rules/companies';
import { foldName } from '../rules/names';
import { findWords, refreshWords } from './contact-words';
import { all, type Db, inTransaction, run } from './db';
import { countStaleTies, rebuildTies } from './derived-ties';
import { isIndexStale, rebuild as rebuildIndex } from './find-index';

type Derive = (text: string) => string;
const KEYS: [table: string, column: string, from: string, derive: Derive][] = [
  ['contacts', 'name_key', 'name', foldName],
  ['contacts', 'company_key', 'company', companyKey],
  ['jobs', 'company_key', 'company', companyKey],
];

/** How many stored values are not what they are derived from gives. */
export function countStale(db: Db): number {
  return countStaleTies(db) + countStaleWords(db) + staleKeys(db).length + (isIndexStale(db) ? 1 : 0);
}

export function rebuildDerived(db: Db): void {
  inTransaction(db, () => {
    for (const { table, column, id, value } of staleKeys(db)) {
      run(db, `UPDATE ${table} SET ${column} = ? WHERE id = ?`, value, id);
    }
    for (const id of contactIds(db)) refreshWords(db, id);
    rebuildTies(db);
    if (isIndexStale(db)) rebuildIndex(db);
  });
}

function contactIds(db: Db): number[] {
  return all<{ id: number }>(db, 'SELECT id FROM contacts').map(({ id }) => id);
}

function countStaleWords(db: Db): number {
  return contactIds(db).filter((id) => {
    const stored = all<{ word: string }>(db, 'SELECT word FROM contact_words WHERE contact_id = ?', id);
    const words = findWords(db, id);
    return stored.length !== words.size || stored.some(({ word }) => !words.has(word));
  }).length;
}

function staleKeys(db: Db): { table: string; column: string; id: number; value: string | null }[] {
  return KEYS.flatMap(([table, column, from, derive]) =>
    all<{ id: number; stored: string | null; source: string | null }>(
      db,
      `SELECT id, ${column} AS stored, ${from} AS source FROM ${table}`,
    ).flatMap(({ id, stored, source }) => {
      const value = source === null ? null : derive(source);
      return value === stored ? [] : [{ table, column, id, value }];
    }),
  );
}
