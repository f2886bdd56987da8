/** What undo and redo share: told first what would stay, then done or not. */
import type { Answer, App } from '../app';
import { Cancelled, UserError } from '../errors';
import type { Entry } from '../model';
import { countThings, thingsOf } from '../rules/changes';
import type { Db } from '../store/db';
import { describeChanges, findLast, getEntry } from '../store/history';
import { type Taken, takeBack } from '../store/undo';
import type { Left } from '../store/undo-plan';
import { type LeftThing, type TakenFacts, takenLines, takenView } from '../views/undo';
import { gap } from '../views/view';

interface Wanted {
  kind: 'undo' | 'redo';
  /** The command that is taken back, or that holds again. */
  command: Entry;
  /** Whose rows are turned round: the command's, or those of the undo. */
  entry: Entry;
}

export interface Sure {
  yes?: boolean;
  /** Each thing in the JSON, not the first of each group. */
  all?: boolean;
}

/** Things in a group of the JSON; an import has thousands. */
const MOST = 50;

export async function takeBackEntry(
  app: App,
  wanted: Wanted,
  { yes, all }: Sure,
): Promise<Answer<TakenFacts>> {
  const { db, ask, dryRun } = app;
  const source = { entry: wanted.entry.id, kind: wanted.kind, undoes: wanted.entry.id };
  const isLast = findLast(db, wanted.kind === 'undo' ? 'command' : 'undo')?.id === wanted.entry.id;
  const atOnce = (taken: Taken) =>
    taken.takenBack.length > 0 &&
    (dryRun || yes === true || (taken.left.length === 0 && (isLast || !ask.interactive)));
  let taken = takeBack(db, source, atOnce);
  if (!taken.done) {
    const facts = factsOf(app, wanted, taken);
    if (taken.takenBack.length === 0) throw new UserError(...nothingWords(facts));
    if (!ask.interactive) throw new UserError(...partWords(facts));
    await app.show([...takenView(facts, 'asked'), gap]);
    const message =
      wanted.kind === 'undo' ? `Take back #${wanted.command.id}?` : `Do #${wanted.command.id} again?`;
    if (
      !(await ask.confirm({
        message,
        default: facts.kept.length + facts.impossible.length === 0,
        flag: '--yes',
      }))
    )
      throw new Cancelled();
    const shown = JSON.stringify([taken.takenBack, taken.left]);
    taken = takeBack(db, source, (now) => JSON.stringify([now.takenBack, now.left]) === shown);
    if (!taken.done)
      throw new UserError(
        'Something else was changed meanwhile: nothing was done.',
        `jobsearch ${wanted.kind} ${wanted.command.id}`,
      );
  }
  const facts = factsOf(app, wanted, taken);
  return { data: all ? facts : shortened(facts), view: takenView(facts, dryRun ? 'rehearsed' : 'done') };
}

function factsOf({ db }: App, { kind, command }: Wanted, { takenBack, left }: Taken): TakenFacts {
  const things = left.map((one): LeftThing => leftThing(db, one));
  // A part stays for the reason that the whole stays for.
  const once = [...new Map(things.map((one) => [`${one.thing.table} ${one.thing.key}`, one])).values()];
  const taken = thingsOf(describeChanges(db, takenBack));
  const kept = once.filter(({ why }) => why === 'changed');
  const impossible = once.filter(({ why }) => why !== 'changed');
  const counted = (ones: LeftThing[]) => countThings(ones.map(({ thing }) => thing));
  return {
    ...{ kind, entry: command, takenBack: taken, kept, impossible },
    counts: { takenBack: countThings(taken), kept: counted(kept), impossible: counted(impossible) },
  };
}

function shortened(facts: TakenFacts): TakenFacts {
  const { takenBack, kept, impossible } = facts;
  return {
    ...facts,
    takenBack: takenBack.slice(0, MOST),
    kept: kept.slice(0, MOST),
    impossible: impossible.slice(0, MOST),
  };
}

function leftThing(db: Db, { change, why, columns, by, other }: Left): LeftThing {
  const [thing] = thingsOf(describeChanges(db, [change]));
  const otherChange = other && { ...other, before: null, after: other.row ?? {}, since: [] };
  return {
    ...{ why, columns },
    thing: thing!,
    by: by === null ? null : { id: by, typed: getEntry(db, by).typed },
    other: otherChange && (thingsOf(describeChanges(db, [otherChange]))[0] ?? null),
  };
}

const WORDS = {
  undo: { can: 'can be taken back', left: 'is left to take back', rest: 'takes back what can be' },
  redo: { can: 'can be done again', left: 'is left to do again', rest: 'does again what can be' },
};

function nothingWords(facts: TakenFacts): [string, string] {
  const { kind, entry } = facts;
  const lines = takenLines(facts);
  if (lines.length === 0)
    return [`Nothing of #${entry.id} ${WORDS[kind].left}: all is so already.`, 'jobsearch history'];
  return [
    [`Nothing of #${entry.id} ${WORDS[kind].can}.`, ...lines].join('\n'),
    `jobsearch history ${entry.id}`,
  ];
}

function partWords(facts: TakenFacts): [string, string] {
  const { kind, entry } = facts;
  const first = `Only a part of #${entry.id} ${WORDS[kind].can}, and nothing was changed.`;
  return [
    [first, ...takenLines(facts)].join('\n'),
    `jobsearch ${kind} ${entry.id} --yes ${WORDS[kind].rest}`,
  ];
}
