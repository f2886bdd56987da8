/** The best ways in, what each of them hangs on, and what to do about it. */
import type { How, IsoDay } from '../model';
import type { NextStep } from '../rules/next-step';
import type { WayIn } from '../rules/paths';
import { type AddedStep, addedStepLine } from './added-step';
import { knowsWords, tieWords } from './job-words';
import type { KnownPerson } from './known-there';
import { missingWords, WARMTH_TONES } from './ties';
import { count, dim, gap, heading, line, type Span, type Text, type Tone, title, type View } from './view';

export interface ShownWay extends Omit<WayIn, 'people'> {
  /** From the person I turn to first to the target. */
  people: KnownPerson[];
  /** How well the two at the weakest link know each other; null when nobody said, or when it is my own tie. */
  how: How;
  step: NextStep;
}

export interface PathFacts {
  /** As it was typed, to be typed again. */
  typed: string;
  company: string | null;
  /** The people I could want to reach: one, or all who are at the company. */
  targets: KnownPerson[];
  /** Of them, those who hire for an open job. */
  managers: number[];
  ways: ShownWay[];
  /** Were at the company once. */
  formerly: KnownPerson[];
  /** Somebody of the same name as the company. */
  namesake: { id: number; name: string } | null;
  added: ({ way: number } & AddedStep) | null;
}

const LISTED = 6;
const NAMED = 3;
const TONES: Record<WayIn['words'], Tone> = { strong: 'good', fair: 'plain', weak: 'warn' };

export function pathView(facts: PathFacts, today: IsoDay): View {
  const { company, targets, ways, namesake } = facts;
  const to = company ?? targets[0]!.name;
  const there = company === null ? `contact #${targets[0]!.id}` : `${count(targets.length, 'contact')} there`;
  return [
    title(`The way to ${to}`, targets.length > 0 ? there : ''),
    ...(namesake ? [line(dim(`${namesake.name} is a contact, too: jobsearch path ${namesake.id}`))] : []),
    gap,
    ...(ways.length > 0 ? wayBlocks(facts, today) : noWay(facts, today)),
    ...(facts.added ? [gap, addedStepLine(facts.added, today)] : []),
  ];
}

function wayBlocks(facts: PathFacts, today: IsoDay): View {
  const { ways, managers, typed, added } = facts;
  const view: View =
    ways.length > 1 && !added
      ? [line(dim('The likeliest to work comes first; every hand-over halves the chance.'))]
      : [];
  for (const [at, way] of ways.entries()) {
    // Whoever chose one has seen the others.
    if (added && added.way !== at + 1) continue;
    if (view.length > 0) view.push(gap);
    view.push(
      {
        kind: 'columns',
        columns: [{}, { flex: true }],
        rows: [[`${at + 1}`, chainWords(way, managers)]],
      },
      {
        kind: 'columns',
        columns: [{}, { flex: true }],
        indent: 3,
        rows: [
          [dim('weakest'), weakestWords(way, today)],
          [dim('first step'), way.step.text],
        ],
      },
    );
  }
  if (!added) view.push(...alsoThere(facts));
  const which = ways.length > 1 ? ` (or --add 2)` : '';
  return added
    ? view
    : [...view, gap, line(dim(`Make the first step a task: jobsearch path ${typed} --add${which}`))];
}

/** Those to whom no way is shown, so that the ways add up to the heading. */
function alsoThere({ company, targets, ways }: PathFacts): View {
  const reached = new Set(ways.map(({ people }) => people.at(-1)!.id));
  const others = company === null ? [] : targets.filter(({ id }) => !reached.has(id));
  if (others.length === 0) return [];
  const names = others.slice(0, NAMED).map(({ id, name, levelName }) => `${name} (#${id}, ${levelName})`);
  const more = others.length > NAMED ? ` and ${others.length - NAMED} more` : '';
  return [gap, line(`Also there: ${names.join(', ')}${more}`)];
}

/** "you → Ana Ruiz (#1, ally, warm) → Maria Lopez (#4, hires)". */
function chainWords({ people }: ShownWay, managers: number[]): Text {
  const steps = people.flatMap((person, at): Span[] => {
    const hires = managers.includes(person.id) ? ', hires' : '';
    const warm = person.warmth === 'none' ? [] : [', ', warmth(person)];
    const tie = at === 0 ? [`, ${person.levelName}`, ...warm] : [];
    return [' → ', { text: person.name, tone: 'strong' }, ` (#${person.id}${hires}`, ...tie, ')'];
  });
  return ['you', ...steps];
}

function warmth(person: KnownPerson): Span {
  return { text: person.warmth, tone: WARMTH_TONES[person.warmth] };
}

function weakestWords({ weakest, people, how, words }: ShownWay, today: IsoDay): Text {
  const nameOf = (id: number) => people.find((person) => person.id === id)!.name;
  const worth: Span[] = [{ text: words, tone: TONES[words] }, ', '];
  if (weakest.from !== 'me')
    return [...worth, `${nameOf(weakest.from)} ${knowsWords(nameOf(weakest.to), how)}`];
  const first = people[0]!;
  const tie = tieWords(first, today);
  return [
    ...worth,
    `your own tie to ${first.name}: `,
    ...(Array.isArray(tie) ? tie : [tie]),
    first.missing.length > 0 ? `; ${missingWords(first)}` : '',
  ];
}

// ── where there is none ───────────────────────────────────────────────────────────────────────────

function noWay(facts: PathFacts, today: IsoDay): View {
  const { company, targets, formerly } = facts;
  const view: View = [];
  if (company !== null && targets.length === 0) {
    view.push(line(`You know nobody at ${company} now.`));
    if (formerly.length > 0)
      view.push(gap, heading('Once there, and they may know who is there now'), peopleRows(formerly, today));
    view.push(
      gap,
      line(dim(`When you find somebody: jobsearch contact add "A Name" --company "${company}"`)),
    );
    return view;
  }
  view.push(
    line(
      `There is no way yet: nothing came back from ${targets.length === 1 ? targets[0]!.name : 'any of them'}, and nobody with whom you are further is noted as knowing them.`,
    ),
    gap,
    peopleRows(targets, today),
  );
  if (formerly.length > 0)
    view.push(gap, heading('Once there, and they may know somebody'), peopleRows(formerly, today));
  view.push(
    gap,
    line(dim(`Say hello, and log it: jobsearch log ${targets[0]!.id} --channel message --sent`)),
    line(dim(`When you hear who knows them: jobsearch contact knows ana ${targets[0]!.id}`)),
  );
  return view;
}

function peopleRows(people: KnownPerson[], today: IsoDay): View[number] {
  const rows: Text[][] = people
    .slice(0, LISTED)
    .map((person) => [`#${person.id}`, person.name, tieWords(person, today)]);
  const more = people.length - rows.length;
  if (more > 0) rows.push(['', dim(`and ${more} more`), '']);
  return { kind: 'columns', columns: [{ align: 'right' }, {}, { flex: true }], indent: 2, rows };
}
