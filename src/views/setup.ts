/** What the search is about, as set up, and what to do next. */
import type { PartState } from '../model';
import { minutesWords } from '../rules/day-words';
import { dim, gap, line, type Text, title, type View } from './view';

export interface SetupFacts {
  goal: string | null;
  roles: string[];
  targets: string[];
  situation: 'unemployed' | 'employed';
  minutes: number;
  weekStart: string;
  preparations: { part: string; state: PartState }[];
  hasContacts: boolean;
  /** What the import of people gave, if there was one. */
  imported: unknown;
}

export function setupIntroView(): View {
  return [
    title('Setup', 'two minutes'),
    line(dim('Enter keeps what is there or leaves it open, < goes back to the question before.')),
    line(dim('Esc leaves everything as it was; setup can be run again at any time.')),
    gap,
  ];
}

export function setupView(facts: SetupFacts): View {
  const parts = facts.preparations;
  const ready = parts.filter(({ state }) => state === 'ready').length;
  const rough = parts.filter(({ state }) => state === 'rough').length;
  const open = dim('not said yet');
  const rows: Text[][] = [
    ['goal', facts.goal ?? open],
    ['roles', facts.roles.join(', ') || open],
    ['companies', facts.targets.join(', ') || open],
    [
      'time',
      `${minutesWords(facts.minutes)} a day, ${facts.situation === 'employed' ? 'beside a job' : 'between jobs'}`,
    ],
    ['week', `begins on ${facts.weekStart === 'sunday' ? 'Sunday' : 'Monday'}`],
    ['preparation', `${ready} ready, ${rough} rough, ${parts.length - ready - rough} missing`],
  ];
  return [
    title('Your search'),
    gap,
    { kind: 'columns', columns: [{}, { flex: true }], indent: 2, rows },
    gap,
    ...next(facts),
    line(dim('Any of it again: jobsearch setup · one by one: jobsearch config, jobsearch prep')),
  ];
}

function next({ hasContacts }: SetupFacts): View {
  return hasContacts
    ? [line('Next: jobsearch today')]
    : [
        line(
          'Next, your people: jobsearch import Connections.csv, or jobsearch contact add "Ana Ruiz" --company Acme',
        ),
      ];
}
