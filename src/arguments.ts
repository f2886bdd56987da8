/** What the arguments are for, as far as it can be told without knowing any command's options. */
import type { Command, FileCommand, Listed } from './app';
import { COLOUR_CHOICES, type ColourChoice } from './screen';

export interface GlobalOptions {
  db?: string;
  json?: boolean;
  dryRun?: boolean;
  quiet?: boolean;
  /** False for --no-color. */
  color?: ColourChoice | false;
  pager?: boolean;
}

export type Format = 'text' | 'markdown' | 'json';

export const DEFAULT_COMMAND = 'today';

/** Set when the run is about the sample search and not about the user's own file. */
export type Demo = { fresh: boolean } | undefined;

/** `demo` before another command runs that one on the sample; alone it is a command like any other. */
export function splitDemo(argv: string[]): { argv: string[]; demo: Demo } {
  const at = commandAt(argv);
  if (argv[at] !== 'demo') return { argv, demo: undefined };
  const after = argv.slice(at + 1);
  const rest = after.filter((word) => word !== '--fresh');
  const demo = { fresh: rest.length < after.length };
  return { argv: commandAt(rest) < 0 ? argv : [...argv.slice(0, at), ...rest], demo };
}

/** Where the first command stands; -1 without one. */
export function commandAt(argv: string[]): number {
  const first = argv.findIndex((word, at) => !isGlobalFlag(word) && argv[at - 1] !== '--db');
  return argv[first]?.startsWith('-') ? -1 : first;
}

/** The file that `--db` names; undefined without it. The last one holds, as for the parser. */
export function databaseIn(argv: string[]): string | undefined {
  const end = argv.indexOf('--');
  const words = end < 0 ? argv : argv.slice(0, end);
  const at = words.findLastIndex((word) => word === '--db' || word.startsWith('--db='));
  if (at < 0) return undefined;
  return words[at] === '--db' ? words[at + 1] : words[at]!.slice('--db='.length);
}

/** With the flag of `demo`, which may stand before the command it runs. */
const GLOBAL_FLAGS = [
  '--db',
  '--json',
  '--dry-run',
  '--quiet',
  '-q',
  '--color',
  '--no-color',
  '--no-pager',
  '--fresh',
];

function isGlobalFlag(word: string): boolean {
  return GLOBAL_FLAGS.includes(word) || word.startsWith('--color=') || word.startsWith('--db=');
}

/** Alone it means always: without this any next word would be taken for its value, and not only one that can be. */
export function withColourWord(argv: string[]): string[] {
  const end = argv.indexOf('--');
  const isColour = (at: number) => argv[at] === '--color' && (end < 0 || at < end);
  const isValue = (at: number) => isColour(at - 1) && COLOUR_CHOICES.some((choice) => choice === argv[at]);
  return argv.flatMap((word, at) => {
    if (isValue(at)) return [];
    return [isColour(at) ? `--color=${isValue(at + 1) ? argv[at + 1] : 'always'}` : word];
  });
}

/** Options before any command belong to the day's agenda. */
export function withDefault(argv: string[]): string[] {
  // commander's own `help` knows one level of commands.
  if (argv[0] === 'help') return [...argv.slice(1), '--help'];
  return commandAt(argv) >= 0 || wantsHelp(argv) ? argv : [DEFAULT_COMMAND, ...argv];
}

/** Or the version. What only looks like it, as the value of an option, costs a moment and nothing else. */
export function wantsHelp(argv: string[]): boolean {
  return argv.some((word) => /^(-[hV]|--help|--version)$/.test(word));
}

export interface Choice {
  listed: Listed;
  command: Command | FileCommand;
  input: Record<string, unknown>;
  /** `--ids`: the numbers alone. */
  ids?: boolean;
  format?: Format;
}

/** Whether this run of it may change something. */
export function isWriting({ listed: { writes }, input }: Choice): boolean {
  return Array.isArray(writes) ? writes.some((name) => isGiven(input[name])) : writes === true;
}

/** Words that may be several are an empty list where there are none. */
function isGiven(value: unknown): boolean {
  return value !== undefined && !(Array.isArray(value) && value.length === 0);
}
