/** Changes every text of a view. What is printed for other programs stays as it is. */
import type { View } from '../views/view';

export function withWords(view: View, change: (text: string) => string): View {
  return view.map((block) =>
    block.kind === 'raw'
      ? block
      : JSON.parse(JSON.stringify(block), (_, value) => (typeof value === 'string' ? change(value) : value)),
  );
}
