/** What the tones look like: the only file that knows chalk. */
import type { Tone } from '../views/view';
import type { Line } from './layout';

export type Paint = (text: string, tone: Tone) => string;

const unpainted: Paint = (text) => text;

export async function painter(colour: boolean): Promise<Paint> {
  if (!colour) return unpainted;
  const { Chalk } = await import('chalk');
  // The sixteen colours that each terminal theme chooses itself, and no background. Yellow is the one that nearly
  // vanishes on white paper; magenta reads on light and dark alike.
  const chalk = new Chalk({ level: 1 });
  const tones = {
    plain: (text: string) => text,
    strong: chalk.bold,
    found: chalk.bold,
    good: chalk.green,
    warn: chalk.magenta,
    bad: chalk.red,
    dim: chalk.dim,
  };
  return (text, tone) => tones[tone](text);
}

/** Without the blanks at its end, and in as few spans as it has tones. */
export function paintLine(line: Line, paint: Paint): string {
  if (paint === unpainted) {
    return line
      .map(({ text }) => text)
      .join('')
      .trimEnd();
  }
  const end = line.findLastIndex((piece) => piece.text.trim() !== '');
  const merged: Line = [];
  line.slice(0, end + 1).forEach(({ text, tone }, at) => {
    const shown = at === end ? text.trimEnd() : text;
    const last = merged.at(-1);
    if (last?.tone === tone) merged[merged.length - 1] = { text: last.text + shown, tone };
    else merged.push({ text: shown, tone });
  });
  return merged.map(({ text, tone }) => paint(text, tone)).join('');
}
