/** Per kind of ask, the largest first: who is ready, who almost, and what stands before it. */
import { type AskKind, type IsoDay, type Job, type LevelName, VERDICTS, type Verdict } from '../model';
import { ASKS } from '../rules/ask-kinds';
import type { MissingReason } from '../rules/ask-reasons';
import { needsJob, type YesRate } from '../rules/asks';
import { relativeDay } from '../rules/day-words';
import { capital, givenName } from '../rules/names';
import { unansweredBlocks, yesRateLines } from './ask-record';
import { jobWords, missingText, VERDICT_WORDS, verdictSpan, type WaitingAsk } from './ask-words';
import { levelWords } from './ties';
import { count, dim, gap, line, type Text, title, type View } from './view';

export interface AskPersonLine {
  contactId: number;
  name: string;
  levelName: LevelName;
  depth: number;
  jobId: number | null;
  /** When they were asked for this, and have not answered yet. */
  askedOn: IsoDay | null;
  /** When they said yes to this, and it has not taken place yet. */
  agreedOn: IsoDay | null;
  missing: MissingReason[];
}

export interface AskLine {
  kind: AskKind;
  /** Those worth asking first come first. */
  people: Record<Verdict, AskPersonLine[]>;
}

export interface AskOverview {
  lookedAt: number;
  /** Set when one kind alone was asked for. */
  only: AskKind | null;
  job: Job | null;
  openJobs: number;
  /** From the smallest. */
  kinds: AskLine[];
  unanswered: WaitingAsk[];
  yesRates: Record<Verdict, YesRate> | null;
}

export function overviewView(facts: AskOverview, today: IsoDay): View {
  const { lookedAt, only, job, kinds, unanswered, yesRates } = facts;
  const head = title(
    only === null ? 'Whom to ask for what today' : `Whom to ask for ${ASKS[only].label}`,
    dim(`${count(lookedAt, 'person', 'people')} looked at`),
  );
  const waiting = unanswered.length > 0 ? [gap, ...unansweredBlocks(unanswered, today)] : [];
  if (lookedAt === 0) {
    return [
      head,
      ...waiting,
      gap,
      line('Nobody yet from whom anything came back.'),
      line(dim('After the next conversation: jobsearch log "A Name"')),
    ];
  }
  const first = firstOf(kinds);
  return [
    head,
    ...(job ? [line(dim(`about ${jobWords(job)}`))] : []),
    ...(only === null ? waiting : []),
    ...kinds.toReversed().flatMap((one) => kindBlocks(one, facts, today)),
    gap,
    ...yesRateLines(yesRates),
    ...(first ? [line(dim(`One person, all ten asks: jobsearch ask ${first.contactId}`))] : []),
    ...(only === null ? [line(dim('One ask, all the people: jobsearch ask --for referral'))] : []),
  ];
}

function firstOf(kinds: readonly AskLine[]): AskPersonLine | undefined {
  return kinds.toReversed().flatMap(({ people }) => people.ready)[0];
}

// ── one kind ──────────────────────────────────────────────────────────────────────────────────────

/** Names on one line of the overview, and lines for each verdict where one kind alone is shown. */
const NAMES = 3;
const LINES = 10;

function kindBlocks({ kind, people }: AskLine, facts: AskOverview, today: IsoDay): View {
  const tally = VERDICTS.filter((verdict) => people[verdict].length > 0).map(
    (verdict) => `${people[verdict].length} ${VERDICT_WORDS[verdict]}`,
  );
  const rows = facts.only === null ? briefRows(people, today) : allRows(people, today);
  return [
    gap,
    facts.only === null
      ? title(capital(ASKS[kind].label), dim(tally.join(' · ')))
      : line(dim(tally.join(' · '))),
    ...(rows.length > 0
      ? [{ kind: 'columns' as const, columns: [{}, { flex: true }], rows, indent: 2 }]
      : [line(dim(nobodyWords(kind, facts.openJobs)), 2)]),
  ];
}

/** The ready by name; of the others only as much as says what to do next. */
function briefRows(people: AskLine['people'], today: IsoDay): Text[][] {
  const rows: Text[][] = people.ready.length > 0 ? [[verdictSpan('ready'), namesOf(people.ready)]] : [];
  const [way] = waysOf(people.almost, today);
  if (way) {
    const others = people.almost.length - way.people;
    // With those named and those counted the row adds up to what the heading says.
    const rest = others > 0 ? dim(` (${count(others, 'other lacks', 'others lack')} something else)`) : '';
    rows.push([verdictSpan('almost'), [way.text, rest]]);
  }
  if (rows.length > 0) return rows;
  const [nearest, ...others] = people['not-yet'];
  if (!nearest) return [];
  const [verdict, words] = personRow('not-yet', nearest, today) as [Text, Text];
  return [[verdict, [words, others.length > 0 ? dim(` (and ${count(others.length, 'other')})`) : ''].flat()]];
}

/** Those who miss the same thing on one line, the largest group first. */
function waysOf(people: readonly AskPersonLine[], today: IsoDay): { people: number; text: string }[] {
  const together = new Map<string, AskPersonLine[]>();
  for (const person of people) {
    const missing = missingText(person.missing, REASONS, '', today, thingsWords);
    together.set(missing, [...(together.get(missing) ?? []), person]);
  }
  return [...together]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([missing, group]) => {
      const [one] = group;
      const text =
        group.length === 1
          ? missingText(one!.missing, REASONS, givenName(one!.name), today, thingsWords)
          : missing;
      return { people: group.length, text: `${namesOf(group)}: ${text}` };
    });
}

const REASONS = 2;

/** Where people are counted, too, it says that these are none. */
function thingsWords(hidden: number): string {
  return count(hidden, 'more thing', 'more things');
}

function namesOf(people: readonly AskPersonLine[]): string {
  const more = people.length - NAMES;
  const names = people
    .slice(0, NAMES)
    .map(({ name, askedOn, agreedOn }) =>
      askedOn !== null ? `${name} (asked)` : agreedOn !== null ? `${name} (said yes)` : name,
    );
  return `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function allRows(people: AskLine['people'], today: IsoDay): Text[][] {
  return VERDICTS.flatMap((verdict) => [
    ...people[verdict].slice(0, LINES).map((person) => personRow(verdict, person, today)),
    ...(people[verdict].length > LINES
      ? [[verdictSpan(verdict), dim(`and ${people[verdict].length - LINES} more`)]]
      : []),
  ]);
}

function personRow(verdict: Verdict, person: AskPersonLine, today: IsoDay): Text[] {
  const missing = missingText(person.missing, REASONS, givenName(person.name), today, thingsWords);
  const asked =
    person.askedOn !== null
      ? `, asked ${relativeDay(person.askedOn, today)}`
      : person.agreedOn !== null
        ? `, said yes ${relativeDay(person.agreedOn, today)}`
        : '';
  return [verdictSpan(verdict), `${person.name}, ${levelWords(person)}${asked}${missing && `: ${missing}`}`];
}

function nobodyWords(kind: AskKind, openJobs: number): string {
  if (!needsJob(kind)) return 'nobody';
  return openJobs === 0
    ? 'no open job to ask about yet: jobsearch job add Acme'
    : 'nobody near an open job yet';
}
