import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ArrivingMessage,
  conversationOf,
  type MessageOptions,
  planMessages,
  sourceKey,
} from '../../src/rules/import-messages';

const TODAY = '2026-11-22';

/** `c 2026-09-01 sent Hello`: conversation, day, direction, text; a conversation is one person. */
function messagesOf(...lines: string[]): ArrivingMessage[] {
  const people = new Map<string, number>();
  return lines.map((line, at) => {
    const [conversation = '', day = '', direction, ...text] = line.split(' ');
    const person = people.get(conversation) ?? people.size;
    people.set(conversation, person);
    return {
      conversation,
      person,
      day,
      direction: direction as 'sent',
      text: text.join(' ') || null,
      file: 'messages.csv',
      line: at + 2,
    };
  });
}

const plan = (messages: ArrivingMessage[], options: Partial<MessageOptions> = {}) =>
  planMessages(messages, {
    isIn: () => true,
    known: new Map(),
    today: TODAY,
    keepText: true,
    longest: 1000,
    ...options,
  });

describe('messages', () => {
  test('become one entry for a conversation, a day and a direction', () => {
    const { days, fresh } = plan(
      messagesOf(
        'a 2026-09-01 sent Hello',
        'a 2026-09-01 sent Are you hiring?',
        'a 2026-09-01 received Yes',
        'a 2026-09-02 sent Good',
        'b 2026-09-01 sent Hello',
      ),
    );
    expect(fresh).toBe(5);
    expect(
      days.map(({ person, day, direction, count, text }) => [person, day, direction, count, text]),
    ).toEqual([
      [0, '2026-09-01', 'sent', 2, 'Hello\nAre you hiring?'],
      [0, '2026-09-01', 'received', 1, 'Yes'],
      [0, '2026-09-02', 'sent', 1, 'Good'],
      [1, '2026-09-01', 'sent', 1, 'Hello'],
    ]);
  });

  test('are read backwards where the file has the latest first', () => {
    const { days } = plan(
      messagesOf('a 2026-09-02 received Yes', 'a 2026-09-01 sent Hiring?', 'a 2026-09-01 sent Hello'),
    );
    expect(days.map(({ text }) => text)).toEqual(['Hello\nHiring?', 'Yes']);
  });

  test('leave their text behind unless it is wanted', () => {
    const { days } = plan(messagesOf('a 2026-09-01 sent Hello'), { keepText: false });
    expect(days[0]!.text).toBeNull();
  });

  test('that are here already are known, and get the text they lack', () => {
    const messages = messagesOf(
      'a 2026-09-01 sent Hello',
      'a 2026-09-02 sent Again',
      'a 2026-09-03 sent Bye',
    );
    const known = new Map([
      [sourceKey(messages[0]!), { id: 7, hasText: false }],
      [sourceKey(messages[1]!), { id: 8, hasText: true }],
    ]);
    const withText = plan(messages, { known });
    expect(withText).toMatchObject({ known: 2, fresh: 1, texts: [{ id: 7, text: 'Hello' }] });
    expect(withText.days.map(({ day }) => day)).toEqual(['2026-09-03']);
    expect(plan(messages, { known, keepText: false }).texts).toEqual([]);
  });

  test('of people in doubt are counted, and those of a day to come named', () => {
    const result = plan(messagesOf('a 2026-09-01 sent x', 'b 2026-11-22 sent x', 'b 2026-11-23 sent x'), {
      isIn: (person) => person !== 0,
    });
    expect(result).toMatchObject({ doubtful: 1, fresh: 1, future: [{ line: 4 }] });
  });

  test('longer than a note are left out, and told', () => {
    const text = 'x'.repeat(7);
    const { days, tooLong } = plan(messagesOf(`a 2026-09-01 sent ${text}`), { longest: 6, keepText: true });
    expect(days.map((day) => day.text)).toEqual([null]);
    expect(tooLong).toMatchObject([{ day: '2026-09-01', length: 7 }]);
    const whole = plan(messagesOf(`a 2026-09-01 sent ${text}`), { longest: 7, keepText: true });
    expect([whole.days[0]!.text, whole.tooLong]).toEqual([text, []]);
  });

  test('are each in one of the counts, and once written all known', () => {
    const someMessage = fc
      .tuple(
        fc.constantFrom('a', 'b:2026-01-01', 'c\nd'),
        fc.constantFrom('2026-09-01', '2026-09-02', '2026-12-01'),
        fc.constantFrom('sent', 'received'),
      )
      .map(([conversation, day, direction]) => ({ conversation, day, direction: direction as 'sent' }));
    fc.assert(
      fc.property(fc.array(someMessage), (some) => {
        const messages = some.map((one) => ({ ...one, person: 0, text: null, file: 'm', line: 1 }));
        const first = plan(messages);
        expect(first.fresh + first.future.length).toBe(messages.length);
        const known = new Map(first.days.map(({ key }, id) => [key, { id, hasText: false }]));
        expect(known.size).toBe(first.days.length);
        expect(plan(messages, { known })).toMatchObject({ days: [], fresh: 0, known: first.fresh });
        for (const one of some) expect(conversationOf(sourceKey(one))).toBe(one.conversation);
      }),
    );
  });

  test('of other imports have keys of their own', () => {
    expect(conversationOf('calendar:abc:2026-09-01:sent')).toBeUndefined();
  });
});
