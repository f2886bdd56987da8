/** The first run, and any later one: what is set already is the default, and everything is written at the end. */
import type { Answers } from '../../answers';
import type { Answer, App, Command } from '../../app';
import { UsageError } from '../../errors';
import { PART_STATES, PARTS, type Part, type PartState } from '../../model';
import type { SettingKey } from '../../rules/settings';
import { hasContacts } from '../../store/contacts';
import { inTransaction } from '../../store/db';
import { listPreparations, setPreparation } from '../../store/preparations';
import { getSettings, setSetting } from '../../store/settings';
import type { ImportFacts } from '../../views/import';
import { importedView } from '../../views/import-result';
import { type SetupFacts, setupView } from '../../views/setup';
import { gap } from '../../views/view';
import { checkedSetting } from '../config';
import { afterImport, importIfWanted } from '../import/linkedin';
import { oneOf, several, taking, words } from '../options';
import { askForMissing } from './questions';

export interface SetupInput {
  goal?: string;
  role?: string[];
  target?: string[];
  situation?: string;
  minutes?: string;
  weekStart?: string;
  linkedin?: string;
  prep?: [Part, PartState][];
  yes?: boolean;
}

export const setup: Command<Answers['setup']> = {
  examples: [
    'jobsearch setup',
    'jobsearch setup --goal "work on developer tools" --role "platform engineer" --target Acme --target Globex --yes',
    'jobsearch setup --linkedin export.zip --prep resume=rough --prep pitch=missing --yes',
  ],
  configure: (command) =>
    command
      .option('-g, --goal <sentence>', 'what you are looking for', words('--goal'))
      .option(
        '-r, --role <role>',
        'what you want to work as; may be given several times',
        several(listed('--role')),
      )
      .option(
        '-t, --target <company>',
        'a company you aim at; may be given several times',
        several(listed('--target')),
      )
      .option(
        '-s, --situation <situation>',
        'unemployed or employed',
        taking(['unemployed', 'employed'], setting('situation')),
      )
      .option('-m, --minutes <n>', 'minutes for the search on an ordinary day', setting('minutes'))
      .option(
        '-w, --week-start <day>',
        'monday or sunday',
        taking(['monday', 'sunday'], setting('week-start')),
      )
      .option(
        '-l, --linkedin <file>',
        "LinkedIn's export to import: the zip, or Connections.csv",
        words('--linkedin'),
      )
      .option(
        '-p, --prep <part=state>',
        `how far a part of the preparation is (${PART_STATES.join(', ')}); may be given several times`,
        several(taking(PART_WORDS, readPart)),
      )
      .option('-y, --yes', 'ask nothing: only what the options say'),
  async run(app, typed: SetupInput) {
    const { yes, ...given } = typed;
    if (Object.keys(given).length === 0 && (yes || !app.ask.interactive)) {
      throw new UsageError(
        'Without a terminal there is nobody to ask, and nothing was given.',
        'jobsearch setup --goal "…" --target Acme --minutes 60; jobsearch setup --help lists the rest',
      );
    }
    const isAsked = app.ask.interactive && !yes;
    const input = isAsked ? await askForMissing(app, typed) : typed;
    const values = valuesOf(input);
    // Its questions are the last, so that leaving any of them leaves nothing behind.
    const imported = input.linkedin === undefined ? null : await bringPeople(app, input.linkedin, yes);
    inTransaction(app.db, () => save(app, values, input.prep ?? []));
    if (isAsked) await app.show([gap]);
    return answer(app, imported);
  },
};

/** A comma parts two, in the settings as well. */
function listed(flag: string) {
  return (text: string) => words(flag)(text.replace(/,/g, ' ').replace(/\s+/g, ' '));
}

function setting(key: SettingKey) {
  return (text: string) => checkedSetting(key, text.trim());
}

const PART_WORDS = PARTS.flatMap((part) => PART_STATES.map((state) => `${part}=${state}`));

function readPart(text: string): [Part, PartState] {
  const [part = '', state] = text.split('=');
  if (state === undefined)
    throw new UsageError(`--prep is "${text}", but must be a part and a state.`, '--prep resume=rough');
  return [oneOf('The part', PARTS)(part), oneOf('The state', PART_STATES)(state)];
}

function bringPeople(app: App, path: string, yes: boolean | undefined): Promise<Answer | null> {
  return importIfWanted(app, app.files.read(path), { file: path, yes });
}

function valuesOf(input: SetupInput): [SettingKey, string][] {
  const values: [SettingKey, string | undefined][] = [
    ['goal', input.goal],
    ['roles', input.role && eachOnce(input.role)],
    ['targets', input.target && eachOnce(input.target)],
    ['situation', input.situation],
    ['minutes', input.minutes],
    ['week-start', input.weekStart],
  ];
  return values.flatMap(([key, value]) => (value === undefined ? [] : [[key, checkedSetting(key, value)]]));
}

function eachOnce(words: string[]): string {
  const lower = words.map((word) => word.toLowerCase());
  return words.filter((_, at) => lower.indexOf(lower[at]!) === at).join(', ');
}

function save({ db, today }: App, values: [SettingKey, string][], parts: [Part, PartState][]): void {
  for (const [key, value] of values) setSetting(db, key, value);
  const known = new Map(listPreparations(db).map(({ part, state }) => [part, state]));
  for (const [part, state] of parts) {
    // As `prep` has it: what is there at all was worked on, and none of it is neglected from the first day on.
    if (known.get(part) !== state)
      setPreparation(db, part, { state, ...(state !== 'missing' && { touchedOn: today }) });
  }
}

function answer(app: App, imported: Answer | null): Answer<SetupFacts> {
  const { db, dryRun } = app;
  const { goal, roles, targets, situation, minutes, weekStart } = getSettings(db);
  const preparations = listPreparations(db).map(({ part, state }) => ({ part, state }));
  const data: SetupFacts = {
    ...{ goal, roles, targets, situation, minutes, weekStart, preparations },
    hasContacts: hasContacts(db),
    imported: imported?.data ?? null,
  };
  const people = imported
    ? [...(dryRun ? imported.view : importedView(imported.data as ImportFacts, afterImport(app))), gap]
    : [];
  return { data, view: [...people, ...setupView(data)] };
}
