/** Turns arguments into one run of one command: parses, opens the database, prints the answer, returns the exit code. */
import { Command as Commander, CommanderError, Option } from 'commander';
import type { Answer, App, Ask, Command, Files, Group, Listed } from './app';
import { commands } from './commands';
import { Cancelled, EXIT, UsageError, UserError } from './errors';
import { clean } from './render/clean';
import { demoWords, inDemoWords } from './render/demo-words';
import { renderJson } from './render/json';
import { renderText, type Screen } from './render/text';
import { isIsoDay, localDay } from './rules/dates';
import { nearestNames } from './rules/nearest';
import { type Db, explainFault, openDatabase } from './store/db';
import { openDemo } from './store/demo';
import { migrate } from './store/migrate';
import { refreshStaleModel } from './store/ties';

export interface Output {
  write(text: string): void;
  isTerminal: boolean;
  /** Columns of the terminal; 80 for anything else. */
  width: number;
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
  files: Files;
  /** The database when neither `--db` nor `JOBSEARCH_DB` names one. */
  defaultDb: string;
  demoDb: string;
  migrations: string;
  version: string;
}

interface GlobalOptions {
  db?: string;
  json?: boolean;
  dryRun?: boolean;
  color?: boolean;
}

const DEFAULT_COMMAND = 'today';

export async function run(world: World): Promise<number> {
  const { argv: typed, demo } = splitDemo(world.argv);
  const argv = withDefault(typed);
  const parser = buildParser(world, argv);
  let chosen: { command: Command; input: unknown } | undefined;
  parser.onChoice = (command, input) => {
    chosen = { command, input };
  };
  try {
    await parser.program.parseAsync(argv, { from: 'user' });
    if (chosen) await answer(world, chosen.command, chosen.input, parser.program.opts<GlobalOptions>(), demo);
    return EXIT.ok;
  } catch (error) {
    return report(error, world, demo);
  }
}

/** Set when the run is about the sample search and not about the user's own file. */
type Demo = { fresh: boolean } | undefined;

/** `demo` before another command runs that one on the sample; alone it is a command like any other. */
function splitDemo(argv: string[]): { argv: string[]; demo: Demo } {
  const at = commandAt(argv);
  if (argv[at] !== 'demo') return { argv, demo: undefined };
  const after = argv.slice(at + 1);
  const rest = after.filter((word) => word !== '--fresh');
  const demo = { fresh: rest.length < after.length };
  return { argv: commandAt(rest) < 0 ? argv : [...argv.slice(0, at), ...rest], demo };
}

/** Where the first command stands; -1 without one. */
function commandAt(argv: string[]): number {
  const first = argv.findIndex((word, at) => !GLOBAL_FLAGS.includes(word) && argv[at - 1] !== '--db');
  return argv[first]?.startsWith('-') ? -1 : first;
}

/** With the flag of `demo`, which may stand before the command it runs. */
const GLOBAL_FLAGS = ['--db', '--json', '--dry-run', '--color', '--no-color', '--fresh'];

/** Options before any command belong to the day's agenda. */
function withDefault(argv: string[]): string[] {
  // commander's own `help` knows one level of commands.
  if (argv[0] === 'help') return [...argv.slice(1), '--help'];
  const wantsHelp = argv.some((word) => ['-h', '--help', '-V', '--version'].includes(word));
  return commandAt(argv) >= 0 || wantsHelp ? argv : [DEFAULT_COMMAND, ...argv];
}

// ── the parser ────────────────────────────────────────────────────────────────────────────────────

interface Parser {
  program: Commander;
  onChoice: (command: Command, input: unknown) => void;
}

function buildParser(world: World, argv: string[]): Parser {
  const program = new Commander('jobsearch');
  const parser: Parser = { program, onChoice: () => {} };
  program
    .description('Plan the day of a job search: people, tasks and events in one file on your own disk.')
    .version(world.version)
    .option('--db <file>', 'use this database (else $JOBSEARCH_DB, else your data folder)')
    .option('--json', 'print the facts as JSON')
    .option('--dry-run', 'show what would happen and change nothing')
    .addOption(new Option('--color', 'colour also where there is no terminal'))
    .addOption(new Option('--no-color', 'no colour'))
    .showHelpAfterError(false)
    .configureHelp({ showGlobalOptions: true, helpWidth: world.stdout.width })
    .configureOutput({
      writeOut: (text) => world.stdout.write(text),
      writeErr: () => {},
      getOutHelpWidth: () => world.stdout.width,
    })
    .exitOverride();
  // The other commands are only in the way, unless somebody asks for the list or misspells one.
  const named = commands.filter(({ name }) => name === argv[commandAt(argv)]);
  for (const entry of named.length > 0 ? named : commands) {
    if ('commands' in entry) addGroup(program, entry, parser);
    else addCommand(program, entry, parser);
  }
  return parser;
}

function addGroup(program: Commander, group: Group, parser: Parser): void {
  const parent = program.command(group.name).description(group.summary);
  inherit(parent, program);
  for (const command of group.commands) addCommand(parent, command, parser);
  // The default command is given a misspelt one as an argument too many.
  const names = group.commands.map(({ name }) => name);
  const usual = parent.commands.find(
    (child) =>
      names.includes(child.name()) && group.commands.find((one) => one.name === child.name())?.isDefault,
  );
  usual?.exitOverride((error) => {
    if (error.code !== 'commander.excessArguments') throw error;
    const [near] = nearestNames(usual.args[0] ?? '', names);
    throw new UsageError(
      `Unknown command '${group.name} ${usual.args[0]}'.`,
      near ? `did you mean ${near}?` : `jobsearch ${group.name} --help`,
    );
  });
}

function addCommand(parent: Commander, command: Listed, parser: Parser): void {
  const child = parent
    .command(command.name, { isDefault: command.isDefault === true })
    .description(command.summary);
  inherit(child, parent);
  // The options of the one command that runs are all that a run has to build.
  parent.hook('preSubcommand', async (_, chosen) => {
    if (chosen === child) configure(child, await command.load(), parser);
  });
}

function configure(child: Commander, command: Command, parser: Parser): void {
  child.allowExcessArguments(false);
  command.configure?.(child);
  child.addHelpText(
    'after',
    `\nExamples:\n${command.examples.map((example) => `  $ ${example}`).join('\n')}`,
  );
  child.action(() => {
    const named = child.registeredArguments.map((argument, at) => [argument.name(), child.processedArgs[at]]);
    parser.onChoice(command, { ...child.opts(), ...Object.fromEntries(named) });
  });
}

function inherit(child: Commander, parent: Commander): void {
  child.copyInheritedSettings(parent).helpCommand(false);
}

// ── one run ───────────────────────────────────────────────────────────────────────────────────────

async function answer(world: World, command: Command, input: unknown, options: GlobalOptions, demo: Demo) {
  const now = readNow(world);
  const today = localDay(now);
  const dryRun = options.dryRun === true;
  const worded = demo ? inDemoWords : (view: Answer['view']) => view;
  const dbPath = demo ? world.demoDb : (options.db ?? (world.env.JOBSEARCH_DB || world.defaultDb));
  if (!demo) checkPath(dbPath);
  const db = demo ? openSample(world, options, today, demo.fresh && !dryRun) : openDatabase(dbPath);
  try {
    migrate(db, dbPath, world.migrations);
    refreshStaleModel(db);
    const show: App['show'] = async (view) =>
      world.stderr.write(await renderText(worded(view), screenOf(world.stderr, world, options)));
    const app: App = { db, dbPath, now, today, ask: world.ask, show, files: world.files, dryRun };
    const made = dryRun ? await rolledBack(db, () => command.run(app, input)) : await command.run(app, input);
    await print(world, { ...made, view: worded(made.view) }, options, dryRun);
  } catch (error) {
    throw explainFault(error, dbPath);
  } finally {
    db.close();
  }
}

function openSample(world: World, options: GlobalOptions, today: App['today'], fresh: boolean): Db {
  if (options.db !== undefined) {
    throw new UsageError('The sample search has a file of its own: leave out --db.', 'jobsearch demo');
  }
  return openDemo(world.demoDb, world.migrations, today, fresh);
}

/** The command runs for real inside a transaction that never ends well. */
async function rolledBack(db: Db, work: () => Answer | Promise<Answer>): Promise<Answer> {
  db.exec('BEGIN IMMEDIATE');
  try {
    return await work();
  } finally {
    db.exec('ROLLBACK');
  }
}

async function print(world: World, made: Answer, options: GlobalOptions, dryRun: boolean): Promise<void> {
  if (options.json) {
    world.stdout.write(renderJson(made.data));
    return;
  }
  world.stdout.write(await renderText(made.view, screenOf(world.stdout, world, options)));
  if (dryRun) world.stderr.write('Dry run: nothing was changed.\n');
}

function screenOf(output: Output, world: World, options: GlobalOptions): Screen {
  const { width, isTerminal } = output;
  return { width, colour: wantsColour(output, world, options), boxes: isTerminal };
}

function wantsColour(output: Output, world: World, options: GlobalOptions): boolean {
  if (world.argv.includes('--color')) return true;
  if (options.color === false || world.env.NO_COLOR) return false;
  const forced = world.env.FORCE_COLOR;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return output.isTerminal && world.env.TERM !== 'dumb';
}

/** SQLite would take these for something else than the file they seem to name. */
function checkPath(path: string): void {
  if (path.trim() !== path || path === '' || path === ':memory:') {
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

function report(error: unknown, world: World, demo: Demo): number {
  const say = (text: string) => world.stderr.write(`${text}\n`);
  const hinted = (message: string, hint?: string) => {
    // Line by line: who fits a name is a list.
    say(`jobsearch: ${message.split('\n').map(clean).join('\n')}`);
    if (hint) say(`Hint: ${clean(demo ? demoWords(hint) : hint)}`);
  };
  if (error instanceof CommanderError) {
    if (error.exitCode === 0 || error.code === 'commander.help') return EXIT.ok;
    hinted(...fromCommander(error, world.argv));
    return EXIT.usage;
  }
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

function fromCommander(error: CommanderError, argv: string[]): [string, string] {
  const [first = '', suggestion] = error.message.replace(/^error: /, '').split('\n');
  const message = `${first.charAt(0).toUpperCase()}${first.slice(1).replace(/\.$/, '')}.`;
  const meant = suggestion?.match(/\(Did you mean (.+)\?\)/)?.[1];
  return [message, meant ? `did you mean ${meant}?` : ['jobsearch', ...namesOf(argv), '--help'].join(' ')];
}

/** The command these arguments are for, with its group; nothing where there is none of that name. */
function namesOf(argv: string[]): string[] {
  const at = commandAt(argv);
  const entry = commands.find(({ name }) => name === argv[at]);
  if (!entry) return [];
  const member = 'commands' in entry && entry.commands.find(({ name }) => name === argv[at + 1]);
  return member ? [entry.name, member.name] : [entry.name];
}
