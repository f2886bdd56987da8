/** What one can ask of a person, from the smallest thing to the largest, and what has to be true before. */
import type { AskKind } from '../model';
import { ASK_BAR, MANAGER_TIE_NEED } from './constants';

/** What depth cannot make up for. */
export const ASK_GATES = ['goal-told', 'seen-work', 'insider', 'reliable', 'manager-tie'] as const;
export type AskGate = (typeof ASK_GATES)[number];

export interface AskRule {
  /** What is asked for, to be read after "ask Ana for". */
  label: string;
  /** Depth points it takes when nothing moves the bar. */
  tau: number;
  /** How much of their name is at stake, 0 to 3. */
  stake: number;
  /** All have to hold. */
  gates: readonly AskGate[];
  /** The least tie of theirs to the hiring manager; null where that tie does not matter. */
  managerTie: number | null;
}

export const ASKS: Record<AskKind, AskRule> = {
  reply: { label: 'a reply to a message', ...ASK_BAR.reply, gates: [], managerTie: null },
  advice: { label: 'an answer to one question', ...ASK_BAR.advice, gates: [], managerTie: null },
  talk: { label: 'a 20-minute informational interview', ...ASK_BAR.talk, gates: [], managerTie: null },
  leads: { label: 'word of openings', ...ASK_BAR.leads, gates: ['goal-told'], managerTie: null },
  'peer-intro': {
    label: 'an introduction to a peer',
    ...ASK_BAR['peer-intro'],
    gates: ['goal-told'],
    managerTie: null,
  },
  recommendation: {
    label: 'a LinkedIn recommendation',
    ...ASK_BAR.recommendation,
    gates: ['seen-work'],
    managerTie: null,
  },
  referral: {
    label: 'an internal referral',
    ...ASK_BAR.referral,
    gates: ['insider', 'goal-told', 'reliable'],
    managerTie: null,
  },
  reference: {
    label: 'a reference',
    ...ASK_BAR.reference,
    gates: ['seen-work', 'reliable'],
    managerTie: null,
  },
  'manager-intro': {
    label: 'an introduction to the hiring manager',
    ...ASK_BAR['manager-intro'],
    gates: ['goal-told', 'manager-tie', 'reliable'],
    managerTie: MANAGER_TIE_NEED.introduce,
  },
  vouching: {
    label: 'a good word with the hiring manager',
    ...ASK_BAR.vouching,
    gates: ['seen-work', 'goal-told', 'manager-tie', 'reliable'],
    managerTie: MANAGER_TIE_NEED.vouch,
  },
};
