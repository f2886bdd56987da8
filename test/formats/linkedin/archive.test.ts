import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../../src/errors';
import { link, messagesCsv, readBytes, readText } from './read';

const CONNECTIONS = `Notes:
"Some addresses are missing."

First Name,Last Name,URL,Email Address,Company,Position,Connected On
Ana,Ruiz,${link('ana-ruiz')},,Acme,Lead,08 Feb 2023
Lee,Chen,,,,,09 Feb 2023
`;
const MESSAGES = messagesCsv([
  { in: 'a', from: 'Ana Ruiz', fromUrl: link('Ana-Ruiz/'), to: 'Maya Berg', toUrls: link('maya') },
  { in: 'b', from: 'Maya Berg', fromUrl: link('maya'), to: 'Lee Chen', toUrls: link('lee') },
  { in: 'c', from: 'Tom Fox', fromUrl: link('tom'), to: 'Maya Berg', toUrls: link('maya') },
]);
const PROFILE = 'First Name,Last Name,Maiden Name,Headline\nMaya,Berg,,"Engineer, planner"\n';
const INVITATIONS = 'From,To,Sent At,Message,Direction\nAna Ruiz,Maya Berg,"1/2/26, 3:04 PM",,INCOMING\n';

const readZip = (
  content: Record<string, string>,
  name = 'Basic_LinkedInDataExport_05-14-2026.zip',
  me?: string,
) => {
  const files = Object.entries(content).map(([path, text]) => [path, strToU8(text)]);
  return readBytes(zipSync(Object.fromEntries(files)), me, name);
};

describe('the archive', () => {
  const whole = {
    'Export/Connections.csv': CONNECTIONS,
    'Export/messages_123.csv': MESSAGES,
    'Export/Profile.csv': PROFILE,
    'Export/Invitations.csv': INVITATIONS,
    'Export/guide_messages.csv': MESSAGES,
    'Export/Articles/one.html': '<p>',
    '__MACOSX/Export/._Connections.csv': '\0\0',
  };

  test('gives connections and messages, each person once', async () => {
    const result = await readZip(whole);
    expect(result).toMatchObject({
      parts: ['connections', 'messages', 'profile'],
      asOf: '2026-05-14',
      skipped: [],
    });
    expect([...result.unread].sort()).toEqual(['Invitations.csv', 'guide_messages.csv', 'one.html']);
    expect(result.owner).toEqual({ name: 'Maya Berg', linkKey: 'linkedin:maya', how: 'profile' });
    expect(result.people).toMatchObject([
      { name: 'Ana Ruiz', company: 'Acme', linkKey: 'linkedin:ana-ruiz', file: 'Connections.csv', line: 5 },
      { name: 'Lee Chen', connectedOn: '2023-02-09', linkKey: 'linkedin:lee', link: link('lee') },
      { name: 'Tom Fox', connectedOn: null, linkKey: 'linkedin:tom', file: 'messages_123.csv', line: 4 },
    ]);
    expect(result.messages.map(({ person, direction }) => [person, direction])).toEqual([
      [0, 'received'],
      [1, 'sent'],
      [2, 'received'],
    ]);
  });

  test('of one conversation, the profile tells the owner', async () => {
    const messages = messagesCsv([{ from: 'Ana Ruiz', to: 'Maya Berg' }]);
    const result = await readZip({ 'messages.csv': messages, 'Profile.csv': PROFILE });
    expect(result.owner).toEqual({ name: 'Maya Berg', linkKey: null, how: 'profile' });
  });

  test('a profile whose name is nowhere in the messages tells nothing', async () => {
    const result = await readZip({ 'messages.csv': MESSAGES, 'Profile.csv': PROFILE.replace('Maya', 'May') });
    expect(result.owner).toMatchObject({ name: 'Maya Berg', how: 'in-every-conversation' });
  });

  test('what is given wins over the profile', async () => {
    const result = await readZip(whole, undefined, 'Ana Ruiz');
    expect(result.owner).toMatchObject({ name: 'Ana Ruiz', how: 'given' });
  });

  test('a namesake of a connection without link stays a person of their own', async () => {
    const messages = messagesCsv([
      { in: 'a', from: 'Lee Chen', fromUrl: link('lee-1'), to: 'Maya Berg' },
      { in: 'b', from: 'Lee Chen', fromUrl: link('lee-2'), to: 'Maya Berg' },
    ]);
    const result = await readZip({ 'c.csv': CONNECTIONS, 'm.csv': messages }, 'x.zip', 'Maya Berg');
    expect(result.messages.map(({ person }) => person)).toEqual([2, 3]);
    expect(result.people[1]).toMatchObject({ name: 'Lee Chen', linkKey: null });
  });

  test('without a day in its name it is as recent as its newest row', async () => {
    expect((await readZip(whole, 'export.zip')).asOf).toBe('2026-03-01');
  });

  test('several tables of one kind are read together', async () => {
    const more = CONNECTIONS.replace('Lee,Chen', 'Eve,Hill');
    const result = await readZip({ 'a/Connections.csv': CONNECTIONS, 'b/Connections (1).csv': more });
    expect(result.people.map(({ name }) => name)).toEqual(['Ana Ruiz', 'Lee Chen', 'Eve Hill']);
    expect(result.skipped).toEqual([
      { file: 'Connections (1).csv', line: 5, reason: 'the same profile as on line 5 of Connections.csv' },
    ]);
  });

  test('a member that is no text is left unread', async () => {
    const result = await readZip({ 'Connections.csv': CONNECTIONS, 'broken.csv': '\0\0\0' });
    expect(result).toMatchObject({ parts: ['connections'], unread: ['broken.csv'] });
  });

  test('the name of a file says nothing', async () => {
    const bytes = zipSync({ 'x.csv': strToU8(CONNECTIONS) });
    expect((await readBytes(bytes, undefined, 'contacts.vcf')).people).toHaveLength(2);
    expect((await readText(CONNECTIONS, undefined, 'messages.zip')).parts).toEqual(['connections']);
  });
});

describe('what cannot be read is refused by name, with what could be', () => {
  test.each([
    ['nothing', '', 'f.csv is empty.'],
    ['blank lines', '\n \n', 'f.csv is empty.'],
    [
      'a header alone',
      CONNECTIONS.split('\n').slice(0, 4).join('\n'),
      /f\.csv has the header of LinkedIn's connections/,
    ],
    [
      'unknown columns',
      'Alpha,Beta\n1,2\n',
      'f.csv is no table of LinkedIn\'s export; it begins "Alpha,Beta".',
    ],
    ["another program's contacts", 'First Name,Last Name,E-mail Address\nAna,Ruiz,\n', /f\.csv is no table/],
    ['a sent-mail list', 'From,To,Date,Subject\na,b,c,d\n', /f\.csv is no table/],
    ['invitations', INVITATIONS, 'f.csv is LinkedIn\'s table "Invitations", which is not read.'],
    ['a profile', PROFILE, 'f.csv is LinkedIn\'s table "Profile": by itself it has nothing to import.'],
    ['a picture', 'PNG\0\0\0', 'f.csv is not a text file.'],
  ])('%s', async (_why, text, message) => {
    const refusal = await readText(text, undefined, 'f.csv').catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(UserError);
    expect((refusal as UserError).message).toEqual(
      typeof message === 'string' ? message : expect.stringMatching(message),
    );
    expect((refusal as UserError).hint).toBeTruthy();
  });

  test.each([
    ['an archive of something else', { 'word/document.xml': '<x/>' }, /neither connections nor messages/],
    ['an archive with a profile only', { 'Profile.csv': PROFILE }, /neither connections nor messages/],
    [
      'an archive of empty tables',
      { 'c.csv': CONNECTIONS.split('\n').slice(0, 4).join('\n') },
      /no connection and no message/,
    ],
  ])('%s', async (_why, content: Record<string, string>, message) => {
    await expect(readZip(content)).rejects.toThrow(message);
    await expect(readZip(content)).rejects.toBeInstanceOf(UserError);
  });

  test('any bytes are read or refused, never anything else', async () => {
    const whole = [strToU8(CONNECTIONS), strToU8(MESSAGES), zipSync({ 'a.csv': strToU8(MESSAGES) })];
    const bits = fc.constantFrom(
      '"',
      '\n',
      '\r',
      ',',
      ';',
      ', ',
      'Ana',
      link('ana'),
      'LinkedIn Member',
      '08 Feb 2023',
      '%',
    );
    const file = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc
        .tuple(fc.constantFrom(...whole), fc.nat(), fc.nat(255))
        .map(([bytes, at, byte]) => bytes.with(at % bytes.length, byte)),
      fc
        .tuple(fc.constantFrom(CONNECTIONS, MESSAGES), fc.array(bits, { maxLength: 60 }))
        .map(([text, more]) => strToU8(text + more.join(''))),
    );
    await fc.assert(
      fc.asyncProperty(file, fc.option(fc.string(), { nil: undefined }), async (bytes, me) => {
        const result = await readBytes(bytes, me).catch((error: unknown) => error);
        if (result instanceof Error) expect(result).toBeInstanceOf(UserError);
        else expect(result).toHaveProperty('kind', 'linkedin');
      }),
      { numRuns: 400 },
    );
  });

  test('every message is imported, skipped, or in one of the counts', async () => {
    const name = fc.constantFrom('Maya Berg', 'Ana Ruiz', 'Lee Chen, PhD', 'LinkedIn Member', '');
    const url = fc.constantFrom('', link('maya'), link('ana'), 'n/a');
    const message = fc.record({
      in: fc.constantFrom('a', 'b', 'c', ''),
      from: name,
      fromUrl: url,
      to: fc.array(name, { maxLength: 2 }).map((names) => names.join(', ')),
      toUrls: fc.array(url, { maxLength: 2 }).map((urls) => urls.join(',')),
      date: fc.constantFrom('2026-03-01 12:00:00 UTC', 'never'),
      folder: fc.constantFrom('INBOX', 'SPAM'),
      draft: fc.constantFrom('No', 'Yes'),
    });
    const given = fc.constantFrom(undefined, 'Maya Berg');
    await fc.assert(
      fc.asyncProperty(fc.array(message, { minLength: 1, maxLength: 8 }), given, async (written, me) => {
        const { messages, skipped, counts, people } = await readText(messagesCsv(written), me);
        const { drafts, spam, sponsored, hiddenMessages, ownerUnknown, groupMessages } = counts;
        const counted = drafts + spam + sponsored + hiddenMessages + ownerUnknown + groupMessages;
        expect(messages.length + skipped.length + counted).toBe(written.length);
        expect(counts.messages).toBe(written.length);
        for (const { person } of messages) expect(people[person]?.name).toBeTruthy();
        expect(new Set(messages.map(({ person }) => person)).size).toBe(people.length);
      }),
      { numRuns: 300 },
    );
  });
});
