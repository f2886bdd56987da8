import type { Acquaintances, Answers } from '../../answers';
import type { Answer, App, Command } from '../../app';
import { UsageError, UserError } from '../../errors';
import type { How } from '../../model';
import { countNeighbours, findKnows, listAcquaintances, removeKnows, setKnows } from '../../store/knows';
import type { Named } from '../../store/named';
import { acquaintancesView, knowsView, type TieBetween } from '../../views/knows';
import { wholeNumber } from '../options';
import { confirmRemoval } from '../removing';
import { readOrAskPerson, readPerson } from '../who';

interface Input {
  who?: string;
  other?: string;
  how?: number;
  remove?: boolean;
  yes?: boolean;
}

const SHOWN = 50;

export const contactKnows: Command<Answers['contact knows']> = {
  examples: [
    'jobsearch contact knows ana "declan byrne" --how 4',
    'jobsearch contact knows ana',
    'jobsearch contact knows ana declan --remove',
  ],
  configure: (command) =>
    command
      .argument('[who]', 'the number, or any words that fit one person; several words in quotes')
      .argument('[other]', 'the same; without it, all whom they know')
      .option(
        '--how <1-5>',
        'how well: 1 barely, 2 a little, 3 fairly well, 4 well, 5 very well',
        wholeNumber('--how', 1, 5),
      )
      .option('--remove', 'they do not know each other after all')
      .option('-y, --yes', 'with --remove: do not ask'),
  async run(app, input: Input) {
    const who = await readOrAskPerson(
      app,
      input.who === undefined ? [] : [input.who],
      'jobsearch contact knows ana',
    );
    if (input.other === undefined) {
      if (input.how !== undefined || input.remove)
        throw new UsageError('The other person is missing.', `jobsearch contact knows ${who.id} "lee chen"`);
      return listOf(app, who);
    }
    if (input.remove && input.how !== undefined)
      throw new UsageError('Either --how or --remove: one of them would be lost.');
    const other = await readPerson(app, input.other);
    if (other.id === who.id) throw new UserError(`#${who.id} ${who.name} is one person: give another one.`);
    if (input.remove) await remove(app, who, other, input.yes);
    else setKnows(app.db, who.id, other.id, (input.how ?? null) as How);
    const how = findKnows(app.db, who.id, other.id)?.how ?? null;
    const data: TieBetween = { who: named(who), other: named(other), how, removed: input.remove === true };
    return { data, view: knowsView(data) };
  },
};

function listOf({ db }: App, who: Named): Answer<Acquaintances> {
  const known = listAcquaintances(db, who.id, SHOWN);
  const total = countNeighbours(db, who.id);
  return { data: { who: named(who), known, total }, view: acquaintancesView(who, known, total) };
}

/** Whatever was typed to find them. */
function named({ id, name, company, state }: Named): Named {
  return { id, name, company, state };
}

async function remove(app: App, who: Named, other: Named, yes: boolean | undefined): Promise<void> {
  const { db } = app;
  if (!findKnows(db, who.id, other.id))
    throw new UserError(
      `Nothing is noted between ${who.name} and ${other.name}.`,
      `jobsearch contact knows ${who.id}`,
    );
  await confirmRemoval(app, `Forget that ${who.name} and ${other.name} know each other?`, yes);
  removeKnows(db, who.id, other.id);
}
