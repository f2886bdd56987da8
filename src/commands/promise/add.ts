import type { Answers } from '../../answers';
import type { App, Command } from '../../app';
import { readDay } from '../../formats/days';
import { LIMITS } from '../../rules/limits';
import { inTransaction } from '../../store/db';
import { addPromise, getPromise } from '../../store/promises';
import { promiseSavedView } from '../../views/promise';
import { checked } from '../checked';
import { words } from '../options';
import { readOrAskPerson } from '../who';
import { addStepTask } from './task';

interface Input {
  who?: string;
  what?: string;
  by?: string;
  theirs?: boolean;
}

const FLAG = 'jobsearch promise add ana "the deck"';
const promised = words('The promise', LIMITS.text);

export const promiseAdd: Command<Answers['promise add']> = {
  examples: [
    'jobsearch promise add ana "the deck" --by fri',
    'jobsearch promise add "omar haddad" "a name at Initech" --theirs',
  ],
  configure: (command) =>
    command
      .argument('[who]', 'the number, or any words that fit one person')
      .argument('[what]', 'what was promised, in quotes', promised)
      .option('-b, --by <day>', 'the day it is due')
      .option('--theirs', 'they promised it to you'),
  async run(app, { who, what: typed, by, theirs }: Input) {
    const { id: contactId } = await readOrAskPerson(app, who === undefined ? [] : [who], FLAG);
    const what = typed ?? (await askWhat(app));
    const dueOn = by === undefined ? null : await readDay(by, app.today, { toward: 'due' });
    const data = inTransaction(app.db, () => {
      const side = theirs ? 'them' : 'me';
      const promiseId = addPromise(app.db, { contactId, by: side, what, madeOn: app.today, dueOn });
      if (side === 'me') addStepTask(app, { what, dueOn, contactId, promiseId });
      return getPromise(app.db, promiseId);
    });
    return { data, view: promiseSavedView('Noted', data, app.today) };
  },
};

async function askWhat({ ask }: App): Promise<string> {
  return promised(await ask.text({ message: 'What was promised?', flag: FLAG, check: checked(promised) }));
}
