/** "Do I know anyone there?": who is there now, who knows one of them, and who was there once. */
import type { How, IsoDay, Job, Tie } from '../model';
import { isOver } from '../rules/importance';
import type { Standing } from '../rules/standing';
import type { JobFacts } from './job';
import { knowsWords, tieWords } from './job-words';
import { dim, gap, heading, line, type Span, type Text, type View } from './view';

export type KnownPerson = Tie & Standing;

export interface KnownThere {
  /** Who hires first. */
  inside: KnownPerson[];
  managers: number[];
  /** Not there themselves, but they know somebody who is. */
  around: (KnownPerson & { knows: { id: number; name: string; how: How }[] })[];
  formerly: KnownPerson[];
}

export function knownBlocks(facts: JobFacts, known: KnownThere, today: IsoDay, most: number): View {
  const company = facts.company;
  const view: View = [gap, heading(`Whom you know at ${company}`)];
  const nobody = known.inside.length + known.formerly.length === 0;
  if (nobody) {
    return [
      ...view,
      line('Nobody yet, now or from before.', 2),
      line(dim(`When you find somebody: jobsearch contact add "A Name" --company "${company}"`), 2),
    ];
  }
  const rows: Text[][] = [];
  const add = (label: string, people: KnownPerson[], rest: (person: KnownPerson) => Span[]) => {
    for (const [at, one] of people.slice(0, most).entries()) {
      rows.push([dim(at === 0 ? label : ''), `#${one.id}`, [one.name, ...rest(one)]]);
    }
    if (people.length > most)
      rows.push(['', '', dim(`and ${people.length - most} more: jobsearch job show ${facts.id} --all`)]);
  };
  const standing = (one: KnownPerson): Span[] => [', ', ...flat(tieWords(one, today))];
  add('there now', known.inside, (one) => [
    ...(known.managers.includes(one.id) ? [' (hires)'] : []),
    ...standing(one),
  ]);
  add('know them', known.around, (one) => {
    const around = known.around.find(({ id }) => id === one.id)!;
    const words = around.knows.slice(0, 2).map(({ name, how }) => knowsWords(name, how));
    const others = around.knows.length - words.length;
    return [...standing(one), `: ${words.join(', ')}${others > 0 ? ` and ${others} more` : ''}`];
  });
  add('once there', known.formerly, standing);
  view.push({ kind: 'columns', columns: [{}, { align: 'right' }, { flex: true }], indent: 2, rows });
  if (known.inside.length > 0 && !isOver(facts.stage))
    view.push(line(dim(`The best way in: jobsearch path "${company}"`), 2));
  return view;
}

function flat(text: Text): Span[] {
  return Array.isArray(text) ? text : [text];
}

/** "You know 2 people there: #1 Ana Ruiz, ally (82), …": the one line after a job is added. */
export function knownLine(known: KnownThere, job: Job, today: IsoDay): View {
  // Who hires may have been written down a moment ago.
  const people = known.inside.filter(({ id, level }) => level > 0 || !known.managers.includes(id));
  const [first] = people;
  if (first) {
    const many = people.length;
    return [
      line([
        many === 1 ? 'You know one person there: ' : `You know ${many} people there, above all `,
        `#${first.id} ${first.name}, `,
        ...flat(tieWords(first, today)),
        '.',
      ]),
      line(
        dim(`All of them: jobsearch job show ${job.id} · the best way in: jobsearch path "${job.company}"`),
      ),
    ];
  }
  const [once] = known.formerly;
  if (once) return [line(`You know nobody there now; #${once.id} ${once.name} was there once.`)];
  if (known.inside.length > 0) return [];
  return [line(dim(`You know nobody there yet: jobsearch contact add "A Name" --company "${job.company}"`))];
}
