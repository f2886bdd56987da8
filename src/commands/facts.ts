/** One contact with everything that hangs on it, as `contact show` and every answer about one person give it. */
import type { App } from '../app';
import type { IsoDay, Tie } from '../model';
import { BUSY, STUCK } from '../rules/constants';
import { addDays } from '../rules/dates';
import { type NextStep, nextStepOf } from '../rules/next-step';
import { relevanceOf } from '../rules/relevance';
import { settingsOf } from '../rules/settings';
import { type Standing, standingOf } from '../rules/standing';
import { findContact, getContact } from '../store/contacts';
import type { Db } from '../store/db';
import { listEventsWith } from '../store/events';
import { listInteractionsWith, listOpenPromisesTo } from '../store/interactions';
import { listSettings } from '../store/settings';
import { listOpenTasksFor } from '../store/tasks';
import { countTouchDays, getEvidence, getTie } from '../store/ties';
import type { ContactFacts } from '../views/contact';
import type { Effort } from '../views/ties';

const LATEST = 10;

export function contactFacts(app: App, id: number): ContactFacts {
  const { db, today } = app;
  const contact = getContact(db, id);
  const standing = standingOf(getTie(db, id), today);
  const { relevance } = relevanceOf(contact, settingsOf(listSettings(db)).targets);
  return {
    ...standing,
    ...contact,
    relevance,
    relevanceGiven: contact.relevance !== null,
    introducedByName:
      contact.introducedBy === null ? null : (findContact(db, contact.introducedBy)?.name ?? null),
    ...effortOf(db, id, today),
    nextStep: stepFor(standing, today),
    interactions: listInteractionsWith(db, id, LATEST),
    acts: getEvidence(db, id).acts,
    promises: listOpenPromisesTo(db, id),
    tasks: listOpenTasksFor(db, id),
    events: listEventsWith(db, id, today),
  };
}

export function effortOf(db: Db, contactId: number, today: IsoDay): Effort {
  const owed = listOpenPromisesTo(db, contactId).find(
    ({ by, dueOn }) => by === 'me' && dueOn !== null && dueOn <= today,
  );
  return {
    touchDays90: countTouchDays(db, contactId, addDays(today, -BUSY.withinDays)),
    touchDays180: countTouchDays(db, contactId, addDays(today, -STUCK.withinDays)),
    owed: owed?.what ?? null,
  };
}

export function stepFor(standing: Standing & Tie, today: string): NextStep {
  return nextStepOf(standing, standing.flags, today);
}
