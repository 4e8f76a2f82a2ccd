/** What mutation testing looks at in one room. */
export interface MutatedRoom {
  /** Files to change, as globs. */
  readonly mutate: readonly string[];
  /** The room's own tests; none of them may start a process. */
  readonly tests: readonly string[];
}

/** The rooms under mutation testing; a room is judged by its own tests alone, so that it can stand by itself. */
export const MUTATED_ROOMS: Readonly<Record<string, MutatedRoom>> = {
  text: { mutate: ['src/text/**/*.ts'], tests: ['test/text/**/*.test.ts'] },
  rules: { mutate: ['src/rules/**/*.ts'], tests: ['test/rules/**/*.test.ts'] },
  forms: { mutate: ['src/forms/**/*.ts'], tests: ['test/forms/**/*.test.ts'] },
  registry: { mutate: ['src/registry/**/*.ts'], tests: ['test/registry/**/*.test.ts'] },
  sheet: {
    mutate: ['src/sheet/**/*.ts', '!src/sheet/formats/**'],
    tests: ['test/sheet/*.test.ts', 'test/sheet/read/**/*.test.ts'],
  },
};
