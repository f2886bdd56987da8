/** What is not known and matters for this very ask, asked one by one; Enter leaves it unknown. */
import type { App } from '../../app';
import { type AskKind, type How, type IsoDay, LEVEL_NAMES } from '../../model';
import { ASKS, type AskGate } from '../../rules/ask-kinds';
import { givenName } from '../../rules/names';
import { setGates } from '../../store/asks';
import { setContact } from '../../store/contacts';
import { type Db, inTransaction } from '../../store/db';
import { setKnows } from '../../store/knows';
import { type AskSubject, aboutFor } from '../ask-facts';
import { checked } from '../checked';
import { pastDayQuestion } from '../day-question';
import { words } from '../options';
import { readPastDay } from '../past-day';

/** Only what was answered. */
export interface GateAnswers {
  company?: string;
  goalToldOn?: IsoDay;
  seenWork?: boolean;
  /** How well they know the hiring manager; 0 is not at all. */
  how?: How | 0;
}

const NOT_KNOWN = 'not known';

export async function askForGates(app: App, kind: AskKind, subject: AskSubject): Promise<GateAnswers> {
  const { facts, job } = aboutFor(kind, subject);
  const { gates } = subject;
  const matters = (gate: AskGate) => ASKS[kind].gates.includes(gate);
  const answers: GateAnswers = {};
  if (matters('insider') && job && facts.insider === null) answers.company = await askWorkplace(app, subject);
  if (matters('goal-told') && gates.goalToldOn === null) answers.goalToldOn = await askGoalTold(app, subject);
  if (matters('seen-work') && gates.seenWork === null) answers.seenWork = await askSeenWork(app, subject);
  if (matters('manager-tie') && facts.managerName !== null && facts.managerTie === null) {
    answers.how = await askManagerTie(app, subject, facts.managerName);
  }
  return answers;
}

/** All at once, so that leaving the questions halfway changes nothing. */
export function storeAnswers(db: Db, { tie, aboutManager }: AskSubject, answers: GateAnswers): void {
  const { company, how, ...gates } = answers;
  inTransaction(db, () => {
    if (company !== undefined) setContact(db, tie.id, { company });
    setGates(db, tie.id, gates);
    if (how) setKnows(db, tie.id, aboutManager.job!.hiringManager!, how);
  });
}

async function askWorkplace({ ask }: App, { tie }: AskSubject): Promise<string | undefined> {
  const company = await ask.text({
    message: `Where does ${givenName(tie.name)} work? (Enter: ${NOT_KNOWN})`,
    flag: `jobsearch contact edit ${tie.id} --company "…"`,
    check: checked((text) => text.trim() && words('The company')(text)),
  });
  return company.trim() || undefined;
}

async function askGoalTold(app: App, { tie }: AskSubject): Promise<IsoDay | undefined> {
  const day = await app.ask.text(
    pastDayQuestion(app, {
      message: `When did you tell ${givenName(tie.name)} which roles and companies you aim at? (Enter: not yet)`,
      flag: `jobsearch contact edit ${tie.id} --goal-told`,
    }),
  );
  return day.trim() === '' ? undefined : readPastDay(app, day);
}

async function askSeenWork({ ask }: App, { tie }: AskSubject): Promise<boolean | undefined> {
  const seen = await ask.choose<boolean | null>({
    message: `Has ${givenName(tie.name)} worked with you, or seen a piece of your work?`,
    flag: `jobsearch contact edit ${tie.id} --seen-work`,
    default: NOT_KNOWN,
    choices: [
      { name: NOT_KNOWN, value: null },
      { name: 'yes', value: true },
      { name: 'no', value: false },
    ],
  });
  return seen ?? undefined;
}

async function askManagerTie(
  { ask }: App,
  { tie, aboutManager }: AskSubject,
  managerName: string,
): Promise<How | 0 | undefined> {
  const how = await ask.choose<How | 0>({
    message: `How well does ${givenName(tie.name)} know ${managerName}?`,
    flag: `jobsearch contact knows ${tie.id} ${aboutManager.job!.hiringManager} --how 3`,
    default: NOT_KNOWN,
    choices: [
      { name: NOT_KNOWN, value: null },
      { name: 'not at all', value: 0 },
      ...LEVEL_NAMES.slice(1).map((name, at) => ({ name: `${at + 1} ${name}`, value: (at + 1) as How })),
    ],
  });
  return how ?? undefined;
}
