/** Words of a help page as wide as there is room. */
import { Help } from 'commander';

/** In ASCII the dots are three, and the other symbols are as wide as they were. */
export function displayWidth(text: string): number {
  return text.replaceAll('…', '...').length;
}

/** Broken at blanks; all lines but the first stand `indent` columns in, and the first is thought to stand there too. */
export function hanging(text: string, width: number, indent: number): string {
  const breaker = Object.assign(new Help(), { minWidthToWrap: 1, displayWidth });
  return breaker.boxWrap(text, Math.max(10, width - indent)).replace(/\n/g, `\n${' '.repeat(indent)}`);
}
