/** The short version of `npm run torture`: every fault a few times. TORTURE=20 tries each of them as often. */
import { describe, expect, test } from 'vitest';
import { suffer } from '../torture/fault';
import { faults } from '../torture/faults';

const TIMES = Number(process.env.TORTURE ?? 3);
const PATIENCE_MS = 20_000 + TIMES * 5_000;

describe('nothing reported is lost, nothing is there in part, and every answer is one to go on with', () => {
  for (const fault of faults) {
    test.skipIf(fault.missing?.() !== undefined)(fault.what, { timeout: PATIENCE_MS }, async () => {
      const { tried, ...found } = await suffer(fault, TIMES);
      expect(found).toEqual({ lost: [], torn: [], unclear: [] });
      expect(tried).toBeGreaterThan(0);
    });
  }
});
