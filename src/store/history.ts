/** What was done, one entry for each command that changed something. */
import { UserError } from '../errors';
import type { Change, Entry, IsoDay, RowId } from '../model';
import { all, type Db, get } from './db';
import { findEntryOf, listEntryChanges, nameOf, type RowChange, rowQuery } from './row-changes';
import { linksOf, OWNERS } from './tables';

const ENTRY = `id, at, day, kind, typed, what, undoes, undone_by AS undoneBy, left_over AS leftOver FROM history`;

/** The latest first; -1 for all of them. */
export function listEntries(db: Db, since: IsoDay | null, atMost: number): Entry[] {
  return all(db, `SELECT ${ENTRY} WHERE :since IS NULL OR day >= :since ORDER BY id DESC LIMIT :atMost`, {
    since,
    atMost,
  });
}

export function countEntries(db: Db, since: IsoDay | null): number {
  return get<{ n: number }>(db, 'SELECT count(*) AS n FROM history WHERE :since IS NULL OR day >= :since', {
    since,
  })!.n;
}

export function getEntry(db: Db, id: number): Entry {
  const entry = get<Entry>(db, `SELECT ${ENTRY} WHERE id = ?`, id);
  if (entry) return entry;
  const oldest = get<{ id: number | null }>(db, 'SELECT min(id) AS id FROM history')!.id;
  const more = oldest !== null && id < oldest ? ` any more; the oldest kept is #${oldest}` : '';
  throw new UserError(`There is no entry #${id} in the history${more}.`, 'jobsearch history');
}

/** The last command, or the last undo, that still holds. */
export function findLast(db: Db, kind: 'command' | 'undo'): Entry | undefined {
  return get(db, `SELECT ${ENTRY} WHERE kind = ? AND undone_by IS NULL ORDER BY id DESC LIMIT 1`, kind);
}

/** The entry in which a thing that was open, or planned, became something else; undefined when that is not kept. */
export function findEntryThatEnded(db: Db, table: string, id: number): number | undefined {
  const { seq } = get<{ seq: number | null }>(
    db,
    `SELECT max(seq) AS seq FROM journal
     WHERE table_name = ? AND key = ? AND op = 'update' AND json_extract(before, '$.state') IN ('open', 'planned')`,
    table,
    id,
  )!;
  return seq === null ? undefined : (findEntryOf(db, seq) ?? undefined);
}

// ── who and what the changes are about ────────────────────────────────────────────────────────────

export function listChanges(db: Db, entry: number): Change[] {
  return describeChanges(db, listEntryChanges(db, entry));
}

const NAMES: Record<string, string> = {
  contacts: 'name',
  events: 'title',
  promises: 'what',
  jobs: "company || coalesce(', ' || title, '')",
  tasks: 'title',
  interactions: 'coalesce(about, channel)',
  acts: 'coalesce(what, kind)',
  asks: 'kind',
  commitments: 'then_part',
};

/** With the names of things and people: as they are now, or as they were when they are gone. */
export function describeChanges(db: Db, changes: readonly RowChange[]): Change[] {
  const gone = new Map(
    changes.map((change) => [nameOf(change.table, change.key), change.after ?? change.before]),
  );
  const found = new Map<string, string | null>();
  const nameFor = ({ table, key }: RowId): string | null => {
    const name = nameOf(table, key);
    const known = found.get(name) ?? findName(db, table, key) ?? oldName(table, gone.get(name));
    found.set(name, known);
    return known;
  };
  const links = linksOf(db).filter(({ parent }) => parent === 'contacts');
  return changes.map((change) => {
    const { table, key, before, after } = change;
    const row = (after ?? before)!;
    const part = OWNERS[table];
    const owner = part ? { table: part.table, key: row[part.column] as number } : { table, key };
    const people = links
      .filter((link) => link.table === table && row[link.column] !== null)
      .map(({ column }) => nameFor({ table: 'contacts', key: row[column] as number }));
    return {
      ...{ table, key, before, after, owner, name: nameFor(owner) },
      people: [...new Set(people)].filter((name) => name !== null),
    };
  });
}

function findName(db: Db, table: string, key: RowId['key']): string | undefined {
  const name = NAMES[table];
  if (name === undefined) return undefined;
  const { where } = rowQuery(db, table);
  return get<{ name: string }>(db, `SELECT ${name} AS name FROM ${table} WHERE ${where}`, key)?.name;
}

function oldName(table: string, row: RowChange['before'] | undefined): string | null {
  if (!row) return null;
  const name = row.name ?? row.title ?? row.what ?? row.about ?? row.company ?? row.channel ?? row.kind;
  return table in NAMES && typeof name === 'string' ? name : null;
}
