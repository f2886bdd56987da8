/** A list that shrinks while one types. */
import type * as Core from '@inquirer/core';
import type { Choice, PickQuestion } from '../app';
import type { PromptTheme } from './theme';

type Config = PickQuestion<unknown> & { rows: number };

/** The question and the line that says what is left out, besides the list. */
const OTHER_LINES = 3;
const MOST_SHOWN = 8;

/** The library is handed in, as it is loaded by the first question. */
export function pickPrompt(
  {
    createPrompt,
    isBackspaceKey,
    isDownKey,
    isEnterKey,
    isTabKey,
    isUpKey,
    makeTheme,
    useEffect,
    useKeypress,
    usePrefix,
    useState,
  }: typeof Core,
  own: PromptTheme,
) {
  return createPrompt<unknown[], Config>((config, done) => {
    const theme = makeTheme(own);
    const [status, setStatus] = useState<'idle' | 'done'>('idle');
    const [typed, setTyped] = useState(config.typed ?? '');
    const [chosen, setChosen] = useState<Choice<unknown>[]>([]);
    const [active, setActive] = useState(0);
    const prefix = usePrefix({ status, theme });
    const left = config
      .narrow(typed)
      .filter((choice) => typed !== '' || !chosen.some(({ value }) => value === choice.value));
    // With somebody chosen and nothing more typed, Enter means that this is all.
    const isAll = chosen.length > 0 && typed === '' && active === 0;
    const under = isAll ? undefined : left[chosen.length > 0 && typed === '' ? active - 1 : active];

    const finish = (choices: Choice<unknown>[]) => {
      setChosen(choices);
      setStatus('done');
      done(choices.map(({ value }) => value));
    };
    useEffect((line) => {
      if (config.typed) line.write(config.typed);
    }, []);

    useKeypress((key, line) => {
      if (status === 'done') return;
      const restart = (text: string) => {
        if (line.line !== text) {
          line.clearLine(0);
          line.write(text);
        }
        setTyped(text);
        setActive(0);
      };
      if (isEnterKey(key)) {
        if (isAll) finish(chosen);
        else if (under) finish([...chosen, under]);
        // Enter emptied the line of readline.
        else line.write(typed);
      } else if (isUpKey(key) || isDownKey(key)) {
        const last = left.length - (chosen.length > 0 && typed === '' ? 0 : 1);
        // Readline would walk through lines typed before.
        if (line.line !== typed) restart(typed);
        setActive(Math.max(0, Math.min(last, active + (isUpKey(key) ? -1 : 1))));
      } else if (config.several && line.line.endsWith(',')) {
        if (under) setChosen([...chosen, under]);
        restart('');
      } else if (isTabKey(key)) restart(typed);
      else if (isBackspaceKey(key) && typed === '' && chosen.length > 0) {
        setChosen(chosen.slice(0, -1));
        setActive(0);
      } else if (line.line !== typed) restart(line.line.trimStart() === '' ? '' : line.line);
    });

    const names = chosen.map(({ name, short }) => own.say(short ?? name));
    if (status === 'done') {
      const asked = { text: own.say(config.message), tone: 'strong' as const };
      return `${prefix} ${own.hanging([asked, { text: ` ${names.join(', ')}`, tone: 'plain' }])}`;
    }
    const question = [prefix, theme.style.message(config.message, status)].join(' ');
    return [[question, ...names.map((name) => `${name},`), typed].join(' '), listed()];

    function listed(): string {
      const rows = left.map(({ name }) => name);
      if (chosen.length > 0 && typed === '') rows.unshift('that is all');
      if (rows.length === 0) return theme.style.error(`Nothing fits "${typed}": type less of it.`);
      const { lines, below } = windowOf(rows);
      const help = [
        below > 0 ? `${below} more below` : '',
        'type to narrow',
        config.several ? 'a comma for another one' : '',
      ];
      return [...lines, theme.style.help(help.filter(Boolean).join(' · '))].join('\n');
    }

    /** The rows around the active one, as many as there is room for. */
    function windowOf(rows: string[]): { lines: string[]; below: number } {
      const room = Math.max(2, Math.min(MOST_SHOWN, (config.rows || 24) - OTHER_LINES));
      const first = Math.max(0, Math.min(active - Math.floor(room / 2), rows.length - room));
      const shown = rows.slice(first, first + room).map((name, at) => own.row(name, first + at === active));
      // On a narrow screen some need two lines: those farthest from the active one make room.
      let above = 0;
      const height = () => shown.reduce((sum, row) => sum + row.length, 0);
      while (height() > room && shown.length > 1) {
        if (active - first - above > shown.length / 2) {
          shown.shift();
          above += 1;
        } else shown.pop();
      }
      return { lines: shown.flat(), below: rows.length - first - above - shown.length };
    }
  });
}
