/** What undo and redo share: told first what would stay, then done or not. */
import type { Answer, App } from '../app';
import { Cancelled, UserError } from '../errors';
import type { Entry } from '../model';
import { thingsOf } from '../rules/changes';
import type { Db } from '../store/db';
import { describeChanges, findLast, getEntry } from '../store/history';
import { type Left, type Taken, takeBack } from '../store/undo';
import { type LeftThing, leftWords, type TakenFacts, takenView } from '../views/undo';
import { gap } from '../views/view';

interface Wanted {
  kind: 'undo' | 'redo';
  /** The command that is taken back, or that holds again. */
  command: Entry;
  /** Whose rows are turned round: the command's, or those of the undo. */
  entry: Entry;
}

export async function takeBackEntry(app: App, wanted: Wanted, yes: boolean): Promise<Answer<TakenFacts>> {
  const { db, ask, dryRun } = app;
  const source = { entry: wanted.entry.id, kind: wanted.kind, undoes: wanted.entry.id };
  const isLast = findLast(db, wanted.kind === 'undo' ? 'command' : 'undo')?.id === wanted.entry.id;
  const atOnce = (taken: Taken) =>
    taken.takenBack.length > 0 &&
    (dryRun || yes || (taken.left.length === 0 && (isLast || !ask.interactive)));
  let taken = takeBack(db, source, atOnce);
  if (!taken.done) {
    const facts = factsOf(app, wanted, taken);
    if (taken.takenBack.length === 0) throw new UserError(...nothingWords(facts));
    if (!ask.interactive) throw new UserError(...partWords(facts));
    await app.show([...takenView(facts, true), gap]);
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
      throw new UserError('Something was changed meanwhile: nothing was taken back.', 'look again');
  }
  const facts = factsOf(app, wanted, taken);
  return { data: facts, view: takenView(facts, false) };
}

function factsOf({ db }: App, { kind, command }: Wanted, { takenBack, left }: Taken): TakenFacts {
  const things = left.map((one): LeftThing => leftThing(db, one));
  // A part stays for the reason that the whole stays for.
  const once = [...new Map(things.map((one) => [`${one.thing.table} ${one.thing.key}`, one])).values()];
  return {
    ...{ kind, entry: command },
    takenBack: thingsOf(describeChanges(db, takenBack)),
    kept: once.filter(({ why }) => why === 'changed'),
    impossible: once.filter(({ why }) => why !== 'changed'),
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

function nothingWords({ entry, kept, impossible }: TakenFacts): [string, string] {
  const lines = [...kept, ...impossible].map((one) => `  ${leftWords(one)}`);
  if (lines.length === 0)
    return [`Nothing of #${entry.id} is left to take back: all is as it was before.`, 'jobsearch history'];
  return [
    [`Nothing of #${entry.id} can be taken back:`, ...lines].join('\n'),
    `jobsearch history ${entry.id}`,
  ];
}

function partWords({ kind, entry, kept, impossible }: TakenFacts): [string, string] {
  const lines = [...kept, ...impossible].map((one) => `  ${leftWords(one)}`);
  return [
    [`Only a part of #${entry.id} can be taken back, and this would stay:`, ...lines].join('\n'),
    `jobsearch ${kind} ${entry.id} --yes takes back the rest, --dry-run shows it`,
  ];
}
