/**
 * Gives what was kept under `name` when it was made from the same `input`, and makes it otherwise. `input` stands for
 * everything that `make` looks at; both it and the result are plain values. What is kept is never needed: making it again
 * gives the same.
 */
export type Recall = <T>(name: string, input: unknown, make: () => T) => T;

/** Where nothing is kept. */
export function makeAfresh<T>(_name: string, _input: unknown, make: () => T): T {
  return make();
}
