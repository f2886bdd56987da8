/** What every prompt is drawn with, whoever made it: the tones of the screens, and symbols that the terminal has. */
import { type Line, plainOf, wrap } from '../render/layout';
import { painter, paintLine } from '../render/paint';
import { measureFor } from '../render/width';
import { sayable, type Terminal } from './ask';

export type PromptTheme = Awaited<ReturnType<typeof themeFor>>;

/** A character that is two columns wide: whatever is typed or read may hold one. */
const WIDE = '文';
/** What stands before each question, answer of a list and remark, and what the rest of it stands below. */
const MARK = 2;

/** The library's own looks would follow stdout, which may be a file while somebody is asked. */
export async function themeFor(terminal: Terminal) {
  const { look, env, output } = terminal;
  const paint = await painter(look.colour);
  const measure = await measureFor([WIDE]);
  const say = (text: string) => sayable(terminal, text);
  // The font of the Linux console has the arrows of a sentence, but none of these.
  const isPlain = look.ascii === true || env.TERM === 'linux';
  const cursor = isPlain ? '>' : '❯';
  const keys = isPlain ? 'up, down to choose, Enter to take it' : '↑↓ to choose, ⏎ to take it';

  // The last column stays free, as the cursor may have to stand behind the text.
  const room = (mark = MARK) => Math.max(10, (output.columns || 80) - mark - 1);

  /** Broken between words, the rest below the first; the library would break wherever the line ends. */
  function lines(text: Line, mark = MARK): string[] {
    return wrap(text, room(mark), measure).map((line) => paintLine(line, paint));
  }
  const hanging = (text: Line) => lines(text).join(`\n${' '.repeat(MARK)}`);
  /** On the line of the question, or below it where it would be broken there. */
  const answerTo = (message: string) => (text: string) => {
    const last = plainOf(wrap(say(message), room(), measure).at(-1) ?? '');
    return measure(`${last} ${text}`) <= room() ? text : `\n${' '.repeat(MARK)}${text}`;
  };
  const of = (tone: Line[number]['tone']) => (text: string) => hanging([{ text: say(text), tone }]);

  return {
    prefix: { idle: paint('?', 'strong'), done: paint(isPlain ? '+' : '✔', 'good') },
    spinner: { interval: 80, frames: ['-', '\\', '|', '/'].map((frame) => paint(frame, 'dim')) },
    icon: { cursor },
    say,
    hanging,
    answerTo,
    /** A row of a list in as many lines as it needs. */
    row: (text: string, isActive: boolean) =>
      lines([{ text: say(text), tone: 'plain' }]).map((line, at) =>
        paint(`${isActive && at === 0 ? cursor : ' '} ${line}`, isActive ? 'strong' : 'plain'),
      ),
    style: {
      answer: (text: string) => text,
      message: of('strong'),
      error: (text: string) => `${paint('>', 'bad')} ${of('bad')(text)}`,
      defaultAnswer: (text: string) => paint(`(${say(text)})`, 'dim'),
      help: (text: string) => lines([{ text: say(text), tone: 'dim' }], 0).join('\n'),
      highlight: (text: string) => paint(text, 'strong'),
      keysHelpTip: () => paint(keys, 'dim'),
    },
  };
}
