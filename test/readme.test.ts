/**
 * What the README shows is what the program says: every console block is replayed, in order, in one world.
 *
 *     UPDATE_TRANSCRIPTS=1 npx vitest run test/readme.test.ts
 *
 * rewrites the blocks; the comment before one sets its clock. What is typed at a question stands below it after `> `.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands } from '../src/commands';
import { aFolder } from './support/folder';
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

describe('what the README has for other programs', () => {
  const blocks = (kind: string) =>
    [...README.matchAll(new RegExp(`\`\`\`${kind}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, block]) => block!);

  test('is read by the shell', () => {
    expect(blocks('sh').length).toBeGreaterThan(3);
    for (const block of blocks('sh')) {
      const { status, stderr } = spawnSync('sh', ['-n'], { input: block, encoding: 'utf8' });
      expect([block, status, stderr]).toEqual([block, 0, '']);
    }
  });

  test('says when to cron, in five fields before the command', () => {
    const lines = blocks('crontab').join('').trim().split('\n');
    const field = /^(\*|\d+(-\d+)?)(\/\d+)?$/;
    for (const line of lines.filter((one) => !/^[A-Z]+=\S+$/.test(one))) {
      const [first, second, third, fourth, fifth, ...command] = line.split(/\s+/);
      for (const one of [first, second, third, fourth, fifth]) expect(one).toMatch(field);
      expect(command.join(' ')).toMatch(/^jobsearch [^%]*$/);
    }
    expect(lines.length).toBeGreaterThan(1);
  });

  const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0;
  test.skipIf(!hasSystemd)('is verified by systemd', () => {
    const folder = aFolder();
    chmodSync(folder, 0o700);
    const [service = '', timer = ''] = blocks('ini');
    writeFileSync(join(folder, 'jobsearch-remind.service'), service);
    writeFileSync(join(folder, 'jobsearch-remind.timer'), timer);
    const files = ['timer', 'service'].map((kind) => join(folder, `jobsearch-remind.${kind}`));
    const { status, stderr } = spawnSync('systemd-analyze', ['verify', '--user', ...files], {
      env: { PATH: process.env.PATH, HOME: folder, XDG_RUNTIME_DIR: folder },
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([0, '']);
  });
});
