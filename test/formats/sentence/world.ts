/** The people of the corpus, and a day to stand on: Sunday 22 November 2026. */
import { readDay } from '../../../src/formats/days';
import type { DayRead, KnownPerson, Reading, Surroundings } from '../../../src/formats/sentence/reading';
import { nearestNames } from '../../../src/rules/nearest';

export const TODAY = '2026-11-22';

export const PEOPLE: KnownPerson[] = (
  [
    ['Ana Ruiz', 'Acme'],
    ['Lee Chen', 'Globex'],
    ['Priya Nair', 'Initech'],
    ['Omar Haddad', 'Hooli'],
    ['Maria Lopez', 'Umbrella'],
    ['Sam Okafor', 'Acme'],
    ['Sam Whitfield', 'Vandelay'],
    ['May Lin', null],
    ['Will Turner', 'Globex'],
    ['April Jones', null],
    ['Mark Weber', 'Siemens'],
    ['Grace Kim', null],
    ['Zoë Müller', 'Bosch'],
    ['José Álvarez', null],
    ["Seán O'Brien", 'Stripe'],
    ['Anne-Marie Dubois', null],
    ['Łukasz Nowak', null],
    ['田中さくら', null],
    ['Ольга Петрова', null],
    ['Bill Park', null],
    ['Jürgen Groß', 'Bosch'],
    ['Hélène de la Tour', null],
    ['Pieter van Dijk', null],
  ] as [string, string | null][]
).map(([name, company], at) => ({
  id: at + 1,
  name,
  company,
  addresses: name === 'Priya Nair' ? ['priya@initech.example'] : [],
}));

export function surroundings(more: Partial<Surroundings> = {}): Surroundings {
  return {
    today: TODAY,
    people: PEOPLE,
    fresh: [],
    asks: [],
    near: (name) =>
      nearestNames(
        name,
        PEOPLE.map((person) => person.name),
      ),
    async readDay(phrase, toward, since): Promise<DayRead> {
      try {
        const day = await readDay(phrase, since ?? TODAY, { toward });
        const slipped = toward === 'past' && day < '2026-05-26' && !/\d{4}/.test(phrase);
        if (slipped && (await readDay(phrase, TODAY, { toward: 'future' })) < '2027-02-20')
          return { problem: 'has not come yet this year', instead: [day] };
        return { day };
      } catch (error) {
        const { message } = error as Error;
        return { problem: 'is no one day', instead: message.match(/\d{4}-\d{2}-\d{2}/g)?.slice(0, 2) ?? [] };
      }
    },
    ...more,
  };
}

/** A reading in a few short lines, as the corpus writes it. */
export function shortly(reading: Reading): string[] {
  const name = (place: number) => reading.people[place]?.name ?? '?';
  const due = (day: string | null) => (day === null ? '' : ` @${day}`);
  const how = [reading.channel?.channel, reading.direction].filter(Boolean).join(' ') || '–';
  return [
    [
      how,
      reading.people.map((person) => (person.id === null ? `+${person.name}` : person.name)).join(', ') ||
        '–',
      reading.day?.day,
      reading.minutes?.minutes,
    ]
      .filter((part) => part !== undefined)
      .join(' | '),
    ...reading.promises.map(
      ({ by, what, dueOn, with: at }) =>
        `${by === 'me' ? 'I promise' : 'promise of'} ${name(at)}: ${what}${due(dueOn)}`,
    ),
    ...reading.acts.map(
      ({ by, what, asked, with: at, whom }) =>
        `${by === 'me' ? 'I did for' : 'done by'} ${name(at)}: ${what}${whom ? ` [${whom.name}]` : ''}${by === 'them' && !asked ? ' unasked' : ''}`,
    ),
    ...(reading.next
      ? [
          `next: ${reading.next.what}${due(reading.next.on)}${reading.next.with > 0 ? ` (${name(reading.next.with)})` : ''}`,
        ]
      : []),
    ...(reading.answered ? [`answer: ${reading.answered.outcome}`] : []),
    ...(reading.about === null ? [] : [`note: ${reading.about}`]),
    ...reading.doubts.map((one) => `doubt ${one.about}: ${one.words}`),
  ];
}
