import type { Answers } from '../../answers';
import type { Command } from '../../app';
import { setContact } from '../../store/contacts';
import { contactParkedView } from '../../views/contact-changed';
import { contactFacts } from '../facts';
import { readOrAskPerson } from '../who';

export const contactPark: Command<Answers['contact park']> = {
  examples: ['jobsearch contact park declan', 'jobsearch contact park declan --back'],
  configure: (command) =>
    command
      .argument('[who...]', 'the number, or any words that fit one person')
      .option('--back', 'take a parked person up again'),
  async run(app, { who, back }: { who: string[]; back?: boolean }) {
    const { id } = await readOrAskPerson(app, who, 'jobsearch contact park ana');
    setContact(app.db, id, { state: back ? 'active' : 'parked' });
    const facts = contactFacts(app, id);
    return { data: facts, view: contactParkedView(facts) };
  },
};
