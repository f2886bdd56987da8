import type { Answers } from '../answers';
import type { Command } from '../app';
import { shallowFlagOf } from '../rules/people-of-the-day';
import { spansOf } from '../store/settings';
import { getTie } from '../store/ties';
import { type ShallowFacts, shallowView } from '../views/shallow';
import { aimsOf } from './aims';
import { attend, listShallow, type RelevantTie, weighTie } from './attention';
import { wholeNumber } from './options';
import { addStep } from './step-task';
import { readPerson } from './who';

interface Input {
  limit?: number;
  add?: string | true;
}

/** How many of each flag are shown when no number is given. */
const EACH = 2;
const FIRST = 10;

export const shallow: Command<Answers['shallow']> = {
  examples: ['jobsearch shallow', 'jobsearch shallow --add nomvula'],
  configure: (command) =>
    command
      .option(
        '-n, --limit <n>',
        'so many of the whole list, not the first few of each kind',
        wholeNumber('--limit', 1, 100_000),
      )
      .option('--add [person]', 'make the step a dated task: for this person, or for the first on the list'),
  async run(app, { limit, add }: Input) {
    const { db, today } = app;
    const flagged = listShallow(db, today);
    let added: ShallowFacts['added'] = null;
    if (add !== undefined && (add !== true || flagged.length > 0)) {
      const id = add === true ? flagged[0]!.tie.id : (await readPerson(app, add)).id;
      const one = attend(db, weighTie(getTie(db, id), today, aimsOf(db), spansOf(db)), today);
      added = { ...addStep(app, one, one.nextStep), name: one.name };
    }
    const data: ShallowFacts = {
      people: (limit === undefined ? firstOfEach(flagged) : flagged.slice(0, limit)).map((one) =>
        attend(db, one, today),
      ),
      total: flagged.length,
      added,
    };
    return { data, view: shallowView(data, today) };
  },
};

/** Enough of each flag to begin with; many of one kind must not hide the others. */
function firstOfEach(flagged: RelevantTie[]): RelevantTie[] {
  const seen = new Map<string, number>();
  const few = flagged.filter((one) => {
    const flag = shallowFlagOf(one)!;
    seen.set(flag, (seen.get(flag) ?? 0) + 1);
    return seen.get(flag)! <= EACH;
  });
  return few.slice(0, FIRST);
}
