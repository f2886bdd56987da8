/** The way into the sample search. */
import { count, dim, gap, heading, line, strong, title, type View } from './view';

export interface DemoFacts {
  /** Where the sample is kept. */
  file: string;
  people: number;
  conversations: number;
  events: number;
  tasks: number;
  promises: number;
  jobs: number;
  asks: number;
  tries: { command: string; shows: string }[];
}

export function demoView(facts: DemoFacts, fresh: boolean): View {
  const { people, conversations, events, tasks, promises, jobs, asks } = facts;
  const counts = [
    count(people, 'person', 'people'),
    count(conversations, 'conversation'),
    count(events, 'event'),
    count(tasks, 'task'),
    count(promises, 'promise'),
    count(jobs, 'job'),
    count(asks, 'ask'),
  ].join(', ');
  return [
    title('A made-up search, eight weeks old', dim('your own file is untouched')),
    gap,
    line(
      `Robin wrote shop systems for eight years and now looks for a place in a platform team. So far: ${counts}.`,
    ),
    gap,
    heading('TRY'),
    {
      kind: 'columns',
      columns: [{}, { flex: true }],
      indent: 2,
      rows: facts.tries.map(({ command, shows }) => [strong(command), shows]),
    },
    gap,
    line(
      fresh
        ? 'The sample is as it was in the beginning.'
        : [
            'Every command works here with demo in front of it. What you change stays until tomorrow, or until ',
            strong('jobsearch demo --fresh'),
            '.',
          ],
    ),
  ];
}
