import type { Io } from './io.ts';

/** Version of the JSON lines; raised when a key changes its meaning. */
const FORMAT = 1;

/** Writes objects as NDJSON, one a line, each with the version of the format. */
export function writeJson(objects: Iterable<object>, io: Io): void {
  for (const object of objects) io.out(JSON.stringify({ v: FORMAT, ...object }));
}
