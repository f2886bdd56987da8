import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { App } from '../../src/app';
import { askOverview } from '../../src/commands/ask/overview';
import { ladder, oneAsk } from '../../src/commands/ask/person';
import { ASK_KINDS, type Evidence, type PromiseState, VERDICTS } from '../../src/model';
import { renderText } from '../../src/render/text';
import { ASKS } from '../../src/rules/ask-kinds';
import { addAsk, addOffer, setGates } from '../../src/store/asks';
import { addContact } from '../../src/store/contacts';
import { refreshTies } from '../../src/store/derived-ties';
import { addInteraction } from '../../src/store/interactions';
import { addJob } from '../../src/store/jobs';
import { setKnows } from '../../src/store/knows';
import { getTie } from '../../src/store/ties';
import { refuseToAsk } from '../../src/terminal/ask';
import { askListView, unansweredBlocks, yesRateLines } from '../../src/views/ask-record';
import type { View } from '../../src/views/view';
import { aContact, anInteraction } from '../support/builders';
import { openTestDb } from '../support/database';
import { someEvidence, TODAY } from '../support/evidence';

let app: App;
beforeEach(() => {
  app = { db: openTestDb(), today: TODAY, ask: refuseToAsk } as unknown as App;
});

/** Wide enough that no phrase is broken over two lines. */
async function textOf(view: View): Promise<string> {
  return renderText(view, { width: 2_000, colour: false, boxes: false });
}

// ── the text names only what exists ───────────────────────────────────────────────────────────────

function addPerson(evidence: Evidence): number {
  const { db } = app;
  const id = addContact(db, aContact({ company: 'Acme', closeness: evidence.closeness }));
  for (const { kind, ...touch } of evidence.touches) {
    addInteraction(db, anInteraction({ ...touch, kinds: [kind], people: [id] }));
  }
  const add = (text: string, ...values: unknown[]) => db.prepare(text).run(...values);
  for (const { day, by, kind, asked } of evidence.acts) {
    add(
      'INSERT INTO acts (contact_id, day, by, kind, asked) VALUES (?, ?, ?, ?, ?)',
      id,
      day,
      by,
      kind,
      +asked,
    );
  }
  for (const { by, dueOn, state } of evidence.promises) {
    const closedOn = (state satisfies PromiseState) === 'open' ? null : TODAY;
    add(
      `INSERT INTO promises (contact_id, by, what, made_on, due_on, state, closed_on) VALUES (?, ?, 'the deck', ?, ?, ?, ?)`,
      id,
      by,
      TODAY,
      dueOn,
      state,
      closedOn,
    );
  }
  refreshTies(db, [id]);
  return id;
}

/** Every count that a text may name, with what it has to be. */
function countsIn(text: string, id: number): [found: string, real: string][] {
  const tie = getTie(app.db, id);
  const kept = tie.promisesKept + tie.promisesLate;
  const closed = kept + tie.promisesBroken;
  const patterns: [RegExp, number | string][] = [
    [/(\d+) of \d+ two-way days/g, tie.exchangeDays],
    [/(\d+) of \d+ days met or in touch both ways/g, tie.meetingDays],
    [/(\d+) of \d+ days between first and last talk/g, tie.spanDays],
    [/counts (\d+) of \d+ \(twice when unasked\)/g, tie.actsAsked + 2 * tie.actsUnasked],
    [/you kept (\d+ of \d+)/g, `${kept} of ${closed}`],
    [/you kept \d+ of \d+(?: promises)?, (\d+) late/g, tie.promisesLate],
  ];
  const zeros: [RegExp, number][] = [
    [/nothing from them yet/, tie.inboundDays],
    [/no two-way day yet/, tie.exchangeDays],
    [/no substantive talk yet/, tie.substantiveDays],
    [/nothing they did for you yet/, tie.actsAsked + tie.actsUnasked],
    [/nothing you did for them yet/, tie.given],
    [/nothing they did for you unasked yet/, tie.actsUnasked],
  ];
  return [
    ...patterns.flatMap(([pattern, real]) =>
      [...text.matchAll(pattern)].map((hit): [string, string] => [hit[1]!, String(real)]),
    ),
    ...zeros.flatMap(([pattern, real]): [string, string][] =>
      pattern.test(text) ? [['0', String(real)]] : [],
    ),
  ];
}

test('whatever happened, a ladder and each of its asks name only counts that are there', async () => {
  const seen = new Set<string>();
  const facts = fc.record({
    evidence: someEvidence,
    goalTold: fc.boolean(),
    seenWork: fc.option(fc.boolean()),
    burned: fc.boolean(),
    open: fc.nat(2),
    offered: fc.option(fc.constantFrom(...ASK_KINDS)),
    how: fc.option(fc.constantFrom(1 as const, 2 as const, 3 as const)),
  });
  await fc.assert(
    fc.asyncProperty(facts, fc.constantFrom(...ASK_KINDS), async (given, kind) => {
      app = { ...app, db: openTestDb() };
      const { db } = app;
      const id = addPerson(given.evidence);
      const maria = addContact(db, aContact({ name: 'Maria Lopez' }));
      addAJob(maria);
      setGates(db, id, {
        goalToldOn: given.goalTold ? TODAY : null,
        seenWork: given.seenWork,
        burned: given.burned,
      });
      if (given.how) setKnows(db, id, maria, given.how);
      if (given.offered) addOffer(db, id, given.offered, TODAY);
      for (let n = 0; n < given.open; n++) addAsk(db, anAsk(id));
      for (const { data, view } of [ladder(app, id, {}), await oneAsk(app, id, kind, {})]) {
        const text = await textOf(view);
        for (const [found, real] of countsIn(text, id)) expect(found, text).toBe(real);
        expect(text).toContain(` (${Math.floor(getTie(db, id).depth)})`);
        // Something is always offered: the largest ask that is ready, the step that leads to one, or what to do about one that waits.
        expect(text).toMatch(/Ready now: |Now: |Next: |Ready: |Asked already: /);
        expect(text).not.toMatch(/\bundefined\b|\bnull\b|\bNaN\b/);
        if ('verdict' in (data as object)) seen.add((data as { verdict: string }).verdict);
      }
      db.close();
    }),
    { numRuns: 200 },
  );
  expect(seen).toEqual(new Set(VERDICTS));
});

function addAJob(hiringManager: number | null, given: Partial<Parameters<typeof addJob>[1]> = {}): number {
  return addJob(app.db, {
    company: 'Acme',
    title: null,
    link: null,
    place: null,
    pay: null,
    source: null,
    stage: 'lead',
    deadlineOn: null,
    hiringManager,
    fit: 'even',
    bonusKnown: false,
    notes: null,
    addedOn: TODAY,
    ...given,
  });
}

function anAsk(contactId: number): Parameters<typeof addAsk>[1] {
  return { contactId, kind: 'advice', jobId: null, what: null, askedOn: TODAY, verdict: 'ready' };
}

// ── everybody ─────────────────────────────────────────────────────────────────────────────────────

describe('the overview', () => {
  const setDepth = (id: number, level: number, depth: number) =>
    app.db
      .prepare('UPDATE contacts SET level = ?, depth = ?, heat_day = 20000 WHERE id = ?')
      .run(level, depth, id);

  test('looks at two hundred of many, and says so', async () => {
    for (let n = 0; n < 250; n++)
      setDepth(addContact(app.db, aContact({ name: `Person ${n}` })), 1, 20 + n / 100);
    const { view } = askOverview(app, {});
    const text = await textOf(view);
    expect(text).toMatch(/^Whom to ask for what today +200 people looked at\n/);
    expect(text).toMatch(/an answer to one question.* {2}Person 249, Person 248, Person 247 and 197 more/);
  });

  test('fits a screen, however many there are', async () => {
    for (let n = 0; n < 250; n++)
      setDepth(addContact(app.db, aContact({ name: `Person ${n}` })), 1 + (n % 5), 20 + n / 3);
    const { view } = askOverview(app, {});
    const text = await renderText(view, { width: 80, colour: false, boxes: false });
    expect(text.split('\n').length).toBeLessThan(60);
  });

  test('of three people is read at a glance', async () => {
    const people = [1, 3, 4].map((level, at) => {
      const id = addContact(app.db, aContact({ name: `Person ${at}`, company: 'Acme' }));
      setDepth(id, level, level * 20 + at);
      return id;
    });
    setGates(app.db, people[1]!, { goalToldOn: TODAY });
    const job = addAJob(people[0]!);
    for (const options of [{}, { job }]) {
      const { view } = askOverview(app, options);
      const text = await renderText(view, { width: 80, colour: false, boxes: false });
      expect(text.trimEnd().split('\n').length, text).toBeLessThanOrEqual(25);
      for (const { label } of Object.values(ASKS)) expect(JSON.stringify(view)).toContain(label);
    }
  });

  test('has room for a new face inside an open job, and for whoever offered', () => {
    for (let n = 0; n < 200; n++) setDepth(addContact(app.db, aContact({ name: `Person ${n}` })), 3, 60);
    const inside = addContact(app.db, aContact({ company: 'ACME, Inc.' }));
    const offers = addContact(app.db, aContact({ name: 'Lee Chen' }));
    addOffer(app.db, offers, 'leads', TODAY);
    addAJob(null);
    const { data } = askOverview(app, {}) as { data: { lookedAt: number; kinds: { people: object }[] } };
    expect(data.lookedAt).toBe(202);
    expect(JSON.stringify(data.kinds[6]!.people)).toContain(`"contactId":${inside},`);
    expect(JSON.stringify(data.kinds[3]!.people)).toContain('"name":"Lee Chen"');
  });

  test('judges against the job that is given, and names each kind by itself', async () => {
    const id = addContact(app.db, aContact({ company: 'Globex' }));
    setDepth(id, 5, 100);
    setGates(app.db, id, { goalToldOn: TODAY });
    const job = addAJob(null);
    const text = await textOf(askOverview(app, { for: 'referral', job }).view);
    expect(text).toContain(`about job #${job} Acme`);
    expect(text).toContain('almost  Ana Ruiz, advocate (100): ask Ana whom they know at Acme');
    expect(text).not.toContain(ASKS.reference.label);
  });
});

// ── the record ────────────────────────────────────────────────────────────────────────────────────

describe('one’s own yes', () => {
  test('is shown as counts, and only where there are enough', async () => {
    const rates = {
      ready: { asked: 20, yes: 15 },
      almost: { asked: 10, yes: 1 },
      'not-yet': { asked: 0, yes: 0 },
    };
    expect(yesRateLines(null)).toEqual([]);
    expect(await textOf(yesRateLines(rates))).toBe(
      'Your own yes so far: 15 of 20 when ready · 1 of 10 when almost\n',
    );
    expect(await textOf(yesRateLines(rates))).not.toContain('%');
  });

  test('an empty record says where to begin', async () => {
    expect(await textOf(askListView({ asks: [], hidden: 0, yesRates: null }, TODAY))).toBe(
      'No asks recorded yet.\nWhom to ask for what: jobsearch ask\n',
    );
  });
});

test('open asks: what wants something done comes first, and five are enough', async () => {
  const id = addContact(app.db, aContact());
  const waiting = {
    ...anAsk(id),
    id: 1,
    name: 'Ana Ruiz',
    outcome: null,
    outcomeOn: null,
    nudgedOn: null,
    days: 0,
  };
  const asks = (['resting', 'waiting', 'silence', 'nudge', 'waiting', 'waiting'] as const).map(
    (wait, at) => ({
      ...waiting,
      id: at + 1,
      wait,
      waitUntil: TODAY,
      nudgedOn: wait === 'resting' ? TODAY : null,
    }),
  );
  const text = await textOf(unansweredBlocks(asks, TODAY));
  expect([...text.matchAll(/^ +#(\d)/gm)].map(([, number]) => number)).toEqual(['4', '3', '2', '5', '6']);
  expect(text).toContain('1 more: jobsearch ask list');
});
