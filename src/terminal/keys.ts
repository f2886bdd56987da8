/** Prompts that follow the keys as they are typed, drawn by inquirer. */
import { emitKeypressEvents, type Interface } from 'node:readline';
import type { Choice, Question } from '../app';
import { Cancelled, WentBack } from '../errors';
import { BACK, type Prompts, type Terminal } from './ask';
import { pickPrompt } from './pick-prompt';
import { textPrompt } from './text-prompt';
import { type PromptTheme, themeFor } from './theme';

/** Arrow keys begin with Esc too: this long their rest may be on its way, over a slow connection. */
const ESCAPE_MS = 100;

export function askByKeys(terminal: Terminal): Prompts {
  return {
    async text({ message, default: given, example, editable, check, reading, canGoBack }) {
      const prompt = textPrompt(await import('@inquirer/core'), await themeFor(terminal));
      return asking(terminal, (context, goBack) => {
        const back = canGoBack ? goBack : undefined;
        return prompt({ message, default: given, example, editable, check, reading, back }, context);
      });
    },
    async pick(question) {
      const prompt = pickPrompt(await import('@inquirer/core'), await themeFor(terminal));
      const picked = await asking(terminal, (context) =>
        prompt({ ...question, rows: terminal.output.rows }, context),
      );
      return picked as never;
    },
    async choose<T>({ message, choices, default: given, canGoBack }: Question & { choices: Choice<T>[] }) {
      const theme = await themeFor(terminal);
      const { say, hanging } = theme;
      const prompt = (await libraryPrompts()).select;
      const asked = {
        ...{ theme: answering(theme, message), message },
        ...{ default: choices.find((choice) => choice.name === given)?.value },
        choices: choices.map(({ name, value }) => ({
          ...{ name: hanging([{ text: say(name), tone: 'plain' }]), value },
          short: say(name),
        })),
      };
      return asking(terminal, (context) => prompt(asked, context), canGoBack) as Promise<T>;
    },
    async confirm({ message, default: given, canGoBack }) {
      const theme = answering(await themeFor(terminal), message);
      const asked = { theme, message, default: given };
      const prompt = (await libraryPrompts()).confirm;
      return asking(terminal, (context) => prompt(asked, context), canGoBack) as Promise<boolean>;
    },
  };
}

function answering(theme: PromptTheme, message: string): object {
  return { ...theme, style: { ...theme.style, answer: theme.answerTo(message) } };
}

async function libraryPrompts() {
  const { default: inquirer } = await import('inquirer');
  return inquirer.createPromptModule().prompts as unknown as Record<
    'select' | 'confirm',
    (asked: object, context: Context) => Promise<unknown>
  >;
}

interface Context {
  input: NodeJS.ReadStream;
  output: NodeJS.WriteStream;
  signal: AbortSignal;
  clearPromptOnDone: boolean;
}

/** Esc leaves a prompt as Ctrl+C does; going back leaves nothing of it on the screen. */
async function asking<T>(
  { input, output }: Terminal,
  ask: (context: Context, goBack: () => void) => Promise<T>,
  canGoBack = false,
): Promise<T> {
  const stop = new AbortController();
  const context: Context = { input, output, signal: stop.signal, clearPromptOnDone: false };
  const goBack = () => {
    context.clearPromptOnDone = true;
    stop.abort();
  };
  const onKey = (typed: string | undefined, key: { name?: string }) => {
    if (key.name === 'escape') stop.abort();
    else if (canGoBack && typed === BACK) goBack();
  };
  emitKeypressEvents(input, { escapeCodeTimeout: ESCAPE_MS } as unknown as Interface);
  input.on('keypress', onKey);
  try {
    return await ask(context, goBack);
  } catch (error) {
    if (!(error instanceof Error && LEFT.includes(error.name))) throw error;
    throw context.clearPromptOnDone ? new WentBack() : new Cancelled();
  } finally {
    input.off('keypress', onKey);
  }
}

/** What inquirer throws after Ctrl+C, and after the signal above. */
const LEFT = ['ExitPromptError', 'AbortPromptError'];
