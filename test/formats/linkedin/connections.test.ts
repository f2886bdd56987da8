import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { readBytes, readText } from './read';

const HEADER = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On';
const ANA = 'Ana,Ruiz,https://www.linkedin.com/in/ana-ruiz,ana@example.org,"Acme, Inc.",Lead,08 Feb 2023';
const ana = {
  name: 'Ana Ruiz',
  email: 'ana@example.org',
  link: 'https://www.linkedin.com/in/ana-ruiz',
  linkKey: 'linkedin:ana-ruiz',
  company: 'Acme, Inc.',
  role: 'Lead',
  connectedOn: '2023-02-08',
  file: 'some.csv',
};

describe('Connections.csv in the forms it comes in', () => {
  test.each([
    ['as LinkedIn writes it', `Notes:\n"Some of the\n""addresses"" are missing."\n\n${HEADER}\n${ANA}`, 6],
    ['without notes', `${HEADER}\n${ANA}\n`, 2],
    ['from a spreadsheet: byte order mark, CRLF', `\uFEFF${HEADER}\r\n${ANA}\r\n`, 2],
    ['with mixed line ends', `Notes:\n\n${HEADER}\r\n${ANA}\n`, 4],
    ['with a lone quotation mark above the header', `Notes:\n"\n${HEADER}\n${ANA}`, 4],
    ['with a date of a spreadsheet', `${HEADER}\n${ANA.replace('08 Feb 2023', '8-Feb-23')}`, 2],
    ['saved with semicolons', `${HEADER.replaceAll(',', ';')}\n${ANA.replaceAll(/,(?! )/g, ';')}`, 2],
    ['saved with tabs', `${HEADER.replaceAll(',', '\t')}\n${ANA.replaceAll(/,(?! )/g, '\t')}`, 2],
    ['with every field quoted', `"${HEADER.replaceAll(',', '","')}"\n${ANA}`, 2],
    ['with a column nobody knows yet', `Shoe Size,${HEADER}\n46,${ANA}`, 2],
    [
      'with German headers',
      `Vorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Verbunden am\n${ANA}`,
      2,
    ],
    ['with French headers', `Prénom,Nom,URL,Adresse e-mail,Entreprise,Poste,Date de connexion\n${ANA}`, 2],
    ['with Spanish headers', `Nombre,Apellidos,URL,Correo electrónico,Empresa,Cargo,Conectado el\n${ANA}`, 2],
  ])('%s', async (_why, text, line) => {
    const result = await readText(text);
    expect(result.people).toEqual([{ ...ana, line }]);
    expect(result).toMatchObject({ parts: ['connections'], skipped: [], asOf: '2023-02-08', owner: null });
  });

  test('of before 2023, without links', async () => {
    const result = await readText(
      'First Name,Last Name,Email Address,Company,Position,Connected On\nAna,Ruiz,,,,08 Feb 2021',
    );
    expect(result.people).toMatchObject([{ name: 'Ana Ruiz', link: null, linkKey: null, company: null }]);
  });

  test('in windows-1252, as an old spreadsheet writes it', async () => {
    const result = await readBytes(Buffer.from(`${HEADER}\nZoë,Müller,,,,,08 Feb 2023`, 'latin1'));
    expect(result.people[0]?.name).toBe('Zoë Müller');
  });
});

describe('the rows of Connections.csv', () => {
  const read = (...rows: string[]) => readText([HEADER, ...rows].join('\n'));

  test('hidden members, with nothing but a date, are counted', async () => {
    const result = await read(',,,,,,08 Feb 2023', ANA, ',,,,,,01 Mar 2024');
    expect(result.counts).toMatchObject({ connections: 1, hiddenMembers: 2 });
    expect(result).toMatchObject({ skipped: [], asOf: '2024-03-01' });
  });

  test.each([
    ['Ana,Ruiz,,,,,bad date', 'the date "bad date" was not understood; the contact is kept'],
    ['Ana,Ruiz,,,,,3/4/2023', 'the date "3/4/2023" was not understood; the contact is kept'],
    ['Ana,Ruiz,,,,,', 'no date; the contact is kept'],
    ['Ana,Ruiz,n/a,,,,08 Feb 2023', '"n/a" is no web link; the contact is kept'],
    ['Ana,Ruiz,,,Acme', 'no date; the contact is kept'],
  ])('%s: a detail is skipped, not the contact', async (row, reason) => {
    const result = await read(row);
    expect(result.people).toMatchObject([{ name: 'Ana Ruiz', line: 2 }]);
    expect(result.skipped).toEqual([{ file: 'some.csv', line: 2, reason }]);
  });

  test('a row that has something, but no name, is skipped', async () => {
    const result = await read(ANA, ',,,x@example.org,,,08 Feb 2023');
    expect(result.skipped).toEqual([{ file: 'some.csv', line: 3, reason: 'the row has no name' }]);
    expect(result.counts).toMatchObject({ connections: 1, hiddenMembers: 0 });
  });

  test('of one name alone there is one word', async () => {
    expect((await read('Cher,,,,,,08 Feb 2023')).people[0]?.name).toBe('Cher');
  });

  test('the same profile twice is one person, however the link is spelled', async () => {
    const result = await read(ANA, 'Ana,Ruiz,http://de.linkedin.com/in/Ana-Ruiz/?trk=x,,,,08 Feb 2023');
    expect(result.people).toHaveLength(1);
    expect(result.skipped).toEqual([{ file: 'some.csv', line: 3, reason: 'the same profile as on line 2' }]);
  });

  test('two people may have one name', async () => {
    expect((await read('Sam,Lee,,,,,08 Feb 2023', 'Sam,Lee,,,,,09 Feb 2023')).people).toHaveLength(2);
  });

  test('a link to another place is kept, with host and path as its key', async () => {
    const [person] = (await read('Ana,Ruiz,https://www.example.invalid/ana/,,,,08 Feb 2023')).people;
    expect(person).toMatchObject({
      linkKey: 'example.invalid/ana',
      link: 'https://www.example.invalid/ana/',
    });
  });

  test('names, companies and roles come back as they were written', async () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'é', ',', ';', '"', "'", '-'), minLength: 1 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(word, word, word, word), { minLength: 1, maxLength: 6 }),
        async (people) => {
          const rows = people.map(([first, last, company, role]) => [
            first,
            last,
            '',
            '',
            company,
            role,
            '08 Feb 2023',
          ]);
          const result = await readText(Papa.unparse([HEADER.split(','), ...rows]));
          expect(result.people.map(({ name, company, role }) => [name, company, role])).toEqual(
            people.map(([first, last, company, role]) => [`${first} ${last}`, company, role]),
          );
        },
      ),
    );
  });
});
