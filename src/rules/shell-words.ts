/** The words of a command line as they can be typed again in a shell. */

const LONGEST = 2_000;

/** Ends in … where it is too long to be typed by anybody. */
export function commandLine(argv: readonly string[]): string {
  const line = ['jobsearch', ...argv.map(quoted)].join(' ');
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 1)}…`;
}

/** With something else for the words that were typed; undefined where they do not stand there as they are. */
export function typedAgain(argv: readonly string[], typed: string, instead: string): string[] | undefined {
  const count = typed.split(' ').length;
  for (const [at, word] of argv.entries()) {
    const option = /^--[a-z-]+=/.exec(word)?.[0];
    if (option !== undefined && word === `${option}${typed}`) return argv.with(at, `${option}${instead}`);
    if (word === typed) return argv.with(at, instead);
    if (argv.slice(at, at + count).join(' ') === typed) return argv.toSpliced(at, count, instead);
  }
  return undefined;
}

function quoted(word: string): string {
  // Here and not above: learning all letters there are takes longer than most of a short run that quotes nothing.
  if (/^[\p{L}\p{N}_@%+=:,./-][\p{L}\p{N}_@%+=:,./#-]*$/u.test(word)) return word;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what has to be written in another way
  if (/[\u0000-\u001f\u007f]/.test(word)) return `$'${word.replace(/[\\'\u0000-\u001f\u007f]/g, escaped)}'`;
  if (!/["$`\\!]/.test(word)) return `"${word}"`;
  return `'${word.replaceAll("'", "'\\''")}'`;
}

function escaped(char: string): string {
  const code = char.codePointAt(0)!;
  if (code >= 32 && code < 127) return `\\${char}`;
  return char === '\n' ? '\\n' : char === '\t' ? '\\t' : `\\x${code.toString(16).padStart(2, '0')}`;
}
