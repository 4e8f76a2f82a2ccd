/** The environment variable that tells the processes of a run which room is under test. */
export const ROOM_VARIABLE = 'MINGCE_MUTATED_ROOM';

/** What mutation testing looks at in one room. */
export interface MutatedRoom {
  /** Files to change, as globs. */
  readonly mutate: readonly string[];
  /** The room's own tests: files, folders (`/*`) or trees (`/**`); none of them may start a process. */
  readonly tests: readonly string[];
}

/** The rooms under mutation testing; a room is judged by its own tests alone, so that it can stand by itself. */
export const MUTATED_ROOMS: Readonly<Record<string, MutatedRoom>> = {
  text: { mutate: ['src/text/**/*.ts'], tests: ['test/text/**'] },
  rules: { mutate: ['src/rules/**/*.ts'], tests: ['test/rules/**'] },
  forms: { mutate: ['src/forms/**/*.ts'], tests: ['test/forms/**'] },
  registry: { mutate: ['src/registry/**/*.ts'], tests: ['test/registry/**'] },
  sheet: {
    mutate: ['src/sheet/**/*.ts', '!src/sheet/formats/**'],
    tests: ['test/sheet/*', 'test/sheet/read/**'],
  },
};
