/** What `log` asks on a terminal, briefly and in this order; Enter is the sensible answer to each. */

import type { App } from '../../app';
import { UsageError } from '../../errors';
import { CHANNELS, type Channel, type Direction } from '../../model';
import { isWritten } from '../../rules/logging';
import { askPeople } from '../ask-person';
import { pastDayQuestion } from '../day-question';
import { noteOf } from '../long-note';
import { askAnythingElse } from './anything-else';
import { directionOf } from './conversation';
import type { LogInput } from './options';
import { readParticipants } from './participants';

/** The necessities are asked or refused; the rest is asked on a terminal only, and not with --yes. */
export async function askForMissing(app: App, typed: LogInput): Promise<LogInput> {
  const input = { ...typed, came: [...typed.came] };
  if (input.people.length === 0) input.people = await askWho(app, input);
  // Who it was is settled first, so that nobody answers questions about a misspelt name.
  if (app.ask.interactive) input.participants ??= await readParticipants(app, input);
  input.channel ??= await askChannel(app, 'coffee');
  if (isWritten(input.channel) && directionOf(input, input.channel) === null) {
    input.direction = await askDirection(app);
  }
  if (input.editor) {
    input.about = await noteOf(app, { note: input.about, editor: true }, null, '--about');
  }
  if (app.ask.interactive && !input.yes) await askTheRest(app, input);
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

/** When and about what; the rest behind one more question. */
async function askTheRest(app: App, input: LogInput): Promise<void> {
  const { ask } = app;
  input.day ??= await ask.text(pastDayQuestion(app, { message: 'When?', default: 'today', flag: '--day' }));
  input.about ??= (await ask.text({ message: 'About what?', flag: '--about', long: true })).trim() || null;
  await askAnythingElse(app, input);
}
