import type { Answers } from '../answers';
import type { App, Command } from '../app';
import { readMinutes } from '../formats/minutes';
import type { IsoDay, Preparation } from '../model';
import { agendaOf, daysAround } from '../rules/agenda';
import { CHUNK_MINUTES, NETWORKING } from '../rules/constants';
import { addDays, daysBetween } from '../rules/dates';
import { MOST_PEOPLE, peopleThatFit, rankPeople } from '../rules/people-of-the-day';
import { type DayPlan, planDay, protectedMinutes } from '../rules/plan';
import { findNeglectedParts } from '../rules/proposals';
import type { Aims } from '../rules/relevance';
import type { Settings } from '../rules/settings';
import { findFirstDay, hasContacts } from '../store/contacts';
import { readTogether } from '../store/db';
import { listEvents } from '../store/events';
import { listPreparations } from '../store/preparations';
import { listOpenPromisesTo } from '../store/promises';
import { getSettings, spansOf } from '../store/settings';
import { listOpenTasks } from '../store/tasks';
import { countMet } from '../store/ties';
import { type TodayFacts, todayView } from '../views/today';
import { aimsOf } from './aims';
import { attend, listCandidates, weighTie } from './attention';
import { eventFacts, minutesOf } from './event/facts';
import { listLooseEnds, listOverdueOfTheirs } from './loose-ends';
import { capacityOf, isPlannable, type Weighed, weigh } from './weigh';

interface Input {
  all?: boolean;
  minutes?: number;
  on?: string;
  emergency?: boolean;
}

/** Of each kind of tie that wants attention, enough to choose the best five from. */
const CANDIDATES_EACH = 6;
/** Open things that one morning can see to. */
const LOOSE_ENDS = 3;

export const today: Command<Answers['today']> = {
  examples: ['jobsearch', 'jobsearch today --minutes 45', 'jobsearch today --on tomorrow --all'],
  ids: ({ items }) => items.map(({ task }) => task.id),
  configure: (command) =>
    command
      .option('-a, --all', 'also what is left for another day')
      .option('-m, --minutes <time>', 'the time you have beside the events: 45, 1h30', readMinutes)
      .option('-o, --on <day>', 'another day')
      .option('--emergency', 'the urgent first: only 25 minutes stay for what is important and not urgent'),
  async run(app, input: Input) {
    const day = input.on === undefined ? app.today : await dayOf(input.on, app.today);
    const data = readTogether(app.db, () => factsOf(app, day, getSettings(app.db), input));
    return { data, view: todayView(data, { all: input.all === true }) };
  },
};

/** Reading days takes two packages, which the day of this morning does without. */
async function dayOf(text: string, today: IsoDay): Promise<IsoDay> {
  return (await import('../formats/days')).readDay(text, today, { toward: 'future' });
}

function factsOf(app: App, day: IsoDay, settings: Settings, input: Input): TodayFacts {
  const { db } = app;
  const capacity = capacityOf(app, settings);
  const aims = aimsOf(db, settings);
  const open = listOpenTasks(db).map((task) => weigh(task, day, aims, capacity));
  const plannable = open.filter(({ task }) => isPlannable(task, day));
  const minutes = input.minutes ?? settings.minutes;
  const plan = planDay({
    tasks: plannable.map(planTask),
    minutes,
    pace: capacity.pace,
    today: day,
    emergency: input.emergency,
    shares: { important: settings.model.protectedShare, urgent: settings.model.urgentShare },
  });
  const agenda = agendaOf(listEvents(db, ...daysAround(day), ['planned']), day);
  const events = agenda.on.map((event) => ({
    ...eventFacts(app, event),
    minutes: minutesOf(event),
    promises: event.people.flatMap((id) => listOpenPromisesTo(db, id)),
  }));
  const byId = new Map(plannable.map((weighed) => [weighed.task.id, weighed]));
  const items = plan.items.map((item) => ({ ...item, ...byId.get(item.id)! }));
  const preparations = listPreparations(db);
  const busyWith = [
    ...events.flatMap((event) => event.people),
    ...items.flatMap(({ task }) => task.contactId ?? []),
  ];
  const overdueOfTheirs = listOverdueOfTheirs(db, day);
  const ends = listLooseEnds(app, day, busyWith, overdueOfTheirs);
  const looseEnds = ends.slice(0, input.all ? ends.length : LOOSE_ENDS);
  const met = looseEnds.flatMap((end) => ('contactId' in end ? [end.contactId] : []));
  const people = peopleFor(app, day, aims, [...busyWith, ...met]);
  const room = MOST_PEOPLE - met.length;
  const shown = people.slice(
    0,
    Math.max(0, Math.min(room, input.all ? room : peopleThatFit(minutes - plan.total))),
  );
  const first = settings.searchStartedOn ?? findFirstDay(db);
  return {
    day,
    today: app.today,
    searchWeek: first === null || first > day ? null : Math.floor(daysBetween(first, day) / 7) + 1,
    minutes,
    pace: capacity.pace,
    events,
    unlogged: agenda.unlogged.map((event) => eventFacts(app, event)),
    upcoming: agenda.upcoming.map((event) => eventFacts(app, event)),
    items,
    preparations: partsFor({ preparations, open, plan, minutes }, day, settings.model),
    overload: plan.overload.map((id) => byId.get(id)!),
    leftOut: plan.leftOut,
    others: plannable.filter(({ task }) => !plan.items.some((item) => item.id === task.id)),
    waiting: open.length - plannable.length,
    looseEnds,
    moreLooseEnds: ends.length - looseEnds.length,
    overdueOfTheirs,
    people: shown.map((one) => attend(db, one, day)),
    morePeople: people.length > shown.length,
    met: { ...countMet(db, addDays(day, -NETWORKING.lookBackDays), day), days: NETWORKING.lookBackDays },
    isNew: open.length === 0 && !hasContacts(db) && first === null,
  };
}

function planTask({ task, urgency, importance }: Weighed) {
  return { id: task.id, minutes: task.minutes, urgency, importance, dueOn: task.dueOn };
}

/** One person appears once: whoever is in an event or a task of the day is not on the list as well. */
function peopleFor(app: App, day: IsoDay, aims: Aims, busyWith: number[]) {
  const spans = spansOf(app.db);
  const candidates = listCandidates(app.db, day, CANDIDATES_EACH)
    .filter(({ id }) => !busyWith.includes(id))
    .map((tie) => weighTie(tie, day, aims, spans));
  return rankPeople(candidates, day, spans);
}

/** Neglected parts without a task of their own, for as much of the protected block as no task fills. */
function partsFor(
  {
    preparations,
    open,
    plan,
    minutes,
  }: { preparations: Preparation[]; open: Weighed[]; plan: DayPlan; minutes: number },
  day: IsoDay,
  { protectedShare, neglectedDays }: Settings['model'],
) {
  const room = Math.min(
    protectedMinutes(minutes, false, protectedShare) - plan.q2Minutes,
    minutes - plan.total,
  );
  const parts = findNeglectedParts(preparations, day, neglectedDays).filter(
    ({ part }) => !open.some(({ task }) => task.part === part),
  );
  return parts.slice(0, Math.max(0, Math.ceil(room / CHUNK_MINUTES)));
}
