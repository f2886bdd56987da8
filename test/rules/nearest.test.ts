import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestNames } from '../../src/rules/nearest';

const NAMES = [
  'Ana Ruiz',
  'Anastasia Petrova',
  'Omar Haddad',
  'Priya Nair',
  'Lee Chen',
  'Jean-Luc Moreau',
  'José Muñoz',
];

describe('nearestNames', () => {
  it.each<[query: string, names: string[], why: string]>([
    ['priyah', ['Priya Nair'], 'a letter too many'],
    ['prya', ['Priya Nair'], 'a letter too few'],
    ['pirya', ['Priya Nair'], 'two letters swapped'],
    ['oamr', ['Omar Haddad'], 'two letters swapped in a short name'],
    ['haddat', ['Omar Haddad'], 'the last name'],
    ['ana ruis', ['Ana Ruiz'], 'one word right, one not'],
    ['ruis ana', ['Ana Ruiz'], 'in any order'],
    ['an ruis', ['Ana Ruiz'], 'one word cut short, one not right'],
    ['anaruiz', ['Ana Ruiz'], 'the space left out'],
    ['jean luk', ['Jean-Luc Moreau'], 'half of a double name'],
    ['anastasja petrowa', ['Anastasia Petrova'], 'both words'],
    ['munioz', ['José Muñoz'], 'accents are no slip'],
    ['bob', [], 'far from all'],
    ['xq', [], 'two letters are too few to tell'],
    ['ana smith', [], 'the other word is far from all'],
    ['', [], 'nothing'],
  ])('%s: %j (%s)', (query, names) => {
    expect(nearestNames(query, NAMES)).toEqual(names);
  });

  it('puts the closest first and stops in time', () => {
    const names = ['Marla', 'Marina', 'Maria', 'Mario', 'Marta'];
    expect(nearestNames('marai', names)).toEqual(['Maria', 'Marla', 'Mario']);
    expect(nearestNames('marai', names, 1)).toEqual(['Maria']);
  });

  it('names nobody twice', () => {
    expect(nearestNames('lee chan', ['Lee Chen', 'Lee Chen'])).toEqual(['Lee Chen']);
  });

  it('suggests only given names, no more than asked for, and first a name with one letter lost', () => {
    const name = fc.stringMatching(/^[a-z]{5,9} [a-z]{5,9}$/);
    fc.assert(
      fc.property(name, fc.array(name), fc.nat(4), fc.nat(4), (meant, others, at, atMost) => {
        const near = nearestNames(meant.slice(0, at) + meant.slice(at + 1), [meant, ...others], atMost);
        expect(near.length).toBeLessThanOrEqual(atMost);
        expect([meant, ...others]).toEqual(expect.arrayContaining(near));
        if (atMost > 0) expect(near[0]).toBe(meant);
      }),
    );
  });
});
