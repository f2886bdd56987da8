/** What `setup` asks on a terminal; Enter keeps what is there, or leaves it open. */
import type { App } from '../../app';
import { UsageError, UserError } from '../../errors';
import { PART_STATES, PARTS, type Part, type PartState } from '../../model';
import { CAPACITY_MINUTES } from '../../rules/constants';
import type { Settings } from '../../rules/settings';
import { listPreparations } from '../../store/preparations';
import { findSetting, getSettings } from '../../store/settings';
import { setupIntroView } from '../../views/setup';
import { PART_NAMES } from '../../views/task';
import { checked } from '../checked';
import { checkedSetting } from '../config';
import type { SetupInput } from './setup';

export async function askForMissing(app: App, typed: SetupInput): Promise<SetupInput> {
  const input = { ...typed };
  const settings = getSettings(app.db);
  await app.show(setupIntroView());
  input.goal ??= await line(app, 'What are you looking for, in a sentence?', '--goal', settings.goal);
  input.role ??= await list(app, 'As what? (commas between several)', '--role', settings.roles);
  input.target ??= await list(
    app,
    'At which companies? (commas between several)',
    '--target',
    settings.targets,
  );
  input.situation ??= await askSituation(app, settings);
  input.minutes ??= await askMinutes(app, input.situation as Settings['situation']);
  input.weekStart ??= await app.ask.choose({
    message: 'When does your week begin?',
    flag: '--week-start monday',
    default: settings.weekStart,
    choices: ['monday', 'sunday'].map((day) => ({ name: day, value: day })),
  });
  input.linkedin ??= await askFile(app);
  input.prep ??= await askParts(app);
  return input;
}

/** Undefined when it was left as it is. */
async function line(
  app: App,
  message: string,
  flag: string,
  known: string | null,
): Promise<string | undefined> {
  const check = checked((text) => checkedSetting('goal', text.trim()));
  const question = { message, flag, check, ...(known !== null && { default: known }) };
  const answer = (await app.ask.text(question)).trim();
  return answer === '' || answer === known ? undefined : answer;
}

async function list(app: App, message: string, flag: string, known: string[]): Promise<string[] | undefined> {
  const answer = await line(app, message, flag, known.length > 0 ? known.join(', ') : null);
  const parts = answer?.split(',').map((part) => part.trim());
  return parts?.filter((part) => part !== '');
}

function askSituation(app: App, { situation }: Settings): Promise<string> {
  const words = { unemployed: 'between jobs', employed: 'employed' };
  return app.ask.choose<Settings['situation']>({
    message: 'What is your situation?',
    flag: '--situation employed',
    default: words[situation],
    choices: [
      { name: words.unemployed, value: 'unemployed' },
      { name: words.employed, value: 'employed' },
    ],
  });
}

/** What is usual in a situation is not set, so that it changes with the situation. */
async function askMinutes(app: App, situation: Settings['situation']): Promise<string | undefined> {
  const known = findSetting(app.db, 'minutes');
  const answer = await app.ask.text({
    message: 'How many minutes a day do you have for the search?',
    flag: '--minutes 60',
    default: known ?? String(CAPACITY_MINUTES[situation]),
    check: checked((text) => checkedSetting('minutes', text.trim())),
  });
  return known === undefined && answer === String(CAPACITY_MINUTES[situation]) ? undefined : answer.trim();
}

async function askFile(app: App): Promise<string | undefined> {
  const answer = await app.ask.text({
    message: "LinkedIn's export, the zip or Connections.csv? (Enter: later)",
    flag: '--linkedin FILE',
    check: (text) => {
      try {
        if (text.trim() !== '') app.files.read(unquoted(text));
        return true;
      } catch (error) {
        if (error instanceof UserError || error instanceof UsageError) return error.message;
        throw error;
      }
    },
  });
  return unquoted(answer) || undefined;
}

/** As a terminal writes the name of a file that was dropped on it. */
function unquoted(text: string): string {
  return text.trim().replace(/^(['"])(.*)\1$/, '$2');
}

async function askParts(app: App): Promise<[Part, PartState][] | undefined> {
  const known = listPreparations(app.db);
  const isNew = known.every(({ state }) => state === 'missing');
  const wants = await app.ask.confirm({
    message: `How far is your preparation? ${PARTS.length} parts, a key each. Now?`,
    default: isNew,
    flag: '--prep resume=rough',
  });
  if (!wants) return undefined;
  const parts: [Part, PartState][] = [];
  for (const { part, state } of known) {
    const now = await app.ask.choose<PartState>({
      message: `${PART_NAMES[part]}?`,
      flag: `--prep ${part}=${state}`,
      default: state,
      choices: PART_STATES.map((each) => ({ name: each, value: each })),
    });
    if (now !== state) parts.push([part, now]);
  }
  return parts;
}
