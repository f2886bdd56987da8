/** The short version of `npm run torture`: every fault a few times. TORTURE=20 tries each of them as often. */
import { describe, expect, test } from 'vitest';
import { suffer } from '../torture/fault';
import { faults } from '../torture/faults';

const TIMES = process.env.TORTURE === undefined ? undefined : Number(process.env.TORTURE);
const PATIENCE_MS = 60_000 + (TIMES ?? 0) * 5_000;

describe('nothing reported is lost, nothing is there in part, and every answer is one to go on with', () => {
  for (const fault of faults) {
    test.skipIf(fault.missing?.() !== undefined)(fault.what, { timeout: PATIENCE_MS }, async () => {
      const { tried, unnoticed: _, ...found } = await suffer(fault, TIMES ?? fault.short);
      expect(found).toEqual({ lost: [], torn: [], unclear: [] });
      expect(tried).toBeGreaterThan(0);
    });
  }
});
