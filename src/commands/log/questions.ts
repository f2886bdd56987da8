/** What `log` asks on a terminal, briefly and in this order; Enter is the sensible answer to each. */

import type { App } from '../../app';
import { UsageError } from '../../errors';
import { readMinutes } from '../../formats/minutes';
import { CHANNELS, type Channel, type Direction } from '../../model';
import { actOf } from '../../rules/act-words';
import { USUAL_MINUTES } from '../../rules/event-kinds';
import { LIMITS } from '../../rules/limits';
import { isSubstantiveByDefault, isWritten } from '../../rules/logging';
import { askPeople } from '../ask-person';
import { checked } from '../checked';
import { nextDayQuestion, pastDayQuestion } from '../day-question';
import { noteOf } from '../long-note';
import { words } from '../options';
import { directionOf } from './conversation';
import type { Came, LogInput } from './options';
import { readParticipants } from './participants';

/** The necessities are asked or refused; the rest is asked on a terminal only, and not with --yes. */
export async function askForMissing(app: App, typed: LogInput): Promise<LogInput> {
  const input = { ...typed, came: [...typed.came] };
  if (input.people.length === 0) input.people = await askWho(app, input);
  // Who it was is settled first, so that nobody answers nine questions about a misspelt name.
  if (app.ask.interactive) input.participants ??= await readParticipants(app, input);
  input.channel ??= await askChannel(app, 'coffee');
  if (isWritten(input.channel) && directionOf(input, input.channel) === null) {
    input.direction = await askDirection(app);
  }
  if (input.editor) {
    input.about = await noteOf(app, { note: input.about, editor: true }, null, '--about');
  }
  if (app.ask.interactive && !input.yes) await askTheRest(app, input, typed);
  return input;
}

export function askChannel(app: App, usual: Channel, message = 'How?'): Promise<Channel> {
  return app.ask.choose({
    message,
    flag: `--channel ${CHANNELS.join('|')}`,
    default: usual,
    choices: CHANNELS.map((channel) => ({ name: channel, value: channel })),
  });
}

export function askDirection(app: App): Promise<Direction> {
  return app.ask.choose<Direction>({
    message: 'Who wrote?',
    flag: '--sent, --received or both',
    choices: [
      { name: 'I did', value: 'sent' },
      { name: 'they did', value: 'received' },
      { name: 'both of us', value: 'both' },
    ],
  });
}

async function askWho(app: App, input: LogInput): Promise<string[]> {
  if (input.event !== undefined && !app.ask.interactive) {
    throw new UsageError(
      `Event #${input.event} has no people.`,
      `jobsearch log "A Name" --event ${input.event}`,
    );
  }
  return askPeople(app, { message: 'With whom? (commas between several)', flag: 'jobsearch log "Ana Ruiz"' });
}

async function askTheRest(app: App, input: LogInput, typed: LogInput): Promise<void> {
  const { ask } = app;
  const channel = input.channel!;
  input.day ??= await ask.text(pastDayQuestion(app, { message: 'When?', default: 'today', flag: '--day' }));
  if (!isWritten(channel)) {
    input.minutes ??= readMinutes(
      await ask.text({
        message: 'How long?',
        default: `${USUAL_MINUTES[channel]} min`,
        flag: '--minutes',
        check: checked(readMinutes),
      }),
    );
  }
  input.about ??= (await ask.text({ message: 'About what?', flag: '--about', long: true })).trim() || null;
  input.substantive ??= await ask.confirm({
    message: 'Did you talk about something that mattered?',
    default: isSubstantiveByDefault(channel, input.minutes ?? null),
    flag: '--substantive',
  });
  if (input.purpose === undefined)
    input.purpose = (await ask.text({ message: 'What for?', flag: '--purpose' })).trim() || null;
  if (typed.came.length === 0) input.came = await askWhatCame(app);
  if (input.next === undefined) {
    const next = (await ask.text({ message: 'Your next step?', flag: '--next' })).trim();
    if (next !== '') {
      input.next = words('--next')(next);
      input.on ??= await askDay(app, 'On which day?', '--on');
    }
  }
}

async function askWhatCame(app: App): Promise<Came[]> {
  const came: Came[] = [];
  const askFor = async (message: string, flag: string) =>
    (
      await app.ask.text({
        message,
        flag,
        check: checked((text) => text.trim() && words(flag, LIMITS.text)(text)),
      })
    ).trim();
  const promised = await askFor('Did you promise anything?', '--promised');
  if (promised)
    came.push({
      kind: 'promise',
      side: 'me',
      what: promised,
      by: await askDay(app, 'By which day?', '--by'),
    });
  const theirs = await askFor('Did they promise anything?', '--they-promised');
  if (theirs)
    came.push({
      kind: 'promise',
      side: 'them',
      what: theirs,
      by: await askDay(app, 'By which day?', '--by'),
    });
  const got = await askFor('Did they do something for you? (advice, a lead, an introduction …)', '--got');
  if (got) {
    const asked = await app.ask.confirm({
      message: 'Had you asked for it?',
      default: true,
      flag: '--unasked',
    });
    const whom = actOf(got).kind === 'introduction' ? await askWhom(app) : undefined;
    came.push({ kind: 'act', side: 'them', what: got, unasked: !asked, whom });
  }
  const gave = await askFor('Did you do something for them?', '--gave');
  if (gave) came.push({ kind: 'act', side: 'me', what: gave });
  return came;
}

async function askWhom(app: App): Promise<string | undefined> {
  const question = { message: 'Who was introduced to you? (Enter: later)', flag: '--whom' };
  return (await app.ask.text(question)).trim() || undefined;
}

/** Enter means no particular day. */
async function askDay(app: App, message: string, flag: string): Promise<string | undefined> {
  const question = nextDayQuestion(app, { message: `${message} (Enter: none)`, flag });
  return (await app.ask.text(question)).trim() || undefined;
}
