/**
 * A transcript is a dialogue with the program, as a person at a terminal would see it:
 *
 *     What this file shows, in a line or two.
 *
 *     now: 2026-11-22T09:00
 *     setup: jobsearch contact add "Ana Ruiz"
 *     // Why the next command is here.
 *     $ jobsearch contact show nobody
 *     ! jobsearch: No contact fits "nobody".
 *     [1]
 *
 * `now:` sets the clock from there on, `width:` the columns, `terminal: yes` makes stdout a terminal; `stdin:` is what is piped in, `setup:` runs a
 * command unseen, and it must succeed. Below a command stand its stdout as it is, lines of stderr after `! `, questions
 * after `? ` with what was typed after `> ` (`>` alone is Enter, `> ^C` leaves), and the exit code when it is not 0.
 */
import type { Setting, TestWorld } from './world';

interface Entry {
  /** Comments and settings. */
  above: string[];
  command: string;
  answers: string[];
}

interface Transcript {
  title: string[];
  entries: Entry[];
  /** What stands above no command. */
  rest: string[];
}

const SETTING = /^(stdin|now|width|terminal|setup): (.+)$/;

/** The same dialogue as it goes today, in a world where nothing has happened yet. */
export async function replay(text: string, world: TestWorld): Promise<string> {
  const transcript = parse(text);
  const blocks = [transcript.title.join('\n')];
  const setting: Setting = {};
  for (const entry of transcript.entries) {
    for (const line of entry.above) await apply(line, setting, world);
    blocks.push(
      [...entry.above, `$ ${entry.command}`, await answer(entry, setting, world)].join('\n').trimEnd(),
    );
  }
  const replayed = `${blocks.join('\n\n')}\n`;
  // Output that looks like a command, a setting or an answer would be taken for one the next time.
  if (JSON.stringify(parse(replayed)) !== JSON.stringify(transcript)) {
    throw new Error('some output cannot be told from input');
  }
  return replayed;
}

async function answer(entry: Entry, setting: Setting, world: TestWorld): Promise<string> {
  const answers = entry.answers.length > 0 ? { answers: entry.answers } : {};
  const { dialogue, exitCode } = await world.runJobsearch(argvOf(entry.command), { ...setting, ...answers });
  if (exitCode === 70) throw new Error(`${entry.command}\n${dialogue}`);
  return dialogue.replaceAll(world.folder, '~') + (exitCode === 0 ? '' : `[${exitCode}]`);
}

async function apply(line: string, setting: Setting, world: TestWorld): Promise<void> {
  const [, name, value = ''] = SETTING.exec(line) ?? [];
  if (name === 'now') setting.now = value;
  if (name === 'stdin') setting.stdin = value;
  if (name === 'width') setting.width = Number(value);
  if (name === 'terminal') setting.terminal = value === 'yes';
  if (name === 'setup') {
    const { exitCode, dialogue } = await world.runJobsearch(argvOf(value), setting);
    if (exitCode !== 0) throw new Error(`setup: ${value}\n${dialogue}`);
  }
}

function parse(text: string): Transcript {
  const lines = text.split('\n');
  const end = lines.indexOf('');
  const entries: Entry[] = [];
  let above: string[] = [];
  for (const [at, line] of lines.entries()) {
    if (at < end) continue;
    if (line.startsWith('$ ')) {
      entries.push({ above, command: line.slice(2), answers: [] });
      above = [];
    } else if (line.startsWith('// ') || SETTING.test(line)) above.push(line);
    else if (/^>( |$)/.test(line) && /^[$?!>]( |$)/.test(lines[at - 1] ?? '')) {
      entries.at(-1)?.answers.push(line.slice(2));
    }
  }
  return { title: lines.slice(0, end), entries, rest: above };
}

/** Words parted and quoted as in a shell, without variables; the first is the program's name. */
export function argvOf(command: string): string[] {
  const [program, ...argv] = [...command.matchAll(/(?:[^\s"'\\]|\\.|"(?:[^"\\]|\\.)*"|'[^']*')+/g)].map(
    ([word]) =>
      word.replace(
        /\\(.)|"((?:[^"\\]|\\.)*)"|'([^']*)'/g,
        (_, escaped, double, single) => escaped ?? double?.replace(/\\(["\\])/g, '$1') ?? single,
      ),
  );
  if (program !== 'jobsearch') throw new Error(`not a command of jobsearch: ${command}`);
  return argv;
}
