import { expect, test } from 'vitest';
import type { AskMade, Introduction, LoggedAct, OpenPromise } from '../../src/model';
import { type BringUpFacts, topicsOf } from '../../src/rules/bring-up';

const TODAY = '2026-11-22';
const ANA = 1;

const nothing: BringUpFacts<OpenPromise> = {
  ...{ id: ANA, level: 1, promises: [], introductions: [], asks: [], acts: [], offers: [] },
  ...{ goalToldOn: null, lastWordOn: null },
};

function aPromise(by: OpenPromise['by']): OpenPromise {
  return { id: 1, contactId: ANA, name: 'Ana Ruiz', by, what: 'the deck', dueOn: null };
}

function aLoop(given: Partial<Introduction> = {}): Introduction {
  return {
    ...{ actId: 1, contactId: ANA, name: 'Ana Ruiz', day: '2026-11-01', what: null, introduced: 2 },
    ...{ introducedName: 'Maria', thankedOn: null, metOn: null, toldOn: null },
    ...given,
  };
}

function anAct(given: Partial<LoggedAct> = {}): LoggedAct {
  return { id: 1, day: '2026-11-10', by: 'them', kind: 'advice', asked: true, what: null, ...given };
}

const ask = { id: 1 } as AskMade;

test.each<[string, Partial<BringUpFacts<OpenPromise>>, string[]]>([
  ['nothing between us', {}, []],
  [
    'what is open comes in the order of what I can do about it',
    {
      promises: [aPromise('them'), aPromise('me')],
      introductions: [aLoop({ metOn: '2026-11-09' })],
      asks: [ask],
      offers: ['referral'],
    },
    ['my-promise', 'tell-introducer', 'their-promise', 'open-ask', 'offer'],
  ],
  ['an introduction not thanked for', { introductions: [aLoop()] }, ['thank-introducer']],
  ['thanked: the next move is with somebody else', { introductions: [aLoop({ thankedOn: TODAY })] }, []],
  ['an introduction to them is not theirs to hear of', { introductions: [aLoop({ contactId: 2 })] }, []],
  ['closed', { introductions: [aLoop({ toldOn: TODAY })] }, []],
  ['no word since they did something', { acts: [anAct()], lastWordOn: '2026-11-09' }, ['thank']],
  ['a word on the same day', { acts: [anAct()], lastWordOn: '2026-11-10' }, []],
  ['what I did is not thanked for', { acts: [anAct({ by: 'me' })] }, []],
  ['an introduction has its own loop', { acts: [anAct({ kind: 'introduction' })] }, []],
  ['my aims, once there is a tie', { level: 2 }, ['goal']],
  ['told 180 days ago', { level: 2, goalToldOn: '2026-05-26' }, []],
  ['told 181 days ago', { level: 2, goalToldOn: '2026-05-25' }, ['goal']],
])('%s', (_, facts, kinds) => {
  expect(topicsOf({ ...nothing, ...facts }, TODAY).map(({ kind }) => kind)).toEqual(kinds);
});
