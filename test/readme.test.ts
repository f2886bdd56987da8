/**
 * What the README shows is what the program says: every console block is replayed, in order, in one world.
 *
 *     UPDATE_TRANSCRIPTS=1 npx vitest run test/readme.test.ts
 *
 * rewrites the blocks; the comment before one sets its clock. What is typed at a question stands below it after `> `.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commands } from '../src/commands';
import { argvOf } from './support/transcript';
import { aWorld, type TestWorld } from './support/world';

const PATH = join(__dirname, '..', 'README.md');
const README = readFileSync(PATH, 'utf8');
const BLOCK = /(?:<!-- replayed on (\S+) -->\n)?```console\n([\s\S]*?)```/g;

test('every screen in the README is a real one', async () => {
  const world = aWorld();
  let now: string | undefined;
  let replayed = '';
  let end = 0;
  for (const block of README.matchAll(BLOCK)) {
    now = block[1] ?? now;
    const body = block.index + block[0].length - block[2]!.length - '```'.length;
    replayed += README.slice(end, body) + (await screensOf(block[2]!, world, now));
    end = body + block[2]!.length;
  }
  replayed += README.slice(end);
  if (process.env.UPDATE_TRANSCRIPTS === '1') writeFileSync(PATH, replayed);
  else expect(replayed).toBe(README);
});

async function screensOf(block: string, world: TestWorld, now: string | undefined): Promise<string> {
  const screens: string[] = [];
  for (const part of block.split(/^(?=\$ )/m)) {
    const command = part.split('\n')[0]!;
    const answers = [...part.matchAll(/^\? .*\n> ?(.*)$/gm)].map(([, answer]) => answer!);
    const asked = answers.length > 0 ? { answers } : {};
    const result = await world.runJobsearch(argvOf(command.slice(2)), { now, ...asked });
    // A person at a terminal sees both streams, and the questions between them.
    const screen = answers.length > 0 ? result.dialogue.replace(/^! ?/gm, '') : result.stdout;
    const unseen = answers.length > 0 ? '' : result.stderr;
    expect([command, unseen, result.exitCode]).toEqual([command, '', 0]);
    screens.push(`${command}\n${screen}`);
  }
  return screens.join('\n');
}

const names = commands.flatMap((entry) =>
  'commands' in entry ? entry.commands.map(({ name }) => `${entry.name} ${name}`) : [entry.name],
);

test.each(names)('the README has a row for %s', (name) => {
  expect(README).toContain(`| \`${name}\` |`);
});
