/** What an import would do: numbers first, then each thing that a person may want to check. */
import type { Contact, IsoDay, Point } from '../model';
import { shortDay } from '../rules/day-words';
import type { Likeness } from '../rules/import-match';
import type { FieldChange } from '../rules/import-plan';
import { count, dim, gap, heading, line, type Text, title, type View, warn } from './view';

interface Line {
  file: string;
  line: number;
}

/** One person of the file. */
interface ArrivalFacts extends Line, Pick<Contact, 'name' | 'company' | 'role' | 'connectedOn'> {
  fromMessages: boolean;
}

type Candidate = Pick<Contact, 'id' | 'name' | 'company'>;

export interface ImportFacts {
  file: string;
  kind: 'linkedin';
  parts: string[];
  /** Files of the archive that were not read. */
  unread: string[];
  asOf: IsoDay;
  /** Whose messages they are; null without messages, and when it cannot be told. */
  owner: { name: string; linkKey: string | null; how: string } | null;
  /** Who may be the owner, when it cannot be told. */
  ownerDoubt: string[];
  /** Written to the settings as `me`. */
  remembered: string | null;
  plan: {
    /** `id` is null until it is written. */
    new: (ArrivalFacts & { id: number | null })[];
    changed: ({ id: number; name: string; changes: FieldChange[]; points: Point[] } & Line)[];
    same: number;
    /** Fields that differ from the file and stay: typed by hand, or from a newer file. */
    kept: number;
    newer: number;
    doubtful: (ArrivalFacts & { likeness: Likeness; candidates: Candidate[] })[];
    skipped: (Line & { reason: string })[];
  };
  hiddenMembers: number;
  messages: {
    total: number;
    new: number;
    /** Interactions that the new ones make, and with how many people. */
    days: number;
    people: number;
    known: number;
    /** Left out with people in doubt. */
    doubtful: number;
    /** Interactions that get the text they lacked. */
    texts: number;
    conversations: number;
    drafts: number;
    spam: number;
    sponsored: number;
    hiddenMessages: number;
    ownerUnknown: number;
    groupMessages: number;
    groupThreads: number;
  };
  done: boolean;
}

const CHANGED_SHOWN = 10;
const DOUBTFUL_SHOWN = 20;
const REASONS_SHOWN = 10;
const LINES_SHOWN = 10;

export function importPlanView(facts: ImportFacts, today: IsoDay): View {
  const { plan, file, asOf, owner } = facts;
  const whose = owner ? `, messages of ${owner.name}` : '';
  return [
    title(file, dim(`as of ${shortDay(asOf, today)}${whose}`)),
    gap,
    { kind: 'columns', columns: [{}, { align: 'right' }, { flex: true }], rows: countRows(facts), indent: 2 },
    ...ownerBlocks(facts),
    ...section(
      'Changed',
      plan.changed,
      CHANGED_SHOWN,
      (one) => [`#${one.id} ${one.name}`, changeWords(one, today)],
      'people',
    ),
    ...section(
      'In doubt',
      plan.doubtful,
      DOUBTFUL_SHOWN,
      (one) => [placeOf(one), `${arrivalWords(one)} has ${likenessWords(one.likeness, one.candidates)}`],
      'people',
    ),
    ...section('Skipped', byReason(plan.skipped), REASONS_SHOWN, skippedRow, 'reasons'),
    ...(facts.unread.length > 0
      ? [gap, line(dim(`Not taken over from the archive: ${few(facts.unread, LINES_SHOWN)}.`))]
      : []),
  ];
}

function countRows({ plan, messages, hiddenMembers }: ImportFacts): Text[][] {
  const fromMessages = plan.new.filter((one) => one.fromMessages).length;
  const kept = [
    plan.kept > 0 ? `${count(plan.kept, 'field')} kept as you wrote them` : '',
    plan.newer > 0 ? `${count(plan.newer, 'field')} newer here than in this file` : '',
  ];
  const rows: [string, number, string][] = [
    [
      'new people',
      plan.new.length,
      fromMessages > 0 ? `${number(fromMessages)} known from messages only` : '',
    ],
    ['changed', plan.changed.length, kept.filter((part) => part !== '').join(', ')],
    ['the same', plan.same, ''],
    ['in doubt', plan.doubtful.length, 'like somebody here, but not surely the same'],
    ['skipped', plan.skipped.length, 'lines or details, below'],
    ['hidden', hiddenMembers, 'rows of members without a name'],
  ];
  const always = ['new people', 'changed', 'the same'];
  return [
    ...rows
      .filter(([label, n]) => n > 0 || always.includes(label))
      .map(([label, n, note]): Text[] => [label, number(n), dim(note)]),
    ...(messages.total > 0 ? messageRows(messages) : []),
  ];
}

function messageRows(messages: ImportFacts['messages']): Text[][] {
  const { days, people } = messages;
  const rows: [string, number, string][] = [
    [
      'new messages',
      messages.new,
      days > 0
        ? `one to one with ${counted(people, 'person', 'people')}, ${counted(days, 'entry', 'entries')} by day`
        : '',
    ],
    ['known already', messages.known, ''],
    ['texts added', messages.texts, 'to messages that are here'],
    ['left out', leftOut(messages), leftOutWords(messages)],
  ];
  return rows
    .filter(([label, n]) => n > 0 || label === 'new messages')
    .map(([label, n, note]): Text[] => [label, number(n), dim(note)]);
}

function partsLeftOut(messages: ImportFacts['messages']): [number, string][] {
  return [
    [messages.groupMessages, 'in groups, which prove nothing about one member'],
    [messages.sponsored, 'from advertisers'],
    [messages.spam, 'in the spam folder'],
    [messages.drafts, 'never sent'],
    [messages.hiddenMessages, 'with members without a name'],
    [messages.ownerUnknown, 'as it cannot be told whose they are'],
    [messages.doubtful, 'with people in doubt'],
  ];
}

function leftOut(messages: ImportFacts['messages']): number {
  return partsLeftOut(messages).reduce((sum, [n]) => sum + n, 0);
}

function leftOutWords(messages: ImportFacts['messages']): string {
  const parts = partsLeftOut(messages).filter(([n]) => n > 0);
  return parts.map(([n, what]) => `${number(n)} ${what}`).join(' · ');
}

function ownerBlocks({ ownerDoubt, messages }: ImportFacts): View {
  if (messages.ownerUnknown === 0) return [];
  const who = ownerDoubt.length > 0 ? ` It may be ${ownerDoubt.join(', ')}.` : '';
  return [
    gap,
    line(warn(`The messages are left out: it cannot be told whose they are.${who}`)),
    line(dim('Say it: the same command with --me "Your Name"')),
  ];
}

/** Nothing at all for no rows; what is past `atMost` is counted. */
function section<T>(
  name: string,
  all: T[],
  atMost: number,
  rowOf: (one: T) => [string, string],
  what: string,
): View {
  if (all.length === 0) return [];
  const rest = all.length - atMost;
  return [
    gap,
    heading(name),
    { kind: 'columns', columns: [{}, { flex: true }], rows: all.slice(0, atMost).map(rowOf), indent: 2 },
    ...(rest > 0 ? [line(dim(`and ${number(rest)} more ${what}: --json names them all`), 2)] : []),
  ];
}

const FIELD_NAMES = { name: 'name', company: 'company', role: 'role', connectedOn: 'connected' } as const;
const POINT_NAMES = { email: 'e-mail added', phone: 'telephone added', link: 'profile link added' } as const;

function changeWords(
  { changes, points }: { changes: FieldChange[]; points: Point[] },
  today: IsoDay,
): string {
  const fields = changes.map(({ field, from, to }) => {
    const valueWords = (value: string) => (field === 'connectedOn' ? shortDay(value, today) : value);
    return `${FIELD_NAMES[field]} ${from === null ? '' : `${valueWords(from)} → `}${valueWords(to)}`;
  });
  return [...fields, ...points.map(({ kind }) => POINT_NAMES[kind])].join(' · ');
}

/** "Lee Chen, CTO, Globex": one person of a file, as far as the file knows. */
export function arrivalWords({ name, role, company }: Pick<Contact, 'name' | 'role' | 'company'>): string {
  return [name, role, company].filter(Boolean).join(', ');
}

/** Completes "Lee Chen has …". */
export function likenessWords(likeness: Likeness, candidates: Candidate[]): string {
  const who = candidates.map(candidateWords).join('; ');
  const what: Record<Likeness, string> = {
    'same-link': 'the profile link of',
    'same-email': 'the e-mail address of',
    'same-name': 'the same name as',
    'same-name-and-company': 'the name and company of',
    'longer-name': 'a name like',
  };
  return `${what[likeness]} ${who}`;
}

export function candidateWords({ id, name, company }: Candidate): string {
  return `#${id} ${name}${company ? `, ${company}` : ''}`;
}

/** The reasons in the order in which they first come, each with its lines. */
function byReason(skipped: ImportFacts['plan']['skipped']): [string, Line[]][] {
  const reasons = new Map<string, Line[]>();
  for (const one of skipped) reasons.set(one.reason, [...(reasons.get(one.reason) ?? []), one]);
  return [...reasons];
}

function skippedRow([reason, [first, ...others]]: [string, Line[]]): [string, string] {
  const also = others.map((one) => (one.file === first!.file ? String(one.line) : placeOf(one)));
  return [placeOf(first!), `${reason}${also.length > 0 ? ` (lines ${few(also, LINES_SHOWN)} too)` : ''}`];
}

function placeOf({ file, line }: Line): string {
  return `${file}:${line}`;
}

function few(names: string[], atMost: number): string {
  const rest = names.length - atMost;
  return `${names.slice(0, atMost).join(', ')}${rest > 0 ? ` and ${number(rest)} more` : ''}`;
}

export function counted(n: number, one: string, many = `${one}s`): string {
  return count(n, one, many).replace(String(n), number(n));
}

/** 1,800: in lists of thousands the digits run together. */
function number(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ',');
}
