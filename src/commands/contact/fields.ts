/** The options that `contact add` and `contact edit` share, and how they become fields. */

import type { Command as Commander } from 'commander';
import type { App } from '../../app';
import { emailPoint, linkPoint, phonePoint } from '../../formats/points';
import { type Point, RELEVANCES, type Relevance } from '../../model';
import { LIMITS } from '../../rules/limits';
import type { ContactChange } from '../../store/contacts';
import { checked } from '../checked';
import { EDITOR, noteOf } from '../long-note';
import { note, oneOf, personName, several, wholeNumber, words, wordsOrNothing } from '../options';
import { readPerson } from '../who';
import { type GateOptions, gateOptions } from './gates';

export interface FieldOptions extends GateOptions {
  company?: string | null;
  role?: string | null;
  email?: Point[];
  phone?: Point[];
  link?: Point[];
  met?: string | null;
  through?: string;
  tag?: string[];
  note?: string | null;
  editor?: boolean;
  purpose?: string | null;
  relevance?: Relevance | 'auto';
  closeness?: number;
  past?: string[];
}

export function fieldOptions(command: Commander): Commander {
  const basic = command
    .option('-c, --company <name>', 'where they work', wordsOrNothing('--company'))
    .option(
      '--past <company>',
      'where they worked before; may be given several times',
      several(words('--past')),
    )
    .option('-r, --role <title>', 'what they do there', wordsOrNothing('--role'))
    .option('-e, --email <address>', 'an e-mail address; may be given several times', several(emailPoint))
    .option('--phone <number>', 'a telephone number; may be given several times', several(phonePoint))
    .option('-l, --link <url>', 'a profile or home page; may be given several times', several(linkPoint))
    .option('-m, --met <how>', 'how you met', wordsOrNothing('--met'))
    .option('--through <person>', 'who introduced you')
    .option('-t, --tag <word>', 'a tag; may be given several times', several(words('--tag', LIMITS.tag)))
    .option('-n, --note <text>', 'anything worth remembering', note('--note'))
    .option(...EDITOR)
    .option('-p, --purpose <why>', 'why this person matters to you', wordsOrNothing('--purpose'))
    .option(
      '--relevance <kind>',
      `what they are to your search: ${RELEVANCES.join(', ')}, or auto`,
      oneOf('--relevance', [...RELEVANCES, 'auto'] as const),
    )
    .option(
      '--closeness <0-5>',
      'how close you are today, by your own feeling; 3: I could ring them',
      wholeNumber('--closeness', 0, 5),
    );
  return gateOptions(basic);
}

/** Only the fields that were given; commander turns the null of a cleared one into ''. */
export async function changeOf(
  app: App,
  options: FieldOptions,
  known: { notes: string | null } = { notes: null },
): Promise<ContactChange> {
  const change: ContactChange = {};
  if (options.company !== undefined) change.company = options.company || null;
  if (options.role !== undefined) change.role = options.role || null;
  if (options.met !== undefined) change.howMet = options.met || null;
  if (options.purpose !== undefined) change.purpose = options.purpose || null;
  if (options.relevance !== undefined)
    change.relevance = options.relevance === 'auto' ? null : options.relevance;
  if (options.closeness !== undefined) change.closeness = options.closeness;
  if (options.through !== undefined) {
    change.introducedBy = options.through.trim() === '' ? null : (await readPerson(app, options.through)).id;
  }
  const notes = await noteOf(app, options, known.notes);
  if (notes !== undefined) change.notes = notes;
  return change;
}

export function pointsOf(options: FieldOptions): Point[] {
  return [...(options.email ?? []), ...(options.phone ?? []), ...(options.link ?? [])];
}

export function nameOf(typed: string[] | undefined): string | undefined {
  const text = (typed ?? []).join(' ').trim();
  return text === '' ? undefined : personName('The name')(text);
}

/** With no name on the command line it is asked for; an empty answer is asked again. */
export async function askName(app: App): Promise<string> {
  const name = await app.ask.text({
    message: 'Who is it?',
    flag: 'jobsearch contact add "Ana Ruiz"',
    check: checked(personName('The name')),
  });
  return personName('The name')(name);
}
