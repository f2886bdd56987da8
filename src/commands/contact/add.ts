import type { Answers } from '../../answers';
import type { App, Command } from '../../app';
import { UserError } from '../../errors';
import { emailPoint } from '../../formats/points';
import type { Point } from '../../model';
import { addContact, type NewContact } from '../../store/contacts';
import { inTransaction } from '../../store/db';
import { listContactsByName, listContactsByPoint } from '../../store/named';
import { addPastCompany } from '../../store/past-companies';
import { contactAddedView } from '../../views/contact-changed';
import { contactFacts } from '../facts';
import { askName, changeOf, type FieldOptions, fieldOptions, nameOf, pointsOf } from './fields';
import { gatesOf, storeGates } from './gates';

export const contactAdd: Command<Answers['contact add']> = {
  examples: [
    'jobsearch contact add Ana Ruiz --company Acme --role "Engineering manager" --met "Node.js meetup"',
    'jobsearch contact add "Lee Chen" --email lee@example.org --purpose "learn how Globex hires" --closeness 3',
  ],
  configure: (command) => fieldOptions(command.argument('[name...]', 'the name, as you would say it')),
  async run(app, input: FieldOptions & { name?: string[] }) {
    const [addresses, words] = partition(input.name ?? []);
    const name = nameOf(words) ?? (await askName(app));
    const points = [...addresses.map(emailPoint), ...pointsOf(input)];
    for (const point of points) refuseTaken(app, name, point);
    const change = await changeOf(app, input);
    const gates = await gatesOf(app, input);
    const id = inTransaction(app.db, () => {
      const added = addPerson(app, { ...change, name, points, tags: input.tag ?? [] });
      for (const company of input.past ?? []) addPastCompany(app.db, added, company);
      storeGates(app, added, gates);
      return added;
    });
    const namesakes = listContactsByName(app.db, name).filter((one) => one.id !== id);
    const facts = contactFacts(app, id);
    return { data: facts, view: contactAddedView(facts, namesakes) };
  },
};

/** An address among the words of a name was meant as one. */
function partition(typed: string[]): [addresses: string[], words: string[]] {
  const isAddress = (word: string) => /^\S+@\S+\.\S+$/.test(word);
  return [typed.filter(isAddress), typed.filter((word) => !isAddress(word))];
}

export function addPerson(app: App, given: Pick<NewContact, 'name'> & Partial<NewContact>): number {
  return addContact(app.db, { ...blankContact(app.today), ...given });
}

/** An address belongs to one contact: two entries would split one person's history. */
function refuseTaken(app: App, name: string, point: Point): void {
  const [holder] = listContactsByPoint(app.db, point);
  if (holder) {
    throw new UserError(
      `${name} was not added: ${point.value} belongs to #${holder.id} ${holder.name}.`,
      `jobsearch contact edit ${holder.id}`,
    );
  }
}

export function blankContact(today: string): Omit<NewContact, 'name'> {
  return {
    company: null,
    role: null,
    howMet: null,
    connectedOn: null,
    introducedBy: null,
    purpose: null,
    relevance: null,
    closeness: 0,
    notes: null,
    state: 'active',
    addedOn: today,
    points: [],
    tags: [],
  };
}
