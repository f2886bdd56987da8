import { describe, expect, test } from 'vitest';
import { link, messagesCsv, readText } from './read';

const withAna = { in: 'a', from: 'Ana Ruiz', fromUrl: link('ana'), to: 'Maya Berg' };
const withLee = { in: 'b', from: 'Maya Berg', fromUrl: link('maya'), to: 'Lee Chen' };
const maya = { name: 'Maya Berg', linkKey: 'linkedin:maya' };

describe('whose export it is', () => {
  test('the one who is in every conversation', async () => {
    const result = await readText(messagesCsv([withAna, withLee]));
    expect(result.owner).toEqual({ ...maya, how: 'in-every-conversation' });
    expect(result.ownerDoubt).toEqual([]);
    expect(result.messages.map(({ direction }) => direction)).toEqual(['received', 'sent']);
  });

  test('groups and hidden members count, too', async () => {
    const group = { in: 'a', from: 'Ana Ruiz', fromUrl: link('ana'), to: 'Maya Berg, Lee Chen' };
    const result = await readText(
      messagesCsv([group, { in: 'h', from: 'LinkedIn Member', to: 'Maya Berg' }]),
    );
    expect(result.owner?.name).toBe('Maya Berg');
  });

  test('a conversation that names one person only does not count', async () => {
    const result = await readText(messagesCsv([withAna, withLee, { in: 'x', from: 'Tom Fox' }]));
    expect(result.owner?.name).toBe('Maya Berg');
    expect(result.messages).toHaveLength(2);
  });

  test('the owner without a link is still the owner, though a namesake writes, too', async () => {
    const namesake = {
      in: 'n',
      from: 'Maya Berg',
      fromUrl: link('maya-2'),
      to: 'Maya Berg',
      toUrls: link('maya'),
    };
    const result = await readText(
      messagesCsv([namesake, withLee, { in: 'c', from: 'Maya Berg', to: 'Eve Hill' }]),
      link('maya'),
    );
    expect(result.messages.map(({ direction }) => direction)).toEqual(['received', 'sent', 'sent']);
  });

  test.each([
    ['one conversation has two who may be it', [withAna], ['Ana Ruiz', 'Maya Berg']],
    ['so have two with the same person', [withAna, { ...withAna, in: 'z' }], ['Ana Ruiz', 'Maya Berg']],
    [
      'nobody is in every one: the most frequent first',
      [withAna, withLee, { in: 'x', from: 'Tom Fox', to: 'Eve Hill' }],
      ['Maya Berg', 'Ana Ruiz', 'Lee Chen', 'Tom Fox', 'Eve Hill'],
    ],
    [
      'two of one name are told by their links',
      [{ in: 'a', from: 'Sam Lee', fromUrl: link('sam-1'), to: 'Sam Lee', toUrls: link('sam-2') }],
      [link('sam-1'), link('sam-2')],
    ],
  ])('doubt: %s', async (_why, messages, doubt) => {
    const result = await readText(messagesCsv(messages));
    expect(result).toMatchObject({ owner: null, ownerDoubt: doubt, messages: [], people: [], skipped: [] });
    expect(result.counts.ownerUnknown).toBe(messages.length);
  });

  test.each([
    ['a name', 'maya  BERG', maya],
    ['a name without its title', 'Jane Doe', { name: 'Jane Doe, Ph.D.', linkKey: 'linkedin:jane' }],
    ['a link', 'linkedin.com/in/Maya/', maya],
  ])('%s that is given settles it', async (_why, me, owner) => {
    const messages = [
      withAna,
      withLee,
      { in: 'c', from: 'Jane Doe, Ph.D.', fromUrl: link('jane'), to: 'Maya Berg' },
    ];
    expect((await readText(messagesCsv(messages), me)).owner).toEqual({ ...owner, how: 'given' });
  });

  test('somebody given who is nowhere in the messages leaves a doubt', async () => {
    const result = await readText(messagesCsv([withAna, withLee]), 'Bob Stone');
    expect(result).toMatchObject({ owner: null, messages: [] });
    expect(result.ownerDoubt[0]).toBe('Maya Berg');
  });

  test('a candidate that was offered settles it when given', async () => {
    const text = messagesCsv([
      { in: 'a', from: 'Sam Lee', fromUrl: link('sam-1'), to: 'Sam Lee', toUrls: link('sam-2') },
    ]);
    const [candidate] = (await readText(text)).ownerDoubt;
    const result = await readText(text, candidate);
    expect(result.owner).toEqual({ name: 'Sam Lee', linkKey: 'linkedin:sam-1', how: 'given' });
    expect(result.messages).toMatchObject([{ direction: 'sent', person: 0 }]);
  });
});
