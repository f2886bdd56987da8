/** jobsearch(1), from the same words as the help pages: what a command says of itself is said once. */
import { type Argument, Command as Commander, Option } from 'commander';
import type { Group, Listed } from '../app';
import { commands } from '../commands';
import { addGlobalOptions } from '../parser';
import { configured } from '../shell/position';
import { ABOUT, FIRST_EXAMPLES } from './first-page';
import { groupOptions } from './page';
import { topicsOf } from './topics';

/** Roff source. */
export async function manPage(version: string): Promise<string> {
  const globals = addGlobalOptions(new Commander()).options;
  const sections = [
    `.TH JOBSEARCH 1 "" "jobsearch ${roff(version)}" "User Commands"`,
    '.SH NAME\njobsearch \\- a daily planner for a job search',
    '.SH SYNOPSIS\n.B jobsearch\n.RI [ command ]\n.RI [ options ]',
    `.SH DESCRIPTION\n${roff(ABOUT)}\nWithout a command it plans the day.`,
    `.SH GLOBAL OPTIONS\n${[...globals, ...ALWAYS].map(optionItem).join('\n')}`,
    ...(await Promise.all(topicsOf(commands).map(topicSection))),
    ...CLOSING,
    `.SH EXAMPLES\n${FIRST_EXAMPLES.map(example).join('\n')}`,
  ];
  return `${sections.join('\n')}\n`;
}

const ALWAYS = [
  new Option('-h, --help', 'explain a command'),
  new Option('-V, --version', 'print the version'),
];

async function topicSection({
  heading,
  entries,
}: {
  heading: string;
  entries: (Listed | Group)[];
}): Promise<string> {
  const parts = await Promise.all(
    entries.map(async (entry) => {
      if (!('commands' in entry)) return commandPart(entry.name, entry);
      const members = entry.commands.map((one) => commandPart(`${entry.name} ${one.name}`, one));
      return [`.SS ${entry.name}\n${roff(entry.summary)}.`, ...(await Promise.all(members))].join('\n');
    }),
  );
  return [`.SH ${heading.toUpperCase()}`, ...parts].join('\n');
}

async function commandPart(name: string, listed: Listed): Promise<string> {
  const command = await listed.load();
  const leaf = configured(listed.name, command);
  groupOptions(leaf);
  const names = leaf.registeredArguments.map(argumentName);
  return [
    `.SS ${[`jobsearch ${name}`, ...names].map(roff).join(' ')}`,
    `${roff(listed.summary)}.${listed.isDefault ? `\nThis is what \\fBjobsearch ${roff(name.split(' ')[0]!)}\\fR alone does.` : ''}`,
    ...leaf.registeredArguments.map((one) => `.TP\n.I ${roff(one.name())}\n${roff(one.description)}`),
    ...leaf.options.map(optionItem),
    '.PP',
    ...command.examples.map(example),
  ].join('\n');
}

function argumentName(argument: Argument): string {
  const name = `${argument.name()}${argument.variadic ? '...' : ''}`;
  return argument.required ? `<${name}>` : `[${name}]`;
}

function optionItem({ flags, description }: Option): string {
  return `.TP\n.B ${roff(flags)}\n${roff(description)}`;
}

function example(command: string): string {
  return `.EX\n  ${roff(command)}\n.EE`;
}

/** A hyphen that is typed is \-, a dot at the start of a line would be a request, and not every roff reads UTF-8. */
export function roff(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll("'", '\\(aq')
    .replaceAll('`', '\\(ga')
    .replaceAll('^', '\\(ha')
    .replaceAll('~', '\\(ti')
    .replace(
      /[^\x20-\x7e\n]/gu,
      (one) => `\\[u${one.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`,
    )
    .replace(/^\./gm, '\\&.');
}

const CLOSING = [
  `.SH ENVIRONMENT
.TP
.B JOBSEARCH_DB
the database to use when \\-\\-db names none
.TP
.B JOBSEARCH_NOW
the moment to take for now, such as 2026\\-11\\-22T09:00: for tests and bug reports
.TP
.B NO_COLOR, FORCE_COLOR
no colour at all, or colour also where there is no terminal
.TP
.B XDG_DATA_HOME, XDG_CACHE_HOME
where the database and the sample search are kept`,
  `.SH FILES
.TP
.I \\(ti/.local/share/jobsearch/jobsearch.db
the database; \\fBjobsearch config\\fR says where yours is
.TP
.I \\(ti/.cache/jobsearch/demo.db
the sample search`,
  `.SH EXIT STATUS
.TP
.B 0
done, also when a list is empty
.TP
.B 1
understood, but it cannot be done
.TP
.B 2
the command line is wrong, or an answer is missing and there is no terminal to ask on
.TP
.B 70
a bug in jobsearch
.TP
.B 130
left with Ctrl+C`,
];
