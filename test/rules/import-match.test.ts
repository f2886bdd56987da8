import { describe, expect, test } from 'vitest';
import { type Arrival, type KnownContact, matchArrivals } from '../../src/rules/import-match';
import { aKnown, anArrival, mail, profile } from '../support/arrivals';

const IMPORTED = { name: '2026-01-01' };
const DAY = '2024-03-03';
const OTHER_DAY = '2025-05-05';

/** Numbers are contacts; `?` and numbers a doubt, with its likeness. */
function outcome(arrivals: Partial<Arrival>[], contacts: Partial<KnownContact>[]): string[] {
  const known = contacts.map((contact, at) => aKnown({ id: at + 1, ...contact }));
  return matchArrivals(arrivals.map(anArrival), known).map((match) => {
    if (match.kind === 'new') return 'new';
    if (match.kind === 'known') return `#${match.contact.id}`;
    return `? ${match.likeness} ${match.candidates.map(({ id }) => id).join(' ')}`;
  });
}

type Case = [why: string, arrival: Partial<Arrival>, contact: Partial<KnownContact>, expected: string];

describe('one person and one contact', () => {
  test.each<Case>([
    ['nothing in common', {}, { name: 'Lee Chen' }, 'new'],
    ['one profile', { points: [profile('ana')] }, { name: 'A. Ruiz', points: [profile('ana')] }, '#1'],
    ['one conversation', { conversations: ['c'] }, { name: 'A. Ruiz', conversations: ['b', 'c'] }, '#1'],
    [
      'address and name',
      { points: [mail('a@x.org')] },
      { name: 'ANA RUÍZ', points: [mail('a@x.org')] },
      '#1',
    ],
    [
      'address and name, though the profile has another address now',
      { points: [mail('a@x.org'), profile('new')] },
      { points: [mail('a@x.org'), profile('old')] },
      '#1',
    ],
    [
      'name and day, from an export without links to one with',
      { connectedOn: DAY, points: [profile('ana')], company: 'Globex' },
      { connectedOn: DAY, company: 'Acme', imported: IMPORTED },
      '#1',
    ],
    [
      'name and day, though the profile has another address now',
      { connectedOn: DAY, points: [profile('new')] },
      { connectedOn: DAY, points: [profile('old')], imported: IMPORTED },
      '#1',
    ],
    [
      'a connection known from messages until now',
      { connectedOn: DAY, company: 'Acme', points: [profile('ana')] },
      { imported: IMPORTED },
      '#1',
    ],
    [
      'a message from a connection, without a link',
      { fromMessages: true },
      { connectedOn: DAY, company: 'Acme', points: [profile('ana')], imported: IMPORTED },
      '#1',
    ],
    [
      'the same, of somebody typed by hand',
      { fromMessages: true },
      { company: 'Acme', points: [profile('ana')] },
      '? same-name 1',
    ],
    [
      'imported, and at another company on an unknown day',
      { connectedOn: DAY, company: 'Globex' },
      { company: 'Acme', imported: IMPORTED },
      '? same-name 1',
    ],
    [
      'the same name alone',
      { connectedOn: DAY, points: [profile('ana')], company: 'Globex' },
      { company: 'Acme' },
      '? same-name 1',
    ],
    [
      'name and company alone',
      { points: [profile('ana')], company: 'Acme, Inc.' },
      { company: 'ACME' },
      '? same-name-and-company 1',
    ],
    [
      'two unknown companies are not the same one',
      { connectedOn: DAY },
      { connectedOn: OTHER_DAY, imported: IMPORTED },
      '? same-name 1',
    ],
    [
      'another profile, another day: a namesake',
      { connectedOn: DAY, points: [profile('ana')] },
      { connectedOn: OTHER_DAY, points: [profile('other')], imported: IMPORTED },
      'new',
    ],
    [
      'another profile, no day to tell',
      { points: [profile('ana')] },
      { connectedOn: OTHER_DAY, points: [profile('other')], imported: IMPORTED },
      '? same-name 1',
    ],
    [
      'a home page is no profile',
      { connectedOn: DAY, points: [profile('ana')] },
      { connectedOn: OTHER_DAY, points: [{ kind: 'link', value: 'ana.example', key: 'ana.example' }] },
      '? same-name 1',
    ],
    [
      'the address alone',
      { points: [mail('a@x.org')] },
      { name: 'Lee Chen', points: [mail('a@x.org')] },
      '? same-email 1',
    ],
    ['a title behind the name', { name: 'Ana Ruiz, PhD' }, {}, '? longer-name 1'],
    ['a second name', {}, { name: 'Ana María Ruiz' }, '? longer-name 1'],
    ['a second name, both from LinkedIn', {}, { name: 'Ana María Ruiz', imported: IMPORTED }, 'new'],
    ['a first name alone tells too little', {}, { name: 'Ana' }, 'new'],
    ['another first name', { name: 'Bo Ana Ruiz' }, {}, 'new'],
  ])('%s', (_, arrival, contact, expected) => {
    expect(outcome([arrival], [contact])).toEqual([expected]);
  });
});

describe('several', () => {
  test('namesakes are told apart by link, day and company, whatever their order', () => {
    const contacts = [
      { connectedOn: DAY, company: 'Acme', imported: IMPORTED },
      { connectedOn: DAY, company: 'Globex', imported: IMPORTED },
      { connectedOn: OTHER_DAY, imported: IMPORTED },
      { points: [profile('ana-4')] },
    ];
    const arrivals = [
      { connectedOn: DAY, company: 'Globex' },
      { connectedOn: OTHER_DAY, points: [profile('ana-3')] },
      { points: [profile('ana-4')] },
      { connectedOn: DAY, company: 'Acme GmbH' },
    ];
    expect(outcome(arrivals, contacts)).toEqual(['#2', '#3', '#4', '#1']);
    expect(outcome(arrivals.toReversed(), contacts)).toEqual(['#1', '#4', '#3', '#2']);
  });

  test('whoever is somebody in the file already is nobody else in it', () => {
    const arrivals = [{ company: 'Acme' }, { points: [profile('ana')] }];
    expect(outcome(arrivals, [{ points: [profile('ana')] }])).toEqual(['new', '#1']);
  });

  test('a name that two have in the file says nothing', () => {
    const arrivals = [{ fromMessages: true }, { connectedOn: DAY }];
    const contact = { points: [profile('ana')], imported: IMPORTED };
    expect(outcome(arrivals, [contact])).toEqual(['? same-name 1', '? same-name 1']);
  });

  test('of one name, day and company, as many here as in the file are the same', () => {
    const twin = { connectedOn: DAY, company: 'Acme' };
    const imported = { ...twin, imported: IMPORTED };
    expect(outcome([twin, twin], [imported, imported])).toEqual(['#1', '#2']);
    const doubt = '? same-name-and-company 1';
    expect(outcome([twin, twin], [imported])).toEqual([doubt, doubt]);
    expect(outcome([twin], [imported, imported])).toEqual([`${doubt} 2`]);
  });

  test('a link that two contacts share is a question', () => {
    const contacts = [{ points: [profile('ana')] }, { name: 'Lee Chen', points: [profile('ana')] }];
    expect(outcome([{ points: [profile('ana')] }], contacts)).toEqual(['? same-link 1 2']);
  });

  test('two profiles of one person stay theirs', () => {
    const contact = { points: [profile('ana'), profile('ana-2')] };
    const arrivals = [{ points: [profile('ana')] }, { points: [profile('ana-2')], name: 'Ana R.' }];
    expect(outcome(arrivals, [contact])).toEqual(['#1', '#1']);
  });

  test('all namesakes are named, those of the same company alone where there are some', () => {
    const contacts = [{ company: 'Acme' }, { company: 'Globex' }, { company: 'Initech' }];
    expect(outcome([{}], contacts)).toEqual(['? same-name 1 2 3']);
    expect(outcome([{ company: 'Globex' }], contacts)).toEqual(['? same-name-and-company 2']);
  });
});
