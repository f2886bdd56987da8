/** Whom to ask for what: everybody, one person's ladder, or one ask weighed, and recorded if it was made. */
import type { Answers } from '../../answers';
import type { Answer, App, Command } from '../../app';
import { UsageError } from '../../errors';
import type { AskKind } from '../../model';
import { askKindLines } from '../../rules/ask-words';
import { itemNumber, words } from '../options';
import { readPerson } from '../who';
import { askKind } from './kind';
import { askOverview } from './overview';
import { ladder, oneAsk } from './person';
import { recordAsk } from './record';

export interface AskInput {
  who?: string[];
  for?: AskKind;
  job?: number;
  record?: boolean;
  what?: string;
  on?: string;
  yes?: boolean;
}

type Weighed = Answer<Answers['ask show']>;

export const askShow: Command<Answers['ask show']> = {
  examples: [
    'jobsearch ask',
    'jobsearch ask ana',
    'jobsearch ask ana --for referral --job 1',
    'jobsearch ask ana --for intro --record --what "to her old team lead"',
    'jobsearch ask --for manager',
  ],
  configure: (command) =>
    command
      .argument('[who...]', 'one person: the number, or any words that fit')
      .option('-f, --for <what>', 'what you would ask for: intro, referral, 20 minutes …', askKind('--for'))
      .option('-j, --job <number>', 'the job that it is about', itemNumber('job'))
      .option('-r, --record', 'write down that you asked')
      .option('-w, --what <text>', 'with --record: in your words', words('--what'))
      .option('-o, --on <day>', 'with --record: the day you asked, if not today')
      .option('-y, --yes', 'ask nothing back about what is not known'),
  run(app, input: AskInput): Weighed | Promise<Weighed> {
    refuseLoose(input);
    return input.who && input.who.length > 0 ? onePerson(app, input) : askOverview(app, input);
  },
};

async function onePerson(app: App, input: AskInput): Promise<Weighed> {
  const { id } = await readPerson(app, input.who!.join(' '));
  if (input.for === undefined) return ladder(app, id, input);
  return input.record ? recordAsk(app, id, input.for, input) : oneAsk(app, id, input.for, input);
}

/** What belongs to a record is refused without one, and a record without what it is of. */
function refuseLoose({ who, for: kind, record, what, on }: AskInput): void {
  if (!record) {
    const loose = what !== undefined ? '--what' : on !== undefined ? '--on' : undefined;
    if (loose) throw new UsageError(`${loose} goes with --record.`, 'jobsearch ask --help');
    return;
  }
  if (!who || who.length === 0)
    throw new UsageError('--record needs a person.', 'jobsearch ask ana --for intro --record');
  if (kind === undefined)
    throw new UsageError(['--record needs --for, one of:', ...askKindLines()].join('\n  '));
}
