/** What went wrong, in words on stderr and as an exit code: the one place that catches. */
import type { Demo } from './arguments';
import { Cancelled, EXIT, UsageError, UserError } from './errors';
import { inSymbolsOf } from './print';
import { clean } from './render/clean';
import { demoWords } from './render/demo-words';
import type { World } from './world';

const LONGEST_SAID = 1_000;

/** What was typed is said back, unless it would push the message itself off the screen. */
function sayable(line: string): string {
  if (line.length <= LONGEST_SAID) return clean(line);
  const half = LONGEST_SAID / 4;
  return clean(`${line.slice(0, half)} … (${line.length - 2 * half} characters more) … ${line.slice(-half)}`);
}

export function report(error: unknown, world: World, demo: Demo): number {
  const say = (text: string) => world.stderr.write(`${inSymbolsOf(world, text)}\n`);
  const hinted = (message: string, hint?: string) => {
    // Line by line: who fits a name is a list.
    say(`jobsearch: ${message.split('\n').map(sayable).join('\n')}`);
    if (hint) say(`Hint: ${sayable(demo ? demoWords(hint) : hint)}`);
  };
  if (error instanceof UserError || error instanceof UsageError) {
    hinted(error.message, error.hint);
    return error instanceof UserError ? EXIT.failed : EXIT.usage;
  }
  if (error instanceof Cancelled) {
    say(error.message);
    return EXIT.cancelled;
  }
  say('jobsearch: this is a bug in jobsearch, not something you did. Please report it with the lines below.');
  say(clean(error instanceof Error ? (error.stack ?? error.message) : String(error)).replaceAll('␊', '\n'));
  return EXIT.bug;
}
