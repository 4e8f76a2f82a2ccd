import { describe, expect, it } from 'vitest';
import { FOUND } from './found/found.ts';
import { judge } from './judge.ts';

/** Every input that ever brought a reader down, kept it busy or vanished in it. */
describe('what fuzzing found', () => {
  it.each(FOUND)('$about', async ({ kind, bytes, becomes }) => {
    expect(await judge(kind, bytes)).toEqual({ kind: becomes });
  });
});
