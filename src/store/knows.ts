/** Who knows whom. A tie between two contacts is stored in both directions, so that either end finds it. */
import type { How } from '../model';
import { all, type Db, get, inTransaction, run } from './db';

export interface Neighbour {
  id: number;
  how: How;
}

/** A tie that was known already keeps how well, unless it is said anew. */
export function setKnows(db: Db, a: number, b: number, how: How): void {
  inTransaction(db, () => {
    for (const [one, other] of [
      [a, b],
      [b, a],
    ]) {
      run(
        db,
        `INSERT INTO knows (a, b, how) VALUES (?, ?, ?)
         ON CONFLICT (a, b) DO UPDATE SET how = coalesce(excluded.how, how)`,
        one,
        other,
        how,
      );
    }
  });
}

export function removeKnows(db: Db, a: number, b: number): void {
  run(db, 'DELETE FROM knows WHERE (a = :a AND b = :b) OR (a = :b AND b = :a)', { a, b });
}

export function listNeighbours(db: Db, contactId: number): Neighbour[] {
  return all(db, 'SELECT b AS id, how FROM knows WHERE a = ?', contactId);
}

/** Undefined when nobody said that they know each other. */
export function findKnows(db: Db, a: number, b: number): Neighbour | undefined {
  return get(db, 'SELECT b AS id, how FROM knows WHERE a = ? AND b = ?', a, b);
}

/** Who knows one of these people, or somebody who works at one of these companies; at most so many. */
export function listAround(
  db: Db,
  { companyKeys, people }: { companyKeys: string[]; people: number[] },
  atMost: number,
): number[] {
  if (companyKeys.length + people.length === 0) return [];
  return all<{ id: number }>(
    db,
    `SELECT DISTINCT k.b AS id FROM
       (SELECT value AS id FROM json_each(:people)
        UNION SELECT c.id FROM json_each(:companyKeys) e JOIN contacts c ON c.company_key = e.value) wanted
     CROSS JOIN knows k ON k.a = wanted.id LIMIT :atMost`,
    { people: JSON.stringify(people), companyKeys: JSON.stringify(companyKeys), atMost },
  ).map(({ id }) => id);
}

export interface Acquaintance extends Neighbour {
  name: string;
  company: string | null;
}

/** The best known first; at most so many. */
export function listAcquaintances(db: Db, contactId: number, atMost: number): Acquaintance[] {
  return all(
    db,
    `SELECT c.id, c.name, c.company, k.how FROM knows k JOIN contacts c ON c.id = k.b
     WHERE k.a = ? ORDER BY k.how DESC, c.name_key, c.id LIMIT ?`,
    contactId,
    atMost,
  );
}

export function countNeighbours(db: Db, contactId: number): number {
  return get<{ n: number }>(db, 'SELECT count(*) AS n FROM knows WHERE a = ?', contactId)!.n;
}
