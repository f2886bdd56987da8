/** Prompts that follow the keys as they are typed, drawn by inquirer. */
import { emitKeypressEvents, type Interface } from 'node:readline';
import type { Choice, Question } from '../app';
import { Cancelled } from '../errors';
import { type Prompts, sayable, type Terminal } from './ask';
import { pickPrompt } from './pick-prompt';
import { textPrompt } from './text-prompt';
import { themeFor } from './theme';

/** Arrow keys begin with Esc too: this long their rest may be on its way, over a slow connection. */
const ESCAPE_MS = 100;

export function askByKeys(terminal: Terminal): Prompts {
  const say = (text: string) => sayable(terminal, text);
  return {
    async text({ message, default: given, editable, check, reading }) {
      const prompt = textPrompt(await import('@inquirer/core'), await themeFor(terminal));
      return asking(terminal, (context) =>
        prompt({ message: say(message), default: given, editable, check, reading }, context),
      );
    },
    async pick(question) {
      const prompt = pickPrompt(await import('@inquirer/core'), await themeFor(terminal));
      const picked = await asking(terminal, (context) =>
        prompt({ ...question, message: say(question.message), rows: terminal.output.rows }, context),
      );
      return picked as never;
    },
    choose: <T>({ message, choices, default: given }: Question & { choices: Choice<T>[] }) =>
      inquire<T>(terminal, {
        type: 'select',
        message: say(message),
        default: choices.find((choice) => choice.name === given)?.value,
        choices: choices.map(({ name, value }) => ({ name: say(name), value })),
      }),
    confirm: ({ message, default: given }) =>
      inquire(terminal, { type: 'confirm', message: say(message), default: given }),
  };
}

async function inquire<T>(terminal: Terminal, question: object): Promise<T> {
  const { default: inquirer } = await import('inquirer');
  return asking(terminal, async (context) => {
    const ask = inquirer.createPromptModule(context as never);
    const asked = { name: 'answer', theme: await themeFor(terminal), ...question };
    const { answer } = (await ask([asked] as never)) as { answer: T };
    return answer;
  });
}

interface Context {
  input: NodeJS.ReadStream;
  output: NodeJS.WriteStream;
  signal: AbortSignal;
}

/** Esc leaves a prompt as Ctrl+C does. */
async function asking<T>({ input, output }: Terminal, ask: (context: Context) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  const onKey = (_: string | undefined, key: { name?: string }) => {
    if (key.name === 'escape') stop.abort();
  };
  emitKeypressEvents(input, { escapeCodeTimeout: ESCAPE_MS } as unknown as Interface);
  input.on('keypress', onKey);
  try {
    return await ask({ input, output, signal: stop.signal });
  } catch (error) {
    if (error instanceof Error && LEFT.includes(error.name)) throw new Cancelled();
    throw error;
  } finally {
    input.off('keypress', onKey);
  }
}

/** What inquirer throws after Ctrl+C, and after the signal above. */
const LEFT = ['ExitPromptError', 'AbortPromptError'];
