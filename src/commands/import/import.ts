/** What others wrote down already: LinkedIn's export, or one of our own. */
import type { Answers } from '../../answers';
import type { Command } from '../../app';
import { isSheet } from '../../formats/contacts-csv';
import { isJson } from '../../formats/jobsearch';
import { oneOf, words } from '../options';
import { importLinkedIn } from './linkedin';
import { importPeople } from './people';
import type { Doubtful } from './questions';
import { restore } from './restore';

export interface ImportInput {
  file: string;
  me?: string;
  doubtful?: Doubtful;
  keepText?: boolean;
  yes?: boolean;
}

export const importFile: Command<Answers['import']> = {
  examples: [
    'jobsearch import Complete_LinkedInDataExport_11-20-2026.zip --dry-run',
    'jobsearch import Connections.csv',
    'jobsearch import messages.csv --me "Ana Ruiz"',
    'jobsearch --db new.db import jobsearch.json',
  ],
  configure: (command) =>
    command
      .argument('<file>', 'Connections.csv, messages.csv, the whole zip, or what jobsearch export wrote')
      .option('--me <name>', 'whose messages they are: your name or profile link there', words('--me'))
      .option(
        '--doubtful <what>',
        'people who may be somebody here: same, new or skip',
        oneOf('--doubtful', ['same', 'new', 'skip'] as const),
      )
      .option('--keep-text', 'keep what the messages say, too')
      .option('-y, --yes', 'ask nothing; whoever is in doubt is left out'),
  run(app, input: ImportInput) {
    const file = app.files.read(input.file);
    if (isJson(file)) return restore(app, file, input.file);
    return isSheet(file) ? importPeople(app, file) : importLinkedIn(app, file, input);
  },
};
