/** What a channel says about a conversation when nobody said more. */
import type { Channel, Direction, TouchKind } from '../model';

const LIVE: readonly Channel[] = ['call', 'video', 'coffee', 'meeting'];
const SUBSTANTIVE_FROM_MINUTES = 15;

export function isWritten(channel: Channel): boolean {
  return channel === 'email' || channel === 'message';
}

/** A conversation in writing needs its direction; the others have none. */
export function touchKindsOf(channel: Channel, direction: Direction | null): TouchKind[] {
  if (LIVE.includes(channel)) return ['live'];
  if (!isWritten(channel)) return ['group'];
  if (direction === 'both') return ['out', 'in'];
  return direction === 'received' ? ['in'] : ['out'];
}

export function isLive(channel: Channel): boolean {
  return LIVE.includes(channel);
}

/** A quarter of an hour face to face is enough to talk about something that matters. */
export function isSubstantiveByDefault(channel: Channel, minutes: number | null): boolean {
  return LIVE.includes(channel) && minutes !== null && minutes >= SUBSTANTIVE_FROM_MINUTES;
}

/** `minutes` only where they were said. That two people met is no sign by itself that it mattered. */
export function seemsSubstantive(
  channel: Channel,
  { minutes, isAbout, hasCome }: { minutes: number | null; isAbout: boolean; hasCome: boolean },
): boolean {
  return isLive(channel) && (isAbout || hasCome || isSubstantiveByDefault(channel, minutes));
}
