/** Answers given in advance, in the order of the questions. */
import type { Ask, PickQuestion, Question } from '../../src/app';
import { Cancelled, WentBack } from '../../src/errors';

export interface ScriptedAsk extends Ask {
  /** Throws when a question found no answer, or an answer no question. */
  assertAllAsked(): void;
}

/** As an answer: the key that leaves a prompt. */
export const CTRL_C = '^C';

/**
 * '' is Enter. An answer that the question refuses is followed by the refusal, and the next answer is tried; `say` gets
 * what a person would see, a line at a time.
 */
export function scriptedAsk(answers: string[], say: (line: string) => void): ScriptedAsk {
  const queue = [...answers];
  const faults: string[] = [];

  async function answerTo<T>(
    prompt: string,
    read: (answer: string) => Promise<Heard<T>>,
    canGoBack = false,
  ): Promise<T> {
    say(`? ${prompt}`);
    for (;;) {
      const answer = queue.shift();
      if (answer === undefined) {
        faults.push(`no answer is left for: ${prompt}`);
        throw new Cancelled();
      }
      say(answer === '' ? '>' : `> ${answer}`);
      if (answer === CTRL_C) throw new Cancelled();
      if (answer === '<' && canGoBack) throw new WentBack();
      const heard = await read(answer);
      if ('value' in heard) return heard.value;
      say(`! ${heard.refusal}`);
    }
  }

  return {
    interactive: true,
    text: ({ message, default: given, check, canGoBack }: Question) =>
      answerTo(
        given === undefined ? message : `${message} (${given})`,
        async (typed): Promise<Heard<string>> => {
          const value = typed || (given ?? '');
          const verdict = check ? await check(value) : true;
          return verdict === true ? { value } : { refusal: verdict };
        },
        canGoBack,
      ),
    choose: ({ message, choices, default: given, canGoBack }) =>
      answerTo(
        `${message} [${choices.map(({ name }) => name).join(' | ')}]`,
        async (typed) => {
          const name = typed || (given ?? choices[0]?.name);
          return choices.find((choice) => choice.name === name) ?? { refusal: `"${name}" is no choice.` };
        },
        canGoBack,
      ),
    pick: <T>({ message, narrow, typed = '', several }: PickQuestion<T>) =>
      answerTo<T[]>(`${message} ${listOf(narrow(typed).map(({ name }) => name))}`, async (answer) => {
        const parts = several ? answer.split(',') : [answer];
        const found = parts.map((part) => narrow(part.trim() || typed)[0]);
        const missing = parts.find((_, at) => !found[at]);
        if (missing !== undefined) return { refusal: `Nothing fits "${missing.trim()}".` };
        return { value: found.map((choice) => choice!.value) };
      }),
    edit: ({ what, text }) =>
      answerTo<string | undefined>(`(your editor: ${what}) ${text}`, async (written) => ({
        value: written === text ? undefined : written,
      })),
    confirm: ({ message, default: given, canGoBack }) =>
      answerTo(
        `${message} (${given ? 'Y/n' : 'y/N'})`,
        async (typed) => ({
          value: typed === '' ? given : typed.startsWith('y'),
        }),
        canGoBack,
      ),
    assertAllAsked() {
      for (const answer of queue) faults.push(`the answer "${answer}" was never asked for`);
      if (faults.length > 0) throw new Error(faults.join('\n'));
    },
  };
}

/** The first few, as a screen shows them. */
function listOf(names: string[]): string {
  const more = names.length > 3 ? [`… ${names.length - 3} more`] : [];
  return `[${[...names.slice(0, 3), ...more].join(' | ')}]`;
}

type Heard<T> = { value: T } | { refusal: string };
