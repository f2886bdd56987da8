/** A reader's own complaint, shown at the prompt so that the question is asked again, instead of ending the program. */
import { UsageError } from '../errors';

export function checked(read: (text: string) => unknown): (text: string) => Promise<string | true> {
  return async (text) => {
    try {
      await read(text);
      return true;
    } catch (error) {
      if (error instanceof UsageError) return [error.message, error.hint].filter(Boolean).join(' ');
      throw error;
    }
  };
}
