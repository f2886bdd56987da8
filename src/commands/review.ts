/** Gathers what a week held; the rules judge it. */
import type { App } from '../app';
import type { Bucket, Commitment, Flag, IsoDay, Preparation } from '../model';
import { NETWORKING } from '../rules/constants';
import { addDays } from '../rules/dates';
import { findTooMuch, type NetworkingFacts } from '../rules/detectors';
import { followUpStateOf } from '../rules/flags';
import { rankPeople, rankShallow } from '../rules/people-of-the-day';
import { aimsFor, balanceOf } from '../rules/portfolio';
import { sumOfKept } from '../rules/promises';
import { findNeglectedParts, proposeWeek, type TieToDeepen, type WeekFacts } from '../rules/proposals';
import type { Aims } from '../rules/relevance';
import type { Settings } from '../rules/settings';
import {
  countUnplannedEvents,
  explainPhase,
  interviewDays,
  minutesByBucket,
  planFrom,
  squaresOf,
  type Week,
} from '../rules/week';
import { listUnaskedActs } from '../store/acts';
import { countAsks } from '../store/asks';
import { listLatestCommitments } from '../store/commitments';
import { findFirstDay } from '../store/contacts';
import type { Db } from '../store/db';
import { listPreparations } from '../store/preparations';
import { listKeptCounts, listOpenPromises } from '../store/promises';
import { spansOf } from '../store/settings';
import { listOpenTasks } from '../store/tasks';
import { countMet } from '../store/ties';
import {
  countClosedPromises,
  countContactDays,
  countEvents,
  countFirstFollowUps,
  countMyActs,
  countPeopleMet,
  countSubstantiveTalks,
  findInterview,
  listTalks,
  listTaskMinutes,
  listUnloggedEvents,
  type Talks,
} from '../store/week';
import type { Attention } from '../views/attention';
import type { ReviewFacts } from '../views/quadrant';
import { aimsOf } from './aims';
import { attend, listCandidates, type RelevantTie, weighTie } from './attention';
import { minutesOf } from './event/facts';
import { listLooseEnds } from './loose-ends';
import { movedIn } from './moved';
import { capacityOf, isPlannable, weigh } from './weigh';

/** Of each kind of tie that wants attention, enough to choose the best from. */
const CANDIDATES_EACH = 40;

/** What a deeper follow-up answers; a silence or a debt has its own proposal, or none. */
const TO_DEEPEN: readonly Flag[] = ['shallow-though-busy', 'stuck', 'fading', 'dormant', 'acted-early'];

export function reviewOf(app: App, week: Week, settings: Settings): ReviewFacts {
  const { db, today } = app;
  const preparations = listPreparations(db);
  const { phase, reason: phaseReason } = explainPhase({
    searchStartedOn: settings.searchStartedOn ?? findFirstDay(db),
    ready: preparations.filter(({ state }) => state === 'ready').length,
    parts: preparations.length,
    nextInterviewOn: findInterview(db, interviewDays(week.to)),
    today: week.to,
  });
  const lately = { from: addDays(week.to, 1 - NETWORKING.lookBackDays), to: week.to };
  const talks = listTalks(db, lately);
  const minutes = minutesIn(db, week, talks);
  const balance = balanceOf(minutes, aimsFor(phase, settings.model.mix));
  const findings = findTooMuch(networkingIn(db, lately, talks));
  const aims = aimsOf(db, settings);
  const { squares, hidden } = openTasks(app, settings, aims);
  const promised = listOpenPromises(db, 'me');
  const top = squares[2][0];
  const proposedFrom = planFrom(week, today);
  return {
    weekFrom: week.from,
    weekTo: week.to,
    phase,
    phaseReason,
    squares: week.to === today ? squares : null,
    hidden,
    minutes,
    balance,
    findings,
    moved: movedIn(db, week),
    promises: {
      ...countClosedPromises(db, week),
      overdue: promised.filter(({ dueOn }) => dueOn !== null && dueOn < week.to),
      ever: everKept(db),
    },
    champions: listUnaskedActs(db, week.from).filter(({ day }) => day <= week.to),
    looseEnds: week.to === today ? listLooseEnds(app, today, []) : [],
    neglectedParts: findNeglectedParts(preparations, week.to, settings.model.neglectedDays),
    proposedFrom,
    commitments: commitmentsIn(db, week, today),
    proposals: proposeWeek({
      today,
      weekOn: proposedFrom,
      minutesPerDay: settings.minutes,
      protectedShare: settings.model.protectedShare,
      neglectedDays: settings.model.neglectedDays,
      balance,
      preparations: withoutTask(db, preparations),
      overduePromises: promised.flatMap(({ id, name, what, dueOn }) =>
        dueOn !== null && dueOn < today ? [{ promiseId: id, name, what, dueOn }] : [],
      ),
      nextImportant: top ? { taskId: top.task.id, title: top.task.title } : null,
      findings,
      ...peopleFor(app, aims),
    }),
  };
}

function openTasks(
  app: App,
  settings: Settings,
  aims: Aims,
): Pick<ReviewFacts, 'hidden'> & { squares: NonNullable<ReviewFacts['squares']> } {
  const capacity = capacityOf(app, settings);
  const open = listOpenTasks(app.db);
  const plannable = open.filter((task) => isPlannable(task, app.today));
  const waiting = open.filter((task) => task.waitingFor !== null).length;
  return {
    squares: squaresOf(plannable.map((task) => weigh(task, app.today, aims, capacity))),
    hidden: { waiting, snoozed: open.length - plannable.length - waiting },
  };
}

/** What has a task of its own needs no proposal as well. */
function withoutTask(db: Db, preparations: Preparation[]): Preparation[] {
  const busy = listOpenTasks(db).map(({ part }) => part);
  return preparations.filter(({ part }) => !busy.includes(part));
}

/** For the days under review; in the week that is not over also those for the next. */
function commitmentsIn(db: Db, week: Week, today: IsoDay): Commitment[] {
  const last = week.to === today ? addDays(today, 7) : week.to;
  return listLatestCommitments(db, addDays(week.to, -6), last);
}

function everKept(db: Db): ReviewFacts['promises']['ever'] {
  const { promisesKept, promisesLate, promisesBroken } = sumOfKept(listKeptCounts(db));
  const kept = promisesKept + promisesLate;
  return { kept, closed: kept + promisesBroken };
}

function minutesIn(db: Db, days: Week, talks: Talks[]): Record<Bucket, number> {
  return minutesByBucket({
    tasks: listTaskMinutes(db, days),
    talks: talks.filter(({ day }) => day >= days.from),
    events: listUnloggedEvents(db, days).map((event) => ({ kind: event.kind, minutes: minutesOf(event) })),
  });
}

/** The four weeks that end with this one. */
function networkingIn(db: Db, days: Week, talks: Talks[]): NetworkingFacts {
  const settled = countMet(db, days.from, addDays(days.to, -NETWORKING.collecting.settledDays));
  const mine = countMyActs(db, days);
  const promises = countClosedPromises(db, days);
  return {
    settled: { people: settled.met, followedUpInTime: settled.followedUp },
    easy: {
      events: countEvents(db, days) + countUnplannedEvents(talks),
      peopleMet: countPeopleMet(db, days),
      introductionsMade: mine.introductions,
      favoursGiven: mine.favours,
    },
    hard: {
      firstFollowUps: countFirstFollowUps(db, days),
      substantiveTalks: countSubstantiveTalks(db, days),
      promisesKept: promises.kept + promises.late,
      asksMade: countAsks(db, days.from, days.to),
    },
    minutes: minutesIn(db, days, talks),
    contactDays: countContactDays(db, days),
  };
}

function peopleFor(app: App, aims: Aims): Pick<WeekFacts, 'notFollowedUp' | 'toDeepen'> {
  const { db, today } = app;
  const spans = spansOf(db);
  const people = listCandidates(db, today, CANDIDATES_EACH).map((tie) => weighTie(tie, today, aims, spans));
  const isNew = ({ tie }: RelevantTie) =>
    ['due', 'overdue', 'stale'].includes(followUpStateOf(tie, today, spans));
  // Who has a task has a step already.
  const busy = new Set(listOpenTasks(db).map(({ contactId }) => contactId));
  const free = people.filter(({ tie }) => !busy.has(tie.id));
  // One is proposed, and attending to it reads its history.
  const deep = rankShallow(free, today, spans).find(
    (one) => TO_DEEPEN.includes(one.flags[0]!) && !one.flags.includes('awaiting-reply') && !isNew(one),
  );
  return {
    notFollowedUp: rankPeople(free.filter(isNew), today, spans).map(({ tie }) => ({
      contactId: tie.id,
      name: tie.name,
      metOn: tie.metOn!,
    })),
    toDeepen: deep ? [toDeepen(attend(db, deep, today))] : [],
  };
}

function toDeepen({ id, name, flags, nextStep }: Attention): TieToDeepen {
  return { contactId: id, name, flag: flags[0]!, step: nextStep.text, minutes: nextStep.minutes };
}
