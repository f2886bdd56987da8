import type { Answers } from '../../answers';
import type { Command } from '../../app';
import { UsageError, UserError } from '../../errors';
import { inTransaction } from '../../store/db';
import { getJob, listNamedInsiders, removeInsider, setJob } from '../../store/jobs';
import { jobSavedView } from '../../views/job';
import { jobName } from '../../views/job-words';
import { several, words } from '../options';
import { readPerson } from '../who';
import { savedJob } from './add';
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
import { readOrAskJob } from './which';

interface Input extends FieldOptions {
  job: string[];
  company?: string;
  removeInside?: string[];
}

export const jobEdit: Command<Answers['job edit']> = {
  examples: [
    'jobsearch job edit 2 --next "prepare the second round" --on thu',
    'jobsearch job edit vantmere --manager "Maria Lopez" --add --fit strong',
  ],
  configure: (command) =>
    fieldOptions(command.argument('[job...]', 'the number, or the company if just one job is open there'))
      .option('-c, --company <name>', 'another name for the company', words('--company'))
      .option('--no-bonus', 'nothing is paid for a referral')
      .option('--remove-inside <person>', 'is not inside after all', several(String)),
  async run(app, input: Input) {
    const job = await readOrAskJob(app, input.job.join(' '));
    const company = input.company ?? job.company;
    const change = await changeOf(app, input, job);
    if (input.company !== undefined) change.company = input.company;
    const people = await peopleOf(app, input, company);
    const step = await stepOf(app, input);
    const gone: { id: number; name: string }[] = [];
    for (const typed of input.removeInside ?? []) {
      const { id, name } = await readPerson(app, typed);
      if (!listNamedInsiders(app.db, job.id).includes(id))
        throw new UserError(`${name} is not noted as inside for #${job.id} ${jobName(job)}.`);
      gone.push({ id, name });
    }
    const changes = Object.keys(change).length + people.inside.length + gone.length;
    if (changes === 0 && people.manager === undefined && !step)
      throw new UsageError('Nothing to change was given.', 'jobsearch job edit --help lists the fields');
    inTransaction(app.db, () => {
      const { hiringManager, insiders } = addPeople(app, people, company);
      // Whoever plans a step says that it still stands.
      const stirred = step ? { stirredOn: app.today } : {};
      setJob(app.db, job.id, {
        ...change,
        ...stirred,
        ...(hiringManager !== undefined && { hiringManager }),
      });
      addInsiders(app, job.id, insiders);
      for (const { id } of gone) removeInsider(app.db, job.id, id);
      if (step) addStep(app, job, step);
    });
    const data = savedJob(app, getJob(app.db, job.id));
    return {
      data,
      view: jobSavedView(
        'Changed',
        data,
        app.today,
        gone.map(({ name }) => name),
      ),
    };
  },
};
