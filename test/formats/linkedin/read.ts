/** Reading an export in a test: text in, and the days of messages are days of UTC. */
import Papa from 'papaparse';
import { readLinkedIn } from '../../../src/formats/linkedin/archive';

export function readText(text: string, me?: string, name = 'some.csv') {
  return readBytes(new TextEncoder().encode(text), me, name);
}

export function readBytes(bytes: Uint8Array, me?: string, name = 'some.csv') {
  return readLinkedIn({ name, bytes }, { me, localDay: (at) => at.toISOString().slice(0, 10) });
}

/** A message in the columns of 2026; what a test leaves out is empty. */
export interface Written {
  in?: string;
  from: string;
  fromUrl?: string;
  to?: string;
  toUrls?: string;
  date?: string;
  text?: string;
  folder?: string;
  draft?: string;
}

const HEADER =
  'CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,' +
  'FOLDER,ATTACHMENTS,IS MESSAGE DRAFT';

export function messagesCsv(messages: Written[]): string {
  const rows = messages.map((message) => [
    message.in ?? 'c1',
    '',
    message.from,
    message.fromUrl ?? '',
    message.to ?? '',
    message.toUrls ?? '',
    message.date ?? '2026-03-01 12:00:00 UTC',
    '',
    message.text ?? 'Hello',
    message.folder ?? 'INBOX',
    '',
    message.draft ?? 'No',
  ]);
  return Papa.unparse([HEADER.split(','), ...rows], { quotes: true, newline: '\n' });
}

/** A profile link, as the messages have it. */
export const link = (slug: string) => `https://www.linkedin.com/in/${slug}`;
