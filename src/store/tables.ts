/** The tables as the schema has them, and what of them is the user's own. */
import { all, type Db } from './db';
import { STORED } from './derived-ties';

/** Neither exported nor journaled, each with the reason; every other table is both. */
export const BESIDE_THE_DATA: Record<string, string> = {
  contact_words: 'derived from names, companies and addresses',
  history: 'is about the data',
  history_spans: 'is about the data',
  journal: 'is about the data',
  journal_triggers: 'is about the journal',
  find_index: 'derived from every text',
  find_index_data: 'a part of find_index',
  find_index_idx: 'a part of find_index',
  find_index_docsize: 'a part of find_index',
  find_index_config: 'a part of find_index',
  find_words: 'derived from every text',
  find_seen: 'is about find_index',
};

/** Made of another column of the same row, in whatever table; keys.ts makes them. */
export const KEY_COLUMNS = ['name_key', 'company_key'];

/** Rows that are a part of another, and the column that says of which. All other rows are things of their own. */
export const OWNERS: Record<string, { column: string; table: string }> = {
  points: { column: 'contact_id', table: 'contacts' },
  tags: { column: 'contact_id', table: 'contacts' },
  past_companies: { column: 'contact_id', table: 'contacts' },
  imported_fields: { column: 'contact_id', table: 'contacts' },
  event_people: { column: 'event_id', table: 'events' },
  touches: { column: 'interaction_id', table: 'interactions' },
  introductions: { column: 'act_id', table: 'acts' },
  job_moves: { column: 'job_id', table: 'jobs' },
  job_people: { column: 'job_id', table: 'jobs' },
};

/** In the order in which they were made. */
export function dataTables(db: Db): string[] {
  return all<{ name: string }>(
    db,
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY rowid",
  )
    .map(({ name }) => name)
    .filter((name) => !(name in BESIDE_THE_DATA));
}

export interface Column {
  name: string;
  type: string;
  /** Place in the primary key, from 1; 0 outside it. */
  pk: number;
}

export function columnsOf(db: Db, table: string): Column[] {
  return all(db, 'SELECT name, type, pk FROM pragma_table_info(?) ORDER BY cid', table);
}

/** In the order of the primary key. */
export function keyColumnsOf(db: Db, table: string): string[] {
  return columnsOf(db, table)
    .filter(({ pk }) => pk > 0)
    .sort((a, b) => a.pk - b.pk)
    .map(({ name }) => name);
}

/** All but what is derived. Values derived for contacts may share their names with columns of other tables that are not. */
export function journaledColumns(db: Db, table: string): string[] {
  return columnsOf(db, table)
    .filter(({ name, pk }) => pk > 0 || !KEY_COLUMNS.includes(name))
    .filter(({ name }) => table !== 'contacts' || !Object.values(STORED).includes(name))
    .map(({ name }) => name);
}

export interface Link {
  table: string;
  column: string;
  /** The table it points to; always by that table's primary key. */
  parent: string;
  /** What becomes of the link when the parent goes. */
  onDelete: 'CASCADE' | 'SET NULL' | 'NO ACTION';
}

export function linksOf(db: Db): Link[] {
  return dataTables(db).flatMap((table) =>
    all<Omit<Link, 'table'>>(
      db,
      'SELECT "from" AS "column", "table" AS parent, on_delete AS onDelete FROM pragma_foreign_key_list(?)',
      table,
    ).map((link) => ({ table, ...link })),
  );
}
