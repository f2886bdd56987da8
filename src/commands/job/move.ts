/** From stage to stage, with the day of each; the same stage again says that it still stands. */
import type { Answers } from '../../answers';
import type { Answer, App, Command } from '../../app';
import { UsageError, UserError } from '../../errors';
import { readDay } from '../../formats/days';
import { type IsoDay, type Job, STAGES, type Stage } from '../../model';
import { dayWithWeekday, shortDay } from '../../rules/day-words';
import { nextAskOn } from '../../rules/quiet-jobs';
import { getJob, listMoves, moveJob, setJob } from '../../store/jobs';
import { jobMovedView, type MovedJob } from '../../views/job';
import { jobName } from '../../views/job-words';
import { checked } from '../checked';
import { oneOf, words } from '../options';
import { jobFacts } from './facts';
import { readOrAskJob } from './which';

interface Input {
  job: string;
  stage: Stage;
  on?: string;
  reason?: string;
}

const JOB = 'the number, or the company if just one job is open there';

export const jobMove: Command<Answers['job move']> = {
  examples: ['jobsearch job move 1 interviewing --on yesterday', 'jobsearch job move vantmere applied'],
  configure: (command) =>
    command
      .argument('[job]', JOB)
      .argument('[stage]', STAGES.join(', '), oneOf('The stage', STAGES))
      .option('-o, --on <day>', 'the day it happened, if not today')
      .option('-r, --reason <why>', 'why it is closed', words('--reason')),
  run: (app, input: Partial<Input>) => move(app, input),
};

export const jobClose: Command<Answers['job close']> = {
  examples: [
    'jobsearch job close 5 --reason "they hired inside"',
    'jobsearch job close vantmere --reason "too far away" --on yesterday',
  ],
  configure: (command) =>
    command
      .argument('[job]', JOB)
      .option('-r, --reason <why>', 'why it is closed', words('--reason'))
      .option('-o, --on <day>', 'the day it happened, if not today'),
  run: (app, input: Partial<Input>) => move(app, { ...input, stage: 'closed' }),
};

async function move(
  app: App,
  { job: typed, stage: given, on, reason }: Partial<Input>,
): Promise<Answer<MovedJob>> {
  const job = await readOrAskJob(app, typed);
  const stage = given ?? (await askStage(app, job));
  const day = on === undefined ? app.today : await readDay(on, app.today, { toward: 'past' });
  if (day > app.today) throw new UserError(`${dayWithWeekday(day, app.today)} has not come yet.`);
  if (reason !== undefined && stage !== 'closed')
    throw new UsageError('--reason says why a job is closed.', `jobsearch job close ${job.id} --reason "…"`);
  const still = job.stage === stage;
  if (still && stage === 'closed')
    throw new UserError(`#${job.id} ${jobName(job)} is closed already: nothing was changed.`);
  if (still) setJob(app.db, job.id, { stirredOn: day > job.stirredOn ? day : job.stirredOn });
  else {
    refuseDisorder(app, job, stage, day);
    const why = stage === 'closed' ? (reason ?? (await askReason(app, job))) : null;
    moveJob(app.db, job.id, stage, day, why);
  }
  const facts = jobFacts(app, getJob(app.db, job.id));
  const data: MovedJob = { facts, from: job.stage, day, asksOn: nextAskOn(facts) };
  return { data, view: jobMovedView(data, app.today) };
}

/** The first stage may have been noted late; any other began on a day that somebody chose. */
function refuseDisorder({ db, today }: App, job: Job, stage: Stage, day: IsoDay): void {
  const moves = listMoves(db, job.id);
  const last = moves.at(-1);
  if (moves.length > 1 && last && day < last.day) {
    throw new UserError(
      `#${job.id} ${jobName(job)} came to ${last.stage} on ${shortDay(last.day, today)}: ${stage} cannot have begun before.`,
      `jobsearch job show ${job.id}`,
    );
  }
}

function askStage({ ask }: App, job: Job): Promise<Stage> {
  const next = STAGES[STAGES.indexOf(job.stage) + 1];
  return ask.choose({
    message: `Where is ${jobName(job)} now?`,
    flag: `jobsearch job move ${job.id} ${next ?? 'closed'}`,
    default: next,
    choices: STAGES.map((stage) => ({ name: stage, value: stage })),
  });
}

async function askReason(app: App, job: Job): Promise<string> {
  const check = words('The reason');
  const answer = await app.ask.text({
    message: `Why is ${jobName(job)} closed? (they chose somebody else, I withdrew, it went quiet …)`,
    flag: '--reason "they chose somebody else"',
    check: checked(check),
  });
  return check(answer);
}
