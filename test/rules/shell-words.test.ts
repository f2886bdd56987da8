import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commandLine, typedAgain } from '../../src/rules/shell-words';

test.each([
  [['log', 'ana', '--about', 'build times'], 'jobsearch log ana --about "build times"'],
  [['contact', 'edit', '12', '--purpose', ''], 'jobsearch contact edit 12 --purpose ""'],
  [['task', 'done', '#3'], 'jobsearch task done "#3"'],
  [['log', '--about', "Ana's $20"], "jobsearch log --about 'Ana'\\''s $20'"],
  [['contact', 'add', 'Zoë'], 'jobsearch contact add Zoë'],
  [['log', '--about', 'one\ntwo'], "jobsearch log --about $'one\\ntwo'"],
])('%j is typed as %s', (argv, line) => {
  expect(commandLine(argv)).toBe(line);
});

test('bash reads back the very words', () => {
  const word = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => !text.includes('\0'));
  const many = fc.sample(fc.array(word, { maxLength: 5 }), 60);
  const script = many
    .map((argv) => `${commandLine(argv).replace('jobsearch', "printf '%s\\0' .")};`)
    .join('\n');
  const { stdout } = spawnSync('bash', ['-c', script], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
  expect(stdout).toBe(many.map((argv) => `${['.', ...argv].join('\0')}\0`).join(''));
});

test('what nobody would type again is cut', () => {
  expect(commandLine(['log', 'x'.repeat(9_000)])).toMatch(/^jobsearch log x{1900,}…$/);
});

test.each<[string[], string, string, string[] | undefined, string]>([
  [['tsk', 'list'], 'tsk', 'task', ['task', 'list'], 'a word'],
  [['--db=x', 'log', '--channel=cofee'], 'cofee', 'coffee', ['--db=x', 'log', '--channel=coffee'], 'a value'],
  [['log', 'anna', 'ruz', '-c', 'call'], 'anna ruz', 'Ana Ruiz', ['log', 'Ana Ruiz', '-c', 'call'], 'words'],
  [['log', 'met anna'], 'anna', 'Ana', undefined, 'a part of a sentence, which nobody can place'],
  [[], '', 'x', undefined, 'nothing at all'],
])('%j with %j for what was meant: %j → %j (%s)', (argv, typed, instead, again) => {
  expect(typedAgain(argv, typed, instead)).toEqual(again);
});
