/** Turns arguments into one run of one command: parses, opens the database, prints the answer, returns the exit code. */
import { dirname } from 'node:path';
import type { Answer, App, FileApp } from './app';
import {
  type Choice,
  DEFAULT_COMMAND,
  type Demo,
  type GlobalOptions,
  isWriting,
  splitDemo,
  withColourWord,
  withDefault,
} from './arguments';
import { todayListed } from './commands/default';
import { EXIT, UsageError } from './errors';
import { inSymbolsOf, print, refuseTwoForms, settingOf } from './print';
import { clean } from './render/clean';
import { commandsOf, inCommandsOf } from './render/named-commands';
import { renderText } from './render/text';
import { programFor, report } from './report';
import { localDay } from './rules/dates';
import { screenOf } from './screen';
import { type Db, inLongTransaction } from './store/db';
import { makeReady } from './store/make-ready';
import { explainFault, isMissing, openDatabase } from './store/open';
import { checkPath, readNow, type World } from './world';

/** The shells ask with this word, which is in no list. */
const COMPLETE = 'complete';

export async function run(world: World): Promise<number> {
  if (world.argv[0] === COMPLETE && world.argv.length > 2) {
    const { completionFor } = await import('./shell/complete');
    const lines = await completionFor(world.argv[1]!, world.argv.slice(2), world);
    world.stdout.write(lines.map((line) => `${line}\n`).join(''));
    return EXIT.ok;
  }
  const { argv: typed, demo } = splitDemo(withColourWord(world.argv));
  const argv = withDefault(typed);
  try {
    const chosen = await choose(world, argv);
    const made = chosen.choices.length > 0 ? await answer(world, chosen, demo) : undefined;
    return made?.failed ? EXIT.failed : EXIT.ok;
  } catch (error) {
    return await report(error, world, demo);
  }
}

/** One command, or the same one for each of several numbers. */
interface Chosen {
  choices: Choice[];
  /** The answer is a list, even of one. */
  isList: boolean;
  options: GlobalOptions;
}

/** The commonest run, the bare day, has nothing to parse: it does without the parser, a tenth of a short run. */
async function choose(world: World, argv: string[]): Promise<Chosen> {
  if (argv.length === 1 && argv[0] === DEFAULT_COMMAND) {
    const choice = { listed: todayListed, command: await todayListed.load(), input: {} };
    return { choices: [choice], isList: false, options: {} };
  }
  const { stdout, version } = world;
  const write = (text: string) => stdout.write(inSymbolsOf(world, text));
  const { parse } = await import('./parser');
  const { spreadNumbers } = await import('./numbers');
  const { runs, isList } = spreadNumbers(argv, world.readStdin);
  if (runs.length === 0) world.stderr.write('No numbers came in: nothing was done.\n');
  const chosen: Chosen = { choices: [], isList, options: {} };
  for (const words of runs) {
    const { choice, options } = await parse({ write, width: stdout.width, version }, words);
    if (choice) chosen.choices.push(choice);
    chosen.options = options;
  }
  return chosen;
}

async function answer(world: World, chosen: Chosen, demo: Demo): Promise<Answer> {
  const { choices, options } = chosen;
  const choice = choices[0]!;
  refuseTwoForms(choice, options);
  const now = readNow(world);
  const today = localDay(now);
  const dryRun = options.dryRun === true;
  const begins = await programFor(world, demo);
  const worded = (view: Answer['view']) => (begins === undefined ? view : inCommandsOf(begins, view));
  const dbPath = demo ? world.demoDb : (options.db ?? (world.env.JOBSEARCH_DB || world.defaultDb));
  checkPath(dbPath, world);
  const asking = screenOf(world.stderr, settingOf(world, options));
  const ask = world.ask(asking);
  const show: App['show'] = async (view) => world.stderr.write(await renderText(worded(view), asking));
  const { files, notify, migrations, schemas } = world;
  const app = { dbPath, now, today, ask, show, files, notify, schemas, dryRun };
  let made: Answer;
  try {
    made =
      choice.listed.opensDatabase === false
        ? await onFile({ ...app, migrations, cacheFolder: dirname(world.demoDb) }, choice, demo)
        : await onDatabase(world, app, chosen, demo);
  } catch (error) {
    throw explainFault(await orSpoilt(error, dbPath, migrations), dbPath);
  }
  // Only now: whoever reads page by page has the file open for an hour.
  await print(world, choice, { ...made, view: worded(made.view) }, options);
  return made;
}

/** SQL that SQLite does not take is a bug of ours, unless it is the file that says something else than we wrote. */
async function orSpoilt(error: unknown, path: string, migrations: string): Promise<unknown> {
  if ((error as { code?: unknown } | null)?.code !== 'SQLITE_ERROR') return error;
  const { isSchemaSpoilt } = await import('./store/schema-check');
  return isSchemaSpoilt(path, migrations) ? { code: 'SQLITE_CORRUPT' } : error;
}

async function onDatabase(
  world: World,
  app: Omit<App, 'db'>,
  { choices, isList, options }: Chosen,
  demo: Demo,
): Promise<Answer> {
  const { dbPath, dryRun, today, now } = app;
  const { command, input } = choices[0]!;
  const isWriter = isWriting(choices[0]!);
  const writes = !demo && !dryRun && isWriter;
  // A mistyped name must not become a file, and a first look around no trace.
  const standsIn = !demo && !writes && isMissing(dbPath);
  if (standsIn && !isWriter) await tellMissing(world, options, dbPath);
  const db = demo
    ? await openSample(world, options, today, demo.fresh && !dryRun)
    : openDatabase(standsIn ? ':memory:' : dbPath);
  try {
    for (const line of await makeReady(db, { path: dbPath, migrations: world.migrations, today, writes })) {
      const begins = await programFor(world, demo);
      const named = begins === undefined ? line : commandsOf(begins, line);
      if (!options.quiet) world.stderr.write(`${clean(named)}\n`);
    }
    const whole = { ...app, db } as App & FileApp;
    const run = () => (isList ? forEach(whole, choices) : command.run(whole, input));
    // One that only looks is spared the journal, and kept from writing past it.
    if (isWriter) (await import('./commands/recording')).recordRun(db, now, today, world.argv);
    else db.exec('PRAGMA query_only = ON');
    // Of several all are done or none.
    return isWriter && (isList || dryRun) ? await inLongTransaction(db, run, { keep: !dryRun }) : await run();
  } finally {
    if (isWriter || !world.endsHere) db.close();
  }
}

/** Of the default place nothing has to be said: before the first command that writes there is no file yet. */
async function tellMissing(world: World, { db }: GlobalOptions, path: string): Promise<void> {
  if (path === world.defaultDb) return;
  const { commandLine } = await import('./rules/shell-words');
  const named = db === undefined ? [] : ['--db', db];
  world.stderr.write(`${clean(`There is no database ${path}: this is what an empty one shows.`)}\n`);
  world.stderr.write(`Hint: to begin one there: ${clean(commandLine([...named, 'setup']))}\n`);
}

async function forEach(app: App & FileApp, choices: Choice[]): Promise<Answer> {
  const answers: Answer[] = [];
  for (const { command, input } of choices) answers.push(await command.run(app, input));
  return {
    data: answers.map(({ data }) => data),
    view: answers.flatMap(({ view }, at) => (at > 0 ? [{ kind: 'gap' as const }, ...view] : view)),
    failed: answers.some(({ failed }) => failed),
  };
}

function onFile(app: FileApp, { listed, command, input }: Choice, demo: Demo): Answer | Promise<Answer> {
  if (demo) {
    throw new UsageError(
      `The sample search is made anew for every day: ${listed.name} is for your own.`,
      'leave out the word demo',
    );
  }
  return command.run(app as App & FileApp, input);
}

async function openSample(
  world: World,
  options: GlobalOptions,
  today: App['today'],
  fresh: boolean,
): Promise<Db> {
  if (options.db !== undefined) {
    throw new UsageError('The sample search has a file of its own: leave out --db.', 'jobsearch demo');
  }
  const { openDemo } = await import('./store/demo');
  return openDemo(world.demoDb, world.migrations, today, fresh);
}
