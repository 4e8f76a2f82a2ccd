import { setFlagsFromString } from 'node:v8';

/**
 * From now on a function has to run about eight times as long before it is compiled to fast code. What follows on the reading
 * of a few mails takes seconds, and a fifth of its processor time went into compiling functions that were hardly needed any
 * more. Measured for the compilers of Node 20 only; those of others are left as they are.
 */
export function compileLater(): void {
  // Node's own value is 67,584 (bytes of bytecode gone through).
  if (process.versions.node.startsWith('20.')) setFlagsFromString('--interrupt-budget=500000');
}
