import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/errors';
import { emailPoint, linkPoint, phonePoint, profileKey } from '../../src/formats/points';

describe('profileKey', () => {
  it.each([
    ['https://www.linkedin.com/in/ana-ruiz', 'as exported'],
    ['http://linkedin.com/in/ana-ruiz/', 'no host prefix, a trailing slash'],
    ['linkedin.com/in/ana-ruiz', 'no protocol'],
    ['WWW.LinkedIn.com/IN/Ana-Ruiz', 'capitals'],
    ['https://de.linkedin.com/in/ana-ruiz', 'a country'],
    ['https://m.linkedin.com/in/ana-ruiz', 'a telephone'],
    ['https://www.linkedin.com/mwlite/in/ana-ruiz', 'an old telephone'],
    ['https://www.linkedin.com/in/ana-ruiz/en', 'a language'],
    ['https://www.linkedin.com/in/ana-ruiz/details/experience/', 'a page of the profile'],
    ['https://www.linkedin.com/in/ana-ruiz?utm_source=share', 'a query'],
    ['https://www.linkedin.com/in/ana-ruiz/#about', 'a place on the page'],
    ['  https://www.linkedin.com/in/ana-ruiz ', 'spaces around'],
    ['https://www.linkedin.com/in/ana%2Druiz', 'an encoded hyphen'],
  ])('%s is ana-ruiz: %s', (url) => {
    expect(profileKey(url)).toBe('ana-ruiz');
  });

  it.each([
    ['https://www.linkedin.com/in/jos%C3%A9-%E6%9D%8E', 'josé-李', 'percent-decoded'],
    ['https://www.linkedin.com/in/JOS%C3%89', 'josé', 'lower case after decoding'],
    ['https://www.linkedin.com/in/jose%CC%81', 'josé', 'a separate accent is the same letter'],
    ['https://www.linkedin.com/in/100%-ana', '100%-ana', 'a stray percent sign'],
  ])('%s is %s: %s', (url, key) => {
    expect(profileKey(url)).toBe(key);
  });

  it.each([
    ['', 'nothing'],
    ['https://www.linkedin.com/in/', 'no slug'],
    ['https://www.linkedin.com/company/acme', 'a company'],
    ['https://www.linkedin.com/pub/ana-ruiz/1/2/3', 'a form that has gone'],
    ['https://notlinkedin.com/in/ana-ruiz', 'another host'],
    ['https://linkedin.com.example.org/in/ana-ruiz', 'another host'],
    ['https://example.org/?u=linkedin.com/in/ana-ruiz', 'a link inside a link'],
  ])('"%s" belongs to nobody: %s', (url) => {
    expect(profileKey(url)).toBeNull();
  });
});

describe('linkPoint', () => {
  it('gives a profile one spelling, whose key is its own', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\p{L}\p{N}%_.~!'-]{1,30}$/u), (slug) => {
        const point = linkPoint(`linkedin.com/in/${slug}/`);
        expect(point.value).toMatch(/^https:\/\/www\.linkedin\.com\/in\/[\w%.!~*'()-]+$/);
        expect(point.key).toBe(`linkedin:${profileKey(`linkedin.com/in/${slug}/`)}`);
        expect(linkPoint(point.value)).toEqual(point);
      }),
    );
  });

  it.each([
    ['https://www.GitHub.com/Ana/', 'github.com/Ana', 'the path keeps its case'],
    ['http://github.com/Ana', 'github.com/Ana', 'the protocol makes no difference'],
    ['github.com/Ana', 'github.com/Ana', 'nor does none'],
    ['example.com', 'example.com', 'a site'],
    ['https://example.com/?page=2', 'example.com?page=2', 'the query is part of it'],
    ['https://example.com:8080/a', 'example.com:8080/a', 'so is the port'],
    ['https://medium.com/@ana', 'medium.com/@ana', 'an at sign in the path'],
    ['https://www.linkedin.com/company/acme', 'linkedin.com/company/acme', 'no profile'],
  ])('%s has the key %s: %s', (text, key) => {
    expect(linkPoint(text)).toEqual({ kind: 'link', value: text, key });
  });

  it.each([
    ['', 'nothing'],
    ['ana', 'a word'],
    ['ana ruiz.com', 'a space'],
    ['ana@example.com', 'an e-mail address'],
    ['https://', 'no host'],
    ['ftp://example.com', 'no page'],
    ['mailto:ana@example.com', 'an e-mail address'],
    ['javascript:alert(1)', 'a program'],
    ['.com', 'no host'],
  ])('refuses "%s": %s', (text) => {
    expect(() => linkPoint(text)).toThrow(UsageError);
    expect(() => linkPoint(text)).toThrow(`"${text}"`);
  });
});

describe('emailPoint', () => {
  it.each([
    ['Ana.Ruiz@Acme.COM', 'Ana.Ruiz@Acme.COM', 'ana.ruiz@acme.com', 'case does not matter'],
    [' ana@acme.com ', 'ana@acme.com', 'ana@acme.com', 'spaces around'],
    ['mailto:ana@acme.com', 'ana@acme.com', 'ana@acme.com', 'copied from a page'],
    [
      'ana+jobs@mail.acme.co.uk',
      'ana+jobs@mail.acme.co.uk',
      'ana+jobs@mail.acme.co.uk',
      'a tag is another mailbox',
    ],
    ["o'neil@acme.com", "o'neil@acme.com", "o'neil@acme.com", 'an apostrophe'],
    ['josé@exämple.de', 'josé@exämple.de', 'josé@exämple.de', 'other letters'],
  ])('%s: %s, %s (%s)', (text, value, key) => {
    expect(emailPoint(text)).toEqual({ kind: 'email', value, key });
  });

  it.each([
    ['', 'nothing'],
    ['ana', 'no at sign'],
    ['ana@', 'no host'],
    ['@acme.com', 'nobody'],
    ['ana@acme', 'half a host'],
    ['ana@acme.', 'half a host'],
    ['ana@@acme.com', 'two at signs'],
    ['ana ruiz@acme.com', 'a space'],
    ['Ana <ana@acme.com>', 'a name besides'],
    ['ana@acme.com, lee@acme.com', 'two addresses'],
    ['/o=Acme/ou=Exchange/cn=ana', 'a path inside somebody’s mail server'],
  ])('refuses "%s": %s', (text) => {
    expect(() => emailPoint(text)).toThrow(UsageError);
    expect(() => emailPoint(text)).toThrow(`"${text}"`);
  });
});

describe('phonePoint', () => {
  it.each([
    ['+49 30 1234567', '+49301234567', 'international'],
    ['+49-30-123.45.67', '+49301234567', 'other separators'],
    ['+49 (0)30 1234567', '+49301234567', 'the zero is only for callers at home'],
    ['0049 30 1234567', '+49301234567', 'two zeros are a plus'],
    ['tel:+49301234567', '+49301234567', 'copied from a page'],
    ['(030) 1234567', '0301234567', 'national: the country is unknown'],
    ['555-0100', '5550100', 'local'],
    ['+1 555 0100 x12', '+15550100x12', 'an extension is another telephone'],
    ['+1 555 0100 ext. 12', '+15550100x12', 'an extension, in words'],
  ])('%s has the key %s: %s', (text, key) => {
    expect(phonePoint(text)).toEqual({ kind: 'phone', value: text.replace('tel:', ''), key });
  });

  it.each([
    ['', 'nothing'],
    ['ana', 'no digits'],
    ['+', 'no digits'],
    ['12', 'too few digits'],
    ['call me at 5550100', 'words'],
    ['ana5550100@acme.com', 'an e-mail address'],
  ])('refuses "%s": %s', (text) => {
    expect(() => phonePoint(text)).toThrow(UsageError);
    expect(() => phonePoint(text)).toThrow(`"${text}"`);
  });
});

it('meets any text with a point that has a key, or with a usage error', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(emailPoint, phonePoint, linkPoint),
      (text, read) => {
        try {
          const point = read(text);
          expect(point.key).not.toBe('');
          expect(read(point.value)).toEqual(point);
        } catch (error) {
          expect(error).toBeInstanceOf(UsageError);
        }
      },
    ),
  );
});
