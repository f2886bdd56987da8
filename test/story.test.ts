/** One person from listed to advocate in ten weeks, through the commands alone. */
import { expect, test } from 'vitest';
import { ASK_KINDS, type AskKind, type Counters, type Flag, type LevelName } from '../src/model';
import type { MissingReason } from '../src/rules/ask-reasons';
import { aWorld, type TestWorld } from './support/world';

interface Turn {
  on: string;
  does: string[];
  level: LevelName;
  flags: Flag[];
  /** The action of the next step. */
  next: string;
  /** The ready ask with the most at stake. */
  ready: AskKind | null;
  /** The verdict of two or more asks, with what is missing. */
  asks: Partial<Record<AskKind, string>>;
  /** Said by the screen of the referral. */
  says?: string;
  /** Said by the screen of the day. */
  today?: string;
  /** She is on the list of shallow ties. */
  shallow: boolean;
}

const TURNS: Turn[] = [
  {
    on: '2026-09-07',
    does: [
      'job add Gridmoor --title "Platform engineer"',
      'contact add "Ana Ruiz" --company Gridmoor --purpose "learn how her team hires"',
    ],
    level: 'listed',
    flags: [],
    next: 'say-hello',
    ready: null,
    asks: {
      reply: 'almost · inboundDays 0/1',
      talk: 'not-yet · inboundDays 0/1 · exchangeDays 0/1 · meetingDays 0/2',
      referral: 'not-yet · goal-told · inboundDays 0/1 · exchangeDays 0/1 · meetingDays 0/2',
    },
    shallow: false,
  },
  {
    on: '2026-09-10',
    does: ['log ana --channel event --about "platform breakfast" --yes'],
    level: 'met',
    flags: [],
    next: 'follow-up',
    ready: 'advice',
    asks: { advice: 'ready', talk: 'almost · exchangeDays 0/1 · meetingDays 1/2' },
    today: 'next: send Ana a two-line note on where you met',
    shallow: false,
  },
  {
    on: '2026-09-14',
    does: [],
    level: 'met',
    flags: ['never-followed-up'],
    next: 'follow-up',
    ready: 'advice',
    asks: {
      talk: 'almost · exchangeDays 0/1 · meetingDays 1/2',
      'peer-intro': 'not-yet · goal-told · exchangeDays 0/1 · meetingDays 1/2 · substantiveDays 0/1',
    },
    today: 'never followed up: met 4 days ago (10 Sep), nothing since',
    shallow: true,
  },
  {
    on: '2026-09-14',
    does: ['log ana --channel email --sent --about "what she said on paved roads" --yes'],
    level: 'met',
    flags: ['awaiting-reply'],
    next: 'wait',
    ready: 'advice',
    asks: { advice: 'ready', talk: 'almost · exchangeDays 0/1 · meetingDays 1/2' },
    shallow: false,
  },
  {
    on: '2026-09-17',
    does: ['log ana --channel email --received --about "her answer" --yes'],
    level: 'acquaintance',
    flags: [],
    next: 'ask-for-a-talk',
    ready: 'talk',
    asks: {
      talk: 'ready',
      'peer-intro': 'almost · goal-told · exchangeDays 1/3 · substantiveDays 0/1 · spanDays 0/14',
      referral: 'not-yet · goal-told · exchangeDays 1/3 · substantiveDays 0/1 · spanDays 0/14',
    },
    shallow: false,
  },
  {
    on: '2026-09-25',
    does: ['log ana --channel message --direction both --no-substantive --about "the weather" --yes'],
    level: 'acquaintance',
    flags: ['shallow-though-busy'],
    next: 'ask-for-a-talk',
    ready: 'talk',
    asks: {
      'peer-intro': 'almost · goal-told · exchangeDays 2/3 · substantiveDays 0/1 · spanDays 8/14',
      referral: 'not-yet · goal-told · exchangeDays 2/3 · substantiveDays 0/1 · spanDays 8/14',
    },
    today: '4 days in touch in 90 days, still acquaintance',
    shallow: true,
  },
  {
    on: '2026-09-28',
    does: [
      'log ana --channel message --sent --about "twenty minutes on how her team hires?" --yes',
      'ask ana --for talk --record',
    ],
    level: 'acquaintance',
    flags: ['shallow-though-busy', 'awaiting-reply'],
    next: 'ask-for-a-talk',
    ready: 'advice',
    asks: {
      advice: 'ready',
      'peer-intro': 'almost · goal-told · exchangeDays 2/3 · substantiveDays 0/1 · spanDays 8/14 · open 1',
    },
    shallow: true,
  },
  {
    on: '2026-09-30',
    does: ['log ana --channel coffee --minutes 45 --about "how her team hires" --answer yes --yes'],
    level: 'acquaintance',
    flags: ['shallow-though-busy'],
    next: 'suggest-second-talk',
    ready: 'talk',
    asks: {
      'peer-intro': 'almost · goal-told',
      referral: 'almost · goal-told · spanDays 13/14 · acts 0/1 · given 0/1',
    },
    shallow: true,
  },
  {
    on: '2026-10-06',
    does: ['log ana --channel call --minutes 25 --about "their roadmap" --yes'],
    level: 'conversational',
    flags: [],
    next: 'small-ask',
    ready: 'talk',
    asks: {
      'peer-intro': 'almost · goal-told',
      referral: 'almost · goal-told · acts 0/1 · given 0/1',
    },
    shallow: false,
  },
  {
    on: '2026-10-13',
    does: ['log ana --channel message --direction both --no-substantive --about "a conference" --yes'],
    level: 'conversational',
    flags: ['stuck'],
    next: 'small-ask',
    ready: 'talk',
    asks: {
      referral: 'almost · goal-told · acts 0/1 · given 0/1',
      vouching:
        'not-yet · seen-work · goal-told · manager-tie null/3 · acts 0/1 · given 0/1 · actsUnasked 0/1',
    },
    today: '8 days in touch in 180 days, and nothing they did for you yet',
    shallow: true,
  },
  {
    on: '2026-10-15',
    does: [
      'log ana --channel message --sent --about "would she read my CV?" --yes',
      'ask ana --for advice --record --what "on my CV"',
    ],
    level: 'conversational',
    flags: ['stuck', 'awaiting-reply'],
    next: 'small-ask',
    ready: 'talk',
    asks: {
      'peer-intro': 'almost · goal-told',
      referral: 'not-yet · goal-told · acts 0/1 · given 0/1 · actsUnasked 0/1 · open 1',
    },
    shallow: true,
  },
  {
    on: '2026-10-19',
    does: [
      'log ana --channel call --minutes 20 --got "advice on my CV" --answer yes --promised "the deck" --by 2026-10-23 --yes',
    ],
    level: 'conversational',
    flags: [],
    next: 'keep-promise',
    ready: 'talk',
    asks: { 'peer-intro': 'almost · goal-told', referral: 'almost · goal-told · given 0/1' },
    today: 'promised to Ana Ruiz, due on Friday',
    shallow: false,
  },
  {
    on: '2026-10-22',
    does: ['promise kept 1'],
    level: 'ally',
    flags: [],
    next: 'share-targets',
    ready: 'talk',
    asks: { 'peer-intro': 'almost · goal-told', referral: 'almost · goal-told' },
    shallow: false,
  },
  {
    on: '2026-10-26',
    does: ['contact edit ana --goal-told', 'promise add ana "notes on the meetup" --by 2026-10-26'],
    level: 'ally',
    flags: [],
    next: 'keep-promise',
    ready: 'referral',
    asks: {
      referral: 'ready',
      vouching: 'not-yet · seen-work · manager-tie null/3 · actsUnasked 0/1 · actScore 1/4',
    },
    today: 'promised to Ana Ruiz, due today',
    shallow: false,
  },
  {
    on: '2026-11-03',
    does: [],
    level: 'ally',
    flags: ['overdue-promise'],
    next: 'keep-promise',
    ready: 'peer-intro',
    asks: {
      'peer-intro': 'ready',
      referral: 'almost · keep notes on the meetup',
      vouching:
        'not-yet · seen-work · manager-tie null/3 · keep notes on the meetup · actsUnasked 0/1 · actScore 1/4',
    },
    says: 'keep what you promised: notes on the meetup',
    shallow: true,
  },
  {
    on: '2026-11-03',
    does: ['promise broken 2'],
    level: 'conversational',
    flags: [],
    next: 'small-promise',
    ready: 'peer-intro',
    asks: {
      'peer-intro': 'ready',
      referral: 'almost · kept 1 broken 1',
      vouching: 'not-yet · seen-work · manager-tie null/3 · kept 1 broken 1 · actsUnasked 0/1 · actScore 1/4',
    },
    says: 'make Ana one small promise and keep it: you kept 1 of 2 promises (needs 4 of 5)',
    shallow: false,
  },
  {
    on: '2026-11-05',
    does: ['promise add ana "a test of her guide" --by 2026-11-06', 'promise kept 3'],
    level: 'conversational',
    flags: [],
    next: 'small-promise',
    ready: 'peer-intro',
    asks: { 'peer-intro': 'ready', referral: 'almost · kept 2 broken 1' },
    says: 'you kept 2 of 3 promises (needs 4 of 5)',
    shallow: false,
  },
  {
    on: '2026-11-10',
    does: [
      'promise add ana "two names" --by 2026-11-12',
      'promise kept 4',
      'promise add ana "an answer" --by 2026-11-12',
      'log ana --channel email --sent --about "the answer" --yes',
      'promise kept 5',
    ],
    level: 'ally',
    flags: ['awaiting-reply'],
    next: 'wait',
    ready: 'referral',
    asks: {
      referral: 'ready',
      vouching: 'not-yet · seen-work · manager-tie null/3 · actsUnasked 0/1 · actScore 1/4',
    },
    shallow: false,
  },
  {
    on: '2026-11-12',
    does: [
      'log ana --channel call --minutes 20 --got "introduction to Maria Lopez" --unasked --whom "Maria Lopez" --add --yes',
    ],
    level: 'ally',
    flags: [],
    next: 'thank-introducer',
    ready: 'referral',
    asks: { referral: 'ready', vouching: 'not-yet · seen-work · manager-tie null/3' },
    today: 'Thank Ana Ruiz for the introduction to Maria Lopez',
    shallow: false,
  },
  {
    on: '2026-11-13',
    does: ['act loop 2 --thanked', 'log maria --channel call --minutes 30 --yes'],
    level: 'ally',
    flags: [],
    next: 'tell-introducer',
    ready: 'referral',
    asks: { referral: 'ready', vouching: 'not-yet · seen-work · manager-tie null/3' },
    today: 'Tell Ana Ruiz how the introduction to Maria Lopez went',
    shallow: false,
  },
  {
    on: '2026-11-16',
    does: ['act loop 2 --told', 'act add ana "a lead at Vantmere"'],
    level: 'advocate',
    flags: [],
    next: 'offer-help',
    ready: 'referral',
    asks: { referral: 'ready', vouching: 'not-yet · seen-work · manager-tie null/3' },
    shallow: false,
  },
  {
    on: '2026-11-16',
    does: ['contact edit ana --seen-work', 'job edit 1 --manager maria'],
    level: 'advocate',
    flags: [],
    next: 'offer-help',
    ready: 'reference',
    asks: { reference: 'ready', vouching: 'almost · manager-tie null/3' },
    shallow: false,
  },
  {
    on: '2026-11-16',
    does: ['contact knows ana maria --how 4'],
    level: 'advocate',
    flags: [],
    next: 'offer-help',
    ready: 'vouching',
    asks: { referral: 'ready', vouching: 'ready' },
    shallow: false,
  },
];

test('ten weeks with Ana', async () => {
  const world = aWorld({ width: 1_000 });
  for (const turn of TURNS) {
    for (const command of turn.does) await done(world, wordsOf(command), turn.on);
    expect(await stateOf(world, turn), `${turn.on}: ${turn.does.at(-1)}`).toEqual(turn);
    await expectOnlyTrueCounts(world, turn.on);
  }
});

/** Words, some of them in quotes, as a shell would split them. */
function wordsOf(command: string): string[] {
  return [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!);
}

async function done(world: TestWorld, argv: string[], on: string): Promise<string> {
  const { stdout, stderr, exitCode } = await world.runJobsearch(argv, { now: `${on}T09:00` });
  expect([argv, stderr, exitCode]).toEqual([argv, '', 0]);
  return stdout;
}

const factsOf = async (world: TestWorld, argv: string[], on: string) =>
  JSON.parse(await done(world, [...argv, '--json'], on));

/** What the program says of her, in the shape of the turn. */
async function stateOf(world: TestWorld, { on, does, asks, today, says }: Turn): Promise<Turn> {
  const shown = await factsOf(world, ['contact', 'show', 'ana'], on);
  const { ladder, readyNow } = await factsOf(world, ['ask', 'ana'], on);
  const said: Turn['asks'] = {};
  for (const kind of Object.keys(asks) as AskKind[]) {
    const one = await factsOf(world, ['ask', 'ana', '--for', kind, '--job', '1'], on);
    expect(ladder.find((rung: { kind: AskKind }) => rung.kind === kind)).toMatchObject({
      verdict: one.verdict,
      missing: one.missing,
    });
    said[kind] = [one.verdict, ...one.missing.map(reasonOf)].join(' · ');
  }
  const flagged = await factsOf(world, ['shallow'], on);
  return {
    on,
    does,
    level: shown.levelName,
    flags: shown.flags,
    next: shown.nextStep.action,
    ready: readyNow?.kind ?? null,
    asks: said,
    ...(says && { says: found(says, await done(world, ['ask', 'ana', '--for', 'referral'], on)) }),
    ...(today && { today: found(today, await done(world, ['today'], on)) }),
    shallow: flagged.people.some(({ name }: { name: string }) => name === 'Ana Ruiz'),
  };
}

/** The words that are looked for, or all that was said in their place. */
function found(words: string, screen: string): string {
  return screen.replace(/\s+/g, ' ').includes(words) ? words : screen;
}

function reasonOf(reason: MissingReason): string {
  switch (reason.kind) {
    case 'evidence':
      return `${reason.what} ${reason.have}/${reason.need}`;
    case 'reliability':
      return `kept ${reason.promisesKept} broken ${reason.promisesBroken}`;
    case 'overdue-promise':
      return `keep ${reason.what}`;
    case 'open-asks':
      return `open ${reason.count}`;
    case 'manager-tie':
      return `manager-tie ${reason.have}/${reason.need}`;
    default:
      return reason.kind;
  }
}

// ── what the verdicts say ─────────────────────────────────────────────────────────────────────────

type Known = Counters & { open: number };

const acts = (known: Known) => known.actsAsked + known.actsUnasked;
const kept = (known: Known) => known.promisesKept + known.promisesLate;

/** How a count is put in words, beside what it has to be; no words for a count is a count of none. */
const CLAIMS: [RegExp, (known: Known) => number[]][] = [
  [/nothing from them yet()/g, (known) => [known.inboundDays]],
  [/no two-way day yet()/g, (known) => [known.exchangeDays]],
  [/(\d+) of \d+ two-way days/g, (known) => [known.exchangeDays]],
  [/(\d+) of \d+ days met or in touch both ways/g, (known) => [known.meetingDays]],
  [/no substantive talk yet()/g, (known) => [known.substantiveDays]],
  [/(\d+) of \d+ days between first and last talk/g, (known) => [known.spanDays]],
  [/nothing they did for you yet()/g, (known) => [acts(known)]],
  [/nothing you did for them yet()/g, (known) => [known.given]],
  [/nothing they did for you unasked yet()/g, (known) => [known.actsUnasked]],
  [/what they did for you counts (\d+) of \d+/g, (known) => [known.actsAsked + 2 * known.actsUnasked]],
  [/you kept (\d+) of (\d+)/g, (known) => [kept(known), kept(known) + known.promisesBroken]],
  [/(\d+) open asks?/g, (known) => [known.open]],
];

/** What is wanted, and how well she knows somebody: no counts of what happened. */
const NO_CLAIM = /needs 4 of 5|knows Maria Lopez 4 of 5/g;

/** Every count in the text of every verdict is one of hers, and there is no count besides those. */
async function expectOnlyTrueCounts(world: TestWorld, on: string): Promise<void> {
  const shown = await factsOf(world, ['contact', 'show', 'ana'], on);
  const open = shown.asks.filter(({ outcome }: { outcome: string | null }) => outcome === null).length;
  const screens = [['ask', 'ana'], ...ASK_KINDS.map((kind) => ['ask', 'ana', '--for', kind, '--job', '1'])];
  for (const argv of screens) {
    // Prose is wrapped however wide the screen is.
    const text = (await done(world, argv, on)).replace(/\s+/g, ' ');
    let rest = text.replaceAll(NO_CLAIM, '');
    for (const [words, counts] of CLAIMS) {
      for (const [claim, ...said] of text.matchAll(words)) {
        expect([on, argv, claim, said.map(Number)]).toEqual([on, argv, claim, counts({ ...shown, open })]);
      }
      rest = rest.replaceAll(words, '');
    }
    expect([on, argv, rest.match(/\d+ of \d+.*/g)]).toEqual([on, argv, null]);
  }
}
