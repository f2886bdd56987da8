/** What the tones look like: the only file that knows chalk. */
import type { Tone } from '../views/view';

export type Paint = (text: string, tone: Tone) => string;

export async function painter(colour: boolean): Promise<Paint> {
  if (!colour) return (text) => text;
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
