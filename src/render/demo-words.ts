/** The screens of the sample search name the commands of the sample search. */
import type { View } from '../views/view';

/** A command that a screen names is typed next, and must not reach the user's own file from here. */
export function demoWords(text: string): string {
  return text.replace(/\bjobsearch (?!demo\b)(?=[a-z])/g, 'jobsearch demo ');
}

/** What is printed for other programs stays as it is. */
export function inDemoWords(view: View): View {
  return view.map((block) =>
    block.kind === 'raw'
      ? block
      : JSON.parse(JSON.stringify(block), (_, value) =>
          typeof value === 'string' ? demoWords(value) : value,
        ),
  );
}
