/** Statements and transactions. */
import type Database from 'better-sqlite3';

export type Db = Database.Database;
export type Statement = Database.Statement<unknown[]>;

const statements = new Map<Db, Map<string, Statement>>();

/**
 * Each statement is prepared once for a connection and never let go: version 12 of the driver aborts on Node 24 when one
 * is garbage-collected, which is also why pragmas are read through here.
 */
export function sql(db: Db, text: string): Statement {
  const known = statements.get(db) ?? new Map<string, Statement>();
  statements.set(db, known);
  const statement = known.get(text) ?? db.prepare(text);
  known.set(text, statement);
  return statement;
}

export function all<T>(db: Db, text: string, ...values: unknown[]): T[] {
  return sql(db, text).all(...values) as T[];
}

export function get<T>(db: Db, text: string, ...values: unknown[]): T | undefined {
  return sql(db, text).get(...values) as T | undefined;
}

/** Each field of a row, and the expression that it is. */
export type Fields<T> = { readonly [field in keyof T]-?: string };

/** The select list of rows that are read one at a time. */
export function named<T>(fields: Fields<T>): string {
  return Object.entries(fields)
    .map(([field, expression]) => (field === expression ? field : `${expression} AS ${field}`))
    .join(', ');
}

/** The same as one value, for `allParsed`. */
export function asJson<T>(fields: Fields<T>): string {
  const pairs = Object.entries(fields).map(([field, expression]) => `'${field}', ${expression}`);
  return `json_object(${pairs.join(', ')})`;
}

/**
 * Long lists of many columns, each row `asJson`. The driver sets every column of every row by a call of its own: SQLite
 * writing it as JSON and V8 reading that are quicker, and leave less behind. Numbers stay what they are, as SQLite writes
 * 17 digits.
 */
export function allParsed<T>(db: Db, text: string, ...values: unknown[]): T[] {
  const rows = sql(db, text)
    .pluck()
    .all(...values) as string[];
  return rows.map((row) => JSON.parse(row));
}

/**
 * As many as the last value says. SQLite plans a statement that ends with `LIMIT ?` a second time, as soon as it knows the
 * number; a day has sixteen of them.
 */
export const FIRST = 'LIMIT ? + 0';

/** Returns the row id of an insert. A single write is a transaction too, so that it can be taken back. */
export function run(db: Db, text: string, ...values: unknown[]): number {
  const write = () => Number(sql(db, text).run(...values).lastInsertRowid);
  return recorders.has(db) && WRITES.test(text) ? inTransaction(db, write) : write();
}

const WRITES = /^\s*(INSERT|UPDATE|DELETE|WITH)\b/;

/** Hears of every transaction: called as it begins, and what it returns once more before it ends well. */
export type Recorder = (db: Db) => () => void;

const recorders = new WeakMap<Db, Recorder>();

export function recordWith(db: Db, recorder: Recorder): void {
  recorders.set(db, recorder);
}

/** All or nothing; inside another transaction it becomes a part of that one. */
export function inTransaction<T>(db: Db, work: () => T): T {
  const recorder = recorders.get(db);
  if (db.inTransaction || !recorder) return db.transaction(work).immediate();
  return db
    .transaction(() => {
      const end = recorder(db);
      const result = work();
      end();
      return result;
    })
    .immediate();
}

/** The same for work that waits, as for an answer. What is not to be kept ends as if it had never been. */
export async function inLongTransaction<T>(
  db: Db,
  work: () => T | Promise<T>,
  { keep }: { keep: boolean },
): Promise<T> {
  db.exec('BEGIN IMMEDIATE');
  try {
    const end = keep ? recorders.get(db)?.(db) : undefined;
    const result = await work();
    end?.();
    if (keep) db.exec('COMMIT');
    return result;
  } finally {
    // Not after a fault that ended it by itself.
    if (db.inTransaction) db.exec('ROLLBACK');
  }
}

/**
 * Everything read in `work` is of one moment, and the file is locked and checked for changes once, not by each of a
 * hundred short queries. Nobody can write meanwhile: for work that asks no questions.
 */
export function readTogether<T>(db: Db, work: () => T): T {
  if (db.inTransaction) return work();
  db.exec('BEGIN');
  try {
    return work();
  } finally {
    db.exec('COMMIT');
  }
}
