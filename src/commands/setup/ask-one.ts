/** The questions of `setup`, each by itself: what is there is the default, and a complaint asks again. */
import type { App, Question } from '../../app';
import { UsageError, UserError } from '../../errors';
import { readMinutes } from '../../formats/minutes';
import { CAPACITY_MINUTES } from '../../rules/constants';
import { minutesWords } from '../../rules/day-words';
import type { Settings } from '../../rules/settings';
import { findSetting } from '../../store/settings';
import { checkedSetting } from '../config';

export function askWhich<Value extends string>(
  app: App,
  { names, now, ...question }: { message: string; flag: string; now: Value; names: Record<Value, string> },
): Promise<Value> {
  const choices = (Object.keys(names) as Value[]).map((value) => ({ name: names[value], value }));
  return app.ask.choose<Value>({ ...question, default: names[now], choices, canGoBack: true });
}

type Asked = Pick<Question, 'message' | 'flag' | 'example'>;

/** Undefined when it was left as it is; `said` is what was answered before going back. */
export async function askLine(
  app: App,
  asked: Asked,
  known: string | null,
  said: string | undefined,
): Promise<string | undefined> {
  const given = said ?? known;
  const check = verdictOf((text) => checkedSetting('goal', text));
  const question = { ...asked, check, canGoBack: true, ...(given !== null && { default: given }) };
  const answer = (await app.ask.text(question)).trim();
  return answer === '' || answer === known ? undefined : answer;
}

export async function askList(
  app: App,
  asked: Asked,
  known: string[],
  said: string[] | undefined,
): Promise<string[] | undefined> {
  const answer = await askLine(app, asked, known.length > 0 ? known.join(', ') : null, said?.join(', '));
  const parts = answer?.split(',').map((part) => part.trim());
  return parts?.filter((part) => part !== '');
}

/** What is usual in a situation is not set, so that it changes with the situation. */
export async function askMinutes(
  app: App,
  situation: Settings['situation'],
  said: string | undefined,
): Promise<string | undefined> {
  const known = findSetting(app.db, 'minutes');
  const usual = String(CAPACITY_MINUTES[situation]);
  const check = verdictOf((text) => checkedSetting('minutes', text));
  const answer = await app.ask.text({
    message: 'How many minutes a day do you have for the search?',
    ...{ flag: '--minutes 60', default: said ?? known ?? usual, canGoBack: true },
    check,
    reading: async (text) => (check(text) === true ? minutesWords(readMinutes(text)) : ''),
  });
  const minutes = checkedSetting('minutes', answer.trim());
  return known === undefined && minutes === usual ? undefined : minutes;
}

/** The complaint alone: its hint is a command, and here there is a question to answer. */
function verdictOf(read: (text: string) => unknown): (text: string) => string | true {
  return (text) => {
    try {
      read(text.trim());
      return true;
    } catch (error) {
      if (error instanceof UserError || error instanceof UsageError) return error.message;
      throw error;
    }
  };
}

export async function askFile(app: App, said: string | undefined): Promise<string | undefined> {
  const answer = await app.ask.text({
    message: "LinkedIn's export, the zip or Connections.csv? (Enter: later)",
    example: 'LinkedIn has it under Settings, Data privacy, Get a copy of your data',
    ...{ flag: '--linkedin FILE', canGoBack: true, ...(said !== undefined && { default: said }) },
    check: verdictOf((text) => text === '' || app.files.read(unquoted(text))),
  });
  return unquoted(answer) || undefined;
}

/** As a terminal writes the name of a file that was dropped on it: in quotes, or with a stroke before each blank. */
function unquoted(text: string): string {
  const typed = text.trim();
  const inQuotes = /^(['"])(.*)\1$/.exec(typed)?.[2];
  return inQuotes ?? typed.replace(/\\([ ()[\]'"&])/g, '$1');
}
