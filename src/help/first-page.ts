/** The first help page: every command, by what somebody wants of it. */
import type { Group, Listed } from '../app';
import { commands } from '../commands';
import { hanging } from './hanging';
import { topicsOf } from './topics';

export const ABOUT = 'Plan the day of a job search: people, tasks and events in one file of your own.';

export const FIRST_EXAMPLES = ['jobsearch demo today', 'jobsearch log ana --channel coffee'];

const USAGE = 'Usage: jobsearch [command] [options]';
const ALONE = 'jobsearch alone plans the day';
const EVERYWHERE = [
  'With every command: --help explains it · --json gives the facts · --dry-run changes nothing · --quiet',
  '--db FILE: another database · --no-color',
].join(' · ');
const EXITS = 'Exits: 0 done · 1 cannot be done · 2 typed wrongly · 70 a bug · 130 cancelled';

/** Below this the headings stand above their commands, and what a command does takes as many lines as it needs. */
const NARROWEST_TABLE = 72;

export function firstPage(width: number): string {
  const isTable = width >= NARROWEST_TABLE;
  const usage = isTable ? `${USAGE}     ${ALONE}` : `${USAGE}\n${ALONE}`;
  const parts = [
    usage,
    hanging(ABOUT, width, 0),
    (isTable ? table(width) : list(width)).join('\n'),
    hanging(EVERYWHERE, width, 0),
    hanging(EXITS, width, 0),
    `  $ ${FIRST_EXAMPLES.join('\n  $ ')}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

/** One line for each command, so that all of them fit on a screen. */
function table(width: number): string[] {
  const topics = topicsOf(commands);
  const first = widest(topics.map(({ heading }) => heading));
  const second = widest(commands.map(({ name }) => name));
  return topics.flatMap(({ heading, entries }) =>
    entries.map((entry, at) => {
      const start = `${(at === 0 ? heading : '').padEnd(first)}  ${entry.name.padEnd(second)}  `;
      return start + shortened(briefly(entry), width - start.length);
    }),
  );
}

function list(width: number): string[] {
  const name = widest(commands.map((one) => one.name));
  return topicsOf(commands).flatMap(({ heading, entries }) => [
    heading,
    ...entries.map((entry) => {
      const start = `  ${entry.name.padEnd(name)}  `;
      return start + hanging(briefly(entry), width, start.length);
    }),
  ]);
}

function widest(words: string[]): number {
  return Math.max(...words.map((word) => word.length));
}

/** A summary up to its first pause; the page of the command has all of it. */
function briefly({ summary }: Listed | Group): string {
  return /^.{6,}?(?=[,:;]| \()/.exec(summary)?.[0] ?? summary;
}

function shortened(text: string, width: number): string {
  // In ASCII the dots are three.
  return text.length > width ? `${text.slice(0, width - 3).trimEnd()}…` : text;
}
