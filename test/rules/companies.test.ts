import fc from 'fast-check';
import { expect, test } from 'vitest';
import { companyKey, sameCompany } from '../../src/rules/companies';

test.each([
  ['case', 'ACME', 'acme', true],
  ['spaces around', '  Acme ', 'Acme', true],
  ['accents', "L'Oréal", 'LOreal', true],
  ['a curly apostrophe', 'L’Oréal', "L'Oreal", true],
  ['letters without a plain half', 'Mærsk', 'Maersk', true],
  ['sharp s', 'Strauß', 'Strauss', true],
  ['a hyphen', 'Coca-Cola', 'Coca Cola', true],
  ['written together', 'JPMorgan', 'JP Morgan', true],
  ['an exclamation mark', 'Yahoo!', 'Yahoo', true],
  ['a trade mark', 'Acme™', 'Acme', true],
  ['and', 'Johnson & Johnson', 'Johnson and Johnson', true],
  ['and, without spaces', 'H&M', 'H & M', true],
  ['plus is a word', 'Canal+', 'Canal Plus', true],
  ['plus is part of the name', 'Canal+', 'Canal', false],
  ['The in front', 'The New Yorker', 'New Yorker', true],
  ['Inc', 'Acme, Inc.', 'Acme', true],
  ['Inc without a space', 'Acme,Inc', 'Acme', true],
  ['LLC', 'Acme L.L.C.', 'Acme', true],
  ['two forms', 'Foo Co., Ltd.', 'Foo', true],
  ['forms joined by and', 'Foo GmbH & Co. KG', 'Foo', true],
  ['and Company', 'McKinsey & Company', 'McKinsey', true],
  ['another country, another form', 'Acme GmbH', 'Acme Ltd', true],
  ['S.p.A.', 'Ferrari S.p.A.', 'Ferrari', true],
  ['S.A.S.', 'Acme S.A.S.', 'Acme SAS', true],
  ['A/S', 'Novo Nordisk A/S', 'Novo Nordisk', true],
  ['B.V.', 'Acme B.V.', 'acme bv', true],
  ['Sp. z o.o.', 'Acme Sp. z o.o.', 'Acme', true],
  ['S.A. de C.V.', 'Acme S.A. de C.V.', 'Acme', true],
  ['Pty', 'Acme (Pty) Ltd', 'Acme Pty Ltd', true],
  ['plc', 'Acme PLC', 'Acme plc.', true],
  ['Oy', 'Acme Oy', 'Acme', true],
  ['a parenthesis', 'Meta (formerly Facebook)', 'Meta', true],
  ['nothing but a parenthesis', '(Acme)', 'Acme', true],
  ['an acronym with dots', 'I.B.M.', 'IBM', true],
  ['an acronym with dots and a form', 'I.B.M. Corp.', 'IBM', true],
  ['initials with spaces', 'J. P. Morgan', 'J.P. Morgan', true],
  ['one more word', 'Plan A', 'plan', false],
  ['a subsidiary', 'Acme Labs', 'Acme', false],
  ['a group is not a legal form', 'Acme Group', 'Acme', false],
  ['a part of a word', 'Incubate', 'ubate', false],
  ['a form in front is a name', 'AB Volvo', 'Volvo', false],
  ['only a form', 'Co', 'Inc', false],
  ['only forms keep the first', 'AG', 'AG Ltd', true],
  ['only The', 'The', 'The', true],
  ['other scripts', '株式会社トヨタ', '株式会社ホンダ', false],
  ['other scripts, the same', 'Яндекс', 'ЯНДЕКС', true],
  ['signs only', '???', '!!!', false],
])('%s: %j and %j', (_why, a, b, expected) => {
  expect(sameCompany(a, b)).toBe(expected);
});

test('only a blank name has no key', () => {
  expect(companyKey('   ')).toBe('');
  for (const name of ['Co', 'The', 'The Co', '...', '(x)', '()', '&', 'S.A.'])
    expect(companyKey(name)).not.toBe('');
});

const piece = fc.constantFrom(
  'The ',
  'Acme',
  'plan',
  ' A',
  ' & ',
  '.',
  ' Inc',
  ' Co',
  '(',
  ')',
  'é',
  'ß',
  '/',
  ' Ltd.',
  '+',
  ' ',
);
const name = fc.oneof(
  fc.string(),
  fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
);

test('every name is the same as itself, and sameness has no direction', () => {
  fc.assert(
    fc.property(name, name, (a, b) => {
      expect(sameCompany(a, a)).toBe(true);
      expect(sameCompany(a, b)).toBe(sameCompany(b, a));
    }),
    { numRuns: 500 },
  );
});

test('a legal form more changes nothing, a word more does', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{3,8}( [a-z]{3,8})?$/), (plain) => {
      expect(sameCompany(`${plain}zz, Inc.`, `${plain}zz`)).toBe(true);
      expect(sameCompany(`${plain}zz Labs`, `${plain}zz`)).toBe(false);
    }),
    { numRuns: 500 },
  );
});
