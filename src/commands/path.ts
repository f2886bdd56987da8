import type { Answers } from '../answers';
import type { App, Command } from '../app';
import { orMeant, UserError } from '../errors';
import type { Job } from '../model';
import { describeReason } from '../rules/ask-reasons';
import { judgeAsk } from '../rules/ask-verdict';
import { companyKey } from '../rules/companies';
import { isOver } from '../rules/importance';
import { givenName } from '../rules/names';
import { nearestNames } from '../rules/nearest';
import type { WayIn } from '../rules/paths';
import { standingOf } from '../rules/standing';
import { stepOnWay } from '../rules/way-step';
import { listCompanies, listFormerly, listJobsAt, listJobsOf } from '../store/jobs';
import { findKnows } from '../store/knows';
import { listContactsByName, listNames } from '../store/named';
import { getSettings, spansOf } from '../store/settings';
import { getTie } from '../store/ties';
import { type PathFacts, pathView, type ShownWay } from '../views/path';
import { aboutFor, subjectById } from './ask-facts';
import { stepFor } from './facts';
import { listThere, managersOf, peopleFrom, sorted } from './job/facts';
import { wholeNumber } from './options';
import { addStep } from './step-task';
import { waysTo } from './ways';
import { isUnknown, readPerson } from './who';

interface Input {
  target: string[];
  add?: number | true;
}

/** What I want to reach: one person, or anybody at a company. */
interface Target {
  company: string | null;
  people: number[];
  /** Open ones: at the company, or those that the person hires for. */
  jobs: Job[];
  formerly: number[];
  namesake: PathFacts['namesake'];
}

export const path: Command<Answers['path']> = {
  examples: [
    'jobsearch path Vantmere',
    'jobsearch path "Svitlana Kovalenko"',
    'jobsearch path Vantmere --add',
  ],
  configure: (command) =>
    command
      .argument('<target...>', 'a company, or a person by number or by any words that fit just one')
      .option(
        '--add [n]',
        'make the first step of the best way, or of way n, a task',
        wholeNumber('--add', 1, 3),
      ),
  async run(app, { target: words, add }: Input) {
    const typed = words.join(' ').trim();
    const target = await targetOf(app, typed);
    const ways = waysTo(app.db, target.people, app.today).map((way) => shown(app, way, target));
    const managers = managersOf(target.jobs);
    const data: PathFacts = {
      typed: words.length > 1 ? `"${typed}"` : typed,
      company: target.company,
      targets: sorted(
        target.people.map((id) => standingOf(getTie(app.db, id), app.today, spansOf(app.db))),
        managers,
      ),
      managers,
      ways,
      formerly: sorted(peopleFrom(app, target.formerly)),
      namesake: target.namesake,
      added: add === undefined ? null : addFirstStep(app, ways, add === true ? 1 : add, target, typed),
    };
    return { data, view: pathView(data, app.today) };
  },
};

/** Words that are exactly a company somebody is or was at are the company, whoever else bears that name. */
async function targetOf(app: App, typed: string): Promise<Target> {
  const company = companyOf(app, typed);
  if (company !== null) {
    const jobs = listJobsAt(app.db, typed).filter(({ stage }) => !isOver(stage));
    const people = listThere(app.db, typed, jobs);
    const formerly = listFormerly(app.db, typed).filter((id) => !people.includes(id));
    const [namesake] = listContactsByName(app.db, typed);
    return { company, people, jobs, formerly, namesake: namesake ?? null };
  }
  if (isUnknown(app, typed)) throw unknown(app, typed);
  const { id } = await readPerson(app, typed);
  const jobs = listJobsOf(app.db, id).filter(
    ({ hiringManager, stage }) => hiringManager === id && !isOver(stage),
  );
  return { company: null, people: [id], jobs, formerly: [], namesake: null };
}

/** As it is spelled where it is known from; null for no company. */
function companyOf({ db }: App, typed: string): string | null {
  const key = companyKey(typed);
  if (key === '' || /^#?\d+$/.test(typed)) return null;
  const [known] = listCompanies(db, typed);
  const aimed = getSettings(db).targets.find((target) => companyKey(target) === key);
  return known ?? aimed ?? null;
}

function unknown({ db }: App, typed: string): UserError {
  const near = nearestNames(typed, [...listCompanies(db), ...listNames(db)]);
  return new UserError(
    `Neither a company nor a contact fits "${typed}".`,
    ...orMeant(
      typed,
      near,
      `jobsearch job add "${typed}", or jobsearch contact add "A Name" --company "${typed}"`,
    ),
  );
}

function shown({ db, today }: App, way: WayIn, { company }: Target): ShownWay {
  const people = way.people.map((id) => standingOf(getTie(db, id), today, spansOf(db)));
  const first = people[0]!;
  const { from, to } = way.weakest;
  const how = from === 'me' ? null : (findKnows(db, from, to)?.how ?? null);
  const step = stepOnWay(way, {
    nameOf: (id) => people.find((person) => person.id === id)!.name,
    how,
    firstDepth: first.effectiveDepth,
    firstStep: stepFor(db, first, today),
    company,
    before: way.edges > 1 ? beforeAnIntro({ db, today }, first.id) : null,
  });
  return { ...way, people, how, step };
}

/** The same verdict that `ask` gives: no screen may send the user to an ask that another calls too early. */
function beforeAnIntro({ db, today }: Pick<App, 'db' | 'today'>, id: number): string | null {
  const subject = subjectById(db, id, undefined, today);
  const { verdict, missing } = judgeAsk('peer-intro', aboutFor('peer-intro', subject).facts);
  const [gate] = missing;
  return verdict === 'ready' || !gate ? null : describeReason(gate, givenName(subject.tie.name), today);
}

function addFirstStep(
  app: App,
  ways: ShownWay[],
  place: number,
  { jobs }: Target,
  typed: string,
): PathFacts['added'] {
  const way = ways[place - 1];
  if (!way) {
    throw new UserError(
      ways.length === 0 ? 'There is no way yet, so there is no first step.' : `There is no way ${place}.`,
      `jobsearch path ${typed}`,
    );
  }
  const jobId = jobs.length === 1 ? jobs[0]!.id : null;
  return { way: place, ...addStep(app, way.people[0]!, way.step, jobId) };
}
