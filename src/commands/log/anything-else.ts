/** What may have come of a conversation, all behind one question: Enter says that this is all. */
import type { App } from '../../app';
import { readMinutes } from '../../formats/minutes';
import { actOf } from '../../rules/act-words';
import { minutesWords } from '../../rules/day-words';
import { USUAL_MINUTES } from '../../rules/event-kinds';
import { LIMITS } from '../../rules/limits';
import { isLive, isWritten, seemsSubstantive } from '../../rules/logging';
import { checked } from '../checked';
import { nextDayQuestion } from '../day-question';
import { words } from '../options';
import type { Came, LogInput } from './options';

interface Offered {
  name: string;
  ask(app: App, input: LogInput): Promise<void>;
}

const DONE = 'no, that is all';

/** Changes the input; asks until that is all. */
export async function askAnythingElse(app: App, input: LogInput): Promise<void> {
  for (;;) {
    const offered = offers(input);
    const chosen = await app.ask.choose<Offered | null>({
      message: 'Anything else?',
      flag: '--yes',
      default: DONE,
      choices: [{ name: DONE, value: null }, ...offered.map((one) => ({ name: one.name, value: one }))],
    });
    if (chosen === null) break;
    await chosen.ask(app, input);
  }
  input.substantive ??= evidence(input);
}

/** Promises and favours as often as there are some, the rest once. */
function offers(input: LogInput): Offered[] {
  const channel = input.channel!;
  const offered: Offered[] = [
    { name: 'you promised something', ask: askPromise('me') },
    { name: 'they promised something', ask: askPromise('them') },
    { name: 'they did something for you', ask: askGot },
    { name: 'you did something for them', ask: askGave },
  ];
  if (input.next === undefined) offered.push({ name: 'your next step', ask: askNext });
  if (input.minutes === undefined && !isWritten(channel))
    offered.push({
      name: `how long it took (else ${minutesWords(USUAL_MINUTES[channel])})`,
      ask: askMinutes,
    });
  const matters = input.substantive ?? evidence(input);
  const mattered = `it was about something that matters${isLive(channel) ? ' (else small talk)' : ''}`;
  offered.push({
    name: matters ? 'it was only small talk' : mattered,
    ask: async (_, changed) => {
      changed.substantive = !matters;
    },
  });
  if (input.purpose === undefined) offered.push({ name: 'what it was for', ask: askPurpose });
  return offered;
}

function evidence({ channel, minutes, about, came, next }: LogInput): boolean {
  const hasCome = came.length > 0 || next !== undefined;
  return seemsSubstantive(channel!, { minutes: minutes ?? null, isAbout: Boolean(about), hasCome });
}

function askPromise(side: 'me' | 'them'): Offered['ask'] {
  return async (app, input) => {
    const flag = side === 'me' ? '--promised' : '--they-promised';
    const what = await askWhat(app, side === 'me' ? 'What did you promise?' : 'What did they promise?', flag);
    if (what === '') return;
    const to = await askWhom(app, input, side === 'me' ? 'To whom?' : 'Who did?');
    input.came.push({ kind: 'promise', side, what, to, by: await askDay(app, 'By which day?', '--by') });
  };
}

async function askGot(app: App, input: LogInput): Promise<void> {
  const what = await askWhat(app, 'What did they do for you? (advice, a lead, an introduction …)', '--got');
  if (what === '') return;
  const to = await askWhom(app, input, 'Who did?');
  const asked = await app.ask.confirm({ message: 'Had you asked for it?', default: true, flag: '--unasked' });
  const act: Came = { kind: 'act', side: 'them', what, to, unasked: !asked };
  if (actOf(what).kind === 'introduction') {
    const question = { message: 'Who was introduced to you? (Enter: later)', flag: '--whom' };
    act.whom = (await app.ask.text(question)).trim() || undefined;
  }
  input.came.push(act);
}

async function askGave(app: App, input: LogInput): Promise<void> {
  const what = await askWhat(app, 'What did you do for them?', '--gave');
  if (what !== '')
    input.came.push({ kind: 'act', side: 'me', what, to: await askWhom(app, input, 'For whom?') });
}

async function askNext(app: App, input: LogInput): Promise<void> {
  const what = await askWhat(app, 'Your next step?', '--next');
  if (what === '') return;
  input.next = what;
  input.on ??= await askDay(app, 'On which day?', '--on');
}

async function askMinutes({ ask }: App, input: LogInput): Promise<void> {
  const given = `${USUAL_MINUTES[input.channel!]} min`;
  input.minutes = readMinutes(
    await ask.text({ message: 'How long?', default: given, flag: '--minutes', check: checked(readMinutes) }),
  );
}

async function askPurpose({ ask }: App, input: LogInput): Promise<void> {
  input.purpose = (await ask.text({ message: 'What for?', flag: '--purpose' })).trim() || null;
}

/** Empty for nothing after all. */
async function askWhat({ ask }: App, message: string, flag: string): Promise<string> {
  const check = checked((text) => text.trim() && words(flag, LIMITS.text)(text));
  return (await ask.text({ message, flag, check })).trim();
}

/** Of several, whom it concerns. */
async function askWhom(
  { ask }: App,
  { participants = [] }: LogInput,
  message: string,
): Promise<string | undefined> {
  if (participants.length < 2) return undefined;
  const choices = participants.map(({ id, name }) => ({ name, value: id === null ? name : `#${id}` }));
  return ask.choose({ message, flag: '--to', choices });
}

/** Enter means no particular day. */
async function askDay(app: App, message: string, flag: string): Promise<string | undefined> {
  const question = nextDayQuestion(app, { message: `${message} (Enter: none)`, flag }, 'due');
  return (await app.ask.text(question)).trim() || undefined;
}
