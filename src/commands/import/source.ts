/** LinkedIn's file as the plan takes it: people with points of contact, no day that has not come, and an owner. */
import type { App } from '../../app';
import { UsageError, UserError } from '../../errors';
import { readLinkedIn } from '../../formats/linkedin/archive';
import type { LinkedInExport, Skipped } from '../../formats/linkedin/export';
import { emailPoint, linkPoint } from '../../formats/points';
import type { InputFile } from '../../formats/text-file';
import type { IsoDay, Point } from '../../model';
import { localDay } from '../../rules/dates';
import type { Arrival } from '../../rules/import-match';
import { findSetting } from '../../store/settings';
import { askOwner } from './questions';

export interface Source {
  read: LinkedInExport;
  arrivals: Arrival[];
  /** How recent the file is, today at the latest: a mistyped year must not block every later import. */
  asOf: IsoDay;
  /** Lines and details that are not taken over. */
  skipped: Skipped[];
  /** Why the messages are left out: whose they are cannot be told. */
  ownerless: boolean;
  /** The owner, when nothing remembers it yet. */
  remember: string | null;
}

export async function readSource(
  app: App,
  file: InputFile,
  given: string | undefined,
  mayAsk: boolean,
): Promise<Source> {
  const remembered = findSetting(app.db, 'me');
  let me = given ?? remembered;
  let read = await readLinkedIn(file, { me, localDay });
  if (isOwnerless(read) && mayAsk) {
    const chosen = await askOwner(app, read.ownerDoubt);
    if (chosen !== null) {
      me = chosen;
      read = await readLinkedIn(file, { me, localDay });
    }
  }
  if (isOwnerless(read) && !read.parts.includes('connections')) throw ownerUnknown(read, me);
  const skipped = [...read.skipped];
  const arrivals = read.people.map((_, at) => arrivalOf(read, at, app.today, skipped));
  for (const { conversation, person } of read.messages) {
    const { conversations } = arrivals[person]!;
    if (!conversations.includes(conversation)) conversations.push(conversation);
  }
  const asOf = read.asOf !== null && read.asOf < app.today ? read.asOf : app.today;
  return {
    read,
    arrivals,
    asOf,
    skipped,
    ownerless: isOwnerless(read),
    remember: remembered === undefined ? nameToRemember(read, me) : null,
  };
}

function isOwnerless({ owner, counts }: LinkedInExport): boolean {
  return owner === null && counts.ownerUnknown > 0;
}

function ownerUnknown({ ownerDoubt }: LinkedInExport, me: string | undefined): UserError {
  const who = ownerDoubt.length > 0 ? ` It may be ${ownerDoubt.join(', ')}.` : '';
  const what =
    me === undefined ? 'It cannot be told whose messages these are.' : `Nobody in these messages is "${me}".`;
  return new UserError(`${what}${who}`, 'the same command with --me "Your Name"');
}

/** Only what the messages or the profile bear out; a link, where one was given, as a name was not enough. */
function nameToRemember({ owner, parts }: LinkedInExport, me: string | undefined): string | null {
  if (owner === null || !(parts.includes('messages') || parts.includes('profile'))) return null;
  return me?.includes('/') ? me : owner.name;
}

function arrivalOf(
  { people, counts }: LinkedInExport,
  at: number,
  today: IsoDay,
  skipped: Skipped[],
): Arrival {
  const { name, company, role, email, link, connectedOn, file, line } = people[at]!;
  const isFuture = connectedOn !== null && connectedOn > today;
  if (isFuture) skipped.push({ file, line, reason: `${connectedOn} has not come yet; the contact is kept` });
  const points = [pointOf(link, linkPoint), pointOf(email, emailPoint)];
  for (const fault of points) {
    if (typeof fault === 'string')
      skipped.push({ file, line, reason: `${fault}; the contact is kept without it` });
  }
  return {
    name,
    company,
    role,
    connectedOn: isFuture ? null : connectedOn,
    points: points.filter((point) => point !== null && typeof point !== 'string'),
    conversations: [],
    fromMessages: at >= counts.connections,
    file,
    line,
  };
}

/** What is wrong with an address is no reason to lose the person. */
function pointOf(text: string | null, read: (text: string) => Point): Point | string | null {
  try {
    return text === null ? null : read(text);
  } catch (error) {
    if (error instanceof UsageError) return error.message.replace(/\.$/, '');
    throw error;
  }
}
