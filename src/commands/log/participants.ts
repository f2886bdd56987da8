/** The people of a conversation. Somebody unknown is only noted here, and added when all of it is written down. */
import type { App } from '../../app';
import { nearestNames } from '../../rules/nearest';
import { listNames } from '../../store/named';
import { personName } from '../options';
import { isUnknown, readPeople, readPerson, refuseCrowd } from '../who';
import type { LogInput } from './options';

export interface Participant {
  /** Null for somebody who is to be added. */
  id: number | null;
  name: string;
  company: string | null;
}

export async function readParticipants(app: App, input: LogInput): Promise<Participant[]> {
  const typed = input.people
    .flatMap((text) => text.split(','))
    .map((text) => text.trim())
    .filter((text) => text !== '');
  refuseCrowd(typed);
  const strangers = typed.filter((text) => isUnknown(app, text));
  // Several single words that nobody has are one name without its quotes.
  const isOneName =
    typed.length > 1 &&
    strangers.length === typed.length &&
    !typed.some((text) => /[\s,]/.test(text)) &&
    !input.people.some((text) => text.includes(','));
  if (isOneName) return readParticipants(app, { ...input, people: [typed.join(' ')] });
  // "log lee chen" is one person, also where there is no Chen.
  if (strangers.length === 0 || (typed.length > 1 && !isUnknown(app, typed.join(' '))))
    return readPeople(app, typed);
  const people: Participant[] = [];
  for (const text of typed) {
    const found = strangers.includes(text)
      ? [await readParticipant(app, input, text)]
      : await readPeople(app, [text]);
    people.push(...found.filter(({ id }) => id === null || !people.some((one) => one.id === id)));
  }
  return people;
}

/** Somebody named beside those who talked; a stranger may be added like them. */
export async function readParticipant(app: App, input: LogInput, text: string): Promise<Participant> {
  return isUnknown(app, text) && (await wantsToAdd(app, input, text))
    ? { id: null, name: personName('The name')(text), company: input.company || null }
    : readPerson(app, text);
}

async function wantsToAdd(app: App, input: LogInput, name: string): Promise<boolean> {
  if (input.add) return true;
  if (!app.ask.interactive || input.yes) return false;
  const near = nearestNames(name, listNames(app.db));
  const doubt = near.length > 0 ? ` (${near.join(', ')} ${near.length === 1 ? 'is' : 'are'} near)` : '';
  return app.ask.confirm({
    message: `Nobody fits "${name}"${doubt}. Add them?`,
    default: near.length === 0,
    flag: '--add',
  });
}
