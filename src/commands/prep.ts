import type { Answers } from '../answers';
import type { Command } from '../app';
import { UsageError } from '../errors';
import { PART_STATES, PARTS, type Part, type PartState } from '../model';
import { findNeglectedParts } from '../rules/proposals';
import { listPreparations, setPreparation } from '../store/preparations';
import { getSettings } from '../store/settings';
import { prepView } from '../views/prep';
import { note, oneOf } from './options';

interface Input {
  part?: Part;
  state?: PartState;
  touched?: boolean;
  note?: string | null;
}

export const prep: Command<Answers['prep']> = {
  examples: ['jobsearch prep', 'jobsearch prep pitch rough', 'jobsearch prep resume --touched'],
  configure: (command) =>
    command
      .argument('[part]', PARTS.join(', '), oneOf('The part', PARTS))
      .argument('[state]', PART_STATES.join(', '), oneOf('The state', PART_STATES))
      .option('--touched', 'you worked on it today, without a new state')
      .option('-n, --note <text>', 'anything worth remembering', note('--note')),
  run({ db, today }, { part, state, touched, note }: Input) {
    if (part) {
      if (!state && !touched && note === undefined) {
        throw new UsageError(
          `What about ${part}?`,
          `jobsearch prep ${part} rough, or jobsearch prep ${part} --touched`,
        );
      }
      const works = touched || (state !== undefined && state !== 'missing');
      setPreparation(db, part, {
        state,
        notes: note === '' ? null : note,
        ...(works && { touchedOn: today }),
      });
    }
    const data = listPreparations(db);
    const { neglectedDays } = getSettings(db).model;
    return { data, view: prepView(data, findNeglectedParts(data, today, neglectedDays), today, part) };
  },
};
