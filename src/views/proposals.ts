/** Proposals as WHEN … THEN …: a day and minutes, then one thing to do. The form is what makes plans happen (Gollwitzer). */
import type { Bucket, IsoDay, Part } from '../model';
import { dayWithWeekday, minutesWords } from '../rules/day-words';
import type { Proposal } from '../rules/proposals';
import type { ReviewFacts } from './quadrant';
import { dim, heading, line, strong, type Text, type View } from './view';

/** One small piece of work on each part. */
export const PART_STEPS: Record<Part, string> = {
  resume: 'bring one section of the résumé up to date',
  profile: 'rewrite the headline of your online profile',
  pitch: 'say the pitch aloud, three times',
  targets: 'add three companies to the target list',
  references: 'ask one person to be a reference',
  stories: 'write down one interview story',
  clothes: 'try on what you will wear, and mend or clean it',
  portfolio: 'polish one piece of the portfolio',
  salary: 'look up the pay for one role you aim at',
  practice: 'answer three interview questions aloud',
};

const BUCKET_STEPS: Record<Bucket, string> = {
  deepen: 'take the first next step of jobsearch shallow',
  meet: 'write to one person you have not met yet',
  apply: 'write one application to a company you aim at',
  prepare: 'take up the least ready part of jobsearch prep',
  review: 'sort the open tasks of jobsearch task list',
};

const BUCKET_TIMES: Record<Bucket, string> = {
  deepen: 'follow-ups',
  meet: 'new people',
  apply: 'applications',
  prepare: 'preparation',
  review: 'planning',
};

export function proposalBlocks(
  { proposals, proposedFrom, commitments }: Pick<ReviewFacts, 'proposals' | 'proposedFrom' | 'commitments'>,
  today: IsoDay,
): View {
  return [
    heading(`Three proposals for the week of ${dayWithWeekday(proposedFrom, today)}`),
    {
      kind: 'columns',
      columns: [{}, { flex: true }],
      indent: 2,
      rows: proposals.map((proposal): Text[] => [
        [strong('WHEN '), `${dayWithWeekday(proposal.on, today)}, ${minutesWords(proposal.minutes)}:`],
        [strong('THEN '), proposalWords(proposal)],
      ]),
    },
    line(
      dim(
        commitments.length > 0
          ? `Make one a task: jobsearch task add "…" --due ${proposals[0]!.on}`
          : 'Make them yours, in ten minutes: jobsearch quadrant --review',
      ),
    ),
  ];
}

/** The thing to do, and why it is proposed. */
function proposalWords(proposal: Proposal): string {
  const why = proposalReason(proposal);
  return why === '' ? proposalStep(proposal) : `${proposalStep(proposal)} (${why})`;
}

function proposalReason(proposal: Proposal): string {
  switch (proposal.kind) {
    case 'serve-bucket':
      return `${BUCKET_TIMES[proposal.bucket]} got ${percent(proposal.share)}, aim ${percent(proposal.aim)}`;
    case 'touch-part': {
      const { untouchedDays: days } = proposal;
      return days === null ? 'never touched' : `untouched for ${days} days`;
    }
    case 'do-a-hard-thing':
      return `${proposal.hard} hard things in four weeks, ${proposal.easy} easy ones`;
    case 'follow-up':
      return 'met, and nothing since';
    default:
      return '';
  }
}

export function proposalStep(proposal: Proposal): string {
  switch (proposal.kind) {
    case 'serve-bucket':
      return BUCKET_STEPS[proposal.bucket];
    case 'touch-part':
    case 'practise':
      return PART_STEPS[proposal.part];
    case 'follow-up':
      return `write two lines to ${named(proposal.people.map(({ name }) => name))}`;
    case 'keep-promises':
      return `do what you promised: ${named(proposal.promises.map(({ what, name }) => `${what} (${name})`))}`;
    case 'name-purposes':
      return 'say what your contacts are for: jobsearch contact edit <name> --purpose "…"';
    case 'do-a-hard-thing':
      return 'ask one person you know for 20 minutes';
    case 'deepen-tie':
      return proposal.step;
    case 'keep-block':
      return proposal.task
        ? `do #${proposal.task.taskId} ${proposal.task.title}, before anything urgent`
        : 'do one thing that matters and is not urgent, before anything else';
    case 'review':
      return 'look back over the week: jobsearch quadrant';
  }
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function named(names: string[]): string {
  return names.length < 2
    ? names.join('')
    : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;
}
