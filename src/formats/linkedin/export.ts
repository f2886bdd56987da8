/** What an export of LinkedIn's comes to, as plain values. */
import type { IsoDay } from '../../model';

export const LINKEDIN_PARTS = ['connections', 'messages', 'profile'] as const;
export type LinkedInPart = (typeof LINKEDIN_PARTS)[number];

export interface LinkedInExport {
  kind: 'linkedin';
  /** Which tables were found and read. */
  parts: LinkedInPart[];
  /** Members of the archive that were not read. */
  unread: string[];
  /** How recent the data is; null when nothing in it has a date. */
  asOf: IsoDay | null;
  /** Whose export it is; null when it cannot be told, or when nothing tells it. */
  owner: Owner | null;
  /** Names (a profile link where a name is not enough) of those who may be the owner; empty when there is no doubt. */
  ownerDoubt: string[];
  /** The connections, then those known from one-to-one messages only. */
  people: ImportedPerson[];
  /** One-to-one only, in the order of the file. */
  messages: ImportedMessage[];
  skipped: Skipped[];
  counts: LinkedInCounts;
}

export interface Owner {
  name: string;
  linkKey: string | null;
  how: 'given' | 'profile' | 'in-every-conversation';
}

export interface ImportedPerson {
  name: string;
  email: string | null;
  link: string | null;
  /** The key of a point of contact: what two spellings of the same link share. */
  linkKey: string | null;
  company: string | null;
  role: string | null;
  connectedOn: IsoDay | null;
  file: string;
  line: number;
}

export interface ImportedMessage {
  conversation: string;
  /** Index into `people`. */
  person: number;
  day: IsoDay;
  direction: 'sent' | 'received';
  text: string | null;
  file: string;
  line: number;
}

/** A row, or a detail of a row, that was not taken over. */
export interface Skipped {
  file: string;
  line: number;
  reason: string;
}

/** Every message of the file is an imported one, a skipped one, or in exactly one of the counts below it. */
export interface LinkedInCounts {
  connections: number;
  /** Rows of people who left LinkedIn or hide their name: a date and nothing else. */
  hiddenMembers: number;
  messages: number;
  conversations: number;
  drafts: number;
  spam: number;
  sponsored: number;
  /** To or from a "LinkedIn Member". */
  hiddenMessages: number;
  /** Left out because the owner cannot be told. */
  ownerUnknown: number;
  groupMessages: number;
  groupThreads: number;
}
