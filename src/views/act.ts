/** What was done for each other, and the introductions among it that are not closed yet. */
import type { ActKind, Introduction, IsoDay, LoggedAct, Tie } from '../model';
import { dayWithWeekday, shortDay } from '../rules/day-words';
import { introducedOf, moveOfLoop, nameOfLoop } from '../rules/loops';
import { givenName } from '../rules/names';
import type { Standing } from '../rules/standing';
import { levelWords } from './ties';
import { count, dim, gap, heading, line, type Text, type View } from './view';

export interface NamedActFacts extends LoggedAct {
  contactId: number;
  name: string;
}

/** The kind only where the words for it do not tell it already. */
export function actWords({ kind, what }: { kind: ActKind; what: string | null }): string {
  if (what === null) return kind;
  return kind === 'favour' || what.toLowerCase().includes(kind.slice(0, 4)) ? what : `${kind} (${what})`;
}

// ── the list ──────────────────────────────────────────────────────────────────────────────────────

export interface ActListFacts {
  acts: NamedActFacts[];
  loops: Introduction[];
}

export function actListView(
  { acts, loops }: ActListFacts,
  { name, older, today }: { name: string | null; older: number; today: IsoDay },
): View {
  const more = older > 0 ? [line(dim(`${count(older, 'older one')}: jobsearch act list --all`))] : [];
  if (acts.length === 0) {
    const between = name === null ? '' : ` between you and ${name}`;
    return [
      line(older > 0 ? 'Nothing in the last 90 days.' : `Nothing is written down yet${between}.`),
      ...(older > 0 ? [] : [line(dim('What somebody did for you: jobsearch act add ana "advice on my CV"'))]),
      ...loopBlocks(loops, today),
      ...more,
    ];
  }
  return [
    {
      kind: 'columns',
      columns: [{ align: 'right' }, { align: 'right' }, {}, {}, { flex: true }],
      head: ['#', 'day', 'who', '', 'what'],
      rows: acts.map((act) => [
        `${act.id}`,
        shortDay(act.day, today),
        act.name,
        act.by === 'me' ? 'by you' : 'for you',
        `${actWords(act)}${act.by === 'them' && !act.asked ? ', unasked' : ''}`,
      ]),
    },
    ...loopBlocks(loops, today),
    ...more,
  ];
}

// ── loops ─────────────────────────────────────────────────────────────────────────────────────────

function loopBlocks(loops: Introduction[], today: IsoDay): View {
  if (loops.length === 0) return [];
  return [
    gap,
    heading('Introductions not closed yet'),
    {
      kind: 'columns',
      columns: [{ align: 'right' }, { flex: true }],
      rows: loops.map((loop) => [`#${loop.actId}`, `${loopWords(loop, today)}; next: ${moveWords(loop)}`]),
      indent: 2,
    },
  ];
}

/** "Omar Haddad, 8 Nov: the introduction to Maria (thanked 9 Nov, met 12 Nov)". */
export function loopWords(loop: Introduction, today: IsoDay): string {
  const past = [
    loop.thankedOn && `thanked ${shortDay(loop.thankedOn, today)}`,
    loop.metOn && `met ${shortDay(loop.metOn, today)}`,
    loop.toldOn && `told ${shortDay(loop.toldOn, today)}`,
  ].filter(Boolean);
  return `${loop.name}, ${shortDay(loop.day, today)}: ${nameOfLoop(loop)}${past.length > 0 ? ` (${past.join(', ')})` : ''}`;
}

/** What the loop waits for, by name; empty once it is closed. */
export function moveWords(loop: Introduction): string {
  const introducer = givenName(loop.name);
  switch (moveOfLoop(loop)) {
    case 'thank':
      return `thank ${introducer}`;
    case 'meet':
      return `meet ${introducedOf(loop) ?? 'them'}`;
    case 'tell':
      return `tell ${introducer} how it went`;
    default:
      return '';
  }
}

/** The flag that says the next move was made. */
export function moveFlag(loop: Introduction): string {
  const flags = { thank: '--thanked', meet: '--met', tell: '--told' } as const;
  return flags[moveOfLoop(loop) ?? 'tell'];
}

export function loopLines(loop: Introduction): View {
  const move = moveWords(loop);
  return [
    ...(loop.introduced === null && loop.toldOn === null
      ? [line(dim(`To whom? jobsearch act loop ${loop.actId} --whom "a name"`))]
      : []),
    ...(move ? [line(dim(`Next: ${move} · done: jobsearch act loop ${loop.actId} ${moveFlag(loop)}`))] : []),
  ];
}

export function loopView(loop: Introduction, today: IsoDay): View {
  if (loop.toldOn !== null) {
    return [
      line([
        { text: 'Closed', tone: 'good' },
        ` #${loop.actId}: you told ${loop.name} how ${nameOfLoop(loop)} went, ${dayWithWeekday(loop.toldOn, today)}.`,
      ]),
    ];
  }
  return [line(`${loopWords(loop, today)}.`), ...loopLines(loop)];
}

// ── after a change ────────────────────────────────────────────────────────────────────────────────

export interface ActChangeFacts {
  act: NamedActFacts;
  before: Tie & Standing;
  after: Tie & Standing;
  /** Of an introduction made for me. */
  loop: Introduction | null;
  /** Who the two ends of an introduction are, where they know each other from now on. */
  introducedName: string | null;
}

export function actAddedView(
  { act, before, after, loop, introducedName }: ActChangeFacts,
  today: IsoDay,
): View {
  const asked = act.by === 'me' ? '' : act.asked ? ', asked for' : ', unasked';
  const who = act.by === 'me' ? `you did for ${act.name}` : `${act.name} did for you`;
  return [
    line([
      { text: `Noted #${act.id}: `, tone: 'good' },
      `${who}, ${dayWithWeekday(act.day, today)}: ${actWords(act)}${asked}.`,
    ]),
    { kind: 'facts', rows: [[act.name, changeOfLevel(before, after)]] },
    ...(introducedName === null ? [] : [line(dim(`${act.name} and ${introducedName} know each other now.`))]),
    ...(loop ? loopLines(loop) : []),
  ];
}

/** With what goes along. */
export function actToRemove(act: ActChangeFacts['act'], hasLoop: boolean, today: IsoDay): string {
  const by = act.by === 'me' ? 'by you for' : 'by';
  const end = hasLoop ? ', with how far it got' : '';
  return `#${act.id}: ${actWords(act)}, ${by} ${act.name}, ${shortDay(act.day, today)}${end}`;
}

export function actRemovedView({ act, before, after, loop }: ActChangeFacts, today: IsoDay): View {
  return [
    line(`Removed ${actToRemove(act, loop !== null, today)}.`),
    { kind: 'facts', rows: [[act.name, changeOfLevel(before, after)]] },
    line(dim('Back again: jobsearch undo')),
  ];
}

function changeOfLevel(before: Standing, after: Standing): Text {
  if (after.level === before.level) {
    const same = Math.floor(after.depth) === Math.floor(before.depth);
    return `still ${after.levelName} (${same ? '' : `${Math.floor(before.depth)} → `}${Math.floor(after.depth)})`;
  }
  return [
    `${levelWords(before)} → `,
    { text: levelWords(after), tone: after.level > before.level ? 'good' : 'warn' },
  ];
}
