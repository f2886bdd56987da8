import type { Answers } from '../../answers';
import type { Command } from '../../app';
import { UsageError, UserError } from '../../errors';
import { shortDay } from '../../rules/day-words';
import { getLoop, setLoop } from '../../store/acts';
import { loopView } from '../../views/act';
import { itemNumber } from '../options';
import { readPastDay } from '../past-day';
import { readPerson } from '../who';

interface Input {
  number: number;
  thanked?: boolean;
  met?: boolean;
  told?: boolean;
  on?: string;
  whom?: string;
}

export const actLoop: Command<Answers['act loop']> = {
  examples: [
    'jobsearch act loop 11 --thanked',
    'jobsearch act loop 11 --whom ingrid',
    'jobsearch act loop 11 --told',
  ],
  configure: (command) =>
    command
      .argument('<number>', 'the number of the introduction: jobsearch act list', itemNumber('act'))
      .option('--thanked', 'you thanked for it')
      .option('--met', 'you met the one you were introduced to')
      .option('--told', 'the introducer heard from you how it went, which closes it')
      .option('-o, --on <day>', 'the day of that, if not today')
      .option('-w, --whom <person>', 'who was introduced'),
  async run(app, { number, thanked, met, told, on, whom }: Input) {
    const loop = getLoop(app.db, number);
    if (!thanked && !met && !told && whom === undefined)
      throw new UsageError('What came of it was not given.', 'one of --thanked, --met, --told or --whom');
    const day = await readPastDay(app, on);
    if (day < loop.day) {
      throw new UserError(
        `${shortDay(day, app.today)} is before the introduction, which was on ${shortDay(loop.day, app.today)}: nothing was changed.`,
      );
    }
    const introduced = whom === undefined ? undefined : (await readPerson(app, whom)).id;
    if (introduced === loop.contactId)
      throw new UsageError(`${loop.name} cannot be introduced by ${loop.name}.`);
    setLoop(app.db, number, {
      introduced,
      thankedOn: thanked ? day : undefined,
      metOn: met ? day : undefined,
      toldOn: told ? day : undefined,
    });
    const data = getLoop(app.db, number);
    return { data, view: loopView(data, app.today) };
  },
};
