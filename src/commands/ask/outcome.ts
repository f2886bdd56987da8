import type { Answers } from '../../answers';
import type { App, Command } from '../../app';
import { UsageError, UserError } from '../../errors';
import { ASK_OUTCOMES, type AskMade, type AskOutcome } from '../../model';
import { dayWithWeekday } from '../../rules/day-words';
import { getAsk, setNudged, setOutcome } from '../../store/asks';
import { nudgedView, outcomeView } from '../../views/ask-record';
import { itemNumber, oneOf } from '../options';
import { readPastDay } from '../past-day';
import { whichAsks } from '../which';
import { listAskingTasks } from './asking-tasks';

interface Input {
  number?: number;
  on?: string;
}

export const askOutcome: Command<Answers['ask outcome']> = {
  examples: ['jobsearch ask outcome 7 yes', 'jobsearch ask outcome 8 silence --on yesterday'],
  configure: (command) =>
    command
      .argument('[number]', 'the number of the ask', itemNumber('ask'))
      .argument('[outcome]', ASK_OUTCOMES.join(', '), oneOf('The outcome', ASK_OUTCOMES))
      .option('-o, --on <day>', 'the day it came, if not today'),
  async run(app, { number: typed, outcome: given, on }: Input & { outcome?: AskOutcome }) {
    const [number] = (await whichAsks(app, typed)) as [number];
    const before = getAsk(app.db, number);
    const outcome = given ?? (await askOutcomeOf(app, before));
    const day = await readPastDay(app, on);
    refuseBefore(before.askedOn, day, app.today, number);
    setOutcome(app.db, number, outcome, day);
    const data = getAsk(app.db, number);
    return {
      data,
      view: outcomeView(data, before.outcome, listAskingTasks(app.db, data.contactId), app.today),
    };
  },
};

export const askNudged: Command<Answers['ask nudged']> = {
  examples: ['jobsearch ask nudged 7', 'jobsearch ask nudged 8 --on yesterday'],
  configure: (command) =>
    command
      .argument('[number]', 'the number of the ask', itemNumber('ask'))
      .option('-o, --on <day>', 'the day you did, if not today'),
  async run(app, { number: typed, on }: Input) {
    const [number] = (await whichAsks(app, typed)) as [number];
    const ask = getAsk(app.db, number);
    if (ask.outcome !== null) {
      throw new UserError(`Ask #${number} has its answer already (${ask.outcome}): nothing was changed.`);
    }
    if (ask.nudgedOn !== null) {
      throw new UserError(
        `${ask.name} was nudged about #${number} on ${dayWithWeekday(ask.nudgedOn, app.today)} already, and once is enough: nothing was changed.`,
        `when no answer comes: jobsearch ask outcome ${number} silence`,
      );
    }
    const day = await readPastDay(app, on);
    refuseBefore(ask.askedOn, day, app.today, number);
    setNudged(app.db, number, day);
    const data = getAsk(app.db, number);
    return { data, view: nudgedView(data, app.today) };
  },
};

function refuseBefore(askedOn: string, day: string, today: string, number: number): void {
  if (day >= askedOn) return;
  throw new UsageError(
    `${dayWithWeekday(day, today)} is before ask #${number} was made (${dayWithWeekday(askedOn, today)}).`,
  );
}

function askOutcomeOf({ ask }: App, { id, name }: AskMade): Promise<AskOutcome> {
  return ask.choose({
    message: `What did ${name} say?`,
    flag: `jobsearch ask outcome ${id} yes`,
    choices: ASK_OUTCOMES.map((outcome) => ({ name: outcome, value: outcome })),
  });
}
