import { cleanJson } from './clean';

/** Two spaces deep and a final newline; what could act on a terminal is written as an escape. */
export function renderJson(data: unknown): string {
  return `${cleanJson(JSON.stringify(data, null, 2))}\n`;
}
