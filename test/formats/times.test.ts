import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/errors';
import { readDayAndTime, readTime } from '../../src/formats/times';

const SUNDAY = '2026-11-22';
const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const minuteOfDay = fc.integer({ min: 0, max: 1439 });

describe('readTime', () => {
  it.each([
    ['14:00', '14:00', 'as it is kept'],
    ['9:05', '09:05', 'one digit'],
    ['00:00', '00:00', 'the first minute'],
    ['23:59', '23:59', 'the last minute'],
    ['14:00:00', '14:00', 'seconds of zero'],
    ['2pm', '14:00', 'afternoon'],
    ['2 PM', '14:00', 'capitals and a space'],
    ['2 p.m.', '14:00', 'dots'],
    ['2:30 pm', '14:30', 'with minutes'],
    ['2.30pm', '14:30', 'British'],
    ['12am', '00:00', 'midnight is the twelfth hour of the night'],
    ['12pm', '12:00', 'noon is the twelfth hour of the day'],
    ['12:30 am', '00:30', 'half an hour after midnight'],
    ['14h', '14:00', 'French'],
    ['14h30', '14:30', 'French, with minutes'],
    ['noon', '12:00', 'in a word'],
  ])('%s is %s: %s', (text, time) => {
    expect(readTime(text)).toBe(time);
  });

  it.each([
    ['', 'nothing'],
    ['14', 'a number could be a day'],
    ['24:00', 'the day has ended'],
    ['25:00', 'no such hour'],
    ['14:60', 'no such minute'],
    ['14h75', 'no such minute'],
    ['14:5', 'half a minute typed'],
    ['14:00:30', 'seconds are not kept'],
    ['13pm', 'no such hour of the half day'],
    ['0am', 'no such hour of the half day'],
    ['14:30 pm', 'said twice, in two ways'],
    ['14.30', 'could be a day of a month'],
    ['midnight', 'of which day?'],
    ['3 o’clock', 'morning or afternoon?'],
    ['-2pm', 'negative'],
    ['14:00Z', 'a zone: times are local'],
  ])('refuses "%s": %s', (text) => {
    expect(() => readTime(text)).toThrow(UsageError);
    expect(() => readTime(text)).toThrow(`"${text}"`);
  });

  it('reads every time of day as itself, and on the twelve-hour clock', () => {
    fc.assert(
      fc.property(minuteOfDay, (minutes) => {
        const time = clock(minutes);
        const [hour, rest] = [Math.floor(minutes / 60), time.slice(3)];
        expect(readTime(time)).toBe(time);
        expect(readTime(`${hour}h${rest}`)).toBe(time);
        expect(readTime(`${hour % 12 || 12}:${rest} ${hour < 12 ? 'am' : 'pm'}`)).toBe(time);
      }),
    );
  });
});

describe('readDayAndTime', () => {
  it.each<[text: string, day: string, time: string | null, why: string]>([
    ['fri 14:00', '2026-11-27', '14:00', 'a weekday and a time'],
    ['fri at 3pm', '2026-11-27', '15:00', 'as people say it'],
    ['friday, 3 pm', '2026-11-27', '15:00', 'with a comma'],
    ['Fri @ 3pm', '2026-11-27', '15:00', 'with a sign'],
    ['tomorrow 2pm', '2026-11-23', '14:00', 'a word and a time'],
    ['tomorrow noon', '2026-11-23', '12:00', 'two words'],
    ['14:00 tomorrow', '2026-11-23', '14:00', 'the time first'],
    ['2pm on friday', '2026-11-27', '14:00', 'the time first, as people say it'],
    ['at 9:30 on 1 dec', '2026-12-01', '09:30', 'the time first, in full'],
    ['2026-12-01 14:00', '2026-12-01', '14:00', 'ISO with a space'],
    ['2026-12-01T14:00', '2026-12-01', '14:00', 'ISO'],
    ['2026-12-01T14:00:00', '2026-12-01', '14:00', 'ISO with seconds'],
    ['22 nov 2pm', '2026-11-22', '14:00', 'today by its date'],
    ['1 dec 2026 18h30', '2026-12-01', '18:30', 'a full date'],
    ['in 2 weeks at 10:00', '2026-12-06', '10:00', 'counted from today'],
    ['tonight 8pm', '2026-11-22', '20:00', 'the part of the day besides'],
    ['14:00', '2026-11-22', '14:00', 'a time alone is today'],
    ['at 2 pm', '2026-11-22', '14:00', 'a time alone, as people say it'],
    ['fri', '2026-11-27', null, 'a day alone'],
    ['13.04.', '2027-04-13', null, 'a date that looks like a time'],
  ])('%s is %s at %s: %s', async (text, day, time) => {
    expect(await readDayAndTime(text, SUNDAY, { toward: 'future' })).toEqual({ day, time });
  });

  it.each([
    ['fri 25:00', '"25:00"', 'no such time'],
    ['someday 14:00', '"someday"', 'no such day'],
    ['2026-02-30 14:00', '"2026-02-30"', 'no such day'],
    ['03/04 14:00', '"03/04"', 'two days'],
    ['fri 14:00-15:00', '"fri 14:00-15:00"', 'two times'],
    ['2026-12-01T14:00Z', '"2026-12-01 14:00Z"', 'a zone: times are local'],
    ['', '""', 'nothing'],
  ])('refuses "%s", naming %s: %s', async (text, named) => {
    const reading = readDayAndTime(text, SUNDAY, { toward: 'future' });
    await expect(reading).rejects.toThrow(UsageError);
    await expect(reading).rejects.toThrow(named);
  });

  it('reads every ISO day and time back, in either order', async () => {
    await fc.assert(
      fc.asyncProperty(minuteOfDay, async (minutes) => {
        const read = { day: '2026-12-01', time: clock(minutes) };
        for (const text of [
          `${read.day}T${read.time}`,
          `${read.day} ${read.time}`,
          `${read.time} ${read.day}`,
        ]) {
          expect(await readDayAndTime(text, SUNDAY, { toward: 'past' })).toEqual(read);
        }
      }),
    );
  });
});
