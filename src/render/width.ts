/**
 * How many columns a text takes. Most names are plain Latin, where that is their length; the library that knows wide and
 * combining characters costs as much start-up time as the rest of the program, so it is loaded only when needed.
 */
import { isPlain } from './clean';

export type Measure = (text: string) => number;

const NARROW = /^[\x20-\x7e\u00a0-\u02ff\u2010-\u2027\u2190-\u21ff\u2400-\u241f\u2500-\u259f]*$/;

/** Of texts that are all plain. */
const plainLength: Measure = (text) => text.length;

/** Nothing in a text that is measured so has to be cleaned. */
export function isPlainBy(measure: Measure, text: string): boolean {
  return measure === plainLength || isPlain(text);
}

export async function measureFor(texts: string[]): Promise<Measure> {
  // All at once: V8 compiles a pattern for every kind of string, and once more when it is asked again.
  if (isPlain(texts.join(''))) return plainLength;
  if (texts.every((text) => NARROW.test(text))) return (text) => text.length;
  const { default: stringWidth } = await import('string-width');
  return (text) => (NARROW.test(text) ? text.length : stringWidth(text));
}
