/** Openings, asks, and who knows whom in the sample search. */
import { addDays } from '../../rules/dates';
import { listIntroductionsOf, setLoop } from '../acts';
import { addAsk, addOffer, setGates, setOutcome } from '../asks';
import { addInsider, addJob, moveJob, setJob } from '../jobs';
import { setKnows } from '../knows';
import { addPastCompany } from '../past-companies';
import { dayOf, type Step, type Story } from './calendar';
import { acquaintances, informed, introduced, offers, workedAt } from './hearsay';
import type { Opening, Request } from './openings';

export function pursue(story: Story, opening: Opening): Step[] {
  const { db, today, jobs } = story;
  const [first, ...rest] = opening.moves.map(([stage, offset]) => ({ stage, on: addDays(today, offset) }));
  const hear = () => {
    const { company, title, place = null, pay = null, source = null, fit = 'even', notes = null } = opening;
    const id = addJob(db, {
      company,
      title,
      link: null,
      place,
      pay,
      source,
      stage: first!.stage,
      deadlineOn: opening.deadline === undefined ? null : addDays(today, opening.deadline),
      hiringManager: null,
      fit,
      bonusKnown: opening.bonusKnown ?? false,
      notes,
      addedOn: first!.on,
    });
    jobs.set(opening.key, id);
  };
  const moves = rest.map(({ stage, on }) => ({
    on,
    write: () => moveJob(db, jobs.get(opening.key)!, stage, on, opening.closedReason ?? null),
  }));
  return [{ on: first!.on, write: hear }, ...moves];
}

export function request(
  story: Story,
  { of, kind, what, day, inWriting, verdict, opening, ended }: Request,
): Step[] {
  const { db, people, jobs } = story;
  const askedOn = dayOf(story, day, inWriting);
  let id = 0;
  const make = () => {
    const contactId = people.get(of)!;
    const jobId = opening === undefined ? null : jobs.get(opening)!;
    id = addAsk(db, { contactId, kind, jobId, what, askedOn, verdict });
  };
  const steps = [{ on: askedOn, write: make }];
  if (!ended) return steps;
  const [outcome, offset] = ended;
  const on = dayOf(story, offset, inWriting);
  return [...steps, { on, write: () => setOutcome(db, id, outcome, on) }];
}

/** What is known by now of people who have all been met: no day of its own. */
export function learn({ db, today, people, jobs }: Story, openings: readonly Opening[]): void {
  const whom = (key: string) => people.get(key)!;
  for (const { key, manager, inside = [] } of openings) {
    if (manager !== undefined) setJob(db, jobs.get(key)!, { hiringManager: whom(manager) });
    for (const one of inside) addInsider(db, jobs.get(key)!, whom(one));
  }
  for (const [a, b, how] of acquaintances) setKnows(db, whom(a), whom(b), how);
  for (const [who, company] of workedAt) addPastCompany(db, whom(who), company);
  for (const { by, kind, day } of offers) addOffer(db, whom(by), kind, addDays(today, day));
  for (const { who, goalTold, seenWork } of informed) {
    setGates(db, whom(who), {
      ...(goalTold !== undefined && { goalToldOn: addDays(today, goalTold) }),
      seenWork,
    });
  }
  for (const { by, to, thanked, told } of introduced) {
    const [loop] = listIntroductionsOf(db, whom(by));
    setLoop(db, loop!.actId, {
      introduced: whom(to),
      thankedOn: addDays(today, thanked),
      toldOn: told === undefined ? undefined : addDays(today, told),
    });
  }
}
