import type { Answers } from '../../answers';
import type { App, Command } from '../../app';
import { type Job, STAGES, type Stage } from '../../model';
import { isOver } from '../../rules/importance';
import { foldName } from '../../rules/names';
import { inTransaction } from '../../store/db';
import { addJob, getJob, listJobsAt } from '../../store/jobs';
import { jobSavedView, type SavedJob } from '../../views/job';
import { checked } from '../checked';
import { oneOf, words } from '../options';
import { jobFacts, knownThere } from './facts';
import {
  addInsiders,
  addPeople,
  addStep,
  changeOf,
  type FieldOptions,
  fieldOptions,
  peopleOf,
  stepOf,
} from './fields';

interface Input extends FieldOptions {
  company?: string[];
  stage?: Stage;
}

/** A job that is over is no opportunity any more. */
const FIRST_STAGES = STAGES.filter((stage) => stage !== 'closed');

export const jobAdd: Command<Answers['job add']> = {
  examples: [
    'jobsearch job add Acme --title "Platform engineer" --link https://acme.example/jobs/7',
    'jobsearch job add "Globex GmbH" --stage applied --manager "Maria Lopez" --add --next "prepare the call" --on fri',
  ],
  configure: (command) =>
    fieldOptions(command.argument('[company...]', 'the company')).option(
      '-s, --stage <stage>',
      `how far it is: ${FIRST_STAGES.join(', ')}`,
      oneOf('--stage', FIRST_STAGES),
    ),
  async run(app, input: Input) {
    const company = await companyOf(app, input.company);
    const change = await changeOf(app, input);
    const people = await peopleOf(app, input, company);
    const step = await stepOf(app, input);
    const id = inTransaction(app.db, () => {
      const { hiringManager = null, insiders } = addPeople(app, people, company);
      const job = { ...blankJob(app.today), ...change, company, hiringManager, stage: input.stage ?? 'lead' };
      const added = addJob(app.db, job);
      addInsiders(app, added, insiders);
      if (step) addStep(app, { id: added, stage: job.stage }, step);
      return added;
    });
    const data = savedJob(app, getJob(app.db, id));
    return { data, view: jobSavedView('Added', data, app.today) };
  },
};

export function savedJob(app: App, job: Job): SavedJob {
  const others = listJobsAt(app.db, job.company).filter(({ id, stage }) => id !== job.id && !isOver(stage));
  return {
    facts: jobFacts(app, job),
    known: knownThere(app, job.company, [job]),
    duplicates: others.filter(({ title }) => foldName(title ?? '') === foldName(job.title ?? '')),
  };
}

async function companyOf(app: App, typed: string[] | undefined): Promise<string> {
  const text = (typed ?? []).join(' ').trim();
  const check = words('The company');
  if (text !== '') return check(text);
  const answer = await app.ask.text({
    message: 'At which company?',
    flag: 'jobsearch job add "Acme"',
    check: checked(check),
  });
  return check(answer);
}

function blankJob(
  today: string,
): Omit<Job, 'id' | 'company' | 'stage' | 'hiringManager' | 'stirredOn' | 'closedReason'> {
  return {
    title: null,
    link: null,
    place: null,
    pay: null,
    source: null,
    deadlineOn: null,
    fit: 'even',
    bonusKnown: false,
    notes: null,
    addedOn: today,
  };
}
