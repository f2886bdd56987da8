/** What every prompt is drawn with, whoever made it: the tones of the screens, and symbols that the terminal has. */
import { painter } from '../render/paint';
import { sayable, type Terminal } from './ask';

export type PromptTheme = Awaited<ReturnType<typeof themeFor>>;

/** The library's own looks would follow stdout, which may be a file while somebody is asked. */
export async function themeFor(terminal: Terminal) {
  const { look, env } = terminal;
  const paint = await painter(look.colour);
  const [strong, dim, bad, good] = (['strong', 'dim', 'bad', 'good'] as const).map(
    (tone) => (text: string) => paint(text, tone),
  ) as [Style, Style, Style, Style];
  // The font of the Linux console has the arrows of a sentence, but none of these.
  const isPlain = look.ascii === true || env.TERM === 'linux';
  const [cursor, tick, keys] = isPlain ? ['>', '+', ['up, down', 'Enter']] : ['❯', '✔', ['↑↓', '⏎']];
  const say = (text: string) => sayable(terminal, text);
  return {
    prefix: { idle: strong('?'), done: good(tick as string) },
    spinner: { interval: 80, frames: ['-', '\\', '|', '/'].map(dim) },
    icon: { cursor: cursor as string },
    // A text of the program or of its user as it can be shown here.
    say,
    style: {
      answer: (text: string) => text,
      message: strong,
      error: (text: string) => bad(`> ${text}`),
      defaultAnswer: (text: string) => dim(`(${text})`),
      help: dim,
      highlight: strong,
      reading: (text: string) => dim(say(`→ ${text}`)),
      keysHelpTip: () => dim(`${keys[0]} to choose, ${keys[1]} to take it`),
    },
  };
}

type Style = (text: string) => string;
