import type { Answers } from '../../answers';
import type { App, Command } from '../../app';
import { UsageError, UserError } from '../../errors';
import { readDay } from '../../formats/days';
import { emailPoint, linkPoint, phonePoint } from '../../formats/points';
import type { Contact, IsoDay, Point } from '../../model';
import { dayWithWeekday } from '../../rules/day-words';
import { LIMITS } from '../../rules/limits';
import { refreshWords } from '../../store/contact-words';
import { addPoint, addTag, getContact, removePoint, removeTag, setContact } from '../../store/contacts';
import { inTransaction } from '../../store/db';
import { listContactsByPoint } from '../../store/named';
import { addPastCompany, removePastCompany } from '../../store/past-companies';
import { setRest } from '../../store/ties';
import { contactView } from '../../views/contact';
import { takenOffLines } from '../../views/contact-changed';
import { contactFacts } from '../facts';
import { personName, several, words } from '../options';
import { readOrAskPerson } from '../who';
import { changeOf, type FieldOptions, fieldOptions, pointsOf } from './fields';
import { gatesOf, storeGates } from './gates';

interface Input extends FieldOptions {
  who: string[];
  name?: string;
  removeEmail?: Point[];
  removePhone?: Point[];
  removeLink?: Point[];
  removeTag?: string[];
  removePast?: string[];
  rest?: string;
}

export const contactEdit: Command<Answers['contact edit']> = {
  examples: [
    'jobsearch contact edit ana --role "Head of platform"',
    'jobsearch contact edit 12 --purpose "" --tag node',
    'jobsearch contact edit ana --goal-told --seen-work',
  ],
  configure: (command) =>
    fieldOptions(command.argument('[who...]', 'the number, or any words that fit one person'))
      .option('--name <name>', 'a new name', personName('--name'))
      .option('--rest <day>', 'leave them in peace until this day; "" ends it')
      .option('--remove-email <address>', 'forget an address', several(emailPoint))
      .option('--remove-phone <number>', 'forget a number', several(phonePoint))
      .option('--remove-link <url>', 'forget a link', several(linkPoint))
      .option('--remove-tag <word>', 'take a tag off', several(words('--remove-tag', LIMITS.tag)))
      .option('--remove-past <company>', 'never worked there', several(words('--remove-past'))),
  async run(app, input: Input) {
    const { id, name } = await readOrAskPerson(app, input.who, 'jobsearch contact edit ana');
    const change = await changeOf(app, input, getContact(app.db, id));
    if (input.name !== undefined) change.name = input.name;
    if (change.introducedBy === id) throw new UsageError(`${name} cannot be introduced by ${name}.`);
    const added = pointsOf(input);
    const gone = [...(input.removeEmail ?? []), ...(input.removePhone ?? []), ...(input.removeLink ?? [])];
    const tags = [...(input.tag ?? []), ...(input.removeTag ?? [])];
    const past = [...(input.past ?? []), ...(input.removePast ?? [])];
    const gates = await gatesOf(app, input);
    const rest = await restOf(app, input.rest);
    const lists = [
      rest === undefined ? [] : ['rest'],
      Object.keys(change),
      added,
      gone,
      tags,
      past,
      Object.keys(gates.facts),
      gates.offered,
    ];
    if (lists.every((list) => list.length === 0)) {
      throw new UsageError('Nothing to change was given.', 'jobsearch contact edit --help lists the fields');
    }
    inTransaction(app.db, () => {
      setContact(app.db, id, change);
      for (const point of added) {
        const holder = listContactsByPoint(app.db, point).find((one) => one.id !== id);
        if (holder)
          throw new UserError(`${point.value} belongs to #${holder.id} ${holder.name}: nothing was changed.`);
        addPoint(app.db, id, point);
      }
      for (const point of gone) {
        if (!removePoint(app.db, id, point))
          throw new UserError(`${name} has no ${point.value}: nothing was changed.`);
      }
      for (const tag of input.tag ?? []) addTag(app.db, id, tag);
      for (const tag of input.removeTag ?? []) removeTag(app.db, id, tag);
      for (const company of input.past ?? []) addPastCompany(app.db, id, company);
      for (const company of input.removePast ?? []) {
        if (!removePastCompany(app.db, id, company))
          throw new UserError(`${name} is not known to have worked at ${company}: nothing was changed.`);
      }
      if (rest !== undefined) setRest(app.db, id, rest);
      storeGates(app, id, gates);
      refreshWords(app.db, id);
      refuseCrowd(getContact(app.db, id));
    });
    const facts = contactFacts(app, id);
    const off = [...gone.map(({ value }) => value), ...(input.removeTag ?? []), ...(input.removePast ?? [])];
    return { data: facts, view: [...contactView(facts, app.today), ...takenOffLines(off)] };
  },
};

function refuseCrowd({ name, points, tags }: Contact): void {
  const count = (kind: Point['kind']) => points.filter((point) => point.kind === kind).length;
  const all = { tags: tags.length, addresses: count('email'), numbers: count('phone'), links: count('link') };
  for (const [what, n] of Object.entries(all)) {
    if (n > LIMITS.perPerson)
      throw new UserError(
        `${name} would have ${n} ${what}; at most ${LIMITS.perPerson} are kept: nothing was changed.`,
      );
  }
}

/** Null ends a rest; undefined where nothing was said of one. */
async function restOf(app: App, text: string | undefined): Promise<IsoDay | null | undefined> {
  if (text === undefined) return undefined;
  if (text.trim() === '') return null;
  const day = await readDay(text, app.today, { toward: 'later' });
  if (day > app.today) return day;
  throw new UsageError(`${dayWithWeekday(day, app.today)} is not after today: nobody rests until then.`);
}
