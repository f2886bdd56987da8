/** What a command changed, in the words of the vocabulary. */
import type { Change, RowId, RowValues } from '../model';

export type Op = 'added' | 'changed' | 'removed';

/** One thing with all its parts, and what became of it. */
export interface Thing extends RowId {
  op: Op;
  name: string | null;
  people: string[];
  /** The row of the thing itself, as far as it is known. */
  row: RowValues | null;
  /** What changed in it; empty for what was added or removed. */
  fields: { name: string; from: string | number | null; to: string | number | null }[];
}

/** Every table that the journal covers, but for those that are parts of others. */
export const WORDS: Record<string, [one: string, many: string]> = {
  contacts: ['person', 'people'],
  interactions: ['conversation', 'conversations'],
  acts: ['act', 'acts'],
  promises: ['promise', 'promises'],
  tasks: ['task', 'tasks'],
  events: ['event', 'events'],
  jobs: ['job', 'jobs'],
  asks: ['ask', 'asks'],
  offers: ['offer', 'offers'],
  knows: ['tie between two people', 'ties between two people'],
  preparations: ['part of the preparation', 'parts of the preparation'],
  settings: ['setting', 'settings'],
  commitments: ['commitment', 'commitments'],
  review_answers: ['answer of a review', 'answers of a review'],
};

/** What a part of something is called where only that changed. */
const PARTS: Record<string, (row: RowValues) => string> = {
  points: ({ kind, value }) => `${kind} ${value}`,
  tags: ({ tag }) => `tag ${tag}`,
  past_companies: ({ company }) => `worked at ${company}`,
  imported_fields: ({ field }) => `${field} from an import`,
  event_people: () => 'who is there',
  touches: () => 'who took part',
  introductions: () => 'the introduction',
  job_moves: ({ stage, day }) => `${stage} on ${day}`,
  job_people: () => 'who is inside',
};

/** In the order in which they were first touched. */
export function thingsOf(changes: readonly Change[]): Thing[] {
  const things = new Map<string, Thing>();
  // What was answered says less than what the answer changed.
  const isAnswer = ({ table }: Change) => table === 'review_answers';
  const hidesAnswers = changes.some((change) => !isAnswer(change));
  const ties = new Set(changes.filter(({ table }) => table === 'knows').map(({ key }) => key));
  for (const change of changes) {
    if (hidesAnswers && isAnswer(change)) continue;
    // Both directions of one tie; one of them alone may be what an undo had to leave.
    const mirrored = change.table === 'knows' ? mirrorOf(change) : null;
    if (mirrored !== null && ties.has(mirrored)) continue;
    const owner = mirrored === null ? change.owner : { ...change.owner, key: mirrored };
    const id = `${owner.table} ${owner.key}`;
    const thing = things.get(id) ?? {
      ...owner,
      op: 'changed',
      name: change.name,
      people: [],
      row: null,
      fields: [],
    };
    things.set(id, thing);
    for (const name of change.people) if (!thing.people.includes(name)) thing.people.push(name);
    const isItself = change.table === change.owner.table;
    if (isItself) {
      thing.op = opOf(change);
      thing.row = change.after ?? change.before;
    }
    thing.fields.push(...(isItself ? fieldsOf(change) : [partOf(change)]));
  }
  return [...things.values()].map((thing) => (thing.op === 'changed' ? thing : { ...thing, fields: [] }));
}

/** The key of the same tie from the lower number to the higher; null where this is that one. */
function mirrorOf({ before, after }: Change): string | null {
  const { a, b } = (after ?? before)!;
  return Number(a) > Number(b) ? JSON.stringify([b, a]) : null;
}

function opOf({ before, after }: Change): Op {
  return before === null ? 'added' : after === null ? 'removed' : 'changed';
}

function fieldsOf({ before, after }: Change): Thing['fields'] {
  if (!before || !after) return [];
  return Object.keys(before)
    .filter((name) => name in after && before[name] !== after[name])
    .map((name) => ({ name: name.replaceAll('_', ' '), from: before[name]!, to: after[name]! }));
}

function partOf({ table, before, after }: Change): Thing['fields'][number] {
  const words = (row: RowValues | null) => (row ? (PARTS[table]?.(row) ?? table) : null);
  const [from, to] = [words(before), words(after)];
  const detail = fieldsOf({ before, after } as Change)[0];
  return detail && table === 'introductions' ? detail : { name: '', from, to };
}

/** So many of a kind. */
export interface ThingCount {
  op: Op;
  table: string;
  count: number;
}

export function countThings(things: readonly Pick<Thing, 'op' | 'table'>[]): ThingCount[] {
  const counts = new Map<string, ThingCount>();
  for (const { op, table } of things) {
    const one = counts.get(`${op} ${table}`) ?? { op, table, count: 0 };
    counts.set(`${op} ${table}`, { ...one, count: one.count + 1 });
  }
  return [...counts.values()];
}

const OPS: Op[] = ['added', 'changed', 'removed'];
/** More than these are counted, not named. */
const NAMED = 2;

/** "1 conversation, 2 promises added; Ana Ruiz changed". */
export function summaryOf(things: readonly Thing[]): string {
  const only = things.length === 1 ? things[0]! : undefined;
  if (only) return `${labelOf(only)} ${only.op}`;
  const said = OPS.flatMap((op) => {
    const words = countsOf(things.filter((thing) => thing.op === op));
    return words === '' ? [] : [`${words} ${op}`];
  });
  const people = [...new Set(things.flatMap((thing) => thing.people))];
  const line = said.join('; ');
  return people.length === 1 && !line.includes(people[0]!) ? `${line} (${people[0]})` : line;
}

function countsOf(things: readonly Thing[]): string {
  const tables = [...new Set(things.map(({ table }) => table))];
  return tables
    .map((table) => {
      const some = things.filter((thing) => thing.table === table);
      const isNamed = table === 'contacts' && some.length <= NAMED && some.every(({ name }) => name !== null);
      return isNamed ? some.map(({ name }) => name).join(' and ') : counted(table, some.length);
    })
    .join(', ');
}

/** "3 tasks". */
export function counted(table: string, n: number): string {
  const [one, many] = WORDS[table] ?? [table, table];
  return `${String(n).replace(/\B(?=(\d{3})+$)/g, ',')} ${n === 1 ? one : many}`;
}

/** "task #3 Call Ana", "conversation with Ana Ruiz (how her team hires)", "Ana Ruiz". */
export function labelOf({ table, key, name, people, row }: Thing): string {
  const [one] = WORDS[table] ?? [table];
  const who = people.length === 0 ? '' : people.length <= 3 ? people.join(', ') : `${people.length} people`;
  const said = name === null ? '' : ` ${name}`;
  if (table === 'contacts') return `${name ?? 'person'} #${key}`;
  if (table === 'interactions') return `${one}${who && ` with ${who}`}${name === null ? '' : ` (${name})`}`;
  if (table === 'settings') return `${one} ${key}`;
  if (table === 'preparations') return `${one} ${key}`;
  if (table === 'review_answers') return answerLabel(row);
  if (table === 'knows') return `that ${who.replace(', ', ' and ')} know each other`;
  if (table === 'offers') return `offer of ${who}: ${row?.kind ?? ''}`;
  return `${one} #${key}${said}${who && !said.includes(who) ? ` (${who})` : ''}`;
}

const ASKED_ABOUT: Record<string, string> = {
  outcome: 'commitment #',
  straggler: 'task #',
  tie: 'person #',
  part: '',
  commitment: 'commitment ',
};

/** 'answer "keep" on task #3'. */
function answerLabel(row: RowValues | null): string {
  return row ? `answer "${row.answer}" on ${ASKED_ABOUT[String(row.step)] ?? ''}${row.thing}` : 'answer';
}
