/** E-mail addresses, telephone numbers and links as people type or export them → points of contact. */
import { UsageError } from '../errors';
import type { Point } from '../model';
import { LIMITS, textFault } from '../rules/limits';

/**
 * Who a LinkedIn profile link belongs to: its slug in lower case, percent-decoded; null for any other link.
 * Country and mobile hosts, further path, query and a missing protocol make no difference.
 */
export function profileKey(url: string): string | null {
  const slug = /^(?:https?:\/\/)?(?:[a-z-]+\.)*linkedin\.com\/+(?:mwlite\/+)?in\/+([^\s\p{Cs}/?#]+)/iu.exec(
    url.trim(),
  )?.[1];
  return slug === undefined ? null : percentDecoded(slug).normalize('NFC').toLowerCase();
}

/** A stray `%` is part of the text, not a reason to fail. */
function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export function emailPoint(text: string): Point {
  const value = text.trim().replace(/^mailto:/i, '');
  refuseFaulty('The e-mail address', value, LIMITS.email);
  if (!/^[^\s@<>,;:"()]+@[^\s@<>,;:"().]+(\.[^\s@<>,;:"().]+)+$/.test(value)) {
    throw new UsageError(`"${text}" is no e-mail address.`, 'Write it like ana@example.com.');
  }
  return { kind: 'email', value, key: value.normalize('NFKC').toLowerCase() };
}

/** `+49 (0)30 …`, `0049 30 …` and `+49-30-…` share a key; a national number has another, as its country is unknown. */
export function phonePoint(text: string): Point {
  const value = text.trim().replace(/^tel:/i, '');
  refuseFaulty('The telephone number', value, LIMITS.phone);
  const [, number = '', extension] =
    /^([^\p{L}@#;]+?)(?:[\s,;]*(?:#|x|ext(?:ension|n)?)[\s.:=]*(\d+))?$/iu.exec(value) ?? [];
  const plain = number.trim().replace(/^00(?=\s*[1-9])/, '+');
  const national = plain.startsWith('+') ? plain.replace(/\(0\)/, '') : plain;
  const digits = national.replace(/\D/g, '');
  if (digits.length < 3) {
    throw new UsageError(`"${text}" is no telephone number.`, 'Write it like +49 30 1234567.');
  }
  const key = `${plain.startsWith('+') ? '+' : ''}${digits}${extension === undefined ? '' : `x${extension}`}`;
  return { kind: 'phone', value, key };
}

/** A LinkedIn profile gets one spelling; any other link stays as typed. */
export function linkPoint(text: string): Point {
  refuseFaulty('The link', text.trim(), LIMITS.link);
  const slug = profileKey(text);
  if (slug !== null) {
    const value = `https://www.linkedin.com/in/${encodeURIComponent(slug)}`;
    return { kind: 'link', value, key: `linkedin:${slug}` };
  }
  return { kind: 'link', value: text.trim(), key: linkKey(text) };
}

/** The path keeps its case: `/Ana` and `/ana` may be two pages. */
function linkKey(text: string): string {
  const value = text.trim();
  const withProtocol = /^[a-z][a-z+.-]*:\/\//i.test(value) ? value : `https://${value}`;
  const url = /[\s\p{Cs}]/u.test(value) || !URL.canParse(withProtocol) ? null : new URL(withProtocol);
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  // `ana@example.com` parses as a user on a host, and `ana` as a host: neither is a link.
  if (url === null || !isWeb || url.username !== '' || !/[^.]\.[^.]/.test(url.host)) {
    throw new UsageError(`"${text}" is no link.`, 'Write it like example.com/ana.');
  }
  const path = url.pathname.replace(/\/+$/, '');
  return `${url.host.replace(/^www\./, '')}${path}${url.search}${url.hash}`;
}

/** Before any pattern sees it. */
function refuseFaulty(what: string, value: string, longest: number): void {
  const fault = textFault(value, longest);
  if (fault) throw new UsageError(`${what} ${fault}.`);
}
