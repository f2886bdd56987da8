/** Whom to ask for what: all the asks at once, or one of them with everybody. */
import { type AskKind, type IsoDay, type Job, type LevelName, VERDICTS, type Verdict } from '../model';
import { ASKS } from '../rules/ask-kinds';
import type { MissingReason } from '../rules/ask-reasons';
import { needsJob, type YesRate } from '../rules/asks';
import { relativeDay } from '../rules/day-words';
import { givenName } from '../rules/names';
import { briefBlocks, thingsWords } from './ask-brief';
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
    ...(only === null ? briefBlocks(facts, today) : kinds.flatMap((one) => kindBlocks(one, facts, today))),
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

/** Lines for each verdict, and what is said to be missing on each. */
const [LINES, REASONS] = [10, 2];

function kindBlocks({ kind, people }: AskLine, facts: AskOverview, today: IsoDay): View {
  const tally = VERDICTS.filter((verdict) => people[verdict].length > 0).map(
    (verdict) => `${people[verdict].length} ${VERDICT_WORDS[verdict]}`,
  );
  const rows = allRows(people, today);
  return [
    gap,
    line(dim(tally.join(' · '))),
    ...(rows.length > 0
      ? [{ kind: 'columns' as const, columns: [{}, { flex: true }], rows, indent: 2 }]
      : [line(dim(nobodyWords(kind, facts.openJobs)), 2)]),
  ];
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
