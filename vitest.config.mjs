import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/bench/**'],
    // Real SQLite files, and processes of their own in some tests: a loaded machine needs the room.
    testTimeout: 20_000,
    // The addon is opened once for a process; worker threads would share what it keeps.
    pool: 'forks',
  },
});
