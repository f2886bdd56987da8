/** One contact with everything that hangs on it, as `contact show` and every answer about one person give it. */
import type { App } from '../app';
import type { AskMade, IsoDay, Tie } from '../model';
import { findAgreedTalk } from '../rules/agreed-talk';
import { topicsOf } from '../rules/bring-up';
import { addDays, daysBetween } from '../rules/dates';
import { type LoopEnd, type NextStep, nextStepOf } from '../rules/next-step';
import { relevanceOf } from '../rules/relevance';
import { type Standing, standingOf } from '../rules/standing';
import { askWaitOf } from '../rules/unanswered';
import { listIntroductionsOf } from '../store/acts';
import { getGates, listAsksOf, listOffers } from '../store/asks';
import { findContact, getContact } from '../store/contacts';
import type { Db } from '../store/db';
import { getEvidence } from '../store/derived-ties';
import { listEventsWith } from '../store/events';
import { findLastTalk, listInteractionsWith } from '../store/interactions';
import { listJobsOf } from '../store/jobs';
import { listAcquaintances } from '../store/knows';
import { listPastCompanies } from '../store/past-companies';
import { listOpenPromisesTo } from '../store/promises';
import { spansOf } from '../store/settings';
import { listOpenTasksFor } from '../store/tasks';
import { countTouchDays, getTie } from '../store/ties';
import type { ContactFacts } from '../views/contact';
import type { Effort } from '../views/ties';
import { aimsOf } from './aims';

const LATEST = 10;
const BEST_KNOWN = 5;

export function contactFacts(app: App, id: number): ContactFacts {
  const { db, today } = app;
  const spans = spansOf(db);
  const contact = getContact(db, id);
  const standing = standingOf(getTie(db, id), today, spans);
  const { relevance } = relevanceOf(contact, aimsOf(db));
  const { acts, touches } = getEvidence(db, id);
  const asks = listAsksOf(db, id);
  const open = {
    ...getGates(db, id),
    promises: listOpenPromisesTo(db, id),
    introductions: listIntroductionsOf(db, id),
    asks: asks.filter(({ outcome }) => outcome === null),
    acts,
  };
  const lastWordOn = touches.findLast(({ kind }) => kind === 'out' || kind === 'live')?.day ?? null;
  const offers = listOffers(db, id, addDays(today, -spans.offeredDays));
  return {
    ...standing,
    ...contact,
    relevance,
    relevanceGiven: contact.relevance !== null,
    pastCompanies: listPastCompanies(db, id),
    knows: listAcquaintances(db, id, BEST_KNOWN),
    introducedByName:
      contact.introducedBy === null ? null : (findContact(db, contact.introducedBy)?.name ?? null),
    ...effortOf(db, id, today),
    nextStep: stepFor(db, standing, today),
    interactions: listInteractionsWith(db, id, LATEST),
    lastTalk: findLastTalk(db, id) ?? null,
    ...open,
    asksAnswered: asks.filter(({ outcome }) => outcome !== null),
    bringUp: topicsOf({ ...open, id, level: standing.level, offers, lastWordOn }, today, spans),
    jobs: listJobsOf(db, id),
    tasks: listOpenTasksFor(db, id),
    events: listEventsWith(db, id, today),
  };
}

export function effortOf(db: Db, contactId: number, today: IsoDay): Effort {
  const owed = listOpenPromisesTo(db, contactId).find(
    ({ by, dueOn }) => by === 'me' && dueOn !== null && dueOn <= today,
  );
  const count = (days: number) => countTouchDays(db, contactId, addDays(today, -days));
  const [touchDays90, touchDays180] = [count(90), count(180)];
  const within = (days: number) => (days === 90 ? touchDays90 : days === 180 ? touchDays180 : count(days));
  const { busyDays, stuckDays } = spansOf(db);
  return {
    touchDays90,
    touchDays180,
    busy: { days: within(busyDays), within: busyDays },
    stuck: { days: within(stuckDays), within: stuckDays },
    owed: owed?.what ?? null,
  };
}

/** Reads the introductions of this tie, so only for those that are shown. */
export function stepFor(
  db: Db,
  standing: Standing & Pick<Tie, 'id' | 'name' | 'purpose'>,
  today: IsoDay,
): NextStep {
  const loops = listIntroductionsOf(db, standing.id).map((loop): LoopEnd => {
    return { loop, end: loop.contactId === standing.id ? 'introducer' : 'introduced' };
  });
  const spans = spansOf(db);
  const toldOn = getGates(db, standing.id).goalToldOn;
  const goalTold = toldOn !== null && daysBetween(toldOn, today) <= spans.goalToldDays;
  const asks = listAsksOf(db, standing.id);
  const asked = asks.some((ask) => ask.outcome === null && askWaitOf(ask, today, spans) === 'waiting');
  const talk = agreedTalkWith(db, standing.id, asks, today);
  const agreed = talk && {
    yesOn: talk.outcomeOn!,
    dayIsSet: listEventsWith(db, standing.id, today).length > 0,
  };
  return nextStepOf(
    standing,
    standing.flags,
    today,
    { loops, goalTold, asked, agreed: agreed ?? null },
    spans,
  );
}

/** Reads what happened between us only where they said yes to anything. */
export function agreedTalkWith(
  db: Db,
  contactId: number,
  asks: readonly AskMade[],
  today: IsoDay,
): AskMade | undefined {
  if (!asks.some(({ outcome }) => outcome === 'yes')) return undefined;
  return findAgreedTalk(asks, getEvidence(db, contactId).touches, today, spansOf(db));
}
