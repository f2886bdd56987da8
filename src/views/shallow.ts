/** The ties that need a deeper follow-up: the flag, the counted evidence, the missing rows, one step. */
import type { IsoDay } from '../model';
import { shallowFlagOf } from '../rules/people-of-the-day';
import { type AddedStep, addedStepLine } from './added-step';
import type { Attention } from './attention';
import { FLAG_NAMES, flagWords, levelWords, missingWords } from './ties';
import { count, dim, gap, heading, line, type View } from './view';

export interface ShallowFacts {
  people: Attention[];
  /** With those past the limit. */
  total: number;
  added: (AddedStep & { name: string }) | null;
}

export function shallowView({ people, total, added }: ShallowFacts, today: IsoDay): View {
  const done: View = added ? [addedStepLine(added, today), gap] : [];
  if (total === 0) {
    return [
      ...done,
      line('No shallow ties: nobody is busy, silent or waiting without a next step.'),
      line(dim('After the next conversation: jobsearch log "A Name"')),
    ];
  }
  const view: View = [...done];
  let flag: string | undefined;
  for (const one of people) {
    const name = FLAG_NAMES[shallowFlagOf(one)!];
    if (name !== flag) view.push(...(flag === undefined ? [] : [gap]), heading(name.toUpperCase()));
    flag = name;
    view.push(...personLines(one, today));
  }
  const hidden = total - people.length;
  view.push(gap);
  if (hidden > 0)
    view.push(
      line(dim(`${count(hidden, 'more person', 'more people')}: jobsearch shallow --limit ${total}`)),
    );
  view.push(line(dim(`Make the step a task: jobsearch shallow --add ${people[0]!.id}`)));
  return view;
}

function personLines(one: Attention, today: IsoDay): View {
  const flag = shallowFlagOf(one)!;
  const others = one.flags.filter((other) => other !== flag).map((other) => FLAG_NAMES[other]);
  return [
    line(
      [
        { text: `#${one.id} ${one.name}`, tone: 'strong' },
        `  ${levelWords(one)}${others.length > 0 ? ` · also ${others.join(', ')}` : ''}`,
      ],
      2,
    ),
    line(flagWords(flag, one, today), 4),
    ...(one.missing.length > 0 ? [line(dim(`missing: ${missingWords(one)}`), 4)] : []),
    line(`next: ${one.nextStep.text}`, 4),
  ];
}
