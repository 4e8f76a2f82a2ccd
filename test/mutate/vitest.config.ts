import { defineConfig } from 'vitest/config';
import { MUTATED_ROOMS } from './rooms.ts';

const room = process.env['MINGCE_MUTATED_ROOM'] ?? '';

/** The tests of one room in one thread: modules are loaded once a mutant, not once a test file. */
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: [...(MUTATED_ROOMS[room]?.tests ?? [])],
    testTimeout: 60_000,
    isolate: false,
    env: { NO_COLOR: '1', TZ: 'Asia/Shanghai' },
  },
});
