import { describe, expect, test } from 'vitest';
import { readLinkedIn } from '../../../src/formats/linkedin/archive';
import { link, messagesCsv, readText, type Written } from './read';

const me = { from: 'Maya Berg', fromUrl: link('maya') };
const toMe = { to: 'Maya Berg', toUrls: link('maya') };
const ana = { from: 'Ana Ruiz', fromUrl: link('ana-ruiz') };
const toAna = { to: 'Ana Ruiz', toUrls: link('ana-ruiz') };
const read = (messages: Written[]) => readText(messagesCsv(messages), 'Maya Berg');
const withoutOrigin = ({ file: _file, ...message }: { file: string }) => message;

describe('messages.csv by year', () => {
  const columns: [string, string][] = [
    ['2021', 'CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,FOLDER'],
    [
      '2023',
      'CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER',
    ],
    [
      '2025',
      'CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,' +
        'FOLDER,ATTACHMENTS,IS MESSAGE DRAFT',
    ],
    [
      '2026',
      '"CONVERSATION ID","CONVERSATION TITLE","FROM","SENDER PROFILE URL","TO","RECIPIENT PROFILE URLS","DATE",' +
        '"SUBJECT","CONTENT","FOLDER","ATTACHMENTS"',
    ],
    ['without folder and subject', 'CONVERSATION ID,FROM,SENDER PROFILE URL,TO,DATE,CONTENT'],
    ['in another order', 'DATE,CONTENT,TO,SENDER PROFILE URL,FROM,CONVERSATION ID'],
    ['with semicolons', 'CONVERSATION ID;FROM;SENDER PROFILE URL;TO;DATE;CONTENT'],
  ];
  test.each(columns)('%s', async (_year, header) => {
    const separator = header.includes(';') ? ';' : ',';
    const row = (cells: Record<string, string>) =>
      header
        .replaceAll('"', '')
        .split(separator)
        .map((column) => `"${cells[column] ?? ''}"`)
        .join(separator);
    const text = [
      header,
      row({
        'CONVERSATION ID': 'c1',
        FROM: 'Ana Ruiz',
        'SENDER PROFILE URL': link('ana-ruiz'),
        TO: 'Maya Berg',
        'RECIPIENT PROFILE URLS': link('maya'),
        DATE: '2021-04-02 09:15:00 UTC',
        CONTENT: 'Hello,\r\n\r\n""Maya""',
      }),
      row({ 'CONVERSATION ID': 'c1', FROM: 'Maya Berg', TO: 'Ana Ruiz', DATE: '2021-04-03 09:15:00' }),
    ].join('\r\n');
    const result = await readText(text, 'Maya Berg');
    expect(result.people).toMatchObject([{ name: 'Ana Ruiz', linkKey: 'linkedin:ana-ruiz', line: 2 }]);
    expect(result.messages.map(withoutOrigin)).toEqual([
      {
        conversation: 'c1',
        person: 0,
        day: '2021-04-02',
        direction: 'received',
        text: 'Hello,\n\n"Maya"',
        line: 2,
      },
      { conversation: 'c1', person: 0, day: '2021-04-03', direction: 'sent', text: null, line: 5 },
    ]);
  });

  test('the day is the one where the user is', async () => {
    const bytes = new TextEncoder().encode(
      messagesCsv([{ ...ana, ...toMe, date: '2026-03-01 23:30:00 UTC' }]),
    );
    const tomorrow = (at: Date) => new Date(at.getTime() + 3_600_000).toISOString().slice(0, 10);
    const result = await readLinkedIn({ name: 'm.csv', bytes }, { me: 'Maya Berg', localDay: tomorrow });
    expect(result).toMatchObject({ messages: [{ day: '2026-03-02' }], asOf: '2026-03-02' });
  });
});

describe('what is no touch', () => {
  test.each([
    ['a draft', { ...me, ...toAna, draft: 'Yes' }, { drafts: 1 }],
    ['spam', { ...ana, ...toMe, folder: 'SPAM' }, { spam: 1 }],
    [
      'an advertisement',
      { from: 'Acme', ...toMe, text: '<p class="spinmail-quill-editor__spin-break">Buy' },
      { sponsored: 1 },
    ],
    ['from somebody hidden', { from: 'LinkedIn Member', ...toMe }, { hiddenMessages: 1 }],
    ['to somebody hidden', { ...me, to: 'LinkedIn Member' }, { hiddenMessages: 1 }],
  ])('%s is counted', async (_why, message: Written, counts) => {
    const result = await read([
      { ...message, in: 'other' },
      { ...ana, ...toMe },
    ]);
    expect(result.messages).toHaveLength(1);
    expect(result.people.map(({ name }) => name)).toEqual(['Ana Ruiz']);
    expect(result.counts).toMatchObject({ messages: 2, conversations: 2, groupThreads: 0, ...counts });
  });

  test('a group is one over the whole conversation, also where a message names two people only', async () => {
    const result = await read([
      { ...ana, ...toMe },
      { ...me, to: 'Ana Ruiz, Lee Chen', toUrls: `${link('ana-ruiz')},${link('lee')}` },
    ]);
    expect(result).toMatchObject({ messages: [], people: [], skipped: [] });
    expect(result.counts).toMatchObject({ groupThreads: 1, groupMessages: 2 });
  });

  test.each([
    ['somebody hidden makes a group', { ...me, to: 'Ana Ruiz, LinkedIn Member' }, 0],
    [
      'somebody hidden beside the links makes a group',
      { ...me, to: 'Ana Ruiz, LinkedIn Member', toUrls: link('ana-ruiz') },
      0,
    ],
    ['a title after a comma does not', { ...me, to: 'Ana Ruiz, Ph.D.' }, 1],
    [
      'by one link it is one, whatever the commas',
      { ...me, to: 'Ana Ruiz, she/her, Madrid', toUrls: link('ana-ruiz') },
      1,
    ],
    [
      'by two links it is two',
      { ...me, to: 'Ana Ruiz, Ph.D.', toUrls: `${link('ana-ruiz')},${link('lee')}` },
      0,
    ],
  ])('%s', async (_why, message: Written, touches) => {
    expect((await read([message])).messages).toHaveLength(touches);
  });

  test.each([
    [
      'a date nobody understands',
      { ...ana, ...toMe, date: 'yesterday' },
      'the date "yesterday" was not understood',
    ],
    ['nobody to whom it went', { ...me, in: 'alone' }, 'the message names nobody but you'],
    ['no sender', { from: '', ...toAna }, 'the message has no sender'],
    ['two others', { ...ana, to: 'Lee Chen', in: 'theirs' }, 'you have no part in this conversation'],
  ])('%s: skipped with its line', async (_why, message: Written, reason) => {
    const result = await read([{ ...me, ...toAna }, message]);
    expect(result.skipped).toEqual([{ file: 'some.csv', line: 3, reason }]);
    expect(result.messages).toHaveLength(1);
  });
});

describe('who is who', () => {
  test.each([
    ['any spelling of the link', { ...ana, fromUrl: 'http://ES.linkedin.com/in/Ana-Ruiz/?trk=msg' }],
    ['the name, where the link is missing', { from: 'ANA  RUIZ' }],
    ['the link, under another name', { ...ana, from: 'Ana Ruiz-Soto' }],
  ])('one person by %s', async (_why, from) => {
    const result = await read([
      { ...me, ...toAna },
      { ...from, ...toMe },
    ]);
    expect(result.people).toMatchObject([{ name: 'Ana Ruiz', linkKey: 'linkedin:ana-ruiz' }]);
    expect(result.messages.map(({ person, direction }) => [person, direction])).toEqual([
      [0, 'sent'],
      [0, 'received'],
    ]);
  });

  test('a link with percent signs is the same as one without', async () => {
    const result = await read([
      { from: 'Zoë', fromUrl: link('zo%C3%AB-b'), ...toMe, in: 'a' },
      { from: 'Zoë B', fromUrl: link('zoë-b'), ...toMe, in: 'b' },
    ]);
    expect(result.people).toMatchObject([{ linkKey: 'linkedin:zoë-b', link: link('zo%C3%AB-b') }]);
  });

  test('namesakes with different links are two, and without a link a third that cannot be told', async () => {
    const result = await read([
      { from: 'Sam Lee', fromUrl: link('sam-1'), ...toMe, in: 'a' },
      { from: 'Sam Lee', fromUrl: link('sam-2'), ...toMe, in: 'b' },
      { ...me, to: 'Sam Lee', in: 'c' },
      { ...me, to: 'Sam Lee', in: 'a' },
    ]);
    expect(result.people.map(({ linkKey }) => linkKey)).toEqual(['linkedin:sam-1', 'linkedin:sam-2', null]);
    expect(result.messages.map(({ person }) => person)).toEqual([0, 1, 2, 0]);
  });

  test('somebody with a link and without a name anywhere is called by the slug', async () => {
    const result = await read([{ ...me, toUrls: link('ana-ruiz') }]);
    expect(result.people).toMatchObject([{ name: 'ana-ruiz', linkKey: 'linkedin:ana-ruiz' }]);
  });

  test('one link makes one name of all of TO', async () => {
    const result = await read([{ ...me, to: 'Ana Ruiz, she/her, Madrid', toUrls: link('ana-ruiz') }]);
    expect(result.people).toMatchObject([
      { name: 'Ana Ruiz, she/her, Madrid', linkKey: 'linkedin:ana-ruiz' },
    ]);
  });

  test('rows without conversation id belong together by their two names', async () => {
    const result = await read([
      { in: '', ...me, to: 'Ana Ruiz' },
      { in: '', from: 'Ana Ruiz', to: 'Maya Berg' },
      { in: '', ...me, to: 'Lee Chen' },
    ]);
    expect(result.counts.conversations).toBe(2);
    expect(result.messages.map(({ person }) => person)).toEqual([0, 0, 1]);
  });
});
