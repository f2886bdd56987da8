/** What was done, the latest first, and one entry in full. */
import type { Entry, IsoDay } from '../model';
import { labelOf, type Thing, type ThingCount } from '../rules/changes';
import { columnWords, valueWords } from '../rules/column-words';
import { dayWithWeekday } from '../rules/day-words';
import { count, dim, gap, line, type Span, type Text, title, type View, warn } from './view';

export interface HistoryFacts {
  entries: Entry[];
  /** How many there are beyond those. */
  more: number;
}

export function historyView({ entries, more }: HistoryFacts, today: IsoDay): View {
  if (entries.length === 0) return [line('Nothing was written down yet.')];
  const rows = entries.flatMap((entry): Text[][] => [
    [
      `#${entry.id}`,
      dim(`${dayWithWeekday(entry.day, today)} ${clockOf(entry)}`),
      [whatOf(entry), stateOf(entry)],
    ],
    ...(entry.kind === 'command' ? [['', '', dim(entry.typed)]] : []),
  ]);
  const [first] = entries;
  return [
    { kind: 'columns', columns: [{ align: 'right' }, {}, { flex: true }], rows },
    gap,
    ...(more > 0
      ? [
          line(
            dim(
              `${count(more, 'older entry', 'older entries')}: jobsearch history -n ${entries.length + more}`,
            ),
          ),
        ]
      : []),
    line(dim(`One in full: jobsearch history ${first!.id} · take one back: jobsearch undo N`)),
  ];
}

/** By the clock of where the user is now. */
function clockOf({ at }: Entry): string {
  const moment = new Date(at);
  return [moment.getHours(), moment.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
}

function whatOf({ kind, undoes, what }: Entry): string {
  if (kind === 'undo') return `took back #${undoes}: ${what}`;
  return kind === 'redo' ? `reversed #${undoes}: ${what}` : what;
}

function stateOf({ kind, undoneBy, leftOver }: Entry): Span {
  const part = leftOver > 0 ? ' (in part)' : '';
  if (undoneBy === null) return dim(part);
  return warn(`${part} · ${kind === 'undo' ? 'reversed' : 'taken back'} by #${undoneBy}`);
}

export interface EntryFacts extends Entry {
  /** The first of them, unless all were asked for. */
  things: Thing[];
  /** All of them, by what became of them. */
  counts: ThingCount[];
  /** How many things there are beyond those. */
  more: number;
}

export function entryView(facts: EntryFacts, today: IsoDay): View {
  const { things: shown, more } = facts;
  const back = facts.kind === 'undo' ? 'redo' : 'undo';
  return [
    title(facts.typed, `#${facts.id} · ${dayWithWeekday(facts.day, today)} ${clockOf(facts)}`),
    line([whatOf(facts), stateOf(facts)]),
    gap,
    { kind: 'columns', columns: [{}, { flex: true }], rows: shown.flatMap(rowsOf), indent: 2 },
    ...(more > 0 ? [line(dim(`and ${more} more: jobsearch history ${facts.id} --all`), 2)] : []),
    ...(facts.undoneBy === null ? [gap, line(dim(`Take it back: jobsearch ${back} ${facts.id}`))] : []),
  ];
}

function rowsOf(thing: Thing): Text[][] {
  return [[thing.op, labelOf(thing)], ...thing.fields.map((field): Text[] => ['', fieldWords(field)])];
}

/** "role: – → CTO"; a part that has no value of its own is there from now on, or no longer. */
function fieldWords({ name, from, to }: Thing['fields'][number]): Text {
  if (name !== '')
    return [dim(`${columnWords(name)}: `), `${valueWords(name, from)} → ${valueWords(name, to)}`];
  return from === null ? `+ ${to}` : `– ${from}`;
}
