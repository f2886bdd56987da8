/** What adding, parking and removing a person answer. */
import type { Belongings, Contact } from '../model';
import { type ContactFacts, workOf } from './contact';
import { count, dim, gap, line, type View, warn } from './view';

type NamedContact = Pick<Contact, 'id' | 'name' | 'company'>;

export function contactAddedView(facts: ContactFacts, namesakes: NamedContact[]): View {
  return [
    line([
      { text: `Added #${facts.id} ${facts.name}`, tone: 'good' },
      workOf(facts) ? `, ${workOf(facts)}` : '',
    ]),
    ...namesakes.map((one) =>
      line(warn(`#${one.id} ${one.name}${one.company ? `, ${one.company},` : ''} has the same name.`)),
    ),
    ...(facts.purpose
      ? []
      : [line(dim(`Why this person? jobsearch contact edit ${facts.id} --purpose "…"`))]),
    line(dim(`After the next conversation: jobsearch log ${facts.id}`)),
  ];
}

export function contactParkedView(facts: ContactFacts): View {
  return facts.state === 'parked'
    ? [
        line(`Parked #${facts.id} ${facts.name}: all kept, in no list.`),
        line(dim(`Back again: jobsearch contact park ${facts.id} --back`)),
      ]
    : [line(`#${facts.id} ${facts.name} is back in your lists.`)];
}

export function belongingsWords(belongings: Belongings): string {
  const parts = [
    [belongings.interactions, 'conversation'],
    [belongings.acts, 'act'],
    [belongings.promises, 'promise'],
    [belongings.asks, 'ask'],
    [belongings.events, 'place at an event', 'places at events'],
  ] as const;
  const words = parts.filter(([n]) => n > 0).map(([n, one, many]) => count(n, one, many));
  return words.length > 0 ? words.join(', ').replace(/, ([^,]+)$/, ' and $1') : 'no history';
}

export function contactRemovedView(facts: ContactFacts, belongings: Belongings): View {
  return [
    line(`Removed #${facts.id} ${facts.name} with ${belongingsWords(belongings)}.`),
    ...(belongings.tasks > 0
      ? [line(dim(`${count(belongings.tasks, 'open task stays', 'open tasks stay')}, without the link.`))]
      : []),
    line(dim(`Back again: jobsearch undo. Gentler than removing: jobsearch contact park ${facts.id}`)),
  ];
}

/** What an edit took off; empty where it took nothing. */
export function takenOffLines(values: string[]): View {
  return values.length === 0
    ? []
    : [gap, line(dim(`Taken off: ${values.join(', ')}. Back again: jobsearch undo`))];
}
