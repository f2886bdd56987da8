import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LIMITS, textFault, withCommas } from '../../src/rules/limits';

test.each<[string, number, string | undefined, string]>([
  ['', 0, undefined, 'nothing at all'],
  ['Ana', 3, undefined, 'just as long as it may be'],
  ['x'.repeat(5_312), 200, 'has 5,312 characters; at most 200 are taken', 'too long'],
  ['👩‍👩‍👧 می‌خواهم \u202e', 30, undefined, 'whatever is text, also what is shown as a mark'],
  [
    'a\u0000',
    9,
    'has the character U+0000 at place 2, which is no text',
    'the end of a text to many programs',
  ],
  ['\ud83d', 9, 'has half a character at place 1, which is no text', 'what UTF-8 cannot hold'],
])('%j of at most %d: %s (%s)', (text, longest, fault) => {
  expect(textFault(text, longest)).toBe(fault);
});

test.each([
  [0, '0'],
  [999, '999'],
  [1_000, '1,000'],
  [1_234_567, '1,234,567'],
])('%d is %s', (n, words) => {
  expect(withCommas(n)).toBe(words);
});

test('the README states the limits of minutes as they are', () => {
  const readme = readFileSync(join(__dirname, '..', '..', 'README.md'), 'utf8');
  const [minutes, task] = [withCommas(LIMITS.minutes), withCommas(LIMITS.taskMinutes)];
  expect(readme).toContain(`| minutes of a conversation or an event · of a task | ${minutes} · ${task} |`);
});
