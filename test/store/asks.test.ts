import { beforeEach, describe, expect, test } from 'vitest';
import {
  addAsk,
  addOffer,
  countAsks,
  countOpenAsks,
  getAsk,
  getGates,
  listAsks,
  listAsksOf,
  listOfferers,
  listOffers,
  listUnansweredAsks,
  setGates,
  setNudged,
  setOutcome,
} from '../../src/store/asks';
import { addContact, removeContact, setContact } from '../../src/store/contacts';
import type { Db } from '../../src/store/db';
import { listDeepest } from '../../src/store/ties';
import { A_DAY, aContact } from '../support/builders';
import { openTestDb } from '../support/database';

type NewAsk = Parameters<typeof addAsk>[1];

let db: Db;
let ana: number;
let lee: number;
beforeEach(() => {
  db = openTestDb();
  ana = addContact(db, aContact());
  lee = addContact(db, aContact({ name: 'Lee Chen' }));
});

function ask(given: Partial<NewAsk> = {}): number {
  const usual: NewAsk = {
    contactId: ana,
    kind: 'peer-intro',
    jobId: null,
    what: null,
    askedOn: A_DAY,
    verdict: 'ready',
  };
  return addAsk(db, { ...usual, ...given });
}

const ids = (asks: { id: number }[]) => asks.map(({ id }) => id);

describe('an ask', () => {
  test('is kept with its verdict, and has no outcome yet', () => {
    const id = ask({ what: 'to her old lead', verdict: 'almost' });
    expect(getAsk(db, id)).toEqual({
      id,
      contactId: ana,
      name: 'Ana Ruiz',
      kind: 'peer-intro',
      jobId: null,
      what: 'to her old lead',
      askedOn: A_DAY,
      verdict: 'almost',
      outcome: null,
      outcomeOn: null,
      nudgedOn: null,
    });
    expect(() => getAsk(db, 9)).toThrow('There is no ask #9.');
  });

  test('takes an outcome, another one, and a nudge', () => {
    const id = ask();
    setNudged(db, id, '2026-11-30');
    setOutcome(db, id, 'no', '2026-12-01');
    expect(getAsk(db, id)).toMatchObject({ outcome: 'no', outcomeOn: '2026-12-01', nudgedOn: '2026-11-30' });
    setOutcome(db, id, 'yes', '2026-12-02');
    expect(getAsk(db, id)).toMatchObject({ outcome: 'yes', outcomeOn: '2026-12-02' });
  });

  test('goes with the contact', () => {
    ask();
    removeContact(db, ana);
    expect(listAsks(db)).toEqual([]);
  });
});

describe('the lists', () => {
  test('the latest first; the unanswered the longest ago first', () => {
    const early = ask({ askedOn: '2026-11-01' });
    const late = ask({ contactId: lee, askedOn: '2026-11-20' });
    const second = ask({ askedOn: '2026-11-20' });
    expect(ids(listAsks(db))).toEqual([second, late, early]);
    expect(ids(listAsksOf(db, ana))).toEqual([second, early]);
    setOutcome(db, late, 'silence', A_DAY);
    expect(ids(listUnansweredAsks(db))).toEqual([early, second]);
    expect([countOpenAsks(db, ana), countOpenAsks(db, lee)]).toEqual([2, 0]);
  });

  test('counted over days, both included', () => {
    for (const askedOn of ['2026-11-01', '2026-11-02', '2026-11-03', '2026-11-04']) ask({ askedOn });
    expect(countAsks(db, '2026-11-02', '2026-11-03')).toBe(2);
    expect(countAsks(db, '2026-12-01', '2026-12-31')).toBe(0);
  });
});

describe('gates', () => {
  test('nobody said anything at first', () => {
    expect(getGates(db, ana)).toEqual({ goalToldOn: null, seenWork: null, burned: false });
  });

  test('only what is given is set, and can be taken back', () => {
    setGates(db, ana, { goalToldOn: A_DAY, burned: true });
    setGates(db, ana, { seenWork: false });
    expect(getGates(db, ana)).toEqual({ goalToldOn: A_DAY, seenWork: false, burned: true });
    setGates(db, ana, { goalToldOn: null, seenWork: null, burned: false });
    expect(getGates(db, ana)).toEqual({ goalToldOn: null, seenWork: null, burned: false });
    expect(getGates(db, lee)).toEqual({ goalToldOn: null, seenWork: null, burned: false });
  });
});

describe('offers', () => {
  test('stand from their day on, each kind once', () => {
    addOffer(db, ana, 'referral', '2026-08-01');
    addOffer(db, ana, 'leads', '2026-11-01');
    addOffer(db, ana, 'leads', '2026-11-02');
    addOffer(db, ana, 'leads', '2026-11-02');
    expect(listOffers(db, ana, '2026-08-24')).toEqual(['leads']);
    expect(listOffers(db, ana, '2026-08-01').toSorted()).toEqual(['leads', 'referral']);
    expect(listOffers(db, lee, '2026-08-01')).toEqual([]);
  });

  test('who made one lately; nobody who is parked', () => {
    addOffer(db, lee, 'advice', '2026-11-01');
    addOffer(db, lee, 'leads', '2026-11-01');
    addOffer(db, ana, 'leads', '2026-08-01');
    expect(listOfferers(db, '2026-10-01')).toEqual([lee]);
    setContact(db, lee, { state: 'parked' });
    expect(listOfferers(db, '2026-01-01')).toEqual([ana]);
  });
});

test('the deepest first, of these the warmest; neither the parked nor the listed', () => {
  const set = (name: string, level: number, depth: number, heat: number | null, state = 'active') => {
    const id = addContact(db, aContact({ name }));
    db.prepare('UPDATE contacts SET level = ?, depth = ?, heat_day = ?, state = ? WHERE id = ?').run(
      level,
      depth,
      heat,
      state,
      id,
    );
  };
  set('Met', 1, 25, 100);
  set('Cool', 4, 82.5, 90);
  set('Warm', 4, 82.5, 100);
  set('Never', 4, 82.5, null);
  set('Parked', 5, 100, 100, 'parked');
  expect(listDeepest(db, 9).map(({ name }) => name)).toEqual(['Warm', 'Cool', 'Never', 'Met']);
  expect(listDeepest(db, 2)).toHaveLength(2);
});
