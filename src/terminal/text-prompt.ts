/** One line of text, with what it would be taken for beneath. */
import type * as Core from '@inquirer/core';
import type { Question } from '../app';
import { BACK } from './ask';
import type { PromptTheme } from './theme';

type Config = Pick<Question, 'message' | 'default' | 'example' | 'editable' | 'check' | 'reading'> & {
  /** Leaves the question for the one before. */
  back?: (() => void) | undefined;
};

/** The library is handed in, as it is loaded by the first question. */
export function textPrompt(
  {
    createPrompt,
    isBackspaceKey,
    isEnterKey,
    isTabKey,
    makeTheme,
    useEffect,
    useKeypress,
    usePrefix,
    useRef,
    useState,
  }: typeof Core,
  own: PromptTheme,
) {
  return createPrompt<string, Config>((config, done) => {
    const theme = makeTheme(own);
    const [status, setStatus] = useState<'idle' | 'loading' | 'done'>('idle');
    const [given, setGiven] = useState(config.default ?? '');
    const [value, setValue] = useState('');
    const [refusal, setRefusal] = useState('');
    const [reading, setReading] = useState('');
    const asked = useRef('');
    const prefix = usePrefix({ status, theme });

    /** Readings may come late and out of order: only that of the newest answer is shown. */
    async function read(answer: string): Promise<void> {
      asked.current = answer;
      const text = answer === '' ? '' : ((await config.reading?.(answer)) ?? '');
      if (asked.current === answer) setReading(text);
    }

    async function submit(answer: string, restore: () => void): Promise<void> {
      setStatus('loading');
      const verdict = (await config.check?.(answer)) ?? true;
      if (verdict === true) {
        await read(answer);
        setValue(answer);
        setStatus('done');
        done(answer);
      } else {
        restore();
        setRefusal(verdict);
        setStatus('idle');
      }
    }

    useEffect((line) => {
      if (config.editable) {
        line.write(given);
        setValue(given);
      }
      void read(given);
    }, []);

    useKeypress(async (key, line) => {
      if (status !== 'idle') return;
      // Enter empties the line of readline; an answer that was refused is there again to be mended.
      if (isEnterKey(key)) return submit(value || given, () => line.write(value));
      if (isTabKey(key) && value === '' && given !== '') {
        line.clearLine(0);
        line.write(given);
      } else if (isTabKey(key)) {
        line.clearLine(0);
        line.write(value);
      }
      if (isBackspaceKey(key) && value === '') setGiven('');
      const typed = line.line;
      if (typed === BACK && config.back) return config.back();
      setValue(typed);
      setRefusal('');
      await read(typed || (isBackspaceKey(key) && value === '' ? '' : given));
    });

    const question = { text: own.say(config.message), tone: 'strong' as const };
    if (status === 'done') {
      const read =
        reading && reading !== value ? [{ text: own.say(` → ${reading}`), tone: 'dim' as const }] : [];
      const answer = value === '' ? [] : [{ text: ` ${own.say(value)}`, tone: 'plain' as const }];
      return `${prefix} ${own.hanging([question, ...answer, ...read])}`;
    }
    const usual =
      given !== '' && value === '' ? [{ text: ` (${own.say(given)})`, tone: 'dim' as const }] : [];
    const shown = `${prefix} ${own.hanging([question, ...usual])}`;
    const below =
      refusal !== ''
        ? theme.style.error(refusal)
        : theme.style.help(reading === '' ? hint() : `→ ${reading}`);
    return [`${shown} ${value}`, below];

    function hint(): string {
      return value === '' && given === '' ? (config.example ?? '') : '';
    }
  });
}
