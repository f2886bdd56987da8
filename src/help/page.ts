/** The help pages: the first one by what somebody wants, the others with their options in groups. */
import { type Command as Commander, Help, type Option } from 'commander';
import type { Group, Listed } from '../app';
import { commands } from '../commands';
import { takenBy, valueName } from '../shell/takes';
import { topicsOf } from './topics';

const HEADINGS = ['What:', 'Who:', 'When:', 'How:'] as const;
type Heading = (typeof HEADINGS)[number];

/** What changes how a command goes about it, not what it writes down or shows. */
const MANNER = [
  '--yes',
  '--add',
  '--force',
  '--fresh',
  '--limit',
  '--all',
  '--quiet',
  '--ids',
  '--unset',
  '--record',
];
const TIMES = ['time', 'days'];

export function headingOf(option: Option): Heading {
  const takes = takenBy(option);
  if (takes === 'person') return 'Who:';
  if (takes === 'day' || TIMES.includes(valueName(option))) return 'When:';
  return MANNER.includes(option.long ?? '') ? 'How:' : 'What:';
}

/** Puts the options of a command under headings; those of every command stand apart below them. */
export function groupOptions(command: Commander): void {
  const options = command.options as Option[];
  for (const option of options) option.helpGroup(headingOf(option));
  options.sort((a, b) => HEADINGS.indexOf(headingOf(a)) - HEADINGS.indexOf(headingOf(b)));
}

export function configureHelp(program: Commander, width: number): void {
  program.configureHelp({
    showGlobalOptions: true,
    helpWidth: width,
    // Whoever reads the page has found out how.
    visibleOptions: (command) =>
      Help.prototype.visibleOptions.call(new Help(), command).filter(({ long }) => long !== '--help'),
    visibleGlobalOptions: (command) =>
      Help.prototype.visibleGlobalOptions.call(showing(), command).filter(({ long }) => long !== '--version'),
    formatHelp: (command, helper) =>
      command === program ? firstPage(width) : Help.prototype.formatHelp.call(helper, command, helper),
  });
}

function showing(): Help {
  return Object.assign(new Help(), { showGlobalOptions: true });
}

/** A group has no examples of its own: the first of its first two commands stand for it. */
export async function addGroupExamples(program: Commander): Promise<void> {
  for (const child of program.commands) {
    const group = commands.find(({ name }) => name === child.name());
    if (!group || !('commands' in group)) continue;
    child.addHelpText('after', examplesText(await examplesOfGroup(group)));
  }
}

export async function examplesOfGroup(group: Group): Promise<string[]> {
  const loaded = await Promise.all(group.commands.slice(0, 2).map((member) => member.load()));
  return loaded.map(({ examples }) => examples[0]!);
}

export function examplesText(examples: string[]): string {
  return `\nExamples:\n${examples.map((example) => `  $ ${example}`).join('\n')}`;
}

// ── the first page ────────────────────────────────────────────────────────────────────────────────

export const ABOUT = 'Plan the day of a job search: people, tasks and events in one file of your own.';

export const FIRST_EXAMPLES = ['jobsearch demo today', 'jobsearch log ana --channel coffee'];

/** One line for each command, so that all of them fit on a screen. */
function firstPage(width: number): string {
  const topics = topicsOf(commands);
  const [first, second] = [
    ...widths(topics.map(({ heading }) => heading)),
    ...widths(commands.map((one) => one.name)),
  ];
  const rows = topics.flatMap(({ heading, entries }) =>
    entries.map((entry, at) => {
      const start = `${(at === 0 ? heading : '').padEnd(first!)}  ${entry.name.padEnd(second!)}  `;
      return start + shortened(briefly(entry), width - start.length);
    }),
  );
  return `Usage: jobsearch [command] [options]     jobsearch alone plans the day

${ABOUT}

${rows.join('\n')}

With every command: --help explains it · --json gives the facts · --dry-run
changes nothing · --quiet · --db FILE: another database · --no-color

Exits: 0 done · 1 cannot be done · 2 typed wrongly · 70 a bug · 130 cancelled

  $ ${FIRST_EXAMPLES.join('\n  $ ')}
`;
}

function widths(words: string[]): number[] {
  return [Math.max(...words.map((word) => word.length))];
}

/** A summary up to its first pause; the page of the command has all of it. */
function briefly({ summary }: Listed | Group): string {
  return /^.{6,}?(?=[,:;]| \()/.exec(summary)?.[0] ?? summary;
}

function shortened(text: string, width: number): string {
  return text.length > width ? `${text.slice(0, width - 1).trimEnd()}…` : text;
}
