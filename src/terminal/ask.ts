/** Prompts, on stderr so that stdout carries the answer alone. What they are made with is loaded by the first question. */
import type { Ask, Look, Question } from '../app';
import { UsageError } from '../errors';
import { clean } from '../render/clean';
import { inAscii } from '../render/symbols';

export interface Terminal {
  input: NodeJS.ReadStream;
  output: NodeJS.WriteStream;
  env: Record<string, string | undefined>;
  look: Look;
  /** Runs this instead of ending the process on Ctrl+C or a lost connection, until the returned function is called. */
  onInterrupt(stop: () => void): () => void;
}

/** A terminal that knows no cursor (Emacs' shell, some of editors and of CI) is asked line by line. */
export function askOnTerminal(terminal: Terminal): Ask {
  const isDumb = terminal.env.TERM === 'dumb';
  const prompts = async () =>
    isDumb ? (await import('./lines')).askByLines(terminal) : (await import('./keys')).askByKeys(terminal);
  const edit: Ask['edit'] = async ({ what, text }) =>
    (await import('./editor')).editText(terminal, what, text);

  async function text(question: Question): Promise<string> {
    if (!question.long) return (await prompts()).text(question);
    for (;;) {
      const answer = await (await prompts()).text({
        ...question,
        message: `${question.message} (e: editor)`,
      });
      if (answer.trim() !== 'e') return answer;
      const written = await edit({ what: 'answer', text: '', flag: question.flag });
      const verdict = written !== undefined && ((await question.check?.(written)) ?? true);
      if (written !== undefined && verdict === true) return written;
      if (typeof verdict === 'string') terminal.output.write(`> ${sayable(terminal, verdict)}\n`);
    }
  }

  return {
    interactive: true,
    text,
    edit,
    choose: async (question) => (await prompts()).choose(question),
    pick: async (question) => (await prompts()).pick(question),
    confirm: async (question) => (await prompts()).confirm(question),
  };
}

/** What is typed to go back, where a question allows it. */
export const BACK = '<';

/** A question may hold a name from an import, and symbols of the screens. */
export function sayable({ look }: Terminal, text: string): string {
  return look.ascii ? inAscii(clean(text)) : clean(text);
}

/** The kinds of questions that every terminal has a way of its own to ask. */
export type Prompts = Pick<Ask, 'text' | 'choose' | 'pick' | 'confirm'>;

/** Without a terminal a question becomes a usage error that names the flag. */
export const refuseToAsk: Ask = {
  interactive: false,
  text: (question) => refuse(question.message, question.flag),
  choose: (question) => refuse(question.message, question.flag),
  pick: (question) => refuse(question.message, question.flag),
  confirm: (question) => refuse(question.message, question.flag),
  edit({ flag }) {
    throw new UsageError(
      'Without a terminal there is no editor.',
      `give the text on the command line: ${flag}`,
    );
  },
};

function refuse(message: string, flag: string): never {
  throw new UsageError(
    `Without a terminal there is nobody to ask: ${message}`,
    `give it on the command line: ${flag}`,
  );
}
