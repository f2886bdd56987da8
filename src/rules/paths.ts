/**
 * The strongest ways to a person through people who know each other. The quality of a way is the product of its ties,
 * halved at each hand-over: the chance that all of them work. Searched backward from the target, so that only the
 * ties around it are ever read.
 */
import type { How } from '../model';
import { HAND_OVER, KNOWS_STRENGTH, OWN_STRENGTH, PATHS, WAY_WORDS } from './constants';

export interface PathSearch {
  /** One person, or several of whom any will do. */
  target: number | readonly number[];
  /** My own tie to a contact, 0 to 1; null when I would not go through them. */
  myStrength: (id: number) => number | null;
  neighbours: (id: number) => readonly { id: number; how: How }[];
  most?: number;
  /** Not more: only so far do the first ties followed from a person lead to all the best ways. */
  maxEdges?: 1 | 2 | 3;
}

export interface Link {
  from: 'me' | number;
  to: number;
  strength: number;
}

export interface WayIn {
  /** From the person I turn to first to the target. */
  people: number[];
  quality: number;
  edges: number;
  links: Link[];
  /** The nearest to me of the weakest: what to strengthen. */
  weakest: Link;
  words: 'strong' | 'fair' | 'weak';
}

/** A way from one person on to a target. Each keeps its own length: the cheapest may be too long, a dearer one not. */
interface Chain {
  id: number;
  target: number;
  /** Of the tie to the next person. */
  strength: number;
  next: Chain | null;
  /** Of the whole way, were I to turn to this person. */
  edges: number;
  /** All but my own tie; nothing that this chain is part of can be better. */
  quality: number;
}

/** Different chains of distinct people, the best first; other targets than the last person are on none of them. */
export function findPaths(search: PathSearch): WayIn[] {
  const { target, most = PATHS.most, maxEdges = PATHS.maxEdges } = search;
  const targets = new Set(typeof target === 'number' ? [target] : target);
  const mine = remembered(search.myStrength);
  const known = remembered((id: number) => strengthsOf(search.neighbours(id)));
  const followed = new Map<string, number>();
  const queue: Chain[] = [];
  let best: WayIn[] = [];
  for (const id of targets) {
    push(queue, { id, target: id, strength: 1, next: null, edges: 1, quality: 1 });
  }

  for (let chain = pop(queue); chain; chain = pop(queue)) {
    // My own tie is below 1, so that a chain no better than the last of the best can only end up worse.
    if (chain.quality <= leastOf(best, most)) break;
    const own = mine(chain.id);
    if (own !== null) best = [...best, wayIn(chain, own)].sort(byRank).slice(0, most);
    const ceiling = chain.quality * KNOWS_STRENGTH[5] * HAND_OVER;
    if (chain.edges >= maxEdges || ceiling <= leastOf(best, most)) continue;
    // What comes before this person is the same for all chains that begin here: the best of them are enough.
    const state = `${chain.id} ${chain.edges}`;
    const times = followed.get(state) ?? 0;
    if (times >= most) continue;
    followed.set(state, times + 1);
    for (const [id, strength] of known(chain.id)) {
      const quality = chain.quality * strength * HAND_OVER;
      if (targets.has(id) || isOn(chain, id) || quality <= leastOf(best, most)) continue;
      push(queue, { id, target: chain.target, strength, next: chain, edges: chain.edges + 1, quality });
    }
  }
  return best;
}

/** My tie to a contact, from the depth that an ask can count on. */
export function ownStrength(effectiveDepth: number): number {
  return clamped(effectiveDepth / 100);
}

export function knowsStrength(how: How): number {
  return KNOWS_STRENGTH[how ?? 'unknown'];
}

export function wayWords(strength: number): WayIn['words'] {
  if (strength >= WAY_WORDS.strong) return 'strong';
  return strength >= WAY_WORDS.fair ? 'fair' : 'weak';
}

function clamped(strength: number): number {
  return Math.min(OWN_STRENGTH.most, Math.max(OWN_STRENGTH.least, strength));
}

function leastOf(best: WayIn[], most: number): number {
  return best[most - 1]?.quality ?? 0;
}

/** Two notes about the same two people are one tie, the stronger one. */
function strengthsOf(ties: readonly { id: number; how: How }[]): Map<number, number> {
  const strongest = new Map<number, number>();
  for (const { id, how } of ties) {
    strongest.set(id, Math.max(knowsStrength(how), strongest.get(id) ?? 0));
  }
  return strongest;
}

function isOn(chain: Chain, id: number): boolean {
  return chain.id === id || (chain.next !== null && isOn(chain.next, id));
}

function wayIn(first: Chain, own: number): WayIn {
  const links: Link[] = [{ from: 'me', to: first.id, strength: clamped(own) }];
  for (let chain = first; chain.next; chain = chain.next) {
    links.push({ from: chain.id, to: chain.next.id, strength: chain.strength });
  }
  const weakest = links.reduce((least, link) => (link.strength < least.strength ? link : least));
  return {
    people: links.map(({ to }) => to),
    // Rounded, or the order of multiplication would decide between equals.
    quality: Number((first.quality * clamped(own)).toPrecision(12)),
    edges: links.length,
    links,
    weakest,
    words: wayWords(weakest.strength),
  };
}

function byRank(a: WayIn, b: WayIn): number {
  return b.quality - a.quality || a.edges - b.edges || b.weakest.strength - a.weakest.strength || byIds(a, b);
}

function byIds(a: WayIn, b: WayIn): number {
  const at = a.people.findIndex((id, index) => id !== b.people[index]);
  return at < 0 ? 0 : a.people[at]! - b.people[at]!;
}

function remembered<T>(look: (id: number) => T): (id: number) => T {
  const seen = new Map<number, T>();
  return (id) => {
    if (!seen.has(id)) seen.set(id, look(id));
    return seen.get(id)!;
  };
}

// ── the queue: a binary heap, the best chain on top ───────────────────────────────────────────────

function isBetter(a: Chain, b: Chain): boolean {
  return a.quality > b.quality || (a.quality === b.quality && a.target < b.target);
}

function push(heap: Chain[], chain: Chain): void {
  let at = heap.push(chain) - 1;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (!isBetter(chain, heap[parent]!)) break;
    heap[at] = heap[parent]!;
    at = parent;
  }
  heap[at] = chain;
}

function pop(heap: Chain[]): Chain | undefined {
  const top = heap[0];
  const last = heap.pop();
  if (!last || heap.length === 0) return top;
  let at = 0;
  for (let child = 1; child < heap.length; child = 2 * at + 1) {
    if (child + 1 < heap.length && isBetter(heap[child + 1]!, heap[child]!)) child++;
    if (!isBetter(heap[child]!, last)) break;
    heap[at] = heap[child]!;
    at = child;
  }
  heap[at] = last;
  return top;
}
