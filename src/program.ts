/** Turns arguments into one run of one command: parses, opens the database, prints the answer, returns the exit code. */
import { Command as Commander, CommanderError, Option } from 'commander';
import type { Answer, App, Ask, Command, Files, Group } from './app';
import { commands } from './commands';
import { Cancelled, EXIT, UsageError, UserError } from './errors';
import { clean } from './render/clean';
import { renderJson } from './render/json';
import { renderText } from './render/text';
import { localDay } from './rules/dates';
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
  const demo = world.argv[0] === 'demo';
  const parser = buildParser(world);
  let chosen: { command: Command; input: unknown } | undefined;
  parser.onChoice = (command, input) => {
    chosen = { command, input };
  };
  try {
    const argv = demo ? demoArguments(world.argv.slice(1)) : world.argv;
    await parser.program.parseAsync(withDefault(argv), { from: 'user' });
    if (chosen) await answer(world, chosen.command, chosen.input, parser.program.opts<GlobalOptions>(), demo);
    return EXIT.ok;
  } catch (error) {
    return report(error, world);
  }
}

/** `demo` alone shows the day; `demo <command>` runs that command on the sample search. */
function demoArguments(rest: string[]): string[] {
  return rest[0] === 'help' || rest.includes('--help') || rest.includes('-h') ? ['demo', '--help'] : rest;
}

/** Options before any command belong to the day's agenda. */
function withDefault(argv: string[]): string[] {
  const first = argv.find((word, at) => !word.startsWith('-') && argv[at - 1] !== '--db');
  const wantsHelp = argv.some((word) => ['-h', '--help', '-V', '--version'].includes(word));
  return first !== undefined || wantsHelp ? argv : [DEFAULT_COMMAND, ...argv];
}

// ── the parser ────────────────────────────────────────────────────────────────────────────────────

interface Parser {
  program: Commander;
  onChoice: (command: Command, input: unknown) => void;
}

function buildParser(world: World): Parser {
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
  for (const entry of commands) {
    if ('commands' in entry) addGroup(program, entry, parser);
    else addCommand(program, entry, parser);
  }
  return parser;
}

function addGroup(program: Commander, group: Group, parser: Parser): void {
  const parent = program.command(group.name).description(group.summary);
  inherit(parent, program);
  for (const command of group.commands) addCommand(parent, command, parser);
}

function addCommand(parent: Commander, command: Command, parser: Parser): void {
  const child = parent
    .command(command.name, { isDefault: command.isDefault === true })
    .description(command.summary);
  inherit(child, parent);
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

async function answer(world: World, command: Command, input: unknown, options: GlobalOptions, demo: boolean) {
  const now = readNow(world);
  const today = localDay(now);
  const dbPath = demo ? world.demoDb : (options.db ?? (world.env.JOBSEARCH_DB || world.defaultDb));
  const db = openDatabase(dbPath);
  try {
    migrate(db, dbPath, world.migrations);
    refreshStaleModel(db);
    if (demo) openDemo(db, today);
    const dryRun = options.dryRun === true;
    const app: App = { db, dbPath, now, today, ask: world.ask, files: world.files, dryRun };
    const made = dryRun ? await rolledBack(db, () => command.run(app, input)) : await command.run(app, input);
    await print(world, made, options, dryRun);
  } catch (error) {
    throw explainFault(error, dbPath);
  } finally {
    db.close();
  }
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
  const screen = {
    width: world.stdout.width,
    colour: wantsColour(world, options),
    boxes: world.stdout.isTerminal,
  };
  world.stdout.write(await renderText(made.view, screen));
  if (dryRun) world.stderr.write('Dry run: nothing was changed.\n');
}

function wantsColour(world: World, options: GlobalOptions): boolean {
  if (world.argv.includes('--color')) return true;
  if (options.color === false || world.env.NO_COLOR) return false;
  const forced = world.env.FORCE_COLOR;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return world.stdout.isTerminal && world.env.TERM !== 'dumb';
}

function readNow(world: World): Date {
  const text = world.env.JOBSEARCH_NOW;
  if (!text) return world.clock;
  // A day alone would be read as midnight in London; noon of that day is what is meant everywhere.
  const now = new Date(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T12:00` : text);
  if (Number.isNaN(now.getTime())) {
    throw new UsageError(`JOBSEARCH_NOW is "${text}", which is no moment.`, 'JOBSEARCH_NOW=2026-11-22T09:00');
  }
  return now;
}

// ── errors ────────────────────────────────────────────────────────────────────────────────────────

function report(error: unknown, world: World): number {
  const say = (text: string) => world.stderr.write(`${text}\n`);
  const hinted = (message: string, hint?: string) => {
    say(`jobsearch: ${clean(message)}`);
    if (hint) say(`Hint: ${clean(hint)}`);
  };
  if (error instanceof CommanderError) {
    if (error.exitCode === 0 || error.code === 'commander.help') return EXIT.ok;
    hinted(...fromCommander(error));
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

function fromCommander(error: CommanderError): [string, string] {
  const [first = '', suggestion] = error.message.replace(/^error: /, '').split('\n');
  const message = `${first.charAt(0).toUpperCase()}${first.slice(1).replace(/\.$/, '')}.`;
  const meant = suggestion?.match(/\(Did you mean (.+)\?\)/)?.[1];
  return [
    message,
    meant
      ? `did you mean ${meant}?`
      : 'jobsearch --help lists the commands, jobsearch <command> --help the options',
  ];
}
