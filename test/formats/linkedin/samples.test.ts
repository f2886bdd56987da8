/** Files collected elsewhere, which are no part of this repository: read where they lie beside it. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readBytes } from './read';

const folder = fileURLToPath(new URL('../../../../shared/samples/linkedin/', import.meta.url));
const isThere = existsSync(folder);
if (!isThere) console.warn('No sample files beside the repository: their test is skipped.');
const read = (name: string, me?: string) => readBytes(readFileSync(folder + name), me, name);

describe.skipIf(!isThere)('sample files', () => {
  test.each([
    ['2023-Connections.csv', 3, 1, 0],
    ['bom-note-multiline-Connections.csv', 3, 0, 0],
    ['es-Connections.csv', 2, 0, 0],
    ['mixed-eol-Connections.csv', 3, 0, 1],
    ['sourcer-Connections.csv', 3, 0, 0],
  ])(
    '%s: %i connections, %i hidden members, %i without date',
    async (name, connections, hiddenMembers, skipped) => {
      const result = await read(name);
      expect(result.counts).toMatchObject({ connections, hiddenMembers });
      expect(result.skipped).toHaveLength(skipped);
      expect(result.people.filter(({ connectedOn }) => connectedOn === null)).toHaveLength(skipped);
    },
  );

  test.each([
    [
      '2021-messages.csv',
      'Maya Lindgren',
      { messages: 5, conversations: 3, groupThreads: 1, hiddenMessages: 1 },
      2,
    ],
    [
      '2022-messages.csv',
      'Maya Lindgren',
      { messages: 4, conversations: 2, groupThreads: 1, groupMessages: 3 },
      1,
    ],
    ['es-messages.csv', 'Franco Espinoza', { messages: 6, conversations: 4, groupThreads: 0 }, 6],
    ['networkintel-Messages.csv', 'Test User', { messages: 11, conversations: 4, groupThreads: 0 }, 11],
  ])('%s is of %s', async (name, owner, counts, touches) => {
    const result = await read(name);
    expect(result.owner).toMatchObject({ name: owner, how: 'in-every-conversation' });
    expect(result.counts).toMatchObject(counts);
    expect(result.messages).toHaveLength(touches);
    expect(result.skipped).toEqual([]);
  });

  test('one person under two spellings of the link, one without a link at all', async () => {
    const { people, messages } = await read('es-messages.csv');
    expect(people.map(({ name }) => name)).toEqual([
      'Juan Pérez',
      'María López',
      'CARLOS GOMEZ',
      'Pedro Desconocido',
    ]);
    expect(people.map(({ linkKey }) => linkKey)[0]).toBe('linkedin:juan-perez-9a');
    expect(messages.map(({ person }) => person)).toEqual([0, 0, 1, 1, 2, 3]);
  });

  test.each(['2026-Invitations.csv', '2026-Notes.csv', 'es-Invitations.csv'])(
    '%s is not read',
    async (name) => {
      await expect(read(name)).rejects.toThrow('which is not read');
    },
  );
});
