/** Who knows whom, as it is noted and read back. */
import type { ContactState, How } from '../model';
import { howWords, knowsWords } from './job-words';
import { dim, line, type View } from './view';

interface Person {
  id: number;
  name: string;
  company: string | null;
  state?: ContactState;
}

export interface TieBetween {
  who: Person;
  other: Person;
  how: How;
  removed: boolean;
}

export function knowsView({ who, other, how, removed }: TieBetween): View {
  if (removed)
    return [
      line(`It is forgotten that #${who.id} ${who.name} and #${other.id} ${other.name} know each other.`),
      line(dim('Back again: jobsearch undo')),
    ];
  return [
    line([
      { text: 'Noted', tone: 'good' },
      `: #${who.id} ${who.name} ${knowsWords(`#${other.id} ${other.name}`, how)}.`,
    ]),
    ...(how === null
      ? [line(dim(`When you hear how well: jobsearch contact knows ${who.id} ${other.id} --how 4`))]
      : []),
  ];
}

export function acquaintancesView(who: Person, known: (Person & { how: How })[], total: number): View {
  if (known.length === 0) {
    return [
      line(`Nobody is noted whom ${who.name} knows.`),
      line(dim(`jobsearch contact knows ${who.id} "A Name" --how 4`)),
    ];
  }
  return [
    line(`#${who.id} ${who.name} knows`),
    {
      kind: 'columns',
      columns: [{ align: 'right' }, { flex: true }, { most: 24 }, {}],
      indent: 2,
      rows: known.map(({ id, name, company, how }) => [
        `#${id}`,
        name,
        company ?? '',
        how === null ? dim('how well is not said') : howWords(how),
      ]),
    },
    ...(total > known.length ? [line(dim(`${known.length} of ${total} shown.`))] : []),
  ];
}
