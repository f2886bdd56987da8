/** Writes the sample search into an empty database, all of it dated from today. */
import type { IsoDay } from '../../model';
import { addDays, daysBetween } from '../../rules/dates';
import type { Db } from '../db';
import { setPreparation } from '../preparations';
import { setSetting } from '../settings';
import { SEARCH_STARTED, type Story } from './calendar';
import { chores, preparations } from './chores';
import { happenings } from './happenings';
import { learn, pursue, request } from './hunt';
import { intend } from './intentions';
import { newFaces } from './new-faces';
import { oldTies } from './old-ties';
import { openings, requests } from './openings';
import { converse, meet } from './people';
import { silentTies } from './silent-ties';
import { targetPeople } from './target-people';
import { happen, plan } from './work';

const PEOPLE = [...oldTies, ...silentTies, ...targetPeople, ...newFaces];

/** The weeks are lived through day by day, so that the numbers rise with the days as they do in a real search. */
export function buildSample(db: Db, today: IsoDay): void {
  const story: Story = {
    db,
    today,
    people: new Map(),
    events: new Map(),
    promises: new Map(),
    jobs: new Map(),
  };
  const steps = [
    ...PEOPLE.map((person) => meet(story, person)),
    ...happenings.flatMap((happening) => happen(story, happening)),
    ...PEOPLE.flatMap((person) => (person.talks ?? []).flatMap((talk) => converse(story, person, talk))),
    ...openings.flatMap((opening) => pursue(story, opening)),
    ...requests.flatMap((one) => request(story, one)),
    ...chores.flatMap((chore) => plan(story, chore)),
  ];
  for (const { write } of steps.sort((a, b) => daysBetween(b.on, a.on))) write();
  learn(story, openings);
  for (const { part, state, notes, touched } of preparations) {
    setPreparation(db, part, {
      state,
      notes,
      touchedOn: touched === undefined ? undefined : addDays(today, touched),
    });
  }
  intend(story);
  writeSettings(db, today);
}

function writeSettings(db: Db, today: IsoDay): void {
  const settings = {
    goal: 'a backend role in a platform team, after eight years of shop systems',
    situation: 'unemployed',
    targets: 'Gridmoor, Lindenpost, Vantmere',
    me: 'Robin Ashgrove',
    'search-started': addDays(today, SEARCH_STARTED),
  };
  for (const [key, value] of Object.entries(settings)) setSetting(db, key, value);
}
