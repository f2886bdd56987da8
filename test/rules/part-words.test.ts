import { describe, expect, test } from 'vitest';
import type { Part } from '../../src/model';
import { partMeant } from '../../src/rules/part-words';

describe('partMeant', () => {
  test.each<[string, Part | undefined, string]>([
    ['fix cv', 'resume', 'as it is called here'],
    ['Résumé: new first page', 'resume', 'with its accents'],
    ['Practise the elevator pitch', 'pitch', 'the closer of two signs'],
    ['new LinkedIn headline', 'profile', 'a piece of it'],
    ['find two referees', 'references', 'people'],
    ['iron the suit', 'clothes', 'what one wears'],
    ['look up salaries in Leipzig', 'salary', 'more than one'],
    ['mock interview with Tom', 'practice', 'aloud'],
    ['Send CV to Ana', undefined, 'handing it over prepares nothing'],
    ['Apply with the new portfolio', undefined, 'nor does applying'],
    ['Write to Bob on LinkedIn', undefined, 'a channel is no profile'],
    ['Call Ana', undefined, 'nothing of the kind'],
    ['Sort the bookmarks', undefined, 'nothing of the kind'],
    ['Ask who conducts the interview', undefined, 'an interview alone is an event'],
    ['', undefined, 'no words'],
  ])('%s: %s (%s)', (title, part, _why) => {
    expect(partMeant(title)).toBe(part);
  });
});
