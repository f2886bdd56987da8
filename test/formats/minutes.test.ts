import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/errors';
import { readMinutes, readTaskMinutes } from '../../src/formats/minutes';
import { minutesWords } from '../../src/rules/day-words';

describe('readMinutes', () => {
  it.each([
    ['45', 45, 'a number is minutes'],
    ['45m', 45, 'short'],
    ['90 min', 90, 'with a space'],
    ['1 minute', 1, 'the least'],
    ['1h', 60, 'an hour'],
    ['2 hours', 120, 'in words'],
    ['2 hrs', 120, 'abbreviated'],
    ['1h30', 90, 'French'],
    ['1h30m', 90, 'both units'],
    ['1 h 5 min', 65, 'as it is shown'],
    ['1 hour and 5 minutes', 65, 'in full'],
    ['1:30', 90, 'as on a clock'],
    ['1.5h', 90, 'a fraction'],
    ['1,5 h', 90, 'a decimal comma'],
    ['.5h', 30, 'no leading zero'],
    ['0.33h', 20, 'to the nearest minute'],
    ['0h30', 30, 'no hours'],
    ['24h', 1440, 'the most'],
    ['1440', 1440, 'the most, in minutes'],
  ])('%s is %i: %s', (text, minutes) => {
    expect(readMinutes(text)).toBe(minutes);
  });

  it.each([
    ['', 'nothing'],
    ['0', 'no time at all'],
    ['0h', 'no time at all'],
    ['0.001h', 'less than a minute'],
    ['-30', 'negative'],
    ['-1h', 'negative'],
    ['1441', 'longer than a day'],
    ['25h', 'longer than a day'],
    ['24h01', 'longer than a day'],
    ['1e2', 'no notation that people use'],
    ['1.5', 'half a minute, or an hour and a half?'],
    ['1h75', 'no such minutes'],
    ['1:5', 'half a minute typed'],
    ['h', 'no number'],
    ['NaN', 'no number'],
    ['99999999999999999999', 'absurd'],
    ['an hour', 'not one of the forms'],
  ])('refuses "%s": %s', (text) => {
    expect(() => readMinutes(text)).toThrow(UsageError);
    expect(() => readMinutes(text)).toThrow(`"${text}"`);
  });

  it('reads back what the screens say', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1440 }), (minutes) => {
        expect(readMinutes(minutesWords(minutes))).toBe(minutes);
        expect(readMinutes(String(minutes))).toBe(minutes);
      }),
    );
  });
});

describe('readTaskMinutes', () => {
  it.each([
    ['45', 45, 'as any other'],
    ['25h', 1500, 'longer than a day'],
    ['40h', 2400, 'a week of work'],
    ['10080', 10_080, 'the most'],
    ['168h', 10_080, 'the same in hours'],
  ])('%s is %i: %s', (text, minutes) => {
    expect(readTaskMinutes(text)).toBe(minutes);
  });

  it.each([
    ['0', 'no time at all'],
    ['10081', 'longer than a week'],
    ['169h', 'longer than a week'],
  ])('refuses "%s": %s', (text) => {
    expect(() => readTaskMinutes(text)).toThrow(`"${text}" is no duration between a minute and a week.`);
  });
});
