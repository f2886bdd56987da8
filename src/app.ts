/** What a command gets and what it gives back. */
import type { Command as Commander } from 'commander';
import type { Instant, IsoDay } from './model';
import type { Db } from './store/db';
import type { View } from './views/view';

export interface App {
  db: Db;
  /** The file the database is in, for messages. */
  dbPath: string;
  now: Instant;
  /** The user's calendar day, the same for the whole run, also across midnight. */
  today: IsoDay;
  ask: Ask;
  /** Puts before a person what a question is about; on stderr, as stdout carries the answer alone. */
  show(view: View): Promise<void>;
  files: Files;
  /** Shows it on the desktop. Throws a UserError where there is none. */
  notify(title: string, body: string): Promise<void>;
  /** The folder of the published schemas. */
  schemas: string;
  /** `--dry-run`: the writes of this run are rolled back at its end. */
  dryRun: boolean;
}

/** For what is done to the file as a whole, whatever is wrong with it: nothing was opened yet. */
export interface FileApp extends Omit<App, 'db'> {
  migrations: string;
  /** Where what can be made anew is kept. */
  cacheFolder: string;
}

export interface Answer<Data = unknown> {
  /** What `--json` prints. */
  data: Data;
  view: View;
  /** The answer itself is bad news, and the exit code says so. */
  failed?: boolean;
}

/**
 * Prompts that fill gaps. Enter takes the default, Esc or Ctrl+C throws Cancelled; without a terminal every question is
 * refused by naming the flag that answers it.
 */
export interface Ask {
  interactive: boolean;
  text(question: Question): Promise<string>;
  choose<T>(question: Question & { choices: Choice<T>[] }): Promise<T>;
  /** A list that shrinks while one types; one choice, or several where the question allows them. */
  pick<T>(question: PickQuestion<T>): Promise<T[]>;
  confirm(question: ConfirmQuestion): Promise<boolean>;
  /** A long text in the user's own editor; undefined when it was left as it was. */
  edit(question: { what: string; text: string; flag: string }): Promise<string | undefined>;
}

/** What the terminal of the questions can show, and what its user wants of it. */
export interface Look {
  colour: boolean;
  /** Where the locale is not UTF-8. */
  ascii?: boolean;
}

export interface Question {
  message: string;
  /** What Enter answers. */
  default?: string;
  /** Shown where nothing is typed and there is no default. */
  example?: string;
  /** The default stands in the line and can be changed there. */
  editable?: boolean;
  /** The argument that would have made the question needless, as typed. */
  flag: string;
  /** Returns what is wrong with an answer, or true. */
  check?: (answer: string) => string | true | Promise<string | true>;
  /** What an answer would be taken for, shown while it is typed; empty when there is nothing to show. Never throws. */
  reading?: (answer: string) => Promise<string>;
  /** `<` throws WentBack instead of answering. */
  canGoBack?: boolean;
  /** The answer may be long: `e` alone opens the user's editor. */
  long?: boolean;
}

export interface ConfirmQuestion {
  message: string;
  default: boolean;
  flag: string;
  canGoBack?: boolean;
}

export interface PickQuestion<T> {
  message: string;
  flag: string;
  /** What is left of the list after these words, the most likely first; all of it after none. */
  narrow(typed: string): Choice<T>[];
  /** What is typed already when the question appears. */
  typed?: string;
  /** Commas part several. */
  several?: boolean;
}

export interface Choice<T> {
  name: string;
  value: T;
  /** Stands for what was typed itself, should nothing else be meant. */
  isOther?: boolean;
  /** What stays on the screen once it is chosen, if not the whole name. */
  short?: string;
}

export interface Files {
  /** Whether a path names the same place as one of the others. */
  isSame(path: string, others: string[]): boolean;
  /** Throws a UserError for a folder, a missing or an unreadable file. */
  read(path: string): { name: string; bytes: Uint8Array };
  /** Whole or not at all, for its owner alone. Throws a UserError for a file that is there, unless it may be replaced. */
  write(path: string, text: string, options: { replace: boolean }): void;
  /** Throws as `write` would, and writes nothing. */
  checkPlace(path: string, options: { replace: boolean }): void;
  /** Shows how far a long job is, on a terminal and only after a second. */
  progress(label: string, done: number, total: number): void;
}

export interface Command<Data = unknown> {
  examples: string[];
  /** What `--ids` prints of a list. */
  ids?(data: Data): number[];
  configure?: (command: Commander) => unknown;
  // biome-ignore lint/suspicious/noExplicitAny: each command states the input that its own configure() makes
  run(app: App, input: any): Answer<Data> | Promise<Answer<Data>>;
}

/** A command that does not go through the open database. */
export interface FileCommand<Data = unknown> extends Omit<Command, 'run'> {
  // biome-ignore lint/suspicious/noExplicitAny: as above
  run(app: FileApp, input: any): Answer<Data> | Promise<Answer<Data>>;
}

/** What the lists of commands show; the command itself is loaded only when it runs. */
export type Listed = ListedAny &
  (
    | { opensDatabase?: true; load(): Promise<Command> }
    | { opensDatabase: false; load(): Promise<FileCommand> }
  );

interface ListedAny {
  name: string;
  /** One sentence, for the list and for the top of the help page. */
  summary: string;
  /** For a group: the command that runs when no other is named. */
  isDefault?: boolean;
  /** Whether it may change something, and so wants the day's copy first; or the input that makes it do so. */
  writes?: true | string[];
  /**
   * Takes several numbers, and `-` for those on stdin: `together` reads them itself, `each` runs once for each of them,
   * and so does `each-before-options`, where words after the numbers would be taken for one more of them.
   */
  numbers?: 'together' | 'each' | 'each-before-options';
  /** `-` right after its name stands for the words on stdin. */
  takesWords?: true;
}

export interface Group {
  name: string;
  summary: string;
  commands: Listed[];
}
