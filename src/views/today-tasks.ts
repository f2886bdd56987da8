/** What to do today: the protected block first, then what presses, and what will not fit. */
import type { IsoDay, Part, Quadrant } from '../model';
import { minutesWords } from '../rules/day-words';
import { minutesNeeded } from '../rules/pace';
import type { NeglectedPart } from '../rules/proposals';
import { promisedRows } from './promised-rows';
import { aboutTask, PART_NAMES } from './task';
import type { TodayFacts } from './today';
import { count, dim, gap, heading, line, type Text, type View, warn } from './view';

type Item = TodayFacts['items'][number];

export function importantBlocks(facts: TodayFacts): View {
  const tasks = facts.items.filter(({ quadrant }) => quadrant === 2);
  if (tasks.length + facts.preparations.length === 0) return [];
  return [
    gap,
    heading('IMPORTANT, NOT URGENT (first, while you are fresh)'),
    taskColumns([...taskRows(tasks, facts), ...facts.preparations.map((part) => partRow(part))]),
    ...(facts.preparations.length > 0
      ? [line(dim(`then say so: jobsearch prep ${facts.preparations[0]!.part} rough`), 2)]
      : []),
  ];
}

export function taskBlocks(name: string, facts: TodayFacts, quadrant: Quadrant): View {
  const items = facts.items.filter((item) => item.quadrant === quadrant);
  return items.length === 0 ? [] : [gap, heading(name), taskColumns(taskRows(items, facts))];
}

function taskColumns(rows: Text[][]): View[number] {
  return {
    kind: 'columns',
    tasks: true,
    columns: [{}, { flex: true }, { align: 'right' }, { most: 32 }],
    indent: 2,
    rows,
  };
}

/** The first task with somebody also says what they promised, unless an event of the day says it. */
function taskRows(tasks: Item[], facts: TodayFacts): Text[][] {
  const { events, items, day } = facts;
  return tasks.flatMap((item) => {
    const { contactId } = item.task;
    const isFirst = items.find(({ task }) => task.contactId === contactId) === item;
    if (contactId === null || !isFirst || events.some(({ people }) => people.includes(contactId)))
      return [taskRow(item, day)];
    return [taskRow(item, day), ...promisedRows(facts, contactId).map((text) => ['', text, '', ''])];
  });
}

function taskRow(item: Item, day: IsoDay): Text[] {
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

export function overloadBlocks({ overload, minutes }: TodayFacts): View {
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
    line(dim(overloadHint(overload[0]!.task)), 2),
  ];
}

/** What was promised to somebody is theirs to let go of. */
function overloadHint({ id, promiseBy, promiseState, promiseTo }: TodayFacts['overload'][number]['task']) {
  const isPromised = promiseBy === 'me' && promiseState === 'open';
  return [
    `${isPromised ? `Agree on a later day with ${promiseTo}` : 'Give it a later day'}: jobsearch task edit ${id} --due tomorrow`,
    ...(isPromised ? [] : [`let it go: jobsearch task drop ${id}`]),
    'the urgent before all else: jobsearch today --emergency',
  ].join(' · ');
}

export function otherBlocks({ others, day, pace }: TodayFacts): View {
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
          minutesWords(minutesNeeded(one.task.minutes, pace)),
          dim(aboutTask(one, day)),
        ]),
    ),
  ];
}
