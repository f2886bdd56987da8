/** What each command answers with `--json`. The published schemas are made from these types: add fields, never rename one. */

import type { Reading } from './formats/sentence/reading';
import type {
  AskMade,
  Belongings,
  Contact,
  How,
  Introduction,
  IsoDay,
  Preparation,
  Relevance,
  ServingTask,
  Tie,
} from './model';
import type { BackupReason } from './rules/backup-names';
import type { Constant } from './rules/constant-list';
import type { WeighedTask } from './rules/quadrants';
import type { SettingFacts } from './rules/setting-help';
import type { Settings } from './rules/settings';
import type { Standing } from './rules/standing';
import type { ActChangeFacts, ActListFacts } from './views/act';
import type { OneAsk } from './views/ask';
import type { LadderFacts } from './views/ask-ladder';
import type { AskOverview } from './views/ask-overview';
import type { AskRecord, RecordedAsk } from './views/ask-record';
import type { ContactFacts } from './views/contact';
import type { DemoFacts } from './views/demo';
import type { Doctor } from './views/doctor';
import type { EventFacts } from './views/event';
import type { ExplainedTask } from './views/explain';
import type { FindFacts } from './views/find';
import type { EntryFacts, HistoryFacts } from './views/history';
import type { ImportFacts } from './views/import';
import type { JobFacts, MovedJob, SavedJob } from './views/job';
import type { KnownThere } from './views/known-there';
import type { TieBetween } from './views/knows';
import type { LogFacts } from './views/log';
import type { PathFacts } from './views/path';
import type { EndedFacts, PromiseFacts, PromiseListFacts } from './views/promise';
import type { ReviewFacts } from './views/quadrant';
import type { ReadingMore } from './views/reading';
import type { RemindFacts } from './views/remind';
import type { SetupFacts } from './views/setup';
import type { ShallowFacts } from './views/shallow';
import type { SheetImport } from './views/sheet';
import type { ClosedTask } from './views/task';
import type { TodayFacts } from './views/today';
import type { TakenFacts } from './views/undo';
import type { ReviewSummary } from './views/weekly-summary';

/** By the command as it is typed. */
export interface Answers {
  today: TodayFacts;
  /** What was logged; with `--dry-run` and a sentence, how that is read. */
  log: LogFacts | (Reading & ReadingMore);
  quadrant: ReviewFacts | ExplainedTask | ReviewSummary;
  shallow: ShallowFacts;
  remind: RemindFacts;
  'contact add': ContactFacts;
  'contact list': ListedContact[];
  'contact show': OneOrMany<ContactFacts>;
  'contact edit': OneOrMany<ContactFacts>;
  'contact park': OneOrMany<ContactFacts>;
  'contact knows': TieBetween | Acquaintances;
  'contact remove': OneOrMany<RemovedContact>;
  'task add': WeighedTask<ServingTask>;
  'task list': WeighedTask<ServingTask>[];
  'task edit': OneOrMany<WeighedTask<ServingTask>>;
  'task done': ClosedTask[];
  'task drop': ClosedTask[];
  'task snooze': OneOrMany<ServingTask>;
  'event add': EventFacts;
  'event list': EventFacts[];
  'event show': OneOrMany<ShownEvent>;
  'event edit': OneOrMany<EventFacts>;
  'event cancel': OneOrMany<EventFacts>;
  'event done': OneOrMany<EventFacts>;
  'job add': SavedJob;
  'job list': JobFacts[];
  'job show': OneOrMany<ShownJob>;
  'job move': OneOrMany<MovedJob>;
  'job edit': OneOrMany<SavedJob>;
  'job close': OneOrMany<MovedJob>;
  find: FindFacts;
  path: PathFacts;
  /** Everybody, one person's ladder, one ask weighed, or one ask recorded. */
  'ask show': AskOverview | LadderFacts | OneAsk | RecordedAsk;
  'ask list': AskRecord;
  'ask outcome': OneOrMany<AskMade>;
  'ask nudged': OneOrMany<AskMade>;
  'promise list': PromiseListFacts;
  'promise add': PromiseFacts;
  'promise kept': EndedFacts[];
  'promise broken': EndedFacts[];
  'promise release': EndedFacts[];
  'promise edit': OneOrMany<PromiseFacts>;
  'promise nudged': OneOrMany<PromiseFacts>;
  'act add': ActChangeFacts;
  'act list': ActListFacts;
  'act loop': Introduction;
  'act remove': OneOrMany<ActChangeFacts>;
  prep: Preparation[];
  import: ImportFacts | ImportedPeople | RestoredFacts;
  export: ExportFacts | ExportedFacts | Contact[];
  undo: TakenFacts;
  redo: TakenFacts;
  history: HistoryFacts | EntryFacts;
  doctor: Doctor;
  'backup make': MadeBackup;
  'backup list': BackupList;
  restore: RestoredBackup;
  setup: SetupFacts;
  'config list': ListedSettings;
  'config get': ConfigFacts;
  'config set': ChangedSetting;
  'config unset': ChangedSetting;
  completion: CompletionPlaces | CompletionScript;
  schema: string[] | JsonSchema;
  demo: DemoFacts;
}

/** One for a single number; a list for several, and for `-`. */
export type OneOrMany<T> = T | T[];

export interface ListedContact extends Omit<Tie, 'relevance'>, Standing {
  relevance: Relevance;
}

export interface Acquaintances {
  who: TieBetween['who'];
  /** The best known first, at most fifty. */
  known: { id: number; name: string; company: string | null; how: How }[];
  total: number;
}

/** With the number of things that went with the contact or lost their link to it. */
export interface RemovedContact extends Belongings {
  removed: ContactFacts;
}

export interface ShownEvent extends EventFacts {
  /** Open between you and those who are there. */
  promises: PromiseFacts[];
}

export interface ShownJob extends JobFacts {
  known: KnownThere;
}

/** How many rows each table has. */
export type RowCounts = Record<string, number>;

/** Of a sheet of people. */
export interface ImportedPeople extends SheetImport {
  kind: 'people';
}

export interface RestoredFacts {
  file: string;
  kind: 'jobsearch';
  rows: RowCounts;
  done: boolean;
}

/** The export itself; `import` reads it back. */
export interface ExportFacts {
  format: string;
  /** The version of the database's tables. */
  schema: number;
  /** The highest number each table ever gave. */
  sequences: RowCounts;
  tables: Record<string, Record<string, string | number | null>[]>;
}

/** Of an export that was written to a file. */
export interface ExportedFacts {
  file: string;
  rows: RowCounts;
}

export interface MadeBackup {
  file: string;
  /** Null where nothing was written. */
  bytes: number | null;
  rows: RowCounts;
}

export interface BackupList {
  folder: string;
  /** The newest first; `number` is what `restore` takes, `people` null for a copy that cannot be read. */
  backups: {
    number: number;
    file: string;
    name: string;
    day: IsoDay;
    reason: BackupReason;
    bytes: number;
    people: number | null;
  }[];
}

export interface RestoredBackup {
  restored: string;
  /** The version of the copy's tables. */
  schema: number;
  rows: RowCounts;
  /** What was there before; null where there was nothing. */
  former: RowCounts | null;
  /** Where that is kept now. */
  kept: string | null;
}

export interface ConfigFacts extends Settings {
  /** Where the database is. */
  file: string;
  settings: SettingFacts[];
}

export interface ChangedSetting extends ConfigFacts {
  /** For how many people what is stored beside them was made anew. */
  rebuilt?: number;
}

/** `config minutes 90` is for short what `config set` does. */
export interface ListedSettings extends ChangedSetting {
  /** Every number of the model; with `--all`. */
  constants?: Constant[];
}

/** Where each shell looks for the script. */
export interface CompletionPlaces {
  places: Record<string, string>;
}

export interface CompletionScript {
  shell: string;
  script: string;
}

/** A JSON Schema. */
export type JsonSchema = Record<string, unknown>;
