import type { Answers } from '../../answers';
import type { Command } from '../../app';
import { countBelongings, removeContact } from '../../store/contacts';
import { belongingsWords, contactRemovedView } from '../../views/contact-changed';
import { contactFacts } from '../facts';
import { confirmRemoval } from '../removing';
import { readOrAskPerson } from '../who';

export const contactRemove: Command<Answers['contact remove']> = {
  examples: ['jobsearch contact remove declan --dry-run', 'jobsearch contact remove 12'],
  configure: (command) =>
    command
      .argument('[who...]', 'the number, or any words that fit one person')
      .option('-y, --yes', 'do not ask'),
  async run(app, { who, yes }: { who: string[]; yes?: boolean }) {
    const { id, name } = await readOrAskPerson(app, who, 'jobsearch contact remove ana');
    const belongings = countBelongings(app.db, id);
    const message = `Remove ${name} and ${belongingsWords(belongings)}? (jobsearch contact park ${id} keeps them aside)`;
    await confirmRemoval(app, message, yes);
    const facts = contactFacts(app, id);
    removeContact(app.db, id);
    return { data: { removed: facts, ...belongings }, view: contactRemovedView(facts, belongings) };
  },
};
