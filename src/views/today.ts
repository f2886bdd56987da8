/** The day on one screen: what is fixed, what matters, what presses, and a few people. */
import type { IsoDay, Quadrant, ServingTask } from '../model';
import { addDays } from '../rules/dates';
import { dayWords, longDay, minutesWords, relativeDay } from '../rules/day-words';
import type { PlanItem } from '../rules/plan';
import type { NeglectedPart } from '../rules/proposals';
import type { WeighedTask } from '../rules/quadrants';
import { type Attention, reasonFor } from './attention';
import { type EventFacts, timeWords } from './event';
import { type LooseEnd, looseEndLine, type OverdueOfTheirs } from './loose-ends';
import type { PromiseFacts } from './promise';
import { promisedRows } from './promised-rows';
import { levelWords } from './ties';
import { eventBlocks } from './today-events';
import { importantBlocks, otherBlocks, overloadBlocks, taskBlocks } from './today-tasks';
import { count, dim, gap, heading, line, type Text, title, type View } from './view';

type Weighed = WeighedTask<ServingTask>;

export interface TodayFacts {
  day: IsoDay;
  today: IsoDay;
  /** 1 in the first week of the search; null before anything was written down. */
  searchWeek: number | null;
  /** What there is for tasks, beside the events. */
  minutes: number;
  /** Real minutes per estimated minute. */
  pace: number;
  events: (EventFacts & { minutes: number | null; promises: PromiseFacts[] })[];
  /** Past events that nobody said anything about. */
  unlogged: EventFacts[];
  /** Tomorrow's, and the interviews of the next days. */
  upcoming: EventFacts[];
  items: (PlanItem & Weighed)[];
  /** Suggested for what is left of the protected block. */
  preparations: NeglectedPart[];
  overload: Weighed[];
  leftOut: Record<Quadrant, number[]>;
  /** The tasks without a place today. */
  others: Weighed[];
  /** Tasks that are snoozed, or somebody else's move. */
  waiting: number;
  /** Open between people and jobs, one small move each. */
  looseEnds: LooseEnd[];
  moreLooseEnds: number;
  /** Theirs, past their day and not asked after yet, of whomever. */
  overdueOfTheirs: OverdueOfTheirs[];
  people: Attention[];
  /** Others deserve attention too. */
  morePeople: boolean;
  met: { met: number; followedUp: number; days: number };
  /** Nothing was ever written down. */
  isNew: boolean;
}

export function todayView(facts: TodayFacts, { all }: { all: boolean }): View {
  return [
    title(longDay(facts.day), headWords(facts)),
    ...(facts.isNew ? firstSteps() : opening(facts)),
    ...eventBlocks(facts),
    ...importantBlocks(facts),
    ...taskBlocks('IMPORTANT AND URGENT', facts, 1),
    ...overloadBlocks(facts),
    ...taskBlocks('URGENT, NOT IMPORTANT (keep it short)', facts, 3),
    ...looseEndBlocks(facts),
    ...peopleBlocks(facts),
    ...(all ? otherBlocks(facts) : []),
    ...closing(facts, all),
  ];
}

function headWords({ searchWeek, minutes, events, day, today }: TodayFacts): Text {
  const parts = [
    day === today ? '' : relativeDay(day, today),
    searchWeek === null ? '' : `week ${searchWeek}`,
    `${minutesWords(minutes)} free`,
    events.length > 0 ? count(events.length, 'event') : '',
  ];
  return dim(parts.filter((part) => part !== '').join(' · '));
}

function firstSteps(): View {
  return [
    gap,
    line('Nothing is written down yet. Three first steps, ten minutes in all:'),
    gap,
    {
      kind: 'columns',
      columns: [{}, { flex: true }],
      indent: 2,
      rows: [
        ['1', 'Say what you are looking for, and how much time you have: jobsearch setup'],
        [
          '2',
          'Bring your people: jobsearch import Connections.csv (LinkedIn: Settings, Data privacy, Get a copy of your data), or one by one: jobsearch contact add "Ana Ruiz" --company Acme',
        ],
        [
          '3',
          'Write down what is in your diary: jobsearch event add "Coffee with Ana" --on "fri 14:00" --with ana',
        ],
      ],
    },
    gap,
    line(dim('To look around in a made-up search first: jobsearch demo')),
  ];
}

/** The one fact about the last four weeks that a job seeker should see every morning, when there is one. */
function opening({ met, unlogged, upcoming, today, day }: TodayFacts): View {
  const view: View = [];
  if (met.met >= 4 && met.followedUp * 2 < met.met) {
    const words = `You met ${met.met} people in ${met.days} days and followed up with ${met.followedUp} within a week.`;
    view.push(gap, line(words, 2));
  }
  const lines = [...unloggedLines(unlogged, today), ...upcoming.map((event) => upcomingLine(event, day))];
  return lines.length > 0 ? [...view, gap, ...lines.map((text) => line(text, 2))] : view;
}

/** How an interview went matters most, then what was last. */
function unloggedLines(unlogged: EventFacts[], today: IsoDay): Text[] {
  const last = unlogged.find(({ kind }) => kind === 'interview') ?? unlogged[0];
  if (!last) return [];
  const command = last.with.length > 0 ? `log --event ${last.id}` : `event done ${last.id}`;
  const more = unlogged.length > 1 ? ` · ${unlogged.length - 1} more: jobsearch event list` : '';
  return [
    [`How was “${last.title}”, ${dayWords(last.startOn, today)}? `, dim(`jobsearch ${command}${more}`)],
  ];
}

function upcomingLine(event: EventFacts, day: IsoDay): Text {
  const when = `${event.startOn === addDays(day, 1) ? 'Tomorrow' : longDay(event.startOn)}, ${timeWords(event)}`;
  return [`${when}: ${event.title} · `, dim(`jobsearch event show ${event.id}`)];
}

function looseEndBlocks({ looseEnds, moreLooseEnds, day }: TodayFacts): View {
  if (looseEnds.length === 0) return [];
  return [
    gap,
    heading('LOOSE ENDS'),
    {
      kind: 'columns',
      columns: [{}, { flex: true }],
      indent: 2,
      rows: looseEnds.map((end): Text[] => ['–', looseEndLine(end, day)]),
    },
    ...(moreLooseEnds > 0 ? [line(dim(`and ${moreLooseEnds} more: jobsearch today --all`), 2)] : []),
  ];
}

function peopleBlocks(facts: TodayFacts): View {
  const { people, day } = facts;
  if (people.length === 0) return [];
  return [
    gap,
    heading('PEOPLE'),
    {
      kind: 'columns',
      columns: [{}, { flex: true }],
      indent: 2,
      rows: people.flatMap((one): Text[][] => [
        [`#${one.id}`, [`${one.name}, ${levelWords(one)} · `, reasonFor(one, day)]],
        ['', `next: ${one.nextStep.text}`],
        ...promisedRows(facts, one.id).map((text) => ['', text]),
      ]),
    },
  ];
}

const LEFT_OUT: Record<Quadrant, string> = {
  1: 'urgent and important',
  2: 'important',
  3: 'urgent but unimportant',
  4: 'neither',
};

function closing(facts: TodayFacts, all: boolean): View {
  const left = ([1, 2, 3, 4] as const)
    .filter((quadrant) => facts.leftOut[quadrant].length > 0)
    .map((quadrant) => `${facts.leftOut[quadrant].length} ${LEFT_OUT[quadrant]}`);
  const rest = [
    left.length > 0 ? `Left for another day: ${left.join(', ')}` : '',
    facts.waiting > 0 ? `${facts.waiting} waiting` : '',
    facts.morePeople ? 'more people' : '',
  ].filter((words) => words !== '');
  const nothing =
    facts.items.length +
      facts.preparations.length +
      facts.looseEnds.length +
      facts.people.length +
      facts.events.length ===
    0;
  const hints = [
    ...(rest.length > 0 && !all ? [`${rest.join(' · ')}: jobsearch today --all`] : []),
    ...(facts.items.length > 0 && facts.pace !== 1
      ? [`Minutes are your estimates × ${Math.round(facts.pace * 10) / 10}, which is how long things take.`]
      : []),
  ];
  return [
    ...(nothing && !facts.isNew
      ? [
          gap,
          line('Nothing is planned and nobody is waiting. Add what comes next: jobsearch task add "…"', 2),
        ]
      : []),
    ...(hints.length > 0 ? [gap, ...hints.map((words) => line(dim(words), 2))] : []),
  ];
}
