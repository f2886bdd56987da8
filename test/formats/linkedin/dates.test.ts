import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayInName, readDay, readInstant } from '../../../src/formats/linkedin/dates';

describe('readDay', () => {
  test.each([
    ['08 Feb 2023', '2023-02-08'],
    ['1 Mar 2026', '2026-03-01'],
    ['7-Feb-22', '2022-02-07'],
    ['7-Feb-2022', '2022-02-07'],
    ['Feb 7, 2022', '2022-02-07'],
    ['2022-02-07', '2022-02-07'],
    ['07.02.2022', '2022-02-07'],
    ['14/02/2022', '2022-02-14'],
    ['2/14/22', '2022-02-14'],
    ['03/03/2022', '2022-03-03'],
    ['29 Feb 2024', '2024-02-29'],
    ['8. März 2023', '2023-03-08'],
    ['8 févr. 2023', '2023-02-08'],
    ['8 août 2023', '2023-08-08'],
    ['8 ene 2023', '2023-01-08'],
    ['8 dic. 2023', '2023-12-08'],
  ])('%s is %s', (text, day) => {
    expect(readDay(text)).toBe(day);
  });

  test.each([
    '',
    'bad date',
    '03/04/2022',
    '30 Feb 2023',
    '29 Feb 2023',
    '32 Jan 2023',
    '08 Foo 2023',
    '2023',
    '0 Jan 2023',
  ])('"%s" is none', (text) => {
    expect(readDay(text)).toBeNull();
  });

  test('every day that LinkedIn can write comes back', () => {
    const days = fc.date({ min: new Date('2003-05-05'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (at) => {
        const text = at.toLocaleDateString('en-GB', {
          day: '2-digit',
          month: 'long',
          year: 'numeric',
          timeZone: 'UTC',
        });
        expect(readDay(text.replace(/([A-Z]..)[a-z]*/, '$1'))).toBe(at.toISOString().slice(0, 10));
      }),
    );
  });
});

describe('readInstant', () => {
  test.each([
    ['2021-04-02 09:15:07 UTC', '2021-04-02T09:15:07.000Z'],
    ['2021-04-02 09:15:07', '2021-04-02T09:15:07.000Z'],
    ['2021-04-02 09:15', '2021-04-02T09:15:00.000Z'],
    ['2021-04-02T09:15:07Z', '2021-04-02T09:15:07.000Z'],
  ])('%s', (text, at) => {
    expect(readInstant(text)?.toISOString()).toBe(at);
  });

  test.each([
    '',
    '2021-04-02',
    '2021-02-30 09:15:07 UTC',
    '2021-04-02 24:15:07 UTC',
    '2021-04-02 09:15:07 CET',
  ])('"%s" is none', (text) => {
    expect(readInstant(text)).toBeNull();
  });
});

describe('dayInName', () => {
  test.each([
    ['Basic_LinkedInDataExport_05-14-2021.zip', '2021-05-14'],
    ['Complete_LinkedInDataExport_05-14-2021.zip.zip', '2021-05-14'],
    ['Basic_LinkedInDataExport_05-14-2021 (1).zip', '2021-05-14'],
    ['Basic_LinkedInDataExport_14-05-2021.zip', null],
    ['export.zip', null],
  ])('%s: %s', (name, day) => {
    expect(dayInName(name)).toBe(day);
  });
});
