/** What was found: people first, each kind with its best, and the words marked. */
import type { FoundKind, IsoDay } from '../model';
import { shortDay } from '../rules/day-words';
import type { Mark } from '../rules/excerpt';
import type { Found } from '../rules/found';
import { commandLine } from '../rules/shell-words';
import { count, dim, gap, line, type Span, type Text, title, type View } from './view';

/** As they are typed and shown. */
export const KIND_NAMES: Record<FoundKind, string> = {
  contact: 'people',
  interaction: 'conversations',
  promise: 'promises',
  ask: 'asks',
  act: 'acts',
  task: 'tasks',
  event: 'events',
  job: 'jobs',
  part: 'preparation',
  commitment: 'commitments',
  setting: 'settings',
};

export interface FoundGroup {
  kind: FoundKind;
  /** How many there are, shown or not. */
  total: number;
  /** There are more than that: so many are not counted. */
  atLeast: boolean;
  hits: Found[];
}

export interface FindFacts {
  words: string[];
  groups: FoundGroup[];
  total: number;
  atLeast: boolean;
  /** How many there are without forgiving a slip. */
  exactly: number;
  /** The words stand nowhere side by side: these have all of them somewhere. */
  apart: boolean;
  /** What was typed, and what is shown in its place. */
  slips: { typed: string; shown: string[] }[];
  /** Where nothing was found: words that may have been meant. */
  likely: string[];
}

export function findView(facts: FindFacts, today: IsoDay): View {
  if (facts.groups.length === 0) return nothingView(facts);
  const told = toldOf(facts);
  return [
    ...told.map((text) => line(text)),
    ...facts.groups.flatMap((group, at) => [
      ...(at > 0 || told.length > 0 ? [gap] : []),
      ...groupBlocks(group, facts, today),
    ]),
  ];
}

function nothingView({ words, likely }: FindFacts): View {
  const asked = words.join(' ');
  return [
    line(`Nothing has "${asked}".`),
    likely.length > 0
      ? line(dim(`Near it: ${likely.join(', ')} \u00b7 ${commandLine(['find', likely[0]!])}`))
      : line(
          dim(
            words.length > 1
              ? `Fewer words find more: ${commandLine(['find', words[0]!])}`
              : `${[...asked].length > 1 ? 'The beginning' : 'The first two letters'} of a word ${[...asked].length > 1 ? 'is' : 'are'} enough. Everybody: jobsearch contact list`,
          ),
        ),
  ];
}

function toldOf({ words, apart, slips, exactly }: FindFacts): string[] {
  const asked = words.join(' ');
  return [
    ...(apart ? [`Nowhere side by side: "${asked}". These have all the words.`] : []),
    ...slips.map(({ typed, shown }) =>
      exactly === 0
        ? `Nothing for "${typed}", showing ${listed(shown)}.`
        : `Only ${exactly} for "${typed}", also showing ${listed(shown)}.`,
    ),
  ];
}

function listed(words: string[]): string {
  return words.map((word) => `"${word}"`).join(', ');
}

function groupBlocks({ kind, total, atLeast, hits }: FoundGroup, { words }: FindFacts, today: IsoDay): View {
  const name = KIND_NAMES[kind];
  const more = total - hits.length;
  return [
    title(`${name[0]!.toUpperCase()}${name.slice(1)}`, dim(hits[0]!.next)),
    {
      kind: 'columns',
      columns: [{ align: 'right' }, { flex: true }, { align: 'right' }],
      rows: hits.flatMap((hit) => rowsOf(hit, today)),
      indent: 2,
    },
    ...(more > 0
      ? [
          line(
            dim(
              `${atLeast ? `over ${thousands(total)} in all` : count(more, 'more', 'more')}: ${commandLine(['find', ...words, '--kind', name, '--all'])}`,
            ),
            2,
          ),
        ]
      : []),
  ];
}

/** 10,000. */
function thousands(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ',');
}

function rowsOf(hit: Found, today: IsoDay): Text[][] {
  const { excerpt } = hit;
  return [
    [
      numberOf(hit),
      [...marked(hit.title, hit.titleMarks), dim(stateOf(hit))],
      dim(hit.day === null ? '' : shortDay(hit.day, today)),
    ],
    ...(excerpt ? [['', [dim(`${excerpt.field}: `), ...marked(excerpt.text, excerpt.marks)], '']] : []),
  ];
}

/** That the command beside the heading takes: a conversation has none, so it is that of the person. */
function numberOf({ kind, id, contactId }: Found): string {
  if (kind === 'part' || kind === 'commitment' || kind === 'setting') return '';
  if (kind === 'interaction') return contactId === null ? '' : `#${contactId}`;
  return `#${id}`;
}

/** Where it is not what one expects. */
const USUAL = ['active', 'open', 'planned'];

function stateOf({ kind, state }: Found): string {
  return kind === 'interaction' || kind === 'act' || kind === 'setting' || USUAL.includes(state)
    ? ''
    : `, ${state}`;
}

function marked(text: string, marks: Mark[]): Span[] {
  const ends = [0, ...marks.map(([, to]) => to)];
  return [
    ...marks.flatMap(([from, to], at): Span[] => [
      text.slice(ends[at], from),
      { text: text.slice(from, to), tone: 'found' },
    ]),
    text.slice(ends.at(-1)),
  ];
}
