import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { How } from '../../src/model';
import {
  findPaths,
  knowsStrength,
  type Link,
  ownStrength,
  type PathSearch,
  type WayIn,
  wayWords,
} from '../../src/rules/paths';

const runs = { numRuns: 1_000 };

interface Graph {
  /** My own ties, by contact. */
  mine: Record<number, number | null>;
  knows: [number, number, How][];
}

function searchIn({ mine, knows }: Graph, target: number | number[]): PathSearch {
  return {
    target,
    myStrength: (id) => mine[id] ?? null,
    neighbours: (id) =>
      knows.flatMap(([a, b, how]) => {
        if (a === id) return [{ id: b, how }];
        return b === id ? [{ id: a, how }] : [];
      }),
  };
}

function waysIn(graph: Graph, target: number | number[], rest: Partial<PathSearch> = {}): WayIn[] {
  return findPaths({ ...searchIn(graph, target), ...rest });
}

const ways = (graph: Graph, target: number | number[]) =>
  waysIn(graph, target).map(({ people }) => people.join(' '));

// ── brute force: every chain of distinct people, forward from me ──────────────────────────────────

type Found = Omit<WayIn, 'words' | 'links' | 'weakest'> & { least: number };

function allWays(graph: Graph, targets: number[], maxEdges: number): Found[] {
  const strength = new Map<string, number>();
  for (const [a, b, how] of graph.knows) {
    const s = how === null ? 0.3 : [0.1, 0.3, 0.5, 0.7, 0.9][how - 1]!;
    for (const key of [`${a} ${b}`, `${b} ${a}`]) strength.set(key, Math.max(s, strength.get(key) ?? 0));
  }
  const everybody = Object.keys(graph.mine).map(Number);
  const found: Found[] = [];
  const walk = (people: number[], strengths: number[]) => {
    const last = people.at(-1)!;
    if (targets.includes(last)) {
      const product = strengths.reduce((total, one) => total * one, 1) * 0.5 ** (strengths.length - 1);
      const quality = Number(product.toPrecision(12));
      found.push({ people, quality, edges: strengths.length, least: Math.min(...strengths) });
      return;
    }
    if (strengths.length >= maxEdges) return;
    for (const id of everybody) {
      const s = strength.get(`${last} ${id}`);
      if (s !== undefined && !people.includes(id)) walk([...people, id], [...strengths, s]);
    }
  };
  for (const id of everybody) {
    const own = graph.mine[id];
    if (own != null) walk([id], [Math.min(0.99, Math.max(0.01, own))]);
  }
  const byIds = (a: number[], b: number[]) => {
    const at = a.findIndex((id, index) => id !== b[index]);
    return at < 0 ? 0 : a[at]! - b[at]!;
  };
  return found.sort(
    (a, b) => b.quality - a.quality || a.edges - b.edges || b.least - a.least || byIds(a.people, b.people),
  );
}

// Few different strengths, so that many ways are equally good; a tie may be noted twice.
const someGraph: fc.Arbitrary<Graph> = fc.integer({ min: 2, max: 7 }).chain((people) => {
  const someId = fc.integer({ min: 1, max: people });
  const own = fc.constantFrom(null, null, 0, 0.01, 0.3, 0.5, 0.7, 0.9, 1);
  const how = fc.constantFrom<How>(1, 2, 3, 4, 5, null);
  return fc.record({
    mine: fc
      .array(own, { minLength: people, maxLength: people })
      .map((ties) => Object.fromEntries(ties.map((tie, index) => [index + 1, tie]))),
    knows: fc.array(fc.tuple(someId, someId, how), { maxLength: 20, size: 'max' }),
  });
});
const someTargets = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 4 });

// ── examples ──────────────────────────────────────────────────────────────────────────────────────

describe('ways', () => {
  test('the example of a manager known through two people', () => {
    const graph: Graph = {
      mine: { 1: 0.8, 2: 0.4, 3: null, 9: null },
      knows: [
        [1, 3, 4],
        [3, 9, 5],
        [2, 9, null],
      ],
    };
    const links: Link[] = [
      { from: 'me', to: 1, strength: 0.8 },
      { from: 1, to: 3, strength: 0.7 },
      { from: 3, to: 9, strength: 0.9 },
    ];
    expect(waysIn(graph, 9)).toEqual([
      { people: [1, 3, 9], quality: 0.126, edges: 3, links, weakest: links[1], words: 'strong' },
      {
        people: [2, 9],
        quality: 0.06,
        edges: 2,
        links: [
          { from: 'me', to: 2, strength: 0.4 },
          { from: 2, to: 9, strength: 0.3 },
        ],
        weakest: { from: 2, to: 9, strength: 0.3 },
        words: 'weak',
      },
    ]);
  });

  test('nobody knows anybody', () => {
    expect(waysIn({ mine: { 1: null }, knows: [] }, 1)).toEqual([]);
    expect(waysIn({ mine: { 1: 0.5 }, knows: [] }, [])).toEqual([]);
  });

  test('my own tie is a way of its own, and beats any that goes on from it', () => {
    const graph: Graph = { mine: { 1: 0.5, 2: 0.9 }, knows: [[1, 2, 5]] };
    expect(ways(graph, 1)).toEqual(['1', '2 1']);
  });

  test('three at most, unless more are wanted', () => {
    const graph: Graph = {
      mine: { 1: 0.9, 2: 0.8, 3: 0.7, 4: 0.6, 9: null },
      knows: [1, 2, 3, 4].map((id): [number, number, How] => [id, 9, 3]),
    };
    expect(ways(graph, 9)).toEqual(['1 9', '2 9', '3 9']);
    expect(waysIn(graph, 9, { most: 4 })).toHaveLength(4);
    expect(waysIn(graph, 9, { most: 0 })).toEqual([]);
  });

  test('a better chain that is too long does not hide a shorter one', () => {
    // To 2 it is better over 1 and 3 than at once, but that leaves one step too few.
    const graph: Graph = {
      mine: { 1: 0.99, 2: null, 3: null, 4: null, 9: null },
      knows: [
        [1, 2, 1],
        [1, 4, 5],
        [4, 2, 5],
        [2, 9, 5],
      ],
    };
    expect(ways(graph, 9)).toEqual(['1 2 9']);
  });

  test('a company is anyone in it, and nobody in it is passed through', () => {
    const graph: Graph = {
      mine: { 1: 0.9, 2: 0.3, 8: 0.2, 9: null },
      knows: [
        [1, 8, 5],
        [8, 9, 5],
        [2, 9, 5],
      ],
    };
    expect(ways(graph, [8, 9])).toEqual(['1 8', '8', '2 9']);
  });

  test('of many equals in a company those with the lowest ids, however they come', () => {
    const inside = [9, 4, 8, 5, 7, 6];
    const graph: Graph = {
      mine: { 1: 0.5, 2: null },
      knows: [[1, 2, 3], ...inside.map((id): [number, number, How] => [2, id, null])],
    };
    expect(ways(graph, inside)).toEqual(['1 2 4', '1 2 5', '1 2 6']);
    expect(ways(graph, inside.toReversed())).toEqual(['1 2 4', '1 2 5', '1 2 6']);
  });

  test.each<[string, Graph, string[]]>([
    ['of equals the shorter', { mine: { 1: 0.9, 9: 0.315 }, knows: [[1, 9, 4]] }, ['9', '1 9']],
    [
      'then the one with the stronger weakest link',
      {
        mine: { 1: 0.9, 2: 0.3, 9: null },
        knows: [
          [1, 9, 1],
          [2, 9, 2],
        ],
      },
      ['2 9', '1 9'],
    ],
    [
      'then the ids',
      {
        mine: { 2: 0.5, 11: 0.5, 9: null },
        knows: [
          [11, 9, 3],
          [2, 9, 3],
        ],
      },
      ['2 9', '11 9'],
    ],
    [
      'whatever the order of the factors',
      {
        mine: { 1: 0.1, 2: 0.7, 3: null, 4: null, 9: null },
        knows: [
          [2, 4, 2],
          [4, 9, 1],
          [1, 3, 2],
          [3, 9, 4],
        ],
      },
      ['1 3 9', '2 4 9'],
    ],
  ])('%s', (_why, graph, expected) => {
    expect(ways(graph, 9)).toEqual(expected);
  });

  test('of equally weak links the one nearest to me is named', () => {
    const graph: Graph = { mine: { 1: 0.5, 9: null }, knows: [[1, 9, 3]] };
    expect(waysIn(graph, 9)[0]?.weakest).toEqual({ from: 'me', to: 1, strength: 0.5 });
  });
});

test('strengths and their words', () => {
  expect([-5, 0, 42.5, 100].map(ownStrength)).toEqual([0.01, 0.01, 0.425, 0.99]);
  expect(([1, 2, 3, 4, 5, null] as const).map(knowsStrength)).toEqual([0.1, 0.3, 0.5, 0.7, 0.9, 0.3]);
  expect([0.7, 0.69, 0.4, 0.39].map(wayWords)).toEqual(['strong', 'fair', 'fair', 'weak']);
});

// ── properties ────────────────────────────────────────────────────────────────────────────────────

describe('properties', () => {
  test('the best ways are those of a search through all of them', () => {
    const edges = fc.constantFrom<1 | 2 | 3>(1, 2, 3, 3, 3);
    const most = fc.integer({ min: 1, max: 6 });
    let several = 0;
    fc.assert(
      fc.property(someGraph, someTargets, edges, most, (graph, targets, maxEdges, count) => {
        const all = allWays(graph, targets, maxEdges);
        const found = waysIn(graph, targets, { maxEdges, most: count });
        if (all.length > count) several++;
        expect(found.map(({ people }) => people)).toEqual(all.slice(0, count).map(({ people }) => people));
        expect(found.map(({ quality }) => quality)).toEqual(
          all.slice(0, count).map(({ quality }) => quality),
        );
      }),
      { numRuns: 3_000 },
    );
    expect(several).toBeGreaterThan(500);
  });

  test('one more tie never makes the best way worse', () => {
    const tie = fc.tuple(
      fc.integer({ min: 1, max: 7 }),
      fc.integer({ min: 1, max: 7 }),
      fc.constantFrom<How>(1, 3, 5, null),
    );
    fc.assert(
      fc.property(someGraph, someTargets, tie, (graph, targets, added) => {
        const before = waysIn(graph, targets)[0]?.quality ?? 0;
        const after = waysIn({ ...graph, knows: [...graph.knows, added] }, targets)[0]?.quality ?? 0;
        expect(after).toBeGreaterThanOrEqual(before);
      }),
      runs,
    );
  });

  test('the weakest link bounds the quality, and each hand-over halves it', () => {
    fc.assert(
      fc.property(someGraph, someTargets, (graph, targets) => {
        for (const { quality, edges, weakest } of waysIn(graph, targets)) {
          const handOvers = 0.5 ** (edges - 1);
          expect(quality).toBeLessThanOrEqual(weakest.strength * handOvers * (1 + 1e-9));
          expect(quality).toBeGreaterThanOrEqual(weakest.strength ** edges * handOvers * (1 - 1e-9));
        }
      }),
      runs,
    );
  });

  test('neither the order of the ties nor that of the targets matters', () => {
    fc.assert(
      fc.property(someGraph, someTargets, (graph, targets) => {
        const turned = { ...graph, knows: graph.knows.toReversed() };
        expect(waysIn(turned, targets.toReversed())).toEqual(waysIn(graph, targets));
      }),
      runs,
    );
  });
});

// ── how little of a large graph is read ───────────────────────────────────────────────────────────

const PEOPLE = 100_000;
const STEPS = [1, 7, 101, 1_009, 5_003, 9_973, 20_011, 31_337, 44_449];

/** Everybody knows eighteen people, by arithmetic instead of memory; I know one in `oneIn`. */
function largeSearch(target: number | number[], oneIn: number) {
  const calls = { neighbours: 0, mine: 0 };
  const search: PathSearch = {
    target,
    myStrength: (id) => {
      calls.mine++;
      return id % oneIn === 0 ? ((id / oneIn) % 100) / 100 : null;
    },
    neighbours: (id) => {
      calls.neighbours++;
      return STEPS.flatMap((step, index) => {
        const how = ((index % 5) + 1) as How;
        return [
          { id: (id + step) % PEOPLE, how },
          { id: (id - step + PEOPLE) % PEOPLE, how },
        ];
      });
    },
  };
  return { search, calls };
}

test.each([1, 7, 50, 1_000, PEOPLE * 2])(
  'only the ties around the target are read, knowing one in %i',
  (oneIn) => {
    for (const target of [12_345, 50_000, 99_999]) {
      const { search, calls } = largeSearch(target, oneIn);
      findPaths(search);
      const degree = 2 * STEPS.length;
      expect(calls.neighbours).toBeLessThanOrEqual(1 + degree);
      expect(calls.mine).toBeLessThanOrEqual(1 + degree + degree ** 2);
    }
  },
);

test('the search stops as soon as nothing better can come', () => {
  const { search, calls } = largeSearch(500, 1);
  const myStrength = (id: number) => {
    calls.mine++;
    return id === 500 ? 0.9 : 0.8;
  };
  findPaths({ ...search, myStrength });
  // The target and the first of those who know it best; with three ways found, nobody else's ties can matter.
  expect(calls).toEqual({ neighbours: 2, mine: 3 });
});
