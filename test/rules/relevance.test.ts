import { expect, test } from 'vitest';
import type { Relevance, TieFacts } from '../../src/model';
import { companyKey } from '../../src/rules/companies';
import { type Aims, deepenRank, relevanceOf } from '../../src/rules/relevance';
import { aTie, daysAgo, TODAY, TODAY_NUMBER } from '../support/evidence';

const NOBODY = 99;
const aims: Aims = {
  companyKeys: new Set(['Acme, Inc.', 'Globex'].map(companyKey)),
  managers: new Set([1, 2, 3]),
  insiders: new Set([2, 4]),
  bridges: new Set([1, 4, 5]),
  roles: [],
};

test.each<[string, Relevance | null, string | null, string | null, Relevance, number]>([
  ['nothing known', null, null, null, 'none', 0.2],
  ['a target company', null, null, 'ACME', 'target', 1],
  ['a target company and a purpose', null, 'learn Go', 'Globex GmbH', 'target', 1],
  ['part of a name is another company', null, null, 'Acme Labs', 'none', 0.2],
  ['any purpose', null, 'learn Go', 'Initech', 'field', 0.5],
  ['a blank purpose is none', null, '  ', null, 'none', 0.2],
  ['by hand', 'hiring-manager', null, null, 'hiring-manager', 1],
  ['by hand against the company', 'none', 'learn Go', 'Acme', 'none', 0.2],
  ['knows one', 'knows-one', null, null, 'knows-one', 0.7],
])('%s', (_why, given, purpose, company, relevance, weight) => {
  const contact = { id: NOBODY, relevance: given, purpose, company, role: null };
  expect(relevanceOf(contact, aims)).toEqual({ relevance, weight });
});

test.each<[string, number, string | null, Relevance]>([
  ['who hires for an open job, though others know them', 1, null, 'hiring-manager'],
  ['who hires and is inside', 2, null, 'hiring-manager'],
  ['who hires at a target company', 3, 'Acme', 'hiring-manager'],
  ['an insider whose company is not named', 4, null, 'target'],
  ['somebody who knows one', 5, 'Initech', 'knows-one'],
  ['somebody who knows one and is at a target company', 5, 'Globex', 'target'],
])('by what is open: %s', (_why, id, company, relevance) => {
  const contact = { id, company, purpose: 'learn Go', relevance: null, role: null };
  expect(relevanceOf(contact, aims).relevance).toBe(relevance);
  expect(relevanceOf({ ...contact, relevance: 'none' }, aims).relevance).toBe('none');
});

test('an unknown company is nobody’s target, even beside a blank one', () => {
  const blank = { ...aims, companyKeys: new Set(['']) };
  const contact = { id: NOBODY, relevance: null, purpose: null, company: ' ', role: null };
  expect(relevanceOf(contact, blank).relevance).toBe('none');
});

const twoMissing: Partial<TieFacts> = { level: 3, depth: 60 };

test.each<[string, number, Partial<TieFacts>, number]>([
  ['two rows missing, no hurry', 1, twoMissing, 0.7 * 0.6],
  ['one row missing', 1, { ...twoMissing, given: 1 }, 0.6],
  ['three rows missing', 1, { level: 2 }, 0.5 * 0.6],
  ['cools within two weeks', 1, { ...twoMissing, heatDay: TODAY_NUMBER - 50 }, 0.7],
  ['warm for longer', 1, { ...twoMissing, heatDay: TODAY_NUMBER - 45 }, 0.7 * 0.6],
  ['has cooled already', 1, { ...twoMissing, heatDay: TODAY_NUMBER - 61 }, 0.7 * 0.6],
  ['a promise is open', 0.5, { ...twoMissing, promiseDueOn: daysAgo(-20) }, 0.5 * 0.7],
  ['less relevant', 0.2, { ...twoMissing, given: 1 }, 0.2 * 0.6],
  ['an advocate', 1, { level: 5, depth: 100 }, 0],
])('deepening: %s', (_why, weight, facts, expected) => {
  expect(deepenRank(weight, aTie(facts), TODAY)).toBeCloseTo(expected, 10);
});

test.each<[string, string | null, Relevance]>([
  ['the role I want', 'Platform Engineer', 'field'],
  ['more words in another order', 'Senior Engineer, Platform', 'field'],
  ['who leads those who do it', 'Platform Engineering Manager', 'field'],
  ['one word of it is not the role', 'Sales Engineer', 'none'],
  ['accents do not matter', 'Développeur', 'field'],
  ['no role', null, 'none'],
  ['a blank role', '  ', 'none'],
])('by what I want to work as: %s', (_why, role, relevance) => {
  const wanted = { ...aims, roles: [['platform', 'engineer'], ['developpeur']] };
  const contact = { id: NOBODY, relevance: null, purpose: null, company: null, role };
  expect(relevanceOf(contact, wanted).relevance).toBe(relevance);
  expect(relevanceOf({ ...contact, company: 'Acme' }, wanted).relevance).toBe('target');
  expect(relevanceOf({ ...contact, relevance: 'none' }, wanted).relevance).toBe('none');
  expect(relevanceOf(contact, aims).relevance).toBe('none');
});
