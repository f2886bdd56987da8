/** Text that breaks programs, and text that only looks as if it would. */
import fc from 'fast-check';

export const NASTY = [
  '',
  ' ',
  '\n',
  '\u001b[31mred\u001b[0m',
  '\u001b]0;title\u0007',
  '\u009b2J',
  'a\rb\bc\u007f',
  'line\nbreak\ttab',
  '\u202egnp.exe',
  '\u2066isolated\u2069',
  'zero\u200bwidth\u2060joined\ufeff',
  '\u2028\u2029\u0085',
  'half \ud83d',
  '\udc00 half',
  'nul\u0000byte',
  '👩‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  'می‌خواهم',
  'שלום‏ עולם',
  'Z̸̡̛a̶l̷g̵o̸',
  'ﷺ',
  "Robert'); DROP TABLE contacts;--",
  '" OR ""="',
  '% _ \\ * ?',
  '../../etc/passwd',
  '/dev/null/x',
  '__proto__',
  'constructor',
  '=1+1',
  '-1',
  '--',
  '--json',
  '-',
  '@',
  'a@b.c',
  '#0',
  '#1',
  '99999999999999999999',
  '1e309',
  'NaN',
  '0x10',
  '$(id)',
  '`id`',
  '{"a":1}',
  'https://[::1]:99999/in/%',
  'x'.repeat(600),
  '\u0301'.repeat(300),
  'word '.repeat(30_000),
];

/** Strings of anything, with whatever acts on a terminal much more often than chance would have it. */
export const nastyText: fc.Arbitrary<string> = fc
  .oneof(
    fc.constantFrom(...NASTY),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ unit: fc.oneof(fc.constantFrom(...NASTY.slice(1, 24)), fc.string()), maxLength: 6 }),
  )
  // Some of it is taken for the name of a file to write.
  .filter((text) => !text.startsWith('/') || NASTY.includes(text));
