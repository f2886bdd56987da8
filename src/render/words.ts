/** Changes every text of a view. What is printed for other programs stays as it is. */
import type { View } from '../views/view';

export function withWords(view: View, change: (text: string) => string): View {
  return view.map((block) => (block.kind === 'raw' ? block : changed(block, change)));
}

function changed<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T;
  if (Array.isArray(value)) return value.map((one) => changed(one, change)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const copy = { ...value };
  for (const key in copy) copy[key] = changed(copy[key], change);
  return copy;
}
