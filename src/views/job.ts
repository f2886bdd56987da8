/** One job: where it stands, what is next, and whom I know there. */
import type { IsoDay, Job, ServingTask, Stage } from '../model';
import { dayWithWeekday, relativeDay, shortDay } from '../rules/day-words';
import { isOver } from '../rules/importance';
import type { Quiet } from '../rules/quiet-jobs';
import { deadlineWords, jobName } from './job-words';
import { type KnownThere, knownBlocks, knownLine } from './known-there';
import { dueWords } from './task';
import { count, dim, gap, heading, line, type Text, title, type View, warn } from './view';

export interface JobFacts extends Job {
  /** The first first. */
  moves: { stage: Stage; day: IsoDay }[];
  /** The day it came to its stage. */
  movedOn: IsoDay;
  managerName: string | null;
  /** The next step first. */
  tasks: ServingTask[];
  quiet: Quiet | null;
}

const MOST = 6;

export function jobView(
  facts: JobFacts,
  known: KnownThere,
  { today, all }: { today: IsoDay; all: boolean },
): View {
  return [
    title(jobName(facts), `job #${facts.id}`),
    gap,
    { kind: 'facts', rows: factRows(facts, today) },
    ...laterSteps(facts, today),
    ...knownBlocks(facts, known, today, all ? Number.POSITIVE_INFINITY : MOST),
    ...quietLines(facts, today),
  ];
}

function factRows(facts: JobFacts, today: IsoDay): [string, Text][] {
  const rows: [string, Text | null][] = [
    ['stage', stageWords(facts, today)],
    ['before', facts.moves.length > 1 ? facts.moves.slice(0, -1).map(moveWords(today)).join(', ') : null],
    ['deadline', facts.deadlineOn && !isOver(facts.stage) ? deadlineText(facts.deadlineOn, today) : null],
    ['next step', nextWords(facts, today)],
    ['manager', managerWords(facts)],
    ['fit', facts.fit === 'even' ? null : facts.fit],
    ['referral', facts.bonusKnown ? 'they pay their people for one' : null],
    ['place', facts.place],
    ['pay', facts.pay],
    ['source', facts.source],
    ['link', facts.link],
    ['notes', facts.notes],
  ];
  return rows.filter((row): row is [string, Text] => row[1] !== null);
}

const moveWords =
  (today: IsoDay) =>
  ({ stage, day }: { stage: Stage; day: IsoDay }) =>
    `${stage} ${shortDay(day, today)}`;

function stageWords({ stage, movedOn, closedReason }: JobFacts, today: IsoDay): string {
  const why = closedReason ? `: ${closedReason}` : '';
  return `${stage} since ${shortDay(movedOn, today)} (${relativeDay(movedOn, today)})${why}`;
}

function deadlineText(deadlineOn: IsoDay, today: IsoDay): Text {
  const words = `${dayWithWeekday(deadlineOn, today)}, ${relativeDay(deadlineOn, today)}`;
  return deadlineOn < today ? dim(words) : words;
}

function managerWords({ id, stage, hiringManager, managerName }: JobFacts): Text | null {
  if (hiringManager !== null) return `#${hiringManager} ${managerName}`;
  return isOver(stage) ? null : dim(`not known yet: jobsearch job edit ${id} --manager "A Name" --add`);
}

export function stepWords(task: ServingTask, today: IsoDay): string {
  return [`#${task.id} ${task.title}`, dueWords(task, today)].filter(Boolean).join(', ');
}

function nextWords({ id, stage, tasks }: JobFacts, today: IsoDay): Text | null {
  if (isOver(stage)) return null;
  if (tasks[0]) return stepWords(tasks[0], today);
  return dim(`none yet: jobsearch job edit ${id} --next "…" --on fri`);
}

/** Beside the next step; of a job that is over all that is left to be let go. */
function laterSteps({ stage, tasks }: JobFacts, today: IsoDay): View {
  const shown = isOver(stage) ? tasks : tasks.slice(1);
  if (shown.length === 0) return [];
  const name = isOver(stage) ? 'Still open' : 'After that';
  return [gap, heading(name), ...shown.map((task) => line(stepWords(task, today), 2))];
}

// ── after a change ────────────────────────────────────────────────────────────────────────────────

export interface SavedJob {
  facts: JobFacts;
  known: KnownThere;
  /** Open jobs of the same name. */
  duplicates: Job[];
}

export function jobSavedView(
  verb: 'Added' | 'Changed',
  { facts, known, duplicates }: SavedJob,
  today: IsoDay,
  gone: string[] = [],
): View {
  const extra = [
    facts.stage,
    facts.managerName && `${facts.managerName} hires`,
    facts.fit !== 'even' && `a ${facts.fit} fit`,
    facts.deadlineOn && deadlineWords(facts.deadlineOn, today),
  ].filter(Boolean);
  const [next] = facts.tasks;
  return [
    line([{ text: `${verb} job #${facts.id} ${jobName(facts)}`, tone: 'good' }, `: ${extra.join(', ')}`]),
    ...duplicates.map((job) =>
      line(
        warn(
          `#${job.id} ${jobName(job)} is open already (${job.stage}). The same one? jobsearch job close ${verb === 'Added' ? facts.id : job.id} --reason "noted twice"`,
        ),
      ),
    ),
    ...(verb === 'Added' ? knownLine(known, facts, today) : []),
    ...(gone.length > 0
      ? [line([`No longer inside: ${gone.join(', ')}.`, dim(' Back again: jobsearch undo')])]
      : []),
    line(
      next
        ? `Next: ${stepWords(next, today)}`
        : dim(`What is next? jobsearch job edit ${facts.id} --next "…" --on fri`),
    ),
  ];
}

export interface MovedJob {
  facts: JobFacts;
  from: Stage;
  day: IsoDay;
  /** When it will be asked about again; null once it is over. */
  asksOn: IsoDay | null;
}

export function jobMovedView({ facts, from, day, asksOn }: MovedJob, today: IsoDay): View {
  const name = `#${facts.id} ${jobName(facts)}`;
  const when = `${dayWithWeekday(day, today)} (${relativeDay(day, today)})`;
  if (from === facts.stage) {
    return [
      line(`${name} still stands at ${facts.stage}, as of ${when}.`),
      ...(asksOn
        ? [line(dim(`Unless something happens, it comes up again on ${dayWithWeekday(asksOn, today)}.`))]
        : []),
    ];
  }
  const view: View = [line([name, ': ', `${from} → `, { text: facts.stage, tone: 'strong' }, `, ${when}`])];
  if (facts.closedReason) view.push(line(`Why: ${facts.closedReason}`));
  if (isOver(facts.stage)) return [...view, ...leftoverLines(facts)];
  const [next] = facts.tasks;
  view.push(
    line(
      next
        ? `Next: ${stepWords(next, today)}`
        : dim(`What is next? jobsearch job edit ${facts.id} --next "…" --on fri`),
    ),
  );
  return view;
}

function leftoverLines({ tasks }: JobFacts): View {
  if (tasks.length === 0) return [];
  const numbers = tasks.map(({ id }) => id).join(' ');
  const left = count(tasks.length, 'open task is left for it', 'open tasks are left for it');
  return [
    line(`${left}: ${tasks.map(({ id, title }) => `#${id} ${title}`).join(', ')}`),
    line(dim(`Let go: jobsearch task drop ${numbers}`)),
  ];
}

function quietLines(facts: JobFacts, today: IsoDay): View {
  return facts.quiet ? [gap, line(quietText(facts, facts.quiet, today))] : [];
}

/** "Acme (applied): nothing for 16 days, since 6 Nov. Still open? jobsearch job move 3 applied". */
export function quietText(job: Job, quiet: Quiet, today: IsoDay): Text {
  return [
    warn(
      `${jobName(job)} (${job.stage}): nothing for ${count(quiet.days, 'day')}, since ${shortDay(job.stirredOn, today)}.`,
    ),
    ` Still open? jobsearch job move ${job.id} ${job.stage}`,
  ];
}
