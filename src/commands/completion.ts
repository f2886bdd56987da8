import type { Answers } from '../answers';
import type { FileCommand } from '../app';
import { PLACES, SHELLS, type Shell, scriptFor } from '../shell/scripts';
import { completionView } from '../views/completion';
import { oneOf } from './options';

export const completion: FileCommand<Answers['completion']> = {
  examples: ['jobsearch completion bash', 'jobsearch completion zsh', 'jobsearch completion'],
  configure: (command) => {
    const places = SHELLS.map((shell) => `  ${shell.padEnd(4)}  ${PLACES[shell]}`);
    command
      .argument('[shell]', SHELLS.join(', '), oneOf('The shell', SHELLS))
      .addHelpText('after', `\nWhere to put it, once:\n${places.join('\n')}`);
  },
  run(_, { shell }: { shell?: Shell }) {
    if (!shell) return { data: { places: PLACES }, view: completionView(PLACES) };
    const script = scriptFor(shell);
    return { data: { shell, script }, view: [{ kind: 'raw', text: script }] };
  },
};
