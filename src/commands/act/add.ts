import type { Answers } from '../../answers';
import type { App, Command } from '../../app';
import { UsageError } from '../../errors';
import { actOf } from '../../rules/act-words';
import { LIMITS } from '../../rules/limits';
import { standingOf } from '../../rules/standing';
import { addAct, findLoop, getAct } from '../../store/acts';
import { spansOf } from '../../store/settings';
import { getTie } from '../../store/ties';
import { actAddedView } from '../../views/act';
import { checked } from '../checked';
import { words } from '../options';
import { readPastDay } from '../past-day';
import { readOrAskPerson, readPerson } from '../who';

interface Input {
  who?: string;
  what?: string;
  byMe?: boolean;
  unasked?: boolean;
  on?: string;
  whom?: string;
}

const FLAG = 'jobsearch act add ana "advice on my CV"';
const deed = words('What was done', LIMITS.text);

export const actAdd: Command<Answers['act add']> = {
  examples: [
    'jobsearch act add omar "introduction to Ingrid Solheim" --whom ingrid --unasked',
    'jobsearch act add ana "read her talk" --by-me --on yesterday',
  ],
  configure: (command) =>
    command
      .argument('[who]', 'the number, or any words that fit one person')
      .argument('[what]', 'advice, a lead, an introduction, a referral …, in quotes', deed)
      .option('--by-me', 'you did it for them')
      .option('--unasked', 'they did it without being asked')
      .option('-o, --on <day>', 'the day, if not today')
      .option('-w, --whom <person>', 'of an introduction: who was introduced'),
  async run(app, { who, what: typed, byMe, unasked, on, whom }: Input) {
    if (byMe && unasked)
      throw new UsageError('--unasked is about what they do: leave out --by-me or --unasked.');
    const person = await readOrAskPerson(app, who === undefined ? [] : [who], FLAG);
    const what = typed ?? (await askWhat(app));
    const day = await readPastDay(app, on);
    const done = actOf(what);
    const introduced = whom === undefined ? null : await readPerson(app, whom);
    if (introduced && done.kind !== 'introduction')
      throw new UsageError(`--whom is for an introduction, and "${what}" reads like: ${done.kind}.`);
    if (introduced?.id === person.id)
      throw new UsageError(`${person.name} cannot be introduced to ${person.name}.`);
    const before = standingOf(getTie(app.db, person.id), app.today, spansOf(app.db));
    const id = addAct(app.db, {
      ...{ contactId: person.id, day, by: byMe ? 'me' : 'them', asked: unasked !== true },
      ...{ ...done, introduced: introduced?.id ?? null },
    });
    const data = {
      act: getAct(app.db, id),
      before,
      after: standingOf(getTie(app.db, person.id), app.today, spansOf(app.db)),
      loop: findLoop(app.db, id) ?? null,
      introducedName: introduced?.name ?? null,
    };
    return { data, view: actAddedView(data, app.today) };
  },
};

async function askWhat({ ask }: App): Promise<string> {
  return deed(
    await ask.text({
      message: 'What was done? (advice, a lead, an introduction …)',
      flag: FLAG,
      check: checked(deed),
    }),
  );
}
