/** LinkedIn's export: shown as a plan first, then written in one go. */
import type { Answer, App } from '../../app';
import { Cancelled } from '../../errors';
import type { InputFile } from '../../formats/text-file';
import type { Decisions } from '../../rules/import-plan';
import { type ImportWrites, saveImport } from '../../store/imports';
import { findSetting } from '../../store/settings';
import { type ImportFacts, importPlanView } from '../../views/import';
import { type AfterImport, importedView, importWords } from '../../views/import-result';
import { gap } from '../../views/view';
import { listShallow } from '../attention';
import { blankContact } from '../contact/add';
import type { ImportInput } from './import';
import { changesAnything, factsOf, type Plan, plannerOf } from './plan';
import { askDoubtful, decideAll } from './questions';
import { readSource } from './source';

export async function importLinkedIn(
  app: App,
  file: InputFile,
  input: ImportInput,
): Promise<Answer<ImportFacts>> {
  const answer = await importIfWanted(app, file, input);
  if (answer === null) throw new Cancelled();
  return answer;
}

/** Null after a no to the last question; leaving any of them is Cancelled. */
export async function importIfWanted(
  app: App,
  file: InputFile,
  input: ImportInput,
): Promise<Answer<ImportFacts> | null> {
  const isAsked = app.ask.interactive && input.yes !== true;
  const source = await readSource(app, file, input.me, isAsked);
  const planWith = plannerOf(app, source, input.keepText === true);
  const decided = decideAll(planWith(), input.doubtful);
  let plan = planWith(decided);
  const shown = importPlanView(factsOf(file.name, plan, null), app.today);
  if (app.dryRun) return { data: factsOf(file.name, plan, null), view: shown };

  if (isAsked) {
    await app.show([...shown, gap]);
    if (input.doubtful === undefined) plan = planWith(await askEach(app, plan, decided));
    if (changesAnything(plan) && !(await confirm(app, file.name, plan))) return null;
  }
  const facts = factsOf(file.name, plan, save(app, plan));
  const result = importedView(facts, afterImport(app));
  return { data: facts, view: isAsked ? result : [...shown, gap, ...result] };
}

export function afterImport({ db, today }: App): AfterImport {
  return {
    hasTargets: findSetting(db, 'targets') !== undefined,
    hasShallow: listShallow(db, today).length > 0,
  };
}

async function askEach(app: App, plan: Plan, decided: Decisions): Promise<Decisions> {
  return new Map([...decided, ...(await askDoubtful(app, plan))]);
}

function confirm({ ask }: App, file: string, plan: Plan): Promise<boolean> {
  const message = `Import ${importWords(factsOf(file, plan, null))}?`;
  return ask.confirm({ message, default: true, flag: '--yes' });
}

function save({ db, files, today }: App, { source, people, messages }: Plan): (number | null)[] {
  const { arrivals, asOf, remember } = source;
  const writes: ImportWrites = {
    asOf,
    people: people.fates.map((fate, at) => {
      if (fate.kind === 'doubtful') return null;
      if (fate.kind === 'new') {
        const { name, company, role, connectedOn } = arrivals[at]!;
        return {
          add: { ...blankContact(today), name, company, role, connectedOn, points: fate.points },
        };
      }
      const { id, changes, confirmed, points } = fate;
      const fields = Object.fromEntries(changes.map(({ field, to }) => [field, to]));
      return { set: { id, fields, confirmed, points } };
    }),
    days: messages.days.map(({ key, ...day }) => ({ ...day, sourceKey: key })),
    texts: messages.texts,
    me: remember,
  };
  // Whoever has new messages is written a second time, with what follows from them.
  const total =
    people.fates.length + messages.days.length + new Set(messages.days.map(({ person }) => person)).size;
  return saveImport(db, writes, (done) => files.progress('Importing', done, total));
}
