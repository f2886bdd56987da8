import { describe, expect, test } from 'vitest';
import { splitNames } from '../../../src/formats/linkedin/names';

describe('splitNames', () => {
  test.each([
    ['one name', 'Ana Ruiz', [], ['Ana Ruiz']],
    ['nothing', '', [], []],
    ['two names', 'Ana Ruiz, Lee Chen', [], ['Ana Ruiz', 'Lee Chen']],
    ['a suffix at the end', 'Lee Chen, Jane Doe, Ph.D.', [], ['Lee Chen', 'Jane Doe, Ph.D.']],
    ['a suffix in the middle', 'Jane Doe, PhD, Lee Chen', [], ['Jane Doe, PhD', 'Lee Chen']],
    ['two suffixes', 'Jane Doe, Jr., CPA, Lee Chen', [], ['Jane Doe, Jr., CPA', 'Lee Chen']],
    [
      'a known name with a comma',
      'Lee Chen, Jane Doe, she/her',
      ['jane doe, she/her'],
      ['Lee Chen', 'Jane Doe, she/her'],
    ],
    ['a suffix the known name lacks', 'Jane Doe, PMP, Lee Chen', ['jane doe'], ['Jane Doe', 'Lee Chen']],
    ['the longest known name', 'Jane Doe, she/her', ['jane doe', 'jane doe, she/her'], ['Jane Doe, she/her']],
    ['somebody called like a suffix', 'Ma, Lee Chen', [], ['Ma', 'Lee Chen']],
  ])('%s', (_why, list, known, names) => {
    expect(splitNames(list, (key) => known.includes(key))).toEqual(names);
  });
});
