/** All the asks on one screen: what is ready for whom, and what stands before the next ones. */
import type { IsoDay } from '../model';
import { ASKS } from '../rules/ask-kinds';
import { needsJob } from '../rules/asks';
import { givenName } from '../rules/names';
import type { AskLine, AskOverview, AskPersonLine } from './ask-overview';
import { missingText } from './ask-words';
import { count, dim, gap, heading, line, type Text, type View } from './view';

/** Names on one line, and of what is missing the first thing to see to. */
const [NAMES, FIRST] = [3, 1];

/** The ready by name; of the others only as much as says what to do next. */
export function briefBlocks({ kinds, openJobs }: AskOverview, today: IsoDay): View {
  const largestFirst = kinds.toReversed();
  const jobless = largestFirst.filter(({ kind }) => needsJob(kind) && openJobs === 0);
  const far = largestFirst.filter(
    (one) => one.people.ready.length + one.people.almost.length === 0 && !jobless.includes(one),
  );
  const nearest = far.at(-1);
  return [
    ...section('READY NOW', largestFirst, ({ people }) => readyWords(people)),
    ...section('ALMOST', largestFirst, ({ people }) => almostWords(people, today)),
    ...(nearest || jobless.length > 0 ? [gap] : []),
    ...(nearest
      ? [line([dim('Not yet: '), labelsOf(far), dim(` · jobsearch ask --for ${nearest.kind}`)])]
      : []),
    ...(jobless.length > 0
      ? [line([dim('Without an open job: '), labelsOf(jobless), dim(' · jobsearch job add Acme')])]
      : []),
  ];
}

/** Asks of which the same is to be said stand together; one of which there is nothing to say is left out. */
function section(name: string, kinds: readonly AskLine[], wordsOf: (one: AskLine) => Words | null): View {
  const together = new Map<string, { kinds: AskLine[]; text: Text }>();
  for (const one of kinds) {
    const words = wordsOf(one);
    if (words === null) continue;
    const known = together.get(words.key);
    if (known) known.kinds.push(one);
    else together.set(words.key, { kinds: [one], text: words.text });
  }
  if (together.size === 0) return [];
  const rows = [...together.values()].map(({ kinds, text }): Text[] => [labelsOf(kinds), text]);
  return [gap, heading(name), { kind: 'columns', columns: [{ most: 35 }, { flex: true }], rows, indent: 2 }];
}

interface Words {
  key: string;
  text: Text;
}

function labelsOf(kinds: readonly AskLine[]): string {
  return kinds.map(({ kind }) => ASKS[kind].label).join(', ');
}

/** The same people may stand in another order, as each ask names first those for whom it is the largest. */
function readyWords({ ready }: AskLine['people']): Words | null {
  if (ready.length === 0) return null;
  const key = ready.map(({ contactId, askedOn, agreedOn }) => `${contactId} ${askedOn} ${agreedOn}`);
  return { key: key.sort().join(), text: namesOf(ready) };
}

function almostWords({ almost }: AskLine['people'], today: IsoDay): Words | null {
  const [way] = waysOf(almost, today);
  if (!way) return null;
  const others = almost.length - way.people;
  // Those named and those counted are all that there are.
  const rest = others > 0 ? ` (${count(others, 'other lacks', 'others lack')} something else)` : '';
  return { key: way.text + rest, text: [way.text, dim(rest)] };
}

/** Those who miss the same thing on one line, the largest group first. */
function waysOf(people: readonly AskPersonLine[], today: IsoDay): { people: number; text: string }[] {
  const together = new Map<string, AskPersonLine[]>();
  for (const person of people) {
    const missing = missingText(person.missing, FIRST, '', today, thingsWords);
    together.set(missing, [...(together.get(missing) ?? []), person]);
  }
  return [...together]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([missing, group]) => {
      const [one] = group;
      const text =
        group.length === 1
          ? missingText(one!.missing, FIRST, givenName(one!.name), today, thingsWords)
          : missing;
      return { people: group.length, text: `${namesOf(group)}: ${text}` };
    });
}

/** Where people are counted, too, it says that these are none. */
export function thingsWords(hidden: number): string {
  return count(hidden, 'more thing', 'more things');
}

function namesOf(people: readonly AskPersonLine[]): string {
  const more = people.length - NAMES;
  const names = people
    .slice(0, NAMES)
    .map(({ name, askedOn, agreedOn }) =>
      askedOn !== null ? `${name} (asked)` : agreedOn !== null ? `${name} (said yes)` : name,
    );
  return `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
