/** The command line: which command these arguments are for, and the input that its options make. */
import { Command as Commander, CommanderError, Option } from 'commander';
import type { Command, FileCommand, Group, Listed } from './app';
import { type Choice, commandAt, type Format, type GlobalOptions, wantsHelp } from './arguments';
import { commands } from './commands';
import { orMeant, UsageError } from './errors';
import { nearestNames } from './rules/nearest';
import { COLOUR_CHOICES } from './screen';

const FORMATS: Format[] = ['text', 'markdown', 'json'];

/** Where help is printed, and what the program calls its version. */
export interface Terminal {
  write(text: string): void;
  width: number;
  version: string;
}

interface Parser {
  program: Commander;
  help: HelpPages | undefined;
  onChoice: (choice: Choice) => void;
}

type HelpPages = typeof import('./help/page');

/**
 * The command that the arguments choose; none where they were answered already, as `--help` is. Throws a UsageError for
 * what is no command line.
 */
export async function parse(
  terminal: Terminal,
  argv: string[],
): Promise<{ choice: Choice | undefined; options: GlobalOptions }> {
  const help = wantsHelp(argv) ? await import('./help/page') : undefined;
  const parser = buildParser(terminal, argv, help);
  await help?.addGroupExamples(parser.program);
  let choice: Choice | undefined;
  parser.onChoice = (chosen) => {
    choice = chosen;
  };
  try {
    await parser.program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0 && error.code !== 'commander.help') throw fromCommander(error, argv);
  }
  return { choice, options: parser.program.opts<GlobalOptions>() };
}

function buildParser(terminal: Terminal, argv: string[], help: HelpPages | undefined): Parser {
  const program = new Commander('jobsearch');
  const parser: Parser = { program, help, onChoice: () => {} };
  program
    .version(terminal.version)
    .showHelpAfterError(false)
    .configureOutput({
      writeOut: (text) => terminal.write(text),
      writeErr: () => {},
      getOutHelpWidth: () => terminal.width,
    })
    .exitOverride();
  addGlobalOptions(program);
  help?.configureHelp(program, terminal.width);
  // The other commands are only in the way, unless somebody asks for the list or misspells one.
  const named = commands.filter(({ name }) => name === argv[commandAt(argv)]);
  for (const entry of named.length > 0 ? named : commands) {
    if ('commands' in entry) addGroup(program, entry, parser);
    else addCommand(program, entry, parser);
  }
  return parser;
}

export function addGlobalOptions(program: Commander): Commander {
  return program
    .option('--db <file>', 'use this database (else $JOBSEARCH_DB, else your data folder)')
    .option('--json', 'print the facts as JSON')
    .option('--dry-run', 'show what would happen and change nothing')
    .option('-q, --quiet', 'say nothing about a change that was made; lists are printed all the same')
    .addOption(
      new Option('--color [when]', 'colour; without a word it means always').choices([...COLOUR_CHOICES]),
    )
    .addOption(new Option('--no-color', 'no colour'))
    .addOption(new Option('--no-pager', 'print long answers at once, also on a terminal'));
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
    const typed = usual.args[0] ?? '';
    throw new UsageError(
      `Unknown command '${group.name} ${typed}'.`,
      ...orMeant(typed, nearestNames(typed, names, 1), `jobsearch ${group.name} --help`),
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
    if (chosen === child) configure(child, command, await command.load(), parser);
  });
}

function configure(child: Commander, listed: Listed, command: Command | FileCommand, parser: Parser): void {
  child.allowExcessArguments(false);
  command.configure?.(child);
  if (command.ids) child.option('--ids', 'print only the numbers, one a line');
  // An export has formats of its own.
  const hasFormat = child.options.some(({ long }) => long === '--format');
  if (!hasFormat)
    child.addOption(new Option('--format <form>', 'as text, markdown or json').choices([...FORMATS]));
  parser.help?.groupOptions(child);
  if (parser.help) child.addHelpText('after', parser.help.examplesText(command.examples));
  child.action(() => {
    const named = child.registeredArguments.map((argument, at) => [argument.name(), child.processedArgs[at]]);
    const { ids = false, ...options } = child.opts<{ ids?: boolean; format?: Format }>();
    const format = hasFormat ? undefined : options.format;
    if (!hasFormat) delete options.format;
    parser.onChoice({ listed, command, input: { ...options, ...Object.fromEntries(named) }, ids, format });
  });
}

function inherit(child: Commander, parent: Commander): void {
  child.copyInheritedSettings(parent).helpCommand(false);
}

/** The library's complaint in our manner, and the page that helps. */
function fromCommander(error: CommanderError, argv: string[]): UsageError {
  const [first = '', suggestion] = error.message.replace(/^error: /, '').split('\n');
  const message = `${first.charAt(0).toUpperCase()}${first.slice(1).replace(/\.$/, '')}.`;
  const meant = suggestion?.match(/\(Did you mean (?:one of )?(.+)\?\)/)?.[1]?.split(', ') ?? [];
  const typed = first.match(/'([^']+)'/)?.[1] ?? '';
  const list = error.code === 'commander.missingArgument' && listOf(argv);
  if (list) return new UsageError(message, list);
  return new UsageError(
    message,
    ...orMeant(typed, meant, ['jobsearch', ...namesOf(argv), '--help'].join(' ')),
  );
}

/** What shows the things that this command wants one of. */
function listOf(argv: string[]): string | undefined {
  const entry = commands.find(({ name }) => name === namesOf(argv)[0]);
  if (!entry || !('commands' in entry) || !entry.commands.some(({ name }) => name === 'list'))
    return undefined;
  return `jobsearch ${entry.name} list shows what there is`;
}

/** The command these arguments are for, with its group; nothing where there is none of that name. */
function namesOf(argv: string[]): string[] {
  const at = commandAt(argv);
  const entry = commands.find(({ name }) => name === argv[at]);
  if (!entry) return [];
  const member = 'commands' in entry && entry.commands.find(({ name }) => name === argv[at + 1]);
  return member ? [entry.name, member.name] : [entry.name];
}
