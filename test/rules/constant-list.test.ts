import { expect, test } from 'vitest';
import { groupConstants, listConstants } from '../../src/rules/constant-list';
import * as constants from '../../src/rules/constants';
import { SETTING_KEYS } from '../../src/rules/settings';

/** The version is no number that anybody is judged by. */
const NAMES = Object.keys(constants)
  .filter((name) => name !== 'modelVersion')
  .map((name) => name.toLowerCase().replace(/_/g, '-'));

test('every number of the model is in the list, and once', () => {
  expect(
    listConstants()
      .map(({ name }) => name)
      .sort(),
  ).toEqual([...NAMES].sort());
});

test('each says its value, what it does and where it comes from', () => {
  for (const { name, value, what, source } of listConstants()) {
    expect(value, name).not.toMatch(/undefined|NaN|object|^$/);
    expect(what.length, name).toBeGreaterThan(10);
    expect(source, name).not.toBe('');
  }
});

test('each that a setting changes names it, and whatever is fixed says why', () => {
  const named = listConstants().flatMap(({ settings }) => settings);
  expect(SETTING_KEYS).toEqual(expect.arrayContaining(named));
  for (const { title, fixed } of groupConstants()) expect(fixed, title).toMatch(/\.$/);
});

test('values are those of the rules, in words', () => {
  const values = Object.fromEntries(listConstants().map(({ name, value }) => [name, value]));
  expect(values).toMatchObject({
    'half-life-days': '30',
    reliable: '80 %',
    'follow-up': 'due days 2, overdue days 7, stale days 30',
    timing: 'now 1, later 0.6',
    phases: 'launch, active, interviewing',
  });
  expect(values.portfolio).toContain('launch (deepen 25, meet 10, apply 20, prepare 40, review 5), active (');
  expect(values.gates).toContain('; 1 exchange days and 2 meeting days; ');
});
