/** Several numbers on one command line, and `-` for those, or for the words, on stdin. */
import type { Listed } from './app';
import { commandAt, wantsHelp } from './arguments';
import { commands } from './commands';
import { UsageError } from './errors';

/** Command lines, and whether the answer is a list, even of one. */
export interface Spread {
  runs: string[][];
  isList: boolean;
}

/** The same command once for each of the numbers right after its name. */
export function spreadNumbers(argv: string[], readStdin: () => string): Spread {
  const single = { runs: [argv], isList: false };
  const at = commandAt(argv);
  if (takesWords(argv, at) && !wantsHelp(argv))
    return {
      runs: [[...argv.slice(0, at + 1), ...argv.slice(at + 2), '--', wordsIn(readStdin())]],
      isList: false,
    };
  const [how, from] = takesAt(argv, at);
  if (how === undefined || wantsHelp(argv)) return single;
  const length = argv.slice(from).findIndex((word) => !/^(#?\d+|-)$/.test(word));
  const typed = length < 0 ? argv.slice(from) : argv.slice(from, from + length);
  const rest = argv.slice(from + typed.length);
  const hasWords = rest.length > 0 && !rest[0]!.startsWith('-');
  const isList = typed.includes('-') || typed.length > 1;
  if (!isList || (how === 'each-before-options' && hasWords && !typed.includes('-'))) return single;
  const numbers = typed.flatMap((word) =>
    word === '-' ? numbersIn(readStdin(), argv.slice(at, from)) : [word.replace('#', '')],
  );
  const path = argv.slice(0, from);
  const each = [...new Set(numbers)];
  if (how === 'together')
    return { runs: each.length > 0 ? [[...path, ...each, ...rest]] : [], isList: false };
  return { runs: each.map((number) => [...path, number, ...rest]), isList };
}

function takesWords(argv: string[], at: number): boolean {
  const entry = commands.find(({ name }) => name === argv[at]);
  return entry !== undefined && 'takesWords' in entry && argv[at + 1] === '-';
}

/** Lines are parts of one sentence. */
function wordsIn(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  const words = lines.filter((line) => line !== '').reduce(joined, '');
  if (words === '')
    throw new UsageError(
      'Stdin is empty: nothing was done.',
      'echo "coffee with Ana yesterday 45 min" | jobsearch log -',
    );
  return words;
}

function joined(before: string, line: string): string {
  if (before === '') return line;
  return /[.,;:!?\u2013\u2014-]$/.test(before) ? `${before} ${line}` : `${before}; ${line}`;
}

/** How the command takes numbers, and where they would begin. */
function takesAt(argv: string[], at: number): [Listed['numbers'], number] {
  const entry = commands.find(({ name }) => name === argv[at]);
  if (!entry) return [undefined, at];
  if (!('commands' in entry)) return [entry.numbers, at + 1];
  return [entry.commands.find(({ name }) => name === argv[at + 1])?.numbers, at + 2];
}

/** Past this many it is rather a file than a list of numbers. */
const MOST_NUMBERS = 10_000;

function numbersIn(text: string, command: string[]): string[] {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const odd = words.find((word) => !/^#?\d{1,15}$/.test(word));
  if (odd !== undefined) {
    throw new UsageError(
      `Stdin holds "${odd.slice(0, 50)}", which is no number: nothing was done.`,
      `jobsearch ${command[0]} list --ids | jobsearch ${command.join(' ')} -`,
    );
  }
  if (words.length > MOST_NUMBERS) {
    throw new UsageError(`Stdin holds ${words.length} numbers, but at most ${MOST_NUMBERS} are taken.`);
  }
  return words.map((word) => word.replace('#', ''));
}
