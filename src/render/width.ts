/**
 * How many columns a text takes. Most names are plain Latin, where that is their length; the library that knows wide and
 * combining characters costs as much start-up time as the rest of the program, so it is loaded only when needed.
 */
export type Measure = (text: string) => number;

const NARROW = /^[\x20-\x7e\u00a0-\u02ff\u2010-\u2027\u2190-\u21ff\u2400-\u241f\u2500-\u259f]*$/;

export async function measureFor(texts: string[]): Promise<Measure> {
  if (texts.every((text) => NARROW.test(text))) return (text) => text.length;
  const { default: stringWidth } = await import('string-width');
  return (text) => (NARROW.test(text) ? text.length : stringWidth(text));
}
