import { describe, expect, test } from 'vitest';
import { type Level, PARTS } from '../../src/model';
import { renderText } from '../../src/render/text';
import { addDays } from '../../src/rules/dates';
import type { Finding } from '../../src/rules/detectors';
import type { Tip } from '../../src/rules/moves';
import { aimsFor, balanceOf } from '../../src/rules/portfolio';
import type { Proposal } from '../../src/rules/proposals';
import { squaresOf } from '../../src/rules/week';
import { quadrantView, type ReviewFacts } from '../../src/views/quadrant';
import { A_DAY } from '../support/builders';
import { aReview, aWeighedTask } from '../support/review';

async function linesOf(given: Partial<ReviewFacts> = {}, boxes = false): Promise<string[]> {
  const view = quadrantView(aReview(given), { today: A_DAY, isNew: false });
  return (await renderText(view, { width: 80, colour: false, boxes })).split('\n');
}

/** Without what aligns or wraps it. */
async function textOf(given: Partial<ReviewFacts>): Promise<string> {
  return (await linesOf(given)).join(' ').replace(/\s+/g, ' ');
}

async function linesWith(word: string, given: Partial<ReviewFacts>): Promise<string[]> {
  return (await linesOf(given)).filter((line) => line.includes(word)).map((line) => line.trim());
}

const coffee: Tip = { kind: 'touch', day: '2026-11-18', touch: 'live', channel: 'coffee', answer: false };
const aMove = (contactId: number, before: Level, after: Level, by: Tip = coffee) => ({
  ...{ contactId, name: `Person ${contactId}`, before, after, by },
});
const tasks = (count: number, urgency: number, importance: number, firstId = 1) =>
  Array.from({ length: count }, (_, at) =>
    aWeighedTask({ id: firstId + at, title: `Task number ${at}`, urgency, importance }),
  );

describe('the screen', () => {
  test('of a typical week, for a pipe', async () => {
    const overdue = {
      ...{ id: 1, contactId: 3, name: 'Lee Chen', by: 'me' as const },
      ...{ what: 'the survey', dueOn: '2026-11-16' },
    };
    const week: Partial<ReviewFacts> = {
      squares: squaresOf([
        aWeighedTask({ id: 40, title: 'Send Priya the deck', minutes: 10, importance: 1, dueOn: A_DAY }),
        aWeighedTask({ id: 31, title: 'Say the pitch aloud', importance: 1 }),
      ]),
      hidden: { snoozed: 2, waiting: 1 },
      findings: [{ kind: 'collecting-cards', people: 14, followedUpInTime: 3 }],
      moved: [
        { ...aMove(1, 1, 2, { ...coffee, touch: 'in', answer: true }), name: 'Ana Ruiz' },
        aMove(2, 4, 3, { kind: 'promise', day: '2026-11-20', state: 'broken', what: 'the deck' }),
      ],
      promises: { kept: 4, late: 1, broken: 1, overdue: [overdue], ever: { kept: 5, closed: 6 } },
      neglectedParts: [
        { part: 'references', untouchedDays: null },
        { part: 'pitch', untouchedDays: 19 },
      ],
    };
    expect(await linesOf(week)).toEqual([
      'The week of 16–22 November                           active: 8 of 10 parts ready',
      '1 is urgent and important, 2 important, 3 urgent, 4 neither.',
      '',
      '1 DO NOW                                                              1 · 10 min',
      '  #40  Send Priya the deck  10 min · due today',
      '',
      '2 SCHEDULE                                                            1 · 25 min',
      '  #31  Say the pitch aloud  25 min',
      '',
      '3 KEEP SHORT',
      '  –  nothing',
      '',
      '4 DROP',
      '  –  nothing',
      'In no square: 2 snoozed, 1 waiting for somebody · jobsearch task list --all',
      '',
      'Where the time went                                            6 h 40 min in all',
      '                                 you   aim',
      '  follow up and deepen  ██      23 %  35 %',
      '  new people, events    ██████  60 %  15 %  most over',
      '  applications          █       11 %  25 %',
      '  preparation           █        6 %  20 %  most under',
      '  review and planning            0 %   5 %',
      '',
      'Networking too much, in the last 28 days',
      '  You met 14 people (a week or more ago) and followed up with 3 within a week.',
      '',
      '  moved up       Ana Ruiz, met → acquaintance (answered on 18 Nov)',
      '  moved down     Person 2, ally → conversational (you broke a promise on 20 Nov:',
      '                 the deck)',
      '  promises kept  5 of 6, 1 of them late',
      '  overdue        the survey (Lee Chen, 16 Nov)',
      '  neglected      references (never), elevator pitch (19 days)',
      '',
      'Three proposals for the week of Mon 23 Nov',
      '  WHEN Mon 23 Nov, 25 min:  THEN say the pitch aloud, three times (untouched for',
      '                            19 days)',
      '  WHEN Wed 25 Nov, 36 min:  THEN do one thing that matters and is not urgent,',
      '                            before anything else',
      '  WHEN Fri 27 Nov, 20 min:  THEN look back over the week: jobsearch quadrant',
      'Make them yours, in ten minutes: jobsearch quadrant --review',
      '',
    ]);
  });

  test('of the fullest week still fits 80 columns and 52 lines', async () => {
    const full = await linesOf(
      {
        squares: squaresOf([
          ...tasks(20, 1, 1),
          ...tasks(20, 0, 1, 100),
          ...tasks(20, 1, 0, 200),
          ...tasks(20, 0, 0, 300),
        ]),
        findings: [{ kind: 'no-purpose', contactDays: 9, withoutPurpose: 5 }],
        moved: Array.from({ length: 14 }, (_, at) =>
          aMove(at, 0, 1, { ...coffee, day: addDays(A_DAY, -at) }),
        ),
        neglectedParts: PARTS.map((part) => ({ part, untouchedDays: null })),
      },
      true,
    );
    expect(Math.max(...full.map((line) => line.length))).toBe(80);
    expect(full.length).toBeLessThanOrEqual(52);
  });

  test('of nothing names the next command', async () => {
    const view = quadrantView(aReview(), { today: A_DAY, isNew: true });
    const text = await renderText(view, { width: 80, colour: false, boxes: false });
    expect(text).toMatch(/^Nothing is written down yet/);
    expect(text).toContain('jobsearch today');
    expect(text).not.toContain('WHEN');
  });

  test('of a week that is over has no squares, and says where they are', async () => {
    const past = await linesOf({ weekFrom: '2026-11-09', weekTo: '2026-11-15', squares: null });
    expect(past[0]).toMatch(/^The week of 9–15 November /);
    expect(past.join('\n')).not.toContain('DO NOW');
    expect(past.at(-2)).toBe("Today's squares: jobsearch quadrant");
  });
});

describe('the title', () => {
  test.each([
    ['2026-11-16', '2026-11-22', 'The week of 16–22 November'],
    ['2026-11-30', '2026-12-06', 'The week of 30 November – 6 December'],
    ['2025-12-29', '2026-01-04', 'The week of 29 December – 4 January'],
    ['2025-11-10', '2025-11-16', 'The week of 10–16 November 2025'],
    ['2026-11-22', '2026-11-22', 'The week of 22 November, its first day'],
    ['2026-11-16', '2026-11-20', 'The week of 16–20 November, so far'],
  ])('%s to %s', async (weekFrom, weekTo, title) => {
    expect((await linesOf({ weekFrom, weekTo }))[0]!.split(/ {3,}/)[0]).toBe(title);
  });

  test.each<[Pick<ReviewFacts, 'phase' | 'phaseReason'>, string]>([
    [
      { phase: 'interviewing', phaseReason: { kind: 'interview', on: '2026-11-26' } },
      'interviewing: interview on Thursday',
    ],
    [
      { phase: 'launch', phaseReason: { kind: 'new-search', startedOn: '2026-11-13' } },
      'launch: the search began 9 days ago',
    ],
    [
      { phase: 'launch', phaseReason: { kind: 'new-search', startedOn: '2026-12-01' } },
      'before the search began',
    ],
    [
      { phase: 'launch', phaseReason: { kind: 'preparation', ready: 1, parts: 10 } },
      'launch: 1 of 10 parts ready',
    ],
  ])('says why: %j', async (facts, words) => {
    expect((await linesOf(facts))[0]!.endsWith(` ${words}`)).toBe(true);
  });
});

describe('a square', () => {
  test('of seven shows them all, of eight six', async () => {
    expect(await linesWith('Task number', { squares: squaresOf(tasks(7, 1, 1)) })).toHaveLength(7);
    const eight = { squares: squaresOf(tasks(8, 1, 1)) };
    expect(await linesWith('Task number', eight)).toHaveLength(6);
    expect(await linesWith('task list', eight)).toEqual(['and 2 more: jobsearch task list']);
    expect(await linesWith('DO NOW', eight)).toEqual([expect.stringContaining('8 · 3 h 20 min')]);
  });

  test.each([
    { why: 'overdue', given: { dueOn: '2026-11-20' }, line: '#7  Call  25 min · was due last Friday' },
    { why: 'today', given: { dueOn: A_DAY }, line: '#7  Call  25 min · due today' },
    { why: 'a day to come', given: { dueOn: '2026-11-23' }, line: '#7  Call  25 min · due tomorrow' },
    { why: 'for whom', given: { contactName: 'Ana Ruiz' }, line: '#7  Call  25 min · Ana Ruiz' },
    {
      why: 'a name that the title has',
      given: { title: 'Call ana', contactName: 'Ana Ruiz' },
      line: '#7  Call ana  25 min',
    },
    {
      why: 'a long title is there as a whole',
      given: { title: 'Tailor the résumé for the platform role', dueOn: A_DAY },
      line: '#7  Tailor the résumé for the platform role  25 min · due today',
    },
  ])('$why', async ({ given, line }) => {
    const task = aWeighedTask({ id: 7, title: 'Call', urgency: 1, ...given });
    expect(await linesWith('#7', { squares: squaresOf([task]) })).toEqual([line]);
  });
});

describe('where the time went', () => {
  test('nothing logged: said plainly, without bars', async () => {
    const zero = { deepen: 0, meet: 0, apply: 0, prepare: 0, review: 0 };
    const lines = await linesOf({ minutes: zero, balance: balanceOf(zero, aimsFor('active')) });
    expect(lines).toContain('No time was logged in these days.');
    expect(lines.join('\n')).not.toMatch(/aim|most (over|under)/);
  });

  test('a bucket less than five points off is not named', async () => {
    const near = { deepen: 34, meet: 16, apply: 25, prepare: 20, review: 5 };
    expect(await linesWith('most', { balance: balanceOf(near, aimsFor('active')) })).toEqual([]);
  });
});

describe('networking too much', () => {
  test.each<[Finding, string]>([
    [
      { kind: 'collecting-cards', people: 4, followedUpInTime: 0 },
      'You met 4 people (a week or more ago) and followed up with nobody within a week.',
    ],
    [
      { kind: 'easy-side', easy: 9, hard: 0 },
      'Events, new people, favours: 9. Follow-ups, real talks, promises kept: 0.',
    ],
    [
      { kind: 'crowding-out', total: 300, networking: 240, apply: 20, prepare: 15 },
      'Networking took 4 h of 5 h, applications and preparation 35 min.',
    ],
    [
      { kind: 'no-purpose', contactDays: 9, withoutPurpose: 5 },
      '5 of 9 times in touch were with people who have no purpose yet.',
    ],
  ])('%j', async (finding, words) => {
    expect(await textOf({ findings: [finding] })).toContain(`in the last 28 days ${words}`);
  });

  test('nothing found, nothing said', async () => {
    expect(await linesWith('Networking', {})).toEqual([]);
  });
});

describe('who moved', () => {
  const day = '2026-11-18';
  test.each<[Tip, string]>([
    [coffee, 'coffee on 18 Nov'],
    [{ ...coffee, touch: 'group', channel: 'event' }, 'event on 18 Nov'],
    [{ ...coffee, channel: null }, 'talk on 18 Nov'],
    [{ ...coffee, touch: 'in', channel: 'email', answer: true }, 'answered on 18 Nov'],
    [{ ...coffee, touch: 'in', channel: 'email' }, 'wrote on 18 Nov'],
    [{ ...coffee, touch: 'out', channel: 'email' }, 'you wrote on 18 Nov'],
    [{ kind: 'act', day, by: 'them', act: 'introduction' }, 'introduction on 18 Nov'],
    [{ kind: 'act', day, by: 'me', act: 'favour' }, 'your favour on 18 Nov'],
    [{ kind: 'promise', day, state: 'kept', what: 'the deck' }, 'you kept a promise on 18 Nov: the deck'],
    [{ kind: 'promise', day, state: 'late', what: 'it' }, 'you kept a promise late on 18 Nov: it'],
  ])('%j', async (tip, words) => {
    expect(await textOf({ moved: [aMove(1, 2, 3, tip)] })).toContain(
      `moved up Person 1, acquaintance → conversational (${words})`,
    );
  });

  test('people who moved alike share a row, and a crowd is counted', async () => {
    const crowd = Array.from({ length: 6 }, (_, at) => aMove(at + 1, 0, 1));
    expect(await textOf({ moved: crowd })).toContain(
      'moved up Person 1, Person 2, Person 3, Person 4 and 2 more, listed → met (coffee on 18 Nov)',
    );
  });

  test('at most five rows', async () => {
    const moved = (count: number) =>
      Array.from({ length: count }, (_, at) => aMove(at, 1, 2, { ...coffee, day: addDays(A_DAY, -at) }));
    expect(await linesWith('→', { moved: moved(5) })).toHaveLength(5);
    expect(await linesWith('→', { moved: moved(7) })).toHaveLength(4);
    expect(await linesWith('and 3 more', { moved: moved(7) })).toHaveLength(1);
  });

  test('promises are counted only when some were closed', async () => {
    expect(await linesWith('promises', {})).toEqual([]);
    const promises = { kept: 0, late: 0, broken: 1, overdue: [], ever: { kept: 0, closed: 1 } };
    expect(await linesWith('promises', { promises })).toEqual(['promises kept  0 of 1']);
  });

  test('of the neglected parts four are named', async () => {
    const neglectedParts = PARTS.slice(0, 5).map((part) => ({ part, untouchedDays: 1 }));
    expect(await textOf({ neglectedParts })).toContain('target list (1 day) and 1 more');
  });
});

describe('the proposals', () => {
  test.each<[Partial<Proposal> & Pick<Proposal, 'kind'>, string]>([
    [
      { kind: 'serve-bucket', bucket: 'prepare', share: 0.05, aim: 0.4 },
      'take up the least ready part of jobsearch prep (preparation got 5 %, aim 40 %)',
    ],
    [
      { kind: 'touch-part', part: 'references', untouchedDays: null },
      'ask one person to be a reference (never touched)',
    ],
    [
      {
        kind: 'follow-up',
        people: ['Ana', 'Lee', 'Kim'].map((name, contactId) => ({ contactId, name, metOn: A_DAY })),
      },
      'write two lines to Ana, Lee and Kim (met, and nothing since)',
    ],
    [
      {
        kind: 'keep-promises',
        promises: [{ promiseId: 1, name: 'Priya', what: 'the deck', dueOn: A_DAY }],
      },
      'do what you promised: the deck (Priya)',
    ],
    [
      { kind: 'name-purposes' },
      'say what your contacts are for: jobsearch contact edit <name> --purpose "…"',
    ],
    [
      { kind: 'do-a-hard-thing', easy: 9, hard: 2 },
      'ask one person you know for 20 minutes (2 hard things in four weeks, 9 easy ones)',
    ],
    [{ kind: 'deepen-tie', step: 'ask Ana one small thing' }, 'ask Ana one small thing'],
    [
      { kind: 'keep-block', task: { taskId: 31, title: 'Say the pitch aloud' } },
      'do #31 Say the pitch aloud, before anything urgent',
    ],
    [{ kind: 'practise', part: 'pitch' }, 'say the pitch aloud, three times'],
    [{ kind: 'review' }, 'look back over the week: jobsearch quadrant'],
  ])('%j', async (idea, words) => {
    const proposal = { ...idea, minutes: 25, on: '2026-11-23' } as Proposal;
    expect(await textOf({ proposals: [proposal] })).toContain(
      `WHEN Mon 23 Nov, 25 min: THEN ${words} Make them`,
    );
  });
});
