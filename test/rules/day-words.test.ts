import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isIsoDay, localDay, toIsoDay } from '../../src/rules/dates';
import {
  dayWithWeekday,
  dayWords,
  longDay,
  minutesWords,
  relativeDay,
  shortDay,
} from '../../src/rules/day-words';

const SUNDAY = '2026-11-22';

describe('dayWords', () => {
  it.each([
    ['2026-11-22', 'today', 'the day itself'],
    ['2026-11-21', 'yesterday', 'one back'],
    ['2026-11-23', 'tomorrow', 'one ahead'],
    ['2026-11-27', 'on Friday', 'within six days'],
    ['2026-11-28', 'on Saturday', 'the sixth day'],
    ['2026-11-29', 'on 29 Nov', 'a week on: on Sunday could be today'],
    ['2026-11-20', 'last Friday', 'two back'],
    ['2026-11-16', 'last Monday', 'six back'],
    ['2026-11-15', 'on 15 Nov', 'a week back'],
    ['2027-01-05', 'on 5 Jan 2027', 'another year'],
  ])('%s is "%s": %s', (day, words) => {
    expect(dayWords(day, SUNDAY)).toBe(words);
  });
});

describe('relativeDay', () => {
  it.each([
    ['2026-11-22', SUNDAY, 'today', 'the day itself'],
    ['2026-11-21', SUNDAY, 'yesterday', 'one back'],
    ['2026-11-23', SUNDAY, 'tomorrow', 'one ahead'],
    ['2026-11-25', SUNDAY, 'in 3 days', 'days ahead'],
    ['2026-11-03', SUNDAY, '19 days ago', 'days back'],
    ['2026-09-23', SUNDAY, '60 days ago', 'not yet two months'],
    ['2026-09-22', SUNDAY, '2 months ago', 'two months'],
    ['2026-03-22', SUNDAY, '8 months ago', 'months back'],
    ['2027-01-22', SUNDAY, 'in 2 months', 'months ahead'],
    ['2024-11-23', SUNDAY, '23 months ago', 'a day short of two years'],
    ['2024-11-22', SUNDAY, '2 years ago', 'two years'],
    ['2023-11-23', SUNDAY, '2 years ago', 'only whole years count'],
    ['2029-11-22', SUNDAY, 'in 3 years', 'years ahead'],
    ['2026-12-31', '2027-01-01', 'yesterday', 'over the new year'],
    ['2028-02-28', '2028-03-01', '2 days ago', 'over a leap day'],
  ])('%s, on %s, is "%s": %s', (day, today, words) => {
    expect(relativeDay(day, today)).toBe(words);
  });

  it('says ago of what is past and in of what is to come', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 60_000 }), (days) => {
        expect(relativeDay(addDays(SUNDAY, -days), SUNDAY)).toMatch(/^\d+ (days|months|years) ago$/);
        expect(relativeDay(addDays(SUNDAY, days), SUNDAY)).toMatch(/^in \d+ (days|months|years)$/);
      }),
    );
  });
});

describe('dates in words', () => {
  it.each([
    ['2026-11-18', '18 Nov', 'Wed 18 Nov', 'Wednesday 18 November', 'this year'],
    ['2026-01-01', '1 Jan', 'Thu 1 Jan', 'Thursday 1 January', 'no leading zero'],
    ['2024-11-18', '18 Nov 2024', 'Mon 18 Nov 2024', 'Monday 18 November', 'another year'],
    ['2027-01-01', '1 Jan 2027', 'Fri 1 Jan 2027', 'Friday 1 January', 'close, but another year'],
    ['2028-02-29', '29 Feb 2028', 'Tue 29 Feb 2028', 'Tuesday 29 February', 'a leap day'],
  ])('%s is "%s", "%s" and "%s": %s', (day, short, weekday, long) => {
    expect(shortDay(day, SUNDAY)).toBe(short);
    expect(dayWithWeekday(day, SUNDAY)).toBe(weekday);
    expect(longDay(day)).toBe(long);
  });
});

describe('the calendar', () => {
  dayjs.extend(utc);
  const someDay = fc.integer({ min: -20_000, max: 80_000 }).map(toIsoDay);

  it('is that of the library which reads days', () => {
    fc.assert(
      fc.property(someDay, (day) => {
        const known = dayjs.utc(day);
        expect(longDay(day)).toBe(known.format('dddd D MMMM'));
        expect(dayWithWeekday(day, '1900-01-01')).toBe(known.format('ddd D MMM YYYY'));
        expect(isIsoDay(day)).toBe(true);
      }),
    );
  });

  it('has the days that there are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 2500 }), fc.nat(14), fc.nat(33), (year, month, day) => {
        const text = [
          String(year).padStart(4, '0'),
          String(month).padStart(2, '0'),
          String(day).padStart(2, '0'),
        ].join('-');
        expect(isIsoDay(text)).toBe(dayjs.utc(text).format('YYYY-MM-DD') === text);
      }),
    );
  });

  it('begins its days where the user is', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1971-01-01'), max: new Date('2199-12-30'), noInvalidDate: true }),
        (at) => {
          expect(localDay(at)).toBe(dayjs(at).format('YYYY-MM-DD'));
        },
      ),
    );
  });
});

describe('minutesWords', () => {
  it.each([
    [0, '0 min', 'none'],
    [45, '45 min', 'under an hour'],
    [59.6, '1 h', 'to the nearest minute'],
    [60, '1 h', 'an hour'],
    [120, '2 h', 'whole hours'],
    [190, '3 h 10 min', 'hours and minutes'],
    [2400, '40 h', 'a week of them'],
  ])('%d is "%s": %s', (minutes, words) => {
    expect(minutesWords(minutes)).toBe(words);
  });
});
