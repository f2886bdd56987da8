/** Errors that are part of the conversation with the user; anything else that is thrown is our bug. */

export const EXIT = { ok: 0, failed: 1, usage: 2, bug: 70, cancelled: 130 } as const;

/** A slip of the fingers, and what was probably meant: shown as the whole command with one for the other. */
export interface Slip {
  typed: string;
  meant: string[];
}

/** Understood, but it cannot be done. `hint` is the next command to type. */
export class UserError extends Error {
  constructor(
    message: string,
    readonly hint?: string,
    readonly slip?: Slip,
  ) {
    super(message);
    this.name = 'UserError';
  }
}

/** The command line itself is wrong, or lacks an answer that cannot be asked for without a terminal. */
export class UsageError extends Error {
  constructor(
    message: string,
    readonly hint?: string,
    readonly slip?: Slip,
  ) {
    super(message);
    this.name = 'UsageError';
  }
}

/** The answer that asks for the question before; only where a question allows it. */
export class WentBack extends Error {}

/** Esc or Ctrl+C at a prompt, or an editor that was left without a change. */
export class Cancelled extends Error {
  constructor(message = 'Cancelled. Nothing was changed.') {
    super(message);
    this.name = 'Cancelled';
  }
}

/** What an error about a slip is made with; `hint` where nothing is near. */
export function orMeant(typed: string, meant: string[], hint?: string): [string | undefined, Slip?] {
  return meant.length > 0 ? [`did you mean ${meant.join(', or ')}?`, { typed, meant }] : [hint];
}
