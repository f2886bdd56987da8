import type { Answers } from '../answers';
import type { FileCommand } from '../app';
import { orMeant, UserError } from '../errors';
import { nearestNames } from '../rules/nearest';
import { line } from '../views/view';
import { commands } from './index';

/** What scripts may rely on: the shape of every `--json`. */
export const schema: FileCommand<Answers['schema']> = {
  examples: ['jobsearch schema', 'jobsearch schema contact list', 'jobsearch schema today | jq .properties'],
  configure: (command) =>
    command.argument('[command...]', 'the command, as you type it; without one, all that have a schema'),
  run({ files, schemas }, { command = [] }: { command?: string[] }) {
    const names = commands.flatMap((entry) =>
      'commands' in entry ? entry.commands.map(({ name }) => `${entry.name} ${name}`) : [entry.name],
    );
    if (command.length === 0) return { data: names, view: names.map((name) => line(name)) };
    const typed = command.join(' ');
    const name = names.includes(typed) ? typed : usualOf(typed);
    if (!name) {
      const near = nearestNames(typed, names);
      throw new UserError(`There is no command "${typed}".`, ...orMeant(typed, near, 'jobsearch schema'));
    }
    const { bytes } = files.read(`${schemas}/${name.replaceAll(' ', '-')}.json`);
    const text = new TextDecoder().decode(bytes);
    return { data: JSON.parse(text), view: [{ kind: 'raw', text }] };
  },
};

/** A group alone runs its usual command. */
function usualOf(typed: string): string | undefined {
  const group = commands.find(({ name }) => name === typed);
  if (!group || !('commands' in group)) return undefined;
  const usual = group.commands.find(({ isDefault }) => isDefault);
  return usual && `${group.name} ${usual.name}`;
}
