/** The day on one screen: what is fixed, what matters, what presses, and a few people. */
import type { IsoDay, OpenPromise, Part, Quadrant, ServingTask } from '../model';
import { dayWords, longDay, minutesWords, relativeDay } from '../rules/day-words';
import type { PlanItem } from '../rules/plan';
import type { NeglectedPart } from '../rules/proposals';
import type { WeighedTask } from '../rules/quadrants';
import { type Attention, reasonFor } from './attention';
import { type EventFacts, timeWords } from './event';
import { type LooseEnd, looseEndLine } from './loose-ends';
import { aboutTask, dueWords, PART_NAMES } from './task';
import { levelWords } from './ties';
import { count, dim, gap, heading, line, type Text, title, type View, warn } from './view';

type Weighed = WeighedTask & { task: ServingTask };

export interface TodayFacts {
  day: IsoDay;
  today: IsoDay;
  /** 1 in the first week of the search; null before anything was written down. */
  searchWeek: number | null;
  /** What there is for tasks, beside the events. */
  minutes: number;
  /** Real minutes per estimated minute. */
  pace: number;
  events: (EventFacts & { minutes: number | null; promises: OpenPromise[] })[];
  /** Past events that nobody said anything about. */
  unlogged: EventFacts[];
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
        [
          '1',
          'Bring your people: jobsearch import Connections.csv (LinkedIn: Settings, Data privacy, Get a copy of your data), or one by one: jobsearch contact add "Ana Ruiz" --company Acme',
        ],
        [
          '2',
          'Write down what is in your diary: jobsearch event add "Coffee with Ana" --on "fri 14:00" --with ana',
        ],
        ['3', 'Say how far your preparation is: jobsearch prep resume rough'],
      ],
    },
    gap,
    line(dim('To look around in a made-up search first: jobsearch demo')),
  ];
}

/** The one fact about the last four weeks that a job seeker should see every morning, when there is one. */
function opening({ met, unlogged, today }: TodayFacts): View {
  const view: View = [];
  if (met.met >= 4 && met.followedUp * 2 < met.met) {
    view.push(
      gap,
      line(
        `You met ${met.met} people in ${met.days} days and followed up with ${met.followedUp} within a week.`,
        2,
      ),
    );
  }
  const [last] = unlogged;
  if (last) {
    view.push(
      gap,
      line(
        [
          `How was “${last.title}”, ${dayWords(last.startOn, today)}? `,
          dim(`jobsearch log --event ${last.id}`),
        ],
        2,
      ),
    );
  }
  return view;
}

function eventBlocks({ events, day }: TodayFacts): View {
  if (events.length === 0) return [];
  return [
    gap,
    {
      kind: 'columns',
      columns: [{}, { flex: true }, { align: 'right' }],
      indent: 2,
      rows: events.flatMap((event): Text[][] => [
        [
          event.startTime ?? timeWords(event),
          eventTitle(event),
          event.minutes === null ? '' : minutesWords(event.minutes),
        ],
        ['', eventNote(event, day), ''],
      ]),
    },
  ];
}

function eventTitle(event: EventFacts): Text {
  const unnamed = event.with.filter(
    ({ name }) => !event.title.toLowerCase().includes(name.split(' ')[0]!.toLowerCase()),
  );
  const companies = [...new Set(event.with.flatMap(({ company }) => company ?? []))];
  const parts = [
    event.title,
    unnamed.length > 0 ? `with ${unnamed.map(({ name }) => name).join(', ')}` : '',
    companies.join(', '),
    event.place ?? '',
  ];
  return { text: parts.filter((part) => part !== '').join(', '), tone: 'strong' };
}

function eventNote(event: TodayFacts['events'][number], day: IsoDay): Text {
  const open = event.promises.map((promise) => {
    const due = promise.dueOn === null ? '' : ` (${dueWords({ dueOn: promise.dueOn }, day)})`;
    return promise.by === 'me'
      ? `you owe ${promise.name} ${promise.what}${due}`
      : `${promise.name} promised ${promise.what}${due}`;
  });
  const why: Text[] = event.purpose
    ? [`why: ${event.purpose}`]
    : [warn('no purpose yet: '), dim(`jobsearch event edit ${event.id} --purpose "…"`)];
  return [...why.flat(), ...open.map((one) => ` · ${one}`)];
}

// ── tasks ─────────────────────────────────────────────────────────────────────────────────────────

function importantBlocks(facts: TodayFacts): View {
  const tasks = facts.items.filter(({ quadrant }) => quadrant === 2);
  if (tasks.length + facts.preparations.length === 0) return [];
  return [
    gap,
    heading('IMPORTANT, NOT URGENT (first, while you are fresh)'),
    taskColumns([
      ...tasks.map((item) => taskRow(item, facts.day)),
      ...facts.preparations.map((part) => partRow(part)),
    ]),
    ...(facts.preparations.length > 0
      ? [line(dim(`then say so: jobsearch prep ${facts.preparations[0]!.part} rough`), 2)]
      : []),
  ];
}

function taskBlocks(name: string, facts: TodayFacts, quadrant: Quadrant): View {
  const items = facts.items.filter((item) => item.quadrant === quadrant);
  return items.length === 0
    ? []
    : [gap, heading(name), taskColumns(items.map((item) => taskRow(item, facts.day)))];
}

function taskColumns(rows: Text[][]): View[number] {
  return {
    kind: 'columns',
    columns: [{}, { flex: true }, { align: 'right' }, { most: 32 }],
    indent: 2,
    rows,
  };
}

function taskRow(item: PlanItem & Weighed, day: IsoDay): Text[] {
  const minutes = item.partial ? `a first ${minutesWords(item.minutes)}` : minutesWords(item.minutes);
  return [`#${item.task.id}`, item.task.title, minutes, dim(aboutTask(item, day))];
}

const PART_STEPS: Record<Part, string> = {
  resume: 'Bring the résumé up to date',
  profile: 'Bring the online profile up to date',
  pitch: 'Say the pitch aloud, three times',
  targets: 'Name ten companies to aim at',
  references: 'Name three people who would speak for you',
  stories: 'Write down one story for interviews',
  clothes: 'Lay out what you would wear to an interview',
  portfolio: 'Choose three pieces of work to show',
  salary: 'Look up what the work pays',
  practice: 'Answer three interview questions aloud',
};

function partRow({ part, untouchedDays }: NeglectedPart): Text[] {
  const since = untouchedDays === null ? 'not begun' : `untouched ${count(untouchedDays, 'day')}`;
  return ['', PART_STEPS[part], '25 min', dim(`${PART_NAMES[part]}: ${since}`)];
}

function overloadBlocks({ overload, minutes }: TodayFacts): View {
  if (overload.length === 0) return [];
  const named = overload.slice(0, 3).map(({ task }) => `#${task.id} ${task.title}`);
  const more = overload.length > 3 ? ` and ${overload.length - 3} more` : '';
  return [
    gap,
    line(
      [
        warn('Too much for one day: '),
        `${named.join(', ')}${more} ${overload.length === 1 ? 'is' : 'are'} due and will not fit into ${minutesWords(minutes)}.`,
      ],
      2,
    ),
    line(
      dim(
        `renegotiate (jobsearch task edit ${overload[0]!.task.id} --due …), drop, or jobsearch today --emergency`,
      ),
      2,
    ),
  ];
}

function otherBlocks({ others, day }: TodayFacts): View {
  if (others.length === 0) return [];
  return [
    gap,
    heading('FOR ANOTHER DAY'),
    taskColumns(
      [...others]
        .sort((a, b) => a.quadrant - b.quadrant || a.task.id - b.task.id)
        .map((one): Text[] => [
          `#${one.task.id}`,
          one.task.title,
          minutesWords(one.task.minutes),
          dim(aboutTask(one, day)),
        ]),
    ),
  ];
}

// ── people, and the rest ──────────────────────────────────────────────────────────────────────────

function looseEndBlocks({ looseEnds, moreLooseEnds, day }: TodayFacts): View {
  if (looseEnds.length === 0) return [];
  return [
    gap,
    heading('LOOSE ENDS'),
    ...looseEnds.map((end) => line(looseEndLine(end, day), 2)),
    ...(moreLooseEnds > 0 ? [line(dim(`and ${moreLooseEnds} more: jobsearch today --all`), 2)] : []),
  ];
}

function peopleBlocks({ people, day }: TodayFacts): View {
  if (people.length === 0) return [];
  return [
    gap,
    heading('PEOPLE'),
    {
      kind: 'columns',
      columns: [{}, { flex: true }],
      indent: 2,
      rows: people.flatMap((one): Text[][] => [
        [one.name, [`${levelWords(one)} · `, reasonFor(one, day)]],
        [dim(`#${one.id}`), `next: ${one.nextStep.text}`],
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
