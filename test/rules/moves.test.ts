import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DatedEvidence, LoggedAct, LoggedPromise } from '../../src/model';
import { moveOf } from '../../src/rules/moves';
import { deriveTie } from '../../src/rules/tie';
import { daysAgo, someEvidence, touchesOf } from '../support/evidence';

const week = { from: daysAgo(6), to: daysAgo(0) };

function evidence(touches: string, rest: Partial<DatedEvidence> = {}): DatedEvidence {
  return { touches: touchesOf(touches), acts: [], promises: [], closeness: 0, ...rest };
}

function anAct(day: number, given: Partial<LoggedAct> = {}): LoggedAct {
  return { id: 1, day: daysAgo(-day), by: 'them', kind: 'introduction', asked: true, what: null, ...given };
}

function closed(day: number, state: LoggedPromise['state'], id = 1): LoggedPromise {
  const closedOn = state === 'open' ? null : daysAgo(-day);
  return { id, by: 'me', what: 'the deck', madeOn: daysAgo(90), dueOn: null, state, closedOn };
}

/** Three two-way days, one of them substantive, over more than two weeks. */
const CONVERSATIONAL = '-40:live* -30:live -20:live';

describe('moveOf', () => {
  test.each([
    { why: 'nothing happened', of: evidence('-10:group') },
    { why: 'what happened moved nobody', of: evidence('-10:live -3:out') },
    { why: 'it moved before the week', of: evidence('-20:group -8:live') },
    { why: 'it will move after the week', of: evidence('-20:group 1:live') },
    {
      why: 'an open promise proves nothing',
      of: evidence(CONVERSATIONAL, { promises: [closed(-2, 'open')] }),
    },
  ])('no move: $why', ({ of }) => {
    expect(moveOf(of, week, [])).toBeUndefined();
  });

  test.each([
    {
      why: 'an answer to what I wrote',
      of: evidence('-20:group -8:out -4:in'),
      move: { before: 1, after: 2, by: { kind: 'touch', day: daysAgo(4), touch: 'in', answer: true } },
    },
    {
      why: 'a first word that nobody asked for',
      of: evidence('-4:in'),
      move: { before: 0, after: 1, by: { kind: 'touch', touch: 'in', answer: false } },
    },
    {
      why: 'my answer to theirs',
      of: evidence('-20:group -8:in -4:out'),
      move: { before: 1, after: 2, by: { kind: 'touch', day: daysAgo(4), touch: 'out' } },
    },
    {
      why: 'letters both ways on one day: theirs',
      of: evidence('-20:group -4:in -4:out'),
      move: { before: 1, after: 2, by: { kind: 'touch', touch: 'in', answer: true } },
    },
    {
      why: 'a talk',
      of: evidence('-20:group -4:live'),
      move: { before: 1, after: 2, by: { kind: 'touch', day: daysAgo(4), touch: 'live', channel: 'coffee' } },
    },
    {
      why: 'the last of several talks',
      of: evidence('-40:live* -20:live -5:live -3:live -1:live'),
      move: { before: 2, after: 3, by: { day: daysAgo(5) } },
    },
    {
      why: 'an act',
      of: evidence(CONVERSATIONAL, { acts: [anAct(-60, { by: 'me' }), anAct(-2)] }),
      move: { before: 3, after: 4, by: { kind: 'act', day: daysAgo(2), by: 'them', act: 'introduction' } },
    },
    {
      why: 'a promise kept',
      of: evidence(CONVERSATIONAL, { acts: [anAct(-60)], promises: [closed(-1, 'kept')] }),
      move: { before: 3, after: 4, by: { kind: 'promise', state: 'kept', what: 'the deck' } },
    },
    {
      why: 'a promise broken',
      of: evidence(CONVERSATIONAL, {
        acts: [anAct(-60), anAct(-50, { by: 'me' })],
        promises: [closed(-1, 'broken')],
      }),
      move: { before: 4, after: 3, by: { kind: 'promise', state: 'broken', day: daysAgo(1) } },
    },
    {
      why: 'a rise with a fall on the way is named by what raised it',
      of: evidence('-40:live* -20:live -5:live', {
        acts: [anAct(-5), anAct(-5, { by: 'me' })],
        promises: [closed(-1, 'broken')],
      }),
      move: { before: 2, after: 3, by: { kind: 'touch', day: daysAgo(5) } },
    },
  ])('$why', ({ of, move }) => {
    const channels = [{ day: daysAgo(4), kind: 'live', channel: 'coffee' }] as const;
    expect(moveOf(of, week, [...channels])).toMatchObject(move);
  });

  test('the self-rated closeness is no news', () => {
    expect(moveOf(evidence('-2:in', { closeness: 3 }), week, [])).toBeUndefined();
  });

  test('the move leads from the level before the week to the level of all that is known at its end', () => {
    const dated = someEvidence.map(
      ({ touches, acts, promises, closeness }): DatedEvidence => ({
        touches,
        acts: acts.map((act, id) => ({ ...act, id, what: null })),
        promises: promises.map((promise, id) => ({
          ...promise,
          id,
          what: 'the deck',
          madeOn: daysAgo(300),
          closedOn: promise.state === 'open' ? null : (promise.dueOn ?? daysAgo(3)),
        })),
        closeness,
      }),
    );
    const wide = { from: daysAgo(30), to: daysAgo(0) };
    let moved = 0;
    fc.assert(
      fc.property(dated, (all) => {
        const before = deriveTie({
          ...all,
          touches: all.touches.filter(({ day }) => day < wide.from),
          acts: all.acts.filter(({ day }) => day < wide.from),
          promises: all.promises.filter(({ closedOn }) => closedOn !== null && closedOn < wide.from),
        }).level;
        const after = deriveTie(all).level;
        const move = moveOf(all, wide, []);
        if (before === after) expect(move).toBeUndefined();
        else {
          moved++;
          expect(move).toMatchObject({ before, after });
          expect(move!.by.day >= wide.from && move!.by.day <= wide.to).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
    expect(moved).toBeGreaterThan(20);
  });
});
