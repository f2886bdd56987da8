/** The commands by what somebody wants who opens the first page of the help. */
import type { Group, Listed } from '../app';

const TOPICS: [string, string[]][] = [
  ['Each morning', ['today', 'remind']],
  ['After a meeting', ['log', 'promise', 'act']],
  ['Each week', ['quadrant', 'shallow']],
  ['People', ['contact', 'path', 'ask', 'find']],
  ['Work', ['task', 'event', 'job', 'prep']],
  ['Your data', ['import', 'export', 'undo', 'redo', 'history', 'backup', 'restore', 'doctor']],
  ['Set-up', ['setup', 'config', 'schema', 'completion', 'demo']],
];

export interface Topic {
  heading: string;
  entries: (Listed | Group)[];
}

/** Every command once; those that no topic names come last, under `More`. */
export function topicsOf(commands: (Listed | Group)[]): Topic[] {
  const known = TOPICS.flatMap(([, names]) => names);
  const rest = commands.map(({ name }) => name).filter((name) => !known.includes(name));
  return [...TOPICS, ['More', rest] satisfies [string, string[]]]
    .map(([heading, names]) => ({
      heading,
      entries: names.flatMap((name) => commands.find((one) => one.name === name) ?? []),
    }))
    .filter(({ entries }) => entries.length > 0);
}
