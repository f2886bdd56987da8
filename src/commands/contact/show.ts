import type { Answers } from '../../answers';
import type { Command } from '../../app';
import { contactView } from '../../views/contact';
import { contactFacts } from '../facts';
import { readOrAskPerson } from '../who';

export const contactShow: Command<Answers['contact show']> = {
  examples: ['jobsearch contact show ana', 'jobsearch contact show 12 --json'],
  configure: (command) => command.argument('[who...]', 'the number, or any words that fit one person'),
  async run(app, { who }: { who: string[] }) {
    const facts = contactFacts(app, (await readOrAskPerson(app, who, 'jobsearch contact show ana')).id);
    return { data: facts, view: contactView(facts, app.today) };
  },
};
