/** Where contacts worked before: the former colleagues of a place. */
import { companyKey } from '../rules/companies';
import { all, type Db, run } from './db';

/** Two spellings of one company are one; the first stays. */
export function addPastCompany(db: Db, contactId: number, company: string): void {
  run(
    db,
    'INSERT OR IGNORE INTO past_companies (contact_id, company, company_key) VALUES (?, ?, ?)',
    contactId,
    company,
    companyKey(company),
  );
}

/** Returns false when the contact was never said to have worked there. */
export function removePastCompany(db: Db, contactId: number, company: string): boolean {
  const before = listPastCompanies(db, contactId).length;
  run(
    db,
    'DELETE FROM past_companies WHERE contact_id = ? AND company_key = ?',
    contactId,
    companyKey(company),
  );
  return listPastCompanies(db, contactId).length < before;
}

export function listPastCompanies(db: Db, contactId: number): string[] {
  return all<{ company: string }>(
    db,
    'SELECT company FROM past_companies WHERE contact_id = ? ORDER BY company',
    contactId,
  ).map(({ company }) => company);
}
