/** A profile's link: one spelling to show, and one key for all spellings. */
import { UsageError } from '../../errors';
import { linkPoint, profileKey } from '../points';

export interface Profile {
  /** The key of a point of contact. */
  key: string;
  link: string;
}

/** Null when the text is empty or no web link. */
export function readProfile(text: string): Profile | null {
  if (text === '') return null;
  try {
    const { key, value } = linkPoint(text);
    return { key, link: value };
  } catch (error) {
    if (error instanceof UsageError) return null;
    throw error;
  }
}

/** The best there is when a name was never told. */
export function nameFromLink({ link }: Profile): string {
  return profileKey(link) ?? link;
}
