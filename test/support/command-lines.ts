/** Command lines for every command there is, made from what each command says of itself. */
import { Command as Commander } from 'commander';
import fc from 'fast-check';
import type { Listed } from '../../src/app';
import { commands } from '../../src/commands';
import { nastyText } from './nasty';

export interface Described {
  /** `contact add`. */
  names: string[];
  described: Commander;
}

/** A new command or option is in it without being named here. */
export async function describeCommands(): Promise<Described[]> {
  const listed = commands.flatMap((entry): { names: string[]; one: Listed }[] =>
    'commands' in entry
      ? entry.commands.map((one) => ({ names: [entry.name, one.name], one }))
      : [{ names: [entry.name], one: entry }],
  );
  return Promise.all(
    listed.map(async ({ names, one }) => {
      const described = new Commander();
      (await one.load()).configure?.(described);
      return { names, described };
    }),
  );
}

/** What people type; with the words of the description, most options find something that they take. */
const PLAUSIBLE = [
  '1',
  '2',
  '3',
  '45',
  'ana',
  'lee',
  'fri',
  'yesterday',
  '2026-11-25',
  'today',
  'ana@example.org',
  'none',
  'Acme',
];

function valueFor(description: string): fc.Arbitrary<string> {
  const words = description.match(/[a-z][a-z-]+/g) ?? [];
  return fc.oneof(nastyText, fc.constantFrom(...PLAUSIBLE), fc.constantFrom(...PLAUSIBLE, ...words));
}

export function commandLine({ names, described }: Described): fc.Arbitrary<string[]> {
  const args = described.registeredArguments.map((argument) =>
    fc.array(valueFor(argument.description), {
      minLength: argument.required ? 1 : 0,
      maxLength: argument.variadic ? 3 : 1,
    }),
  );
  const options = described.options.map((option) => {
    const flag = option.long ?? option.short!;
    const alone = fc.constant([flag]);
    const given = valueFor(option.description).map((value) => [flag, value]);
    return option.required ? given : option.optional ? fc.oneof(alone, given) : alone;
  });
  const everywhere = fc.subarray(['--json', '--dry-run', '--no-color'], { maxLength: 2 });
  const chosen =
    options.length === 0 ? fc.constant<string[][]>([]) : fc.array(fc.oneof(...options), { maxLength: 4 });
  return fc
    .tuple(fc.tuple(...args), chosen, everywhere, fc.boolean())
    .map(([given, flags, globals, separated]) => [
      ...names,
      ...globals,
      ...flags.flat(),
      ...(separated ? ['--'] : []),
      ...given.flat(),
    ]);
}
