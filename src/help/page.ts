/** The help pages of the commands, with their options in groups. */
import { type Command as Commander, Help, type Option } from 'commander';
import type { Group } from '../app';
import { commands } from '../commands';
import { takenBy, valueName } from '../shell/takes';
import { firstPage } from './first-page';
import { displayWidth, hanging } from './hanging';

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

/** Longer lines lose the eye on its way back. */
const WIDEST = 100;
/** With less beside the longest of them, what is said of an option or argument goes below it. */
const LEAST_BESIDE = 30;
const BELOW = 6;

export function configureHelp(program: Commander, terminalWidth: number): void {
  const width = Math.min(terminalWidth, WIDEST);
  program.configureHelp({
    showGlobalOptions: true,
    helpWidth: width,
    minWidthToWrap: 10,
    displayWidth,
    commandUsage: (command) =>
      hanging(Help.prototype.commandUsage.call(new Help(), command), width, 'Usage: '.length),
    formatItem(term, termWidth, description, helper) {
      if (width - termWidth >= LEAST_BESIDE)
        return Help.prototype.formatItem.call(helper, term, termWidth, description, helper);
      const below = hanging(description, width, BELOW);
      return `  ${term}${description ? `\n${' '.repeat(BELOW)}${below}` : ''}`;
    },
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
