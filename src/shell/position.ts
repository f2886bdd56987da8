/** Where on the command line the word stands that is being typed, and what may stand there. */
import { type Argument, Command as Commander, type Option } from 'commander';
import type { Command, FileCommand, Group, Listed } from '../app';
import { commands } from '../commands';
import { addGlobalOptions } from '../parser';
import { type Completed, takenBy } from './takes';

export interface Candidate {
  value: string;
  description: string;
}

export interface Position {
  /** Commands and options, as far as they begin with what is typed. */
  offers: Candidate[];
  takes: Completed[];
  /** The value alone: what follows `--channel=`. */
  typed: string;
  /** What stands before it in the same word. */
  before: string;
  /** As typed after --db. */
  db?: string;
  /** The sample search and not the user's own. */
  demo: boolean;
}

/** The command line up to the cursor, read from the left as commander would. */
interface Reading {
  entry?: Listed | Group;
  /** The command whose options and arguments are meant. */
  leaf?: Commander;
  /** A member of the group is named, so no other can be. */
  named: boolean;
  demo: boolean;
  db?: string;
  given: Option[];
  /** The option whose value the next word is. */
  open?: Option;
  /** Arguments so far. */
  count: number;
  /** After `--` there are no options. */
  ended: boolean;
}

const FRESH: Candidate = { value: '--fresh', description: 'make the sample anew' };

/** Undefined where no command is of the name that stands there. */
export async function positionOf(words: string[], typed: string): Promise<Position | undefined> {
  const globals = [...addGlobalOptions(new Commander()).options];
  const reading: Reading = { named: false, demo: false, given: [], count: 0, ended: false };
  for (const word of words) if (!(await readWord(reading, word, globals))) return undefined;
  const { db, demo, open, ended } = reading;
  const place = { offers: [], takes: [], typed, before: '', db, demo };
  if (open?.required) return { ...place, takes: [takenBy(open) ?? 'free'] };
  const value = /^(--[\w-]+=)(.*)$/s.exec(typed);
  if (value && !ended) {
    const option = findOption(await optionsAt(reading, globals), value[1]!.slice(0, -1));
    const takes = option?.required || option?.optional ? [takenBy(option) ?? 'free'] : [];
    return { ...place, takes, typed: value[2]!, before: value[1]! };
  }
  if (typed.startsWith('-') && !ended) {
    return { ...place, offers: offersOf(await optionsAt(reading, globals), reading, typed) };
  }
  const argument = await argumentAt(reading);
  const takes = [open, argument].flatMap((one) => (one ? [takenBy(one) ?? 'free'] : []));
  const names = namesAt(reading).filter(({ value: name }) => name.startsWith(typed));
  const nothingElse = names.length === 0 && takes.every((one) => one === 'free') && typed === '' && !ended;
  const options = nothingElse ? offersOf(await optionsAt(reading, globals), reading, '') : [];
  return { ...place, offers: [...names, ...options], takes };
}

/** False where no command is of that name. */
async function readWord(reading: Reading, word: string, globals: Option[]): Promise<boolean> {
  const { open } = reading;
  reading.open = undefined;
  if (open?.required || (open && !word.startsWith('-'))) {
    if (open.long === '--db') reading.db = word;
    return true;
  }
  if (word === '--') reading.ended = true;
  else if (word.startsWith('-') && word !== '-' && !reading.ended) {
    const [flag = '', ...value] = word.split('=');
    const option = findOption(await optionsAt(reading, globals), flag);
    if (option) reading.given.push(option);
    if (option?.long === '--db' && value.length > 0) reading.db = value.join('=');
    // Alone, --color takes no word after it.
    const wants = option?.required || (option?.optional && option.long !== '--color');
    if (value.length === 0 && wants) reading.open = option;
  } else return readName(reading, word);
  return true;
}

async function readName(reading: Reading, word: string): Promise<boolean> {
  if (!reading.entry) {
    if (word === 'demo') reading.demo = true;
    if (word === 'demo' || word === 'help') return true;
    reading.entry = commands.find(({ name }) => name === word);
    if (reading.entry && !('commands' in reading.entry)) await choose(reading, reading.entry);
    return reading.entry !== undefined;
  }
  const member =
    !reading.named && reading.count === 0 && membersOf(reading.entry).find(({ name }) => name === word);
  if (member) await choose(reading, member);
  else reading.count += 1;
  return true;
}

async function choose(reading: Reading, listed: Listed): Promise<void> {
  reading.named = true;
  reading.leaf = configured(listed.name, await listed.load());
}

export function configured(name: string, command: Pick<Command | FileCommand, 'configure'>): Commander {
  const leaf = new Commander(name);
  command.configure?.(leaf);
  return leaf;
}

function membersOf(entry: Listed | Group): Listed[] {
  return 'commands' in entry ? entry.commands : [];
}

/** The command named, or the one that runs when none is: `today`, or the usual one of a group. */
async function leafAt({ entry, leaf }: Reading): Promise<Commander | undefined> {
  if (leaf) return leaf;
  const usual = entry
    ? membersOf(entry).find(({ isDefault }) => isDefault)
    : (commands.find(({ name }) => name === 'today') as Listed | undefined);
  return usual && configured(usual.name, await usual.load());
}

async function optionsAt(reading: Reading, globals: Option[]): Promise<Option[]> {
  const leaf = await leafAt(reading);
  return [...(leaf?.options ?? []), ...globals];
}

async function argumentAt(reading: Reading): Promise<Argument | undefined> {
  if (!reading.entry) return undefined;
  const places = (await leafAt(reading))?.registeredArguments ?? [];
  const last = places.at(-1);
  return places[reading.count] ?? (last?.variadic ? last : undefined);
}

function namesAt({ entry, named, count, demo }: Reading): Candidate[] {
  const list = entry ? (named || count > 0 ? [] : membersOf(entry)) : commands;
  return list
    .filter(({ name }) => !(demo && name === 'demo'))
    .map(({ name, summary }) => ({ value: name, description: summary }));
}

function findOption(options: Option[], flag: string): Option | undefined {
  return options.find(({ long, short }) => long === flag || short === flag);
}

/** A flag that was given once has nothing more to say. */
function offersOf(options: Option[], { given, demo, entry }: Reading, typed: string): Candidate[] {
  const open = options.filter((option) => option.required || option.optional || !given.includes(option));
  const offers = open
    .filter(({ hidden }) => !hidden)
    .map(({ long, short, description }) => ({ value: long ?? short ?? '', description }));
  const more = demo && !entry ? [FRESH] : [];
  const help = { value: '--help', description: 'explain this command' };
  return [...offers, ...more, help].filter(({ value }) => value.startsWith(typed));
}
