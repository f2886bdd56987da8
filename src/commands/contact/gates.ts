/** The facts that asks rest on and depth cannot make up for, as options of `contact add` and `contact edit`. */
import type { Command as Commander } from 'commander';
import type { App } from '../../app';
import type { AskKind, GateFacts } from '../../model';
import { addOffer, setGates } from '../../store/asks';
import { askKind } from '../ask/kind';
import { several } from '../options';
import { readPastDay } from '../past-day';

export interface GateOptions {
  /** True without a day, false to take it back. */
  goalTold?: string | boolean;
  seenWork?: boolean;
  burned?: boolean;
  offered?: AskKind[];
}

export interface GateChange {
  facts: Partial<GateFacts>;
  offered: AskKind[];
}

export function gateOptions(command: Commander): Commander {
  return command
    .option('--goal-told [day]', 'they know which roles and companies you aim at: since today, or that day')
    .option('--no-goal-told', 'they do not')
    .option('--seen-work', 'they worked with you, or saw a piece of your work')
    .option('--no-seen-work', 'they have not')
    .option('--burned', 'a referral of theirs went badly once')
    .option('--no-burned', 'it did not')
    .option(
      '--offered <what>',
      'they offered this by themselves today: intro, referral …; may be given several times',
      several(askKind('--offered')),
    );
}

export async function gatesOf(app: App, options: GateOptions): Promise<GateChange> {
  const { goalTold, seenWork, burned, offered } = options;
  const facts: Partial<GateFacts> = {};
  if (goalTold === false) facts.goalToldOn = null;
  else if (goalTold !== undefined) {
    facts.goalToldOn = await readPastDay(app, goalTold === true ? undefined : goalTold, '--goal-told');
  }
  if (seenWork !== undefined) facts.seenWork = seenWork;
  if (burned !== undefined) facts.burned = burned;
  return { facts, offered: offered ?? [] };
}

export function storeGates({ db, today }: App, contactId: number, { facts, offered }: GateChange): void {
  setGates(db, contactId, facts);
  for (const kind of offered) addOffer(db, contactId, kind, today);
}
