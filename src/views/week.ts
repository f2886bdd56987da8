/** What the week was: where its time went, what networking took, who moved, and what was promised and left alone. */
import { BUCKETS, type Bucket, type IsoDay, LEVEL_NAMES } from '../model';
import { NETWORKING } from '../rules/constants';
import { minutesWords, shortDay } from '../rules/day-words';
import type { Finding } from '../rules/detectors';
import type { Tip } from '../rules/moves';
import type { Balance } from '../rules/portfolio';
import type { NeglectedPart } from '../rules/proposals';
import { actWords } from './act';
import { looseEndLine } from './loose-ends';
import type { ReviewFacts } from './quadrant';
import { PART_NAMES } from './task';
import { bad, count, dim, gap, good, heading, line, type Text, title, type View, warn } from './view';

const BUCKET_NAMES: Record<Bucket, string> = {
  deepen: 'follow up and deepen',
  meet: 'new people, events',
  apply: 'applications',
  prepare: 'preparation',
  review: 'review and planning',
};

const MOST_MOVES = 4;
const MOST_NAMES = 4;
const MOST_ENDS = 3;
/** Points of a hundred that a bucket has to be off its aim by to be named. */
const OFF_POINTS = 5;

// ── where the time went ───────────────────────────────────────────────────────────────────────────

export function timeBlocks(balance: Balance): View {
  if (balance.total === 0) {
    return [
      line('No time was logged in these days.'),
      line(dim('It comes from jobsearch log, event done, and task done --spent 25.')),
    ];
  }
  return [
    title('Where the time went', dim(`${minutesWords(balance.total)} in all`)),
    {
      kind: 'bars',
      rows: BUCKETS.map((bucket) => ({
        label: BUCKET_NAMES[bucket],
        share: balance.shares[bucket],
        aim: balance.aims[bucket],
        note: noteOf(bucket, balance),
      })),
    },
  ];
}

function noteOf(bucket: Bucket, { mostOver, mostUnder }: Balance): Text {
  const isOff = (one: Balance['mostOver']) =>
    one?.bucket === bucket && Math.abs(one.share - one.aim) * 100 >= OFF_POINTS;
  if (isOff(mostUnder)) return warn('most under');
  return isOff(mostOver) ? warn('most over') : '';
}

// ── networking too much ───────────────────────────────────────────────────────────────────────────

export function findingBlocks(findings: Finding[]): View {
  if (findings.length === 0) return [];
  return [
    gap,
    heading(`Networking too much, in the last ${NETWORKING.lookBackDays} days`),
    ...findings.map((finding) => line(warn(findingWords(finding)), 2)),
  ];
}

function findingWords(finding: Finding): string {
  switch (finding.kind) {
    case 'collecting-cards': {
      const { people, followedUpInTime } = finding;
      return `You met ${people} people (a week or more ago) and followed up with ${followedUpInTime || 'nobody'} within a week.`;
    }
    case 'easy-side':
      return `Events, new people, favours: ${finding.easy}. Follow-ups, real talks, promises kept: ${finding.hard}.`;
    case 'crowding-out': {
      const { total, networking, apply, prepare } = finding;
      return `Networking took ${minutesWords(networking)} of ${minutesWords(total)}, applications and preparation ${minutesWords(apply + prepare)}.`;
    }
    case 'no-purpose':
      return `${finding.withoutPurpose} of ${finding.contactDays} times in touch were with people who have no purpose yet.`;
  }
}

// ── who moved, what was promised, what was left alone ─────────────────────────────────────────────

export function outcomeRows(
  { moved, champions, promises, neglectedParts, looseEnds }: ReviewFacts,
  today: IsoDay,
): [string, Text][] {
  return [
    ...movedRows(
      'moved up',
      moved.filter(({ before, after }) => after > before),
      today,
    ),
    ...movedRows(
      'moved down',
      moved.filter(({ before, after }) => after < before),
      today,
    ),
    ...championRows(champions, today),
    ...promiseRows(promises, today),
    ...neglectedRows(neglectedParts),
    ...looseEndRows(looseEnds, today),
  ];
}

/** Whoever moved alike shares a row: fourteen new people at one event are one piece of news. */
function movedRows(label: string, moved: ReviewFacts['moved'], today: IsoDay): [string, Text][] {
  const groups = new Map<string, ReviewFacts['moved']>();
  for (const move of moved) {
    const alike = `${move.before} ${move.after} ${tipWords(move.by, today)}`;
    groups.set(alike, [...(groups.get(alike) ?? []), move]);
  }
  const all = [...groups.values()];
  // One more is shown rather than told of: both take a line.
  const shown = all.length > MOST_MOVES + 1 ? all.slice(0, MOST_MOVES) : all;
  const rows = shown.map((alike, at): [string, Text] => [at === 0 ? label : '', moveWords(alike, today)]);
  const left = moved.length - shown.flat().length;
  return left > 0 ? [...rows, ['', dim(`and ${left} more`)]] : rows;
}

function moveWords(alike: ReviewFacts['moved'], today: IsoDay): Text {
  const { before, after, by } = alike[0]!;
  return [
    `${listed(alike.map(({ name }) => name))}, ${LEVEL_NAMES[before]} → `,
    after > before ? good(LEVEL_NAMES[after]) : bad(LEVEL_NAMES[after]),
    dim(` (${tipWords(by, today)})`),
  ];
}

/** The piece of evidence that made the difference. */
function tipWords(tip: Tip, today: IsoDay): string {
  const on = `on ${shortDay(tip.day, today)}`;
  switch (tip.kind) {
    case 'act':
      return `${tip.by === 'me' ? 'your ' : ''}${tip.act} ${on}`;
    case 'promise': {
      const verb = tip.state === 'broken' ? 'broke' : 'kept';
      return `you ${verb} a promise ${tip.state === 'late' ? 'late ' : ''}${on}: ${tip.what}`;
    }
    case 'touch':
      if (tip.touch === 'in') return `${tip.answer ? 'answered' : 'wrote'} ${on}`;
      return tip.touch === 'out' ? `you wrote ${on}` : `${tip.channel ?? 'talk'} ${on}`;
  }
}

/** Somebody who acts unasked is what a network is for: worth a thank-you, a report and a favour. */
function championRows(champions: ReviewFacts['champions'], today: IsoDay): [string, Text][] {
  if (champions.length === 0) return [];
  const names = champions.map(
    (one) => `${one.name} (${actWords(one)} on ${shortDay(one.day, today)}, unasked)`,
  );
  return [['champions', [good(listed(names)), ': thank them, say what came of it, do them a favour']]];
}

function looseEndRows(ends: ReviewFacts['looseEnds'], today: IsoDay): [string, Text][] {
  const shown = ends.slice(0, MOST_ENDS);
  const left = ends.length - shown.length;
  const rows = shown.map((end, at): [string, Text] => [
    at === 0 ? 'loose ends' : '',
    looseEndLine(end, today),
  ]);
  return left > 0 ? [...rows, ['', dim(`and ${left} more: jobsearch today --all`)]] : rows;
}

function promiseRows(
  { kept, late, broken, overdue, ever }: ReviewFacts['promises'],
  today: IsoDay,
): [string, Text][] {
  const closed = kept + late + broken;
  const rows: [string, Text][] = [];
  if (closed > 0) {
    const tardy = late > 0 ? `, ${late} of them late` : '';
    const inAll = ever.closed > closed ? `; ${ever.kept} of ${ever.closed} in all` : '';
    rows.push(['promises kept', `${kept + late} of ${closed}${tardy}${inAll}`]);
  }
  if (overdue.length > 0) {
    const names = overdue.map(({ name, what, dueOn }) => `${what} (${name}, ${shortDay(dueOn!, today)})`);
    rows.push(['overdue', warn(listed(names))]);
  }
  return rows;
}

function neglectedRows(parts: NeglectedPart[]): [string, Text][] {
  if (parts.length === 0) return [];
  const names = parts.map(
    ({ part, untouchedDays }) =>
      `${PART_NAMES[part]} (${untouchedDays === null ? 'never' : count(untouchedDays, 'day')})`,
  );
  return [['neglected', listed(names)]];
}

function listed(names: string[]): string {
  const left = names.length - MOST_NAMES;
  return left > 0 ? `${names.slice(0, MOST_NAMES).join(', ')} and ${left} more` : names.join(', ');
}
