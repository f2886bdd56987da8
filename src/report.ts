/** What went wrong, in words on stderr and as an exit code: the one place that catches. */
import { type Demo, databaseIn, splitDemo } from './arguments';
import { Cancelled, EXIT, type Slip, UsageError, UserError } from './errors';
import { inSymbolsOf } from './print';
import { clean } from './render/clean';
import { plainOf, wrap } from './render/layout';
import { commandsOf } from './render/named-commands';
import { measureFor } from './render/width';
import type { World } from './world';

const LONGEST_SAID = 1_000;

/** What was typed is said back, unless it would push the message itself off the screen. */
function sayable(line: string): string {
  if (line.length <= LONGEST_SAID) return clean(line);
  const half = LONGEST_SAID / 4;
  return clean(`${line.slice(0, half)} … (${line.length - 2 * half} characters more) … ${line.slice(-half)}`);
}

/** On a terminal wrapped by words; in a pipe a sentence is a line, for whatever looks for it there. */
async function onScreen(world: World, said: string): Promise<string> {
  const text = inSymbolsOf(world, said);
  const { isTerminal, width } = world.stderr;
  if (!isTerminal) return text;
  const measure = await measureFor([text]);
  return text
    .split('\n')
    .flatMap((line) => wrap(line, width, measure))
    .map(plainOf)
    .join('\n');
}

/** The whole commands that were perhaps meant, to be typed as they stand. */
async function commandsMeant({ typed, meant }: Slip, { argv }: World): Promise<string[]> {
  const { commandLine, typedAgain } = await import('./rules/shell-words');
  return meant.flatMap((instead) => {
    const words = typedAgain(splitDemo(argv).argv, typed, instead);
    return words ? [commandLine(words)] : [];
  });
}

/** What begins a command that is to reach the same file; undefined where that is the user's own. */
export async function programFor({ argv }: World, demo: Demo): Promise<string | undefined> {
  if (demo) return 'jobsearch demo';
  const path = databaseIn(argv);
  return path === undefined ? undefined : (await import('./rules/shell-words')).commandLine(['--db', path]);
}

export async function report(error: unknown, world: World, demo: Demo): Promise<number> {
  const say = async (text: string) => world.stderr.write(`${await onScreen(world, text)}\n`);
  const program = await programFor(world, demo);
  const named = (text: string) => (program === undefined ? text : commandsOf(program, text));
  const hinted = async (message: string, hint?: string) => {
    // Line by line: who fits a name is a list.
    await say(`jobsearch: ${message.split('\n').map(sayable).join('\n')}`);
    if (hint) await say(`Hint: ${sayable(named(hint))}`);
  };
  if (error instanceof UserError || error instanceof UsageError) {
    const [meant, ...others] = error.slip ? await commandsMeant(error.slip, world) : [];
    await hinted(error.message, meant ? `did you mean: ${meant}` : error.hint);
    for (const other of others) await say(`Or: ${sayable(named(other))}`);
    return error instanceof UserError ? EXIT.failed : EXIT.usage;
  }
  if (error instanceof Cancelled) {
    await say(named(error.message));
    return EXIT.cancelled;
  }
  await say(
    'jobsearch: this is a bug in jobsearch, not something you did. Please report it with the lines below.',
  );
  world.stderr.write(
    `${clean(error instanceof Error ? (error.stack ?? error.message) : String(error)).replaceAll('␊', '\n')}\n`,
  );
  return EXIT.bug;
}
