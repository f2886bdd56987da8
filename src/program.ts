/** Turns arguments into one run of one command: parses, opens the database, prints the answer, returns the exit code. */
import { dirname } from 'node:path';
import type { Answer, App, Ask, FileApp, Files, Listed } from './app';
import {
  type Choice,
  DEFAULT_COMMAND,
  type Demo,
  type GlobalOptions,
  splitDemo,
  withColourWord,
  withDefault,
} from './arguments';
import { commands } from './commands';
import { Cancelled, EXIT, UsageError, UserError } from './errors';
import { clean } from './render/clean';
import { demoWords, inDemoWords } from './render/demo-words';
import { renderJson } from './render/json';
import { inAscii } from './render/symbols';
import { renderText } from './render/text';
import { isIsoDay, localDay } from './rules/dates';
import { isLongerThan, isUtf8, pagerOf, type ScreenSetting, screenOf } from './screen';
import { type Db, explainFault, inLongTransaction, openDatabase } from './store/db';
import { makeReady } from './store/make-ready';

export interface Output {
  write(text: string): void;
  isTerminal: boolean;
  width: number;
  /** Of the terminal; endless for anything else. */
  rows(): number;
}

/** All that the program knows of the process it runs in. */
export interface World {
  /** The arguments after the program's own name. */
  argv: string[];
  env: Record<string, string | undefined>;
  clock: Date;
  stdout: Output;
  stderr: Output;
  ask: Ask;
  /** Shows a long text with another program; false when there is none of that name. */
  page(command: string, text: string): Promise<boolean>;
  files: Files;
  /** Shows it on the desktop. Throws a UserError where there is none. */
  notify(title: string, body: string): Promise<void>;
  /** All of stdin. Throws a UserError where that is too much, or cannot be read. */
  readStdin(): string;
  /** As `process.platform` names it. */
  platform: string;
  /** The database when neither `--db` nor `JOBSEARCH_DB` names one; empty where there is no place for it. */
  defaultDb: string;
  demoDb: string;
  migrations: string;
  schemas: string;
  version: string;
}

/** The shells ask with this word, which is in no list. */
const COMPLETE = 'complete';

export async function run(world: World): Promise<number> {
  if (world.argv[0] === COMPLETE && world.argv.length > 2) {
    const { completionFor } = await import('./shell/complete');
    const lines = await completionFor(world.argv[1]!, world.argv.slice(2), world);
    world.stdout.write(lines.map((line) => `${line}\n`).join(''));
    return EXIT.ok;
  }
  const { argv: typed, demo } = splitDemo(world.argv);
  const argv = withColourWord(withDefault(typed));
  try {
    const chosen = await choose(world, argv);
    const made = chosen.choices.length > 0 ? await answer(world, chosen, demo) : undefined;
    return made?.failed ? EXIT.failed : EXIT.ok;
  } catch (error) {
    return report(error, world, demo);
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
    const listed = commands.find(({ name }) => name === DEFAULT_COMMAND) as Listed;
    return { choices: [{ listed, command: await listed.load(), input: {} }], isList: false, options: {} };
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
  const worded = demo ? inDemoWords : (view: Answer['view']) => view;
  const dbPath = demo ? world.demoDb : (options.db ?? (world.env.JOBSEARCH_DB || world.defaultDb));
  checkPath(dbPath, world);
  const show: App['show'] = async (view) =>
    world.stderr.write(await renderText(worded(view), screenOf(world.stderr, settingOf(world, options))));
  const { ask, files, notify, migrations, schemas } = world;
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
  const { listed, command, input } = choices[0]!;
  const db = demo ? await openSample(world, options, today, demo.fresh && !dryRun) : openDatabase(dbPath);
  try {
    const isWriter = isWriting(listed, input);
    const writes = !demo && !dryRun && isWriter;
    for (const line of await makeReady(db, { path: dbPath, migrations: world.migrations, today, writes })) {
      if (!options.quiet) world.stderr.write(`${clean(line)}\n`);
    }
    const whole = { ...app, db } as App & FileApp;
    const run = () => (isList ? forEach(whole, choices) : command.run(whole, input));
    // One that only looks is spared the journal, and kept from writing past it.
    if (isWriter) (await import('./commands/recording')).recordRun(db, now, today, world.argv);
    else db.exec('PRAGMA query_only = ON');
    // Of several all are done or none.
    return isWriter && (isList || dryRun) ? await inLongTransaction(db, run, { keep: !dryRun }) : await run();
  } finally {
    db.close();
  }
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

function isWriting({ writes }: Choice['listed'], input: Choice['input']): boolean {
  return Array.isArray(writes) ? writes.some((name) => input[name] !== undefined) : writes === true;
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

function refuseTwoForms({ ids, format }: Choice, { json }: GlobalOptions): void {
  const forms = [ids && '--ids', json && format !== 'json' && '--json', format && `--format ${format}`];
  const given = forms.filter((form) => typeof form === 'string');
  if (given.length > 1) throw new UsageError(`Either ${given.join(' or ')}: one of them would be lost.`);
}

async function print(world: World, choice: Choice, made: Answer, options: GlobalOptions): Promise<void> {
  const { listed, command, input, ids, format } = choice;
  if (options.quiet && isWriting(listed, input)) return;
  if (ids && command.ids) {
    const numbers = command.ids(made.data);
    world.stdout.write(numbers.map((id) => `${id}\n`).join(''));
    return;
  }
  if (options.json || format === 'json') {
    world.stdout.write(renderJson(made.data));
    return;
  }
  if (made.view.length === 0) return;
  if (format === 'markdown') {
    const { renderMarkdown } = await import('./render/markdown');
    world.stdout.write(renderMarkdown(made.view));
    return;
  }
  const text = await renderText(made.view, screenOf(world.stdout, settingOf(world, options)));
  await writeOrPage(world, options, text);
  if (options.dryRun) world.stderr.write('Dry run: nothing was changed.\n');
}

async function writeOrPage(world: World, options: GlobalOptions, text: string): Promise<void> {
  const { stdout, env } = world;
  const pager = stdout.isTerminal && options.pager !== false ? pagerOf(env) : undefined;
  if (pager && isLongerThan(text, stdout.rows()) && (await world.page(pager, text))) return;
  stdout.write(text);
}

function inSymbolsOf({ env, platform }: World, text: string): string {
  return isUtf8(env, platform) ? text : inAscii(text);
}

function settingOf({ env, platform }: World, { color }: GlobalOptions): ScreenSetting {
  return { env, platform, colour: color === false ? 'never' : color };
}

/** SQLite would take these for something else than the file they seem to name. */
function checkPath(path: string, { defaultDb }: World): void {
  if (path === '' && defaultDb === '') {
    throw new UsageError(
      'There is no home folder to keep the database in (HOME is empty).',
      'name a file with --db FILE, or with the variable JOBSEARCH_DB',
    );
  }
  if (path === '') {
    throw new UsageError('--db is empty: it needs the name of a file.', 'jobsearch --db jobsearch.db');
  }
  if (path.trim() !== path || path === ':memory:' || path.includes('\0')) {
    throw new UsageError(`The database "${path}" is no name for a file.`, 'jobsearch --db jobsearch.db');
  }
}

const [FIRST_YEAR, LAST_YEAR] = [1970, 2200];

function readNow(world: World): Date {
  const text = world.env.JOBSEARCH_NOW;
  if (!text) return world.clock;
  // A day alone would be read as midnight in London; noon of that day is what is meant everywhere.
  const now = new Date(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T12:00` : text);
  const year = now.getFullYear();
  const isDay = !/^\d{4}-\d{2}-\d{2}/.test(text) || isIsoDay(text.slice(0, 10));
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR && isDay)) {
    throw new UsageError(`JOBSEARCH_NOW is "${text}", which is no moment.`, 'JOBSEARCH_NOW=2026-11-22T09:00');
  }
  return now;
}

// ── errors ────────────────────────────────────────────────────────────────────────────────────────

const LONGEST_SAID = 1_000;

/** What was typed is said back, unless it would push the message itself off the screen. */
function sayable(line: string): string {
  if (line.length <= LONGEST_SAID) return clean(line);
  const half = LONGEST_SAID / 4;
  return clean(`${line.slice(0, half)} … (${line.length - 2 * half} characters more) … ${line.slice(-half)}`);
}

function report(error: unknown, world: World, demo: Demo): number {
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
