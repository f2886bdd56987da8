import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/errors';
import { readDay, type Toward } from '../../src/formats/days';
import type { IsoDay } from '../../src/model';
import { addDays, isIsoDay } from '../../src/rules/dates';
import { dayWithWeekday, dayWords, shortDay } from '../../src/rules/day-words';

const SUNDAY = '2026-11-22';
const FRIDAY = '2026-11-20';

type Row = [text: string, toward: Toward, today: IsoDay, day: IsoDay, why: string];

const READ: Row[] = [
  ['2026-11-22', 'past', SUNDAY, '2026-11-22', 'ISO'],
  ['2031-01-05', 'past', SUNDAY, '2031-01-05', 'a full date lies where it lies, whatever the direction'],
  ['2026-1-5', 'future', SUNDAY, '2026-01-05', 'ISO without the zeros'],
  ['2026/01/05', 'future', SUNDAY, '2026-01-05', 'year first leaves no doubt about the month'],
  ['2026.01.05', 'future', SUNDAY, '2026-01-05', 'dots as well'],
  ['2028-02-29', 'future', SUNDAY, '2028-02-29', 'a leap day'],

  ['today', 'past', SUNDAY, '2026-11-22', 'the day itself'],
  ['Today', 'future', SUNDAY, '2026-11-22', 'capitals do not matter'],
  ['  today ', 'past', SUNDAY, '2026-11-22', 'spaces do not matter'],
  ['now', 'past', SUNDAY, '2026-11-22', 'the day of this moment'],
  ['yesterday', 'past', SUNDAY, '2026-11-21', 'one back'],
  ['tomorrow', 'future', SUNDAY, '2026-11-23', 'one ahead'],
  ['yesterday', 'past', '2027-01-01', '2026-12-31', 'over the new year'],
  ['tomorrow', 'future', '2026-12-31', '2027-01-01', 'over the end of the year'],
  ['tomorrow', 'future', '2028-02-28', '2028-02-29', 'into a leap day'],
  ['tomorrow', 'future', '2027-02-28', '2027-03-01', 'no leap day in 2027'],
  ['this morning', 'past', SUNDAY, '2026-11-22', 'part of today'],
  ['this afternoon', 'past', SUNDAY, '2026-11-22', 'part of today'],
  ['tonight', 'future', SUNDAY, '2026-11-22', 'part of today'],
  ['last night', 'past', SUNDAY, '2026-11-21', 'last night was yesterday'],
  ['yesterday evening', 'past', SUNDAY, '2026-11-21', 'the part of the day is left out'],
  ['fri morning', 'past', SUNDAY, '2026-11-20', 'the part of the day is left out'],

  ['fri', 'past', SUNDAY, '2026-11-20', 'logged: the last Friday'],
  ['fri', 'future', SUNDAY, '2026-11-27', 'due: the next Friday'],
  ['fri', 'past', FRIDAY, '2026-11-20', 'on a Friday a bare fri is today'],
  ['fri', 'future', FRIDAY, '2026-11-20', 'on a Friday a bare fri is today, due days too'],
  ['fri', 'later', FRIDAY, '2026-11-27', 'where it cannot be today it is the one after'],
  ['fri', 'later', SUNDAY, '2026-11-27', 'and otherwise the next, as ever'],
  ['this fri', 'later', FRIDAY, '2026-11-20', 'said to be this one, it is, and is refused by who asked'],
  ['next fri', 'later', FRIDAY, '2026-11-27', 'the one after'],
  ['in 2 weeks', 'later', FRIDAY, '2026-12-04', 'as for any day to come'],
  ['22nd', 'later', FRIDAY, '2026-11-22', 'as for any day to come'],
  ['sun', 'past', SUNDAY, '2026-11-22', 'on a Sunday a bare sun is today'],
  ['mon', 'past', SUNDAY, '2026-11-16', 'Monday of the week that ends today'],
  ['mon', 'future', SUNDAY, '2026-11-23', 'the Monday after'],
  ['Friday', 'past', SUNDAY, '2026-11-20', 'the whole name'],
  ['Fri.', 'past', SUNDAY, '2026-11-20', 'an abbreviation with its dot'],
  ['on friday', 'future', SUNDAY, '2026-11-27', 'as people say it'],
  ['by friday', 'future', SUNDAY, '2026-11-27', 'as people say it of due days'],
  ['tues', 'future', SUNDAY, '2026-11-24', 'four letters'],
  ['weds', 'future', SUNDAY, '2026-11-25', 'the one abbreviation that is no beginning'],
  ['thurs', 'future', SUNDAY, '2026-11-26', 'five letters'],
  ['last friday', 'past', SUNDAY, '2026-11-20', 'the nearest Friday before'],
  ['last friday', 'past', FRIDAY, '2026-11-13', 'last is never today'],
  ['last fri', 'future', SUNDAY, '2026-11-20', 'last means past whatever the direction'],
  ['next tuesday', 'future', SUNDAY, '2026-11-24', 'the first Tuesday strictly after'],
  ['next tuesday', 'future', '2026-11-23', '2026-11-24', 'also when that is tomorrow'],
  ['next tuesday', 'future', '2026-11-24', '2026-12-01', 'next is never today'],
  ['next friday', 'past', FRIDAY, '2026-11-27', 'next means future whatever the direction'],
  ['this friday', 'future', SUNDAY, '2026-11-27', 'due: the one to come, as this week has no Friday left'],
  ['this friday', 'past', SUNDAY, '2026-11-20', 'logged: that of the week from Monday'],
  ['this friday', 'future', FRIDAY, '2026-11-20', 'today is this Friday'],
  ['friday next week', 'future', FRIDAY, '2026-11-27', 'of the week that begins next Monday'],
  ['monday next week', 'future', SUNDAY, '2026-11-23', 'next week begins tomorrow'],
  ['tue last week', 'past', SUNDAY, '2026-11-10', 'of the week before the one that ends today'],
  ['friday of this week', 'past', SUNDAY, '2026-11-20', 'of the week that ends today'],

  ['+3d', 'future', SUNDAY, '2026-11-25', 'three days ahead'],
  ['+3d', 'past', SUNDAY, '2026-11-25', 'a sign says where, whatever the direction'],
  ['+0d', 'future', SUNDAY, '2026-11-22', 'no days from today'],
  ['-3d', 'future', SUNDAY, '2026-11-19', 'three days back'],
  ['3d', 'future', SUNDAY, '2026-11-25', 'without a sign: where the caller looks'],
  ['3d', 'past', SUNDAY, '2026-11-19', 'without a sign: where the caller looks'],
  ['3 days', 'future', SUNDAY, '2026-11-25', 'in words'],
  ['+2w', 'future', SUNDAY, '2026-12-06', 'two weeks'],
  ['+1m', 'future', SUNDAY, '2026-12-22', 'a month'],
  ['+1m', 'future', '2026-01-31', '2026-02-28', 'a short month gives its last day and no day of March'],
  ['+1m', 'future', '2028-01-31', '2028-02-29', 'a short month of a leap year'],
  ['+1y', 'future', '2028-02-29', '2029-02-28', 'a year after a leap day'],
  ['+40d', 'future', SUNDAY, '2027-01-01', 'over the end of the year'],
  ['in 2 weeks', 'future', SUNDAY, '2026-12-06', 'in words'],
  ['in 3d', 'past', SUNDAY, '2026-11-25', 'in means ahead whatever the direction'],
  ['in a month', 'future', SUNDAY, '2026-12-22', 'a counts as one'],
  ['in ten days', 'future', SUNDAY, '2026-12-02', 'a count in words'],
  ['2 days ago', 'past', SUNDAY, '2026-11-20', 'ago means back'],
  ['two weeks ago', 'future', SUNDAY, '2026-11-08', 'ago means back whatever the direction'],
  ['3d ago', 'past', SUNDAY, '2026-11-19', 'short'],
  ['a week ago', 'past', SUNDAY, '2026-11-15', 'a counts as one'],
  ['a week from tomorrow', 'future', SUNDAY, '2026-11-30', 'counted from another day'],
  ['2 weeks from fri', 'future', SUNDAY, '2026-12-11', 'counted from a weekday'],
  ['3 days after 22 nov', 'future', SUNDAY, '2026-11-25', 'counted from a date'],
  ['the day before yesterday', 'past', SUNDAY, '2026-11-20', 'the day needs no count'],
  ['day after tomorrow', 'future', SUNDAY, '2026-11-24', 'nor an article'],
  ['two weeks from now', 'future', SUNDAY, '2026-12-06', 'from now'],

  ['eow', 'future', SUNDAY, '2026-11-22', 'the week ends on Sunday'],
  ['eow', 'future', '2026-11-23', '2026-11-29', 'six days after its Monday'],
  ['end of the week', 'future', FRIDAY, '2026-11-22', 'in words'],
  ['end of next week', 'future', FRIDAY, '2026-11-29', 'one later'],
  ['eom', 'future', SUNDAY, '2026-11-30', 'the last of the month'],
  ['end of month', 'future', '2028-02-10', '2028-02-29', 'of a leap year’s February'],
  ['end of next month', 'future', '2026-01-31', '2026-02-28', 'no rolling over into March'],
  ['eoy', 'future', SUNDAY, '2026-12-31', 'the last of the year'],
  ['next week', 'future', SUNDAY, '2026-11-23', 'its Monday'],
  ['next week', 'future', '2026-11-23', '2026-11-30', 'on a Monday, the Monday after'],
  ['next week', 'later', SUNDAY, '2026-11-23', 'who rests comes back on its Monday'],
  ['next week', 'due', SUNDAY, '2026-11-27', 'what is due has its working days'],
  ['next week', 'due', '2026-11-23', '2026-12-04', 'said on a Monday'],
  ['by next week', 'due', FRIDAY, '2026-11-27', 'said on a Friday'],
  ['next month', 'due', '2026-12-31', '2027-01-31', 'all of it'],
  ['next year', 'due', SUNDAY, '2027-12-31', 'all of it'],
  ['fri', 'due', FRIDAY, '2026-11-20', 'any other day as what is to come'],
  ['monday next week', 'due', FRIDAY, '2026-11-23', 'a day stays that day'],
  ['next month', 'future', '2026-12-31', '2027-01-01', 'its first day'],
  ['next year', 'future', SUNDAY, '2027-01-01', 'its first day'],

  ['22 nov', 'past', SUNDAY, '2026-11-22', 'today counts as past'],
  ['22 nov', 'future', SUNDAY, '2026-11-22', 'today counts as future'],
  ['23 nov', 'past', SUNDAY, '2025-11-23', 'logged: the last one there was'],
  ['23 nov', 'future', SUNDAY, '2026-11-23', 'due: the next'],
  ['21 nov', 'future', SUNDAY, '2027-11-21', 'due: this year’s is over'],
  ['nov 21', 'past', SUNDAY, '2026-11-21', 'month first'],
  ['Nov 21st', 'past', SUNDAY, '2026-11-21', 'an ordinal'],
  ['22nd of November', 'past', SUNDAY, '2026-11-22', 'said in full'],
  ['22 November 2026', 'future', '2026-12-01', '2026-11-22', 'with a year no direction counts'],
  ['November 22nd, 2026', 'past', SUNDAY, '2026-11-22', 'American, with its comma'],
  ['22-nov-2026', 'past', SUNDAY, '2026-11-22', 'with hyphens'],
  ['22.nov.2026', 'past', SUNDAY, '2026-11-22', 'with dots'],
  ['22nov', 'past', SUNDAY, '2026-11-22', 'in one'],
  ['3 sept', 'past', SUNDAY, '2026-09-03', 'four letters'],
  ['1 jan', 'future', '2026-12-31', '2027-01-01', 'over the end of the year'],
  ['31 dec', 'past', '2027-01-01', '2026-12-31', 'over the new year'],
  ['29 feb', 'future', SUNDAY, '2028-02-29', 'the next year that has one'],
  ['29 feb', 'past', SUNDAY, '2024-02-29', 'the last year that had one'],
  ['29 feb', 'past', '2028-02-29', '2028-02-29', 'on the leap day itself'],
  ['29 feb', 'future', '2097-01-01', '2104-02-29', '2100 is no leap year'],
  ['22nd', 'future', FRIDAY, '2026-11-22', 'of this month when it is to come'],
  ['22nd', 'past', FRIDAY, '2026-10-22', 'of the month before when it is not'],
  ['the 31st', 'future', SUNDAY, '2026-12-31', 'November has none'],
  ['31st', 'past', SUNDAY, '2026-10-31', 'October has one'],
  ['30th', 'future', '2026-01-31', '2026-03-30', 'February has none'],
  ['fri 27 nov', 'future', SUNDAY, '2026-11-27', 'the weekday agrees'],
  ['Friday, 27 November 2026', 'future', SUNDAY, '2026-11-27', 'in full'],

  ['13/04', 'future', SUNDAY, '2027-04-13', 'there is no month 13'],
  ['04/13', 'past', SUNDAY, '2026-04-13', 'in either order'],
  ['13/04/2026', 'past', SUNDAY, '2026-04-13', 'with a year'],
  ['13.4.', 'past', SUNDAY, '2026-04-13', 'with dots'],
  ['13-04', 'past', SUNDAY, '2026-04-13', 'with a hyphen'],
  ['03/03', 'past', SUNDAY, '2026-03-03', 'both readings are one day'],
  ['29/02', 'future', SUNDAY, '2028-02-29', 'the next year that has one'],
  ['fri 13/11', 'past', SUNDAY, '2026-11-13', 'the weekday agrees'],
  ['fri 03/04/2026', 'past', SUNDAY, '2026-04-03', 'the weekday decides: 4 March was a Wednesday'],

  ['a few days ago', 'past', SUNDAY, '2026-11-19', 'a rare phrase: three days'],
  ['in a couple of days', 'future', SUNDAY, '2026-11-24', 'a rare phrase: two days'],
  ['last week', 'past', SUNDAY, '2026-11-15', 'a rare phrase: seven days ago'],
  ['tmr', 'future', SUNDAY, '2026-11-23', 'a rare spelling'],
];

const REFUSED: [text: string, why: string][] = [
  ['', 'nothing'],
  ['someday', 'no day'],
  ['ana', 'a name'],
  ['ana tomorrow', 'a name is left over'],
  ['friyay', 'no weekday begins so'],
  ['fr', 'two letters are too few'],
  ['2026-02-30', 'February has no such day'],
  ['2026-13-01', 'no such month'],
  ['2026-00-10', 'no such month'],
  ['2027-02-29', 'no leap year'],
  ['2100-02-29', 'no leap year, though divisible by four'],
  ['31 nov', 'November has 30 days'],
  ['0 nov', 'no such day'],
  ['nov 31 2026', 'November has 30 days'],
  ['32nd', 'no month has so many'],
  ['30/02', 'no such day in either order'],
  ['31/11/2026', 'no such day in either order'],
  ['13/13', 'no such month'],
  ['thu 27 nov 2026', 'that is a Friday'],
  ['fri 2026-11-22', 'that is a Sunday'],
  ['22 nov 26', 'a year of two digits could be anything'],
  ['13/04/26', 'a year of two digits could be a day'],
  ['november', 'a month is no day'],
  ['march 2026', 'a month is no day'],
  ['2026', 'a year is no day'],
  ['22', 'a number is no day'],
  ['am', 'a word of a count and a unit'],

  ['last month', 'thirty days are no day'],
  ['this weekend', 'two days are no day'],
  ['next quarter', 'ninety days are no day'],
  ['22-24 nov', 'three days'],
  ['tomorrow 2pm', 'a time where a day is wanted is not dropped in silence'],
  ['in 5 minutes', 'a time'],
  ['2026-11-22T14:00', 'a time'],
  ['-2 days ago', 'two ways to say back'],
  ['constructor', 'a word that every object knows'],
  ['1899-12-31', 'too early'],
  ['2201-01-01', 'too late'],
  ['+9999y', 'far too late'],
  ['9999 years after +9999y', 'beyond what a date can hold'],
  ['+99999999d', 'beyond what can be counted'],
];

async function refusal(text: string, toward: Toward, today = SUNDAY): Promise<UsageError> {
  try {
    const day = await readDay(text, today, { toward });
    throw new Error(`${text} was read as ${day}`);
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
}

describe('readDay', () => {
  it.each(READ)('%s (%s, on %s) is %s: %s', async (text, toward, today, day) => {
    expect(await readDay(text, today, { toward })).toBe(day);
  });

  it.each(REFUSED)('refuses "%s": %s', async (text) => {
    for (const toward of ['past', 'future'] as const) {
      expect((await refusal(text, toward)).message).toContain(`"${text}"`);
    }
  });

  it.each<[text: string, toward: Toward, message: string]>([
    ['03/04', 'future', '"03/04" is 3 April 2027 or 4 March 2027: write 2027-04-03 or 2027-03-04.'],
    ['03/04', 'past', '"03/04" is 3 April 2026 or 4 March 2026: write 2026-04-03 or 2026-03-04.'],
    ['03/04/2026', 'future', '"03/04/2026" is 3 April 2026 or 4 March 2026: write 2026-04-03 or 2026-03-04.'],
    ['3.4.', 'past', '"3.4." is 3 April 2026 or 4 March 2026: write 2026-04-03 or 2026-03-04.'],
    ['03-04', 'past', '"03-04" is 3 April 2026 or 4 March 2026: write 2026-04-03 or 2026-03-04.'],
    ['10/12', 'past', '"10/12" is 10 December 2025 or 12 October 2026: write 2025-12-10 or 2026-10-12.'],
  ])('writes out both readings of %s (%s)', async (text, toward, message) => {
    expect((await refusal(text, toward)).message).toBe(message);
  });

  it('hints at forms that all work', async () => {
    const forms =
      /^Days can be written (.*)\.$/.exec((await refusal('someday', 'future')).hint ?? '')?.[1] ?? '';
    const examples = forms.split(/, | or /);
    expect(examples).toHaveLength(7);
    for (const example of examples) {
      expect(isIsoDay(await readDay(example, SUNDAY, { toward: 'future' }))).toBe(true);
    }
  });

  const someDay = fc.integer({ min: 0, max: 109_000 }).map((days) => addDays('1900-01-01', days));
  const somewhere = fc.constantFrom<Toward>('past', 'future');

  it('reads every ISO day as itself, whatever the day and the direction', async () => {
    await fc.assert(
      fc.asyncProperty(someDay, someDay, somewhere, async (day, today, toward) => {
        expect(await readDay(day, today, { toward })).toBe(day);
      }),
    );
  });

  it('reads back what the screens say', async () => {
    const close = fc.integer({ min: -500, max: 500 });
    const aroundNow = fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2024-01-01', days));
    await fc.assert(
      fc.asyncProperty(aroundNow, close, async (today, away) => {
        const day = addDays(today, away);
        const toward = away < 0 ? 'past' : 'future';
        for (const say of [dayWords, shortDay, dayWithWeekday]) {
          expect(await readDay(say(day, today), today, { toward })).toBe(day);
        }
      }),
    );
  });

  it('finds a day of the calendar for every phrase on every day, or refuses', async () => {
    const phrase = fc.constantFrom(...READ.map(([text]) => text), ...REFUSED.map(([text]) => text));
    await fc.assert(
      fc.asyncProperty(phrase, someDay, somewhere, async (text, today, toward) => {
        const day = await readDay(text, today, { toward }).catch((error: unknown) => error);
        expect(day instanceof UsageError || isIsoDay(String(day))).toBe(true);
      }),
    );
  });

  it('never puts a bare weekday or a date without a year on the wrong side of today', async () => {
    const phrase = fc.constantFrom('fri', 'mon', 'sunday', '29 feb', '22 nov', '1st', '31st', '13/04', '5d');
    await fc.assert(
      fc.asyncProperty(phrase, someDay, async (text, today) => {
        fc.pre(today > '1910' && today < '2190');
        expect((await readDay(text, today, { toward: 'past' })) <= today).toBe(true);
        expect((await readDay(text, today, { toward: 'future' })) >= today).toBe(true);
      }),
    );
  });

  it('meets any text with a day or a usage error', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), somewhere, async (text, toward) => {
        const day = await readDay(text, SUNDAY, { toward }).catch((error: unknown) => error);
        expect(day instanceof UsageError || isIsoDay(String(day))).toBe(true);
      }),
    );
  });
});
