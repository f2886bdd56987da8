/** Prompts, on stderr so that stdout carries the answer alone: the only file that knows inquirer. */
import type { Ask, Choice, Question } from '../app';
import { Cancelled, UsageError } from '../errors';
import { clean } from '../render/clean';

type Streams = [input: NodeJS.ReadStream, output: NodeJS.WriteStream];

export function askOnTerminal(...streams: Streams): Ask {
  return {
    interactive: true,
    text: ({ message, default: given, check }) =>
      prompt(streams, {
        type: 'input',
        message: clean(message),
        default: given,
        validate: async (answer: string) => (check ? check(answer) : true),
      }),
    choose: <T>({ message, choices, default: given }: Question & { choices: Choice<T>[] }) =>
      prompt<T>(streams, {
        type: 'select',
        message: clean(message),
        default: choices.find((choice) => choice.name === given)?.value,
        choices: choices.map(({ name, value }) => ({ name: clean(name), value })),
      }),
    confirm: ({ message, default: given }) =>
      prompt(streams, { type: 'confirm', message: clean(message), default: given }),
  };
}

async function prompt<T>([input, output]: Streams, question: object): Promise<T> {
  const { default: inquirer } = await import('inquirer');
  const ask = inquirer.createPromptModule({ input, output });
  try {
    const { answer } = (await ask([{ name: 'answer', ...question }] as never)) as { answer: T };
    return answer;
  } catch (error) {
    if (error instanceof Error && error.name === 'ExitPromptError') throw new Cancelled();
    throw error;
  }
}

/** Without a terminal a question becomes a usage error that names the flag. */
export const refuseToAsk: Ask = {
  interactive: false,
  text: (question) => refuse(question.message, question.flag),
  choose: (question) => refuse(question.message, question.flag),
  confirm: (question) => refuse(question.message, question.flag),
};

function refuse(message: string, flag: string): never {
  throw new UsageError(
    `Without a terminal there is nobody to ask: ${message}`,
    `give it on the command line: ${flag}`,
  );
}
