/** Questions a line at a time, without a single control code: for terminals that know no cursor. */
import { createInterface } from 'node:readline';
import type { Choice, ConfirmQuestion, PickQuestion, Question } from '../app';
import { Cancelled, WentBack } from '../errors';
import { BACK, type Prompts, sayable, type Terminal } from './ask';

const MOST_SHOWN = 10;

export function askByLines(terminal: Terminal): Prompts {
  const say = (text: string) => terminal.output.write(`${sayable(terminal, text)}\n`);
  const hear = (prompt: string) => readLine(terminal, `${sayable(terminal, prompt)} `);

  async function text({
    message,
    default: given,
    example,
    check,
    reading,
    canGoBack,
  }: Question): Promise<string> {
    for (;;) {
      const answer = (await hear(asked(message, given, example))) || (given ?? '');
      if (canGoBack && answer.trim() === BACK) throw new WentBack();
      const verdict = (await check?.(answer)) ?? true;
      if (verdict === true) {
        const read = answer === '' ? '' : await reading?.(answer);
        if (read) say(`  ${read}`);
        return answer;
      }
      say(verdict);
    }
  }

  async function choose<T>(question: Question & { choices: Choice<T>[] }): Promise<T> {
    const { message, choices, default: given, canGoBack } = question;
    const usual = Math.max(
      0,
      choices.findIndex(({ name }) => name === given),
    );
    list(choices);
    for (;;) {
      const answer = (await hear(asked(message, String(usual + 1)))).trim();
      if (answer === '') return choices[usual]!.value;
      if (answer === BACK && canGoBack) throw new WentBack();
      const chosen = numbered(choices, answer) ?? choices.find(({ name }) => name === answer);
      if (chosen) return chosen.value;
      say(`A number from 1 to ${choices.length}.`);
    }
  }

  async function confirm({ message, default: given, canGoBack }: ConfirmQuestion): Promise<boolean> {
    for (;;) {
      const answer = (await hear(asked(message, given ? 'Y/n' : 'y/N'))).trim().toLowerCase();
      if (answer === '') return given;
      if (answer === BACK && canGoBack) throw new WentBack();
      if ('yes'.startsWith(answer)) return true;
      if ('no'.startsWith(answer)) return false;
      say('y or n.');
    }
  }

  async function pick<T>(question: PickQuestion<T>): Promise<T[]> {
    const { message, narrow, several, typed = '' } = question;
    let shown = narrow(typed).slice(0, MOST_SHOWN);
    list(shown);
    const help = `number, or words to narrow the list${several ? '; commas between several' : ''}`;
    say(`  (${help})`);
    for (;;) {
      const answer = (await hear(asked(message, shown.length > 0 ? '1' : undefined))).trim();
      const parts = (several ? answer.split(',') : [answer]).map((part) => part.trim());
      const found = parts.filter((part, at) => part !== '' || at === 0).map((part) => fitting(part));
      if (found.every(({ length }) => length === 1)) return found.map(([choice]) => choice!.value);
      const unclear = found.findIndex(({ length }) => length !== 1);
      if (found[unclear]!.length === 0) say(`Nothing fits "${parts[unclear]!}".`);
      else {
        shown = found[unclear]!.slice(0, MOST_SHOWN);
        list(shown);
      }
    }

    function fitting(part: string): Choice<T>[] {
      const one = part === '' ? shown[0] : numbered(shown, part);
      const found = narrow(part);
      const known = found.filter(({ isOther }) => !isOther);
      return one ? [one] : known.length > 0 ? known : found;
    }
  }

  function list(choices: Choice<unknown>[]): void {
    for (const [at, { name }] of choices.entries()) say(`  ${at + 1}. ${name}`);
  }

  return { text, choose, confirm, pick };
}

function asked(message: string, given: string | undefined, example?: string): string {
  const beside = given === undefined ? example && `(${example})` : `[${given}]`;
  return beside ? `${message} ${beside}` : message;
}

function numbered<T>(choices: Choice<T>[], answer: string): Choice<T> | undefined {
  return /^\d+$/.test(answer) ? choices[Number(answer) - 1] : undefined;
}

/** The end of the input leaves the question, as Ctrl+C does; so does Esc, which is a letter like any other here. */
function readLine({ input, output, onInterrupt }: Terminal, prompt: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const lines = createInterface({ input, output, terminal: false });
    const free = onInterrupt(() => lines.close());
    let answer: string | undefined;
    lines.on('close', () => {
      free();
      if (answer !== undefined && !answer.includes('\u001b')) return resolve(answer);
      if (answer === undefined) output.write('\n');
      reject(new Cancelled());
    });
    lines.question(prompt, (line) => {
      answer = line;
      lines.close();
    });
  });
}
