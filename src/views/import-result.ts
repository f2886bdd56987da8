/** What an import did, and what it left to do. */
import { capital } from '../rules/names';
import { counted, type ImportFacts } from './import';
import { dim, good, line, type View, warn } from './view';

/** "212 new people, 14 changed people and 830 messages"; what there is none of is not said. */
export function importWords({ plan, messages }: ImportFacts): string {
  const parts: [number, string, string][] = [
    [plan.new.length, 'new person', 'new people'],
    [plan.changed.length, 'changed person', 'changed people'],
    [messages.new, 'message', 'messages'],
    [messages.texts, 'text', 'texts'],
  ];
  const words = parts.filter(([n]) => n > 0).map(([n, one, many]) => counted(n, one, many));
  const last = words.pop();
  return last === undefined ? 'nothing' : words.length > 0 ? `${words.join(', ')} and ${last}` : last;
}

export interface AfterImport {
  hasTargets: boolean;
  /** Somebody is on the list of `shallow`. */
  hasShallow: boolean;
}

export function importedView(facts: ImportFacts, { hasTargets, hasShallow }: AfterImport): View {
  const { plan, messages, remembered } = facts;
  const doubtful = plan.doubtful.length;
  const view: View = [line(good(resultWords(facts)))];
  if (plan.new.length + messages.new > 0) {
    view.push(line(beginningWords(facts)));
  }
  if (remembered !== null) {
    view.push(line(`Remembered that you are ${remembered} (jobsearch config me "…" changes it).`));
  }
  if (doubtful > 0) {
    const left = messages.doubtful > 0 ? ` with ${counted(messages.doubtful, 'message')}` : '';
    view.push(
      line(warn(`Left out, in doubt: ${counted(doubtful, 'person', 'people')}${left}.`)),
      line(dim('Decide: import the file again in a terminal, or with --doubtful same or --doubtful new')),
    );
  }
  if (plan.new.length > 0 && !hasTargets) {
    view.push(line(dim('Who of them matters? Name your companies: jobsearch config targets "Acme, Globex"')));
  }
  const next =
    messages.new > 0 && hasShallow
      ? 'Busy, but not deep yet: jobsearch shallow'
      : 'Everybody: jobsearch contact list';
  const changed = importWords(facts) !== 'nothing';
  return [...view, line(dim(next)), ...(changed ? [line(dim('Take it back: jobsearch undo'))] : [])];
}

/** A connection alone proves nothing; a message does, on the day it came. */
function beginningWords({ plan, messages }: ImportFacts): string {
  const levels = [
    ...(plan.new.some(({ fromMessages }) => !fromMessages) ? ['connections begin as listed'] : []),
    ...(messages.new > 0 ? ['messages count on the day they were written'] : []),
  ];
  return `Nothing is due because of it: no task, no follow-up. ${capital(levels.join('; '))}.`;
}

function resultWords(facts: ImportFacts): string {
  const words = importWords(facts);
  if (words !== 'nothing') return `Imported ${words}.`;
  const isWhole = facts.plan.doubtful.length + facts.messages.ownerUnknown === 0;
  return isWhole ? 'Nothing new: all of it is here already.' : 'Nothing new.';
}
