/**
 * Sentences as people type them, each with all that has to be read from it. The score is printed. It may not fall, and a
 * reading that is wrong without a doubt is never let through.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Reading } from '../../../src/formats/sentence/reading';
import { readSentence } from '../../../src/formats/sentence/sentence';
import { shortly, surroundings } from './world';

/** How many may miss, and how many of them without a doubt: raised never, lowered whenever one is mended. */
const CORPORA: [file: string, misses: number, silent: number][] = [
  ['corpus.txt', 0, 0],
  // Written when the rules were done.
  ['corpus-apart.txt', 0, 0],
  ['corpus-hurried.txt', 6, 0],
  ['corpus-phone.txt', 9, 0],
];

/** What waits for an answer: of Ana, Lee and Mark. */
const ASKS = ([1, 2, 11] as const).map((contactId) => ({
  ...{ contactId, askedOn: '2026-11-10' },
  kind: contactId === 11 ? ('manager-intro' as const) : ('referral' as const),
}));

interface Case {
  sentence: string;
  expected: string[];
}

function casesOf(file: string): Case[] {
  const text = readFileSync(join(__dirname, file), 'utf8');
  return text
    .split(/^> /m)
    .slice(1)
    .map((part) => {
      const [sentence = '', ...expected] = part.split('\n').filter((line) => line.trim() !== '');
      return { sentence, expected };
    });
}

/** The lines that become data, and that something is doubtful; a note that keeps too much is no wrong. */
function isSilentlyWrong(reading: Reading, expected: string[]): boolean {
  const data = (lines: string[]) => lines.filter((line) => !line.startsWith('note')).sort();
  return (
    reading.doubts.length === 0 && JSON.stringify(data(shortly(reading))) !== JSON.stringify(data(expected))
  );
}

describe.each(CORPORA)('%s', (file, misses, most) => {
  test('is read', async () => {
    const cases = casesOf(file);
    const wrong: string[] = [];
    const silent: string[] = [];
    for (const { sentence, expected } of cases) {
      const reading = await readSentence(sentence, surroundings({ asks: ASKS }));
      const read = shortly(reading);
      if (read.join('\n') !== expected.join('\n')) wrong.push([`> ${sentence}`, ...read].join('\n'));
      if (isSilentlyWrong(reading, expected)) silent.push(sentence);
    }
    const exactly = cases.length - wrong.length;
    process.stdout.write(
      `${file}: read exactly: ${exactly} of ${cases.length}; wrong without a doubt: ${silent.length}\n`,
    );
    expect(silent.length, silent.join('\n')).toBeLessThanOrEqual(most);
    expect(wrong.length, wrong.join('\n\n')).toBeLessThanOrEqual(misses);
  });
});
