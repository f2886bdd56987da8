/** What there is to find: of each kind the texts, read alike for the index and for the screen. */
import { FOUND_KINDS, type FoundKind, PARTS, type WrittenDown } from '../model';
import { all, type Db, sql } from './db';

/** Where a text counts: names more than facts, facts more than notes, and whom it is about the least. */
export const FIELDS = ['name', 'facts', 'notes', 'people'] as const;
type Field = (typeof FIELDS)[number];

interface Source {
  from: string;
  id: string;
  day: string;
  state: string;
  by?: string;
  contactId: string;
  people: string;
  /** The label, where it counts, and the text. */
  texts: [label: string, field: Field, sql: string][];
  /** Without it there is nothing to read in it. */
  where?: string;
}

const nameOf = (column: string) => `(SELECT name FROM contacts WHERE id = ${column})`;
const namesOf = (ids: string) => `(SELECT group_concat(name, ', ') FROM contacts WHERE id IN (${ids}))`;
const NOBODY = 'NULL';

/** Settings that hold words of one's own; the others are numbers and choices. */
export const FOUND_SETTINGS = ['goal', 'roles', 'targets'] as const;

/** For rows that have words for keys: the place of the word, from 1. */
function numberedBy(column: string, words: readonly string[]): string {
  return `(CASE ${column} ${words.map((word, at) => `WHEN '${word}' THEN ${at + 1}`).join(' ')} END)`;
}

const SOURCES: Record<FoundKind, Source> = {
  contact: {
    from: 'contacts t',
    id: 't.id',
    day: 't.last_touch_on',
    state: 't.state',
    contactId: 't.id',
    people: NOBODY,
    texts: [
      ['name', 'name', 't.name'],
      ['company', 'facts', 't.company'],
      ['role', 'facts', 't.role'],
      ['tags', 'facts', "(SELECT group_concat(tag, ', ') FROM tags WHERE contact_id = t.id)"],
      [
        'worked at',
        'facts',
        "(SELECT group_concat(company, ', ') FROM past_companies WHERE contact_id = t.id)",
      ],
      ['reached at', 'facts', "(SELECT group_concat(value, ', ') FROM points WHERE contact_id = t.id)"],
      ['how met', 'notes', 't.how_met'],
      ['purpose', 'notes', 't.purpose'],
      ['notes', 'notes', 't.notes'],
    ],
  },
  interaction: {
    from: 'interactions t',
    id: 't.id',
    day: 't.day',
    state: 't.channel',
    contactId: '(SELECT min(contact_id) FROM touches WHERE interaction_id = t.id)',
    people: namesOf('SELECT contact_id FROM touches WHERE interaction_id = t.id'),
    texts: [
      ['about', 'name', 't.about'],
      ['purpose', 'notes', 't.purpose'],
    ],
    where: 'coalesce(t.about, t.purpose) IS NOT NULL',
  },
  promise: {
    from: 'promises t',
    id: 't.id',
    day: 't.made_on',
    state: 't.state',
    by: 't.by',
    contactId: 't.contact_id',
    people: nameOf('t.contact_id'),
    texts: [['what', 'name', 't.what']],
  },
  ask: {
    from: 'asks t',
    id: 't.id',
    day: 't.asked_on',
    state: "coalesce(t.outcome, 'open')",
    by: "'me'",
    contactId: 't.contact_id',
    people: nameOf('t.contact_id'),
    texts: [
      ['what', 'name', 't.what'],
      ['kind', 'facts', 't.kind'],
    ],
  },
  act: {
    from: 'acts t',
    id: 't.id',
    day: 't.day',
    state: 't.kind',
    by: 't.by',
    contactId: 't.contact_id',
    people: nameOf('t.contact_id'),
    texts: [
      ['what', 'name', 't.what'],
      ['kind', 'facts', 't.kind'],
    ],
  },
  task: {
    from: 'tasks t',
    id: 't.id',
    day: 'coalesce(t.closed_on, t.due_on)',
    state: 't.state',
    contactId: 't.contact_id',
    people: namesOf('t.contact_id, t.waiting_for'),
    texts: [
      ['title', 'name', 't.title'],
      ['notes', 'notes', 't.notes'],
    ],
  },
  event: {
    from: 'events t',
    id: 't.id',
    day: 't.start_on',
    state: 't.state',
    contactId: NOBODY,
    people: namesOf('SELECT contact_id FROM event_people WHERE event_id = t.id'),
    texts: [
      ['title', 'name', 't.title'],
      ['place', 'facts', 't.place'],
      ['purpose', 'notes', 't.purpose'],
      ['outcome', 'notes', 't.outcome'],
      ['notes', 'notes', 't.notes'],
    ],
  },
  job: {
    from: 'jobs t',
    id: 't.id',
    day: 't.stirred_on',
    state: 't.stage',
    contactId: 't.hiring_manager',
    people: namesOf('SELECT contact_id FROM job_people WHERE job_id = t.id UNION SELECT t.hiring_manager'),
    texts: [
      ['company', 'name', 't.company'],
      ['title', 'name', 't.title'],
      ['place', 'facts', 't.place'],
      ['pay', 'facts', 't.pay'],
      ['source', 'facts', 't.source'],
      ['link', 'facts', 't.link'],
      ['reason', 'notes', 't.closed_reason'],
      ['notes', 'notes', 't.notes'],
    ],
  },
  part: {
    from: 'preparations t',
    id: numberedBy('t.part', PARTS),
    day: 't.touched_on',
    state: 't.state',
    contactId: NOBODY,
    people: NOBODY,
    texts: [
      ['part', 'name', 't.part'],
      ['notes', 'notes', 't.notes'],
    ],
  },
  commitment: {
    from: 'commitments t',
    id: 't.id',
    day: 't.week_on',
    state: "coalesce(t.outcome, 'open')",
    contactId: NOBODY,
    people: NOBODY,
    texts: [
      ['when', 'name', 't.when_part'],
      ['then', 'name', 't.then_part'],
    ],
  },
  setting: {
    from: 'settings t',
    id: numberedBy('t.key', FOUND_SETTINGS),
    day: 'NULL',
    state: 't.key',
    contactId: NOBODY,
    people: NOBODY,
    texts: [['value', 'name', 't.value']],
    where: `t.key IN (${FOUND_SETTINGS.map((key) => `'${key}'`).join(', ')})`,
  },
};

/** Of one row: the texts in the order of its source, and at last the people. */
export interface Text {
  kind: FoundKind;
  id: number;
  texts: (string | null)[];
}

/** For each of the texts, which of the fields it counts in. */
export function placesOf(kind: FoundKind): number[] {
  const fields: Field[] = [...SOURCES[kind].texts.map(([, field]) => field), 'people'];
  return fields.map((field) => FIELDS.indexOf(field));
}

export function countTexts(db: Db): number {
  return FOUND_KINDS.reduce((sum, kind) => sum + countOf(db, kind), 0);
}

function countOf(db: Db, kind: FoundKind): number {
  const { from, where = 'TRUE' } = SOURCES[kind];
  return all<{ n: number }>(db, `SELECT count(*) AS n FROM ${from} WHERE ${where}`)[0]!.n;
}

/** Those after a number, in order. */
export function readTexts(db: Db, kind: FoundKind, after: number, atMost: number): Text[] {
  const { id } = SOURCES[kind];
  return textsWhere(db, kind, `${id} > ? ORDER BY ${id} LIMIT ?`, after, atMost);
}

/** Undefined where there is nothing to read in it, or it is gone. */
export function findText(db: Db, kind: FoundKind, number: number): Text | undefined {
  return textsWhere(db, kind, `${SOURCES[kind].id} = ?`, number)[0];
}

function textsWhere(db: Db, kind: FoundKind, which: string, ...values: number[]): Text[] {
  const { id, from, people, texts, where = 'TRUE' } = SOURCES[kind];
  const columns = [id, ...texts.map(([, , text]) => text), people].join(', ');
  const statement = sql(db, `SELECT ${columns} FROM ${from} WHERE ${where} AND ${which}`);
  // As arrays: of a million rows the names of the columns take longer than the rows.
  return (statement.raw().all(...values) as [number, ...(string | null)[]][]).map(([number, ...row]) => ({
    kind,
    id: number,
    texts: row,
  }));
}

type Row = Record<string, string | number | null>;

/** In the order of the numbers given; those that are gone are passed over. */
export function listWritten(db: Db, kind: FoundKind, ids: readonly number[]): WrittenDown[] {
  const { id, from, day, state, by = 'NULL', contactId, people, texts } = SOURCES[kind];
  const columns = texts.map(([, , text], at) => `${text} AS t${at}`).join(', ');
  const text = `SELECT ${id} AS id, ${day} AS day, ${state} AS state, ${by} AS by, ${contactId} AS contactId,
    ${people} AS people, ${columns} FROM ${from} WHERE ${id} = ?`;
  return ids.flatMap((number) =>
    all<Row>(db, text, number).map((row) => ({
      ...(pick(row) as Omit<WrittenDown, 'kind' | 'texts'>),
      kind,
      texts: Object.fromEntries(texts.map(([label], at) => [label, row[`t${at}`] as string | null])),
    })),
  );
}

function pick({ id, day, state, by, contactId, people }: Row): Row {
  return { id: id!, day: day!, state: state!, by: by!, contactId: contactId!, people: people! };
}

/** The days of some of them, for a tie between two that fit as well. */
export function listDays(db: Db, kind: FoundKind, ids: readonly number[]): Map<number, string | null> {
  const { id, from, day } = SOURCES[kind];
  const rows = all<{ id: number; day: string | null }>(
    db,
    `SELECT ${id} AS id, ${day} AS day FROM ${from} WHERE ${id} IN (SELECT value FROM json_each(?))`,
    JSON.stringify(ids),
  );
  return new Map(rows.map((row) => [row.id, row.day]));
}
