import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Failure, runBatch } from './run-batch.ts';

const BATCH = 3000;

/**
 * `npm run fuzz [-- --seconds 60 --seed 1 --only mail --from 0]`: spoiled inputs through all readers, each batch in a
 * process of its own. Exit code 1 when an input brings a reader down, keeps it busy, swells it or vanishes.
 */
async function fuzz(): Promise<number> {
  const { values } = parseArgs({
    options: {
      seconds: { type: 'string', default: '60' },
      seed: { type: 'string', default: '20250301' },
      only: { type: 'string' },
      from: { type: 'string', default: '0' },
    },
  });
  const seed = Number(values.seed);
  const end = Date.now() + Number(values.seconds) * 1000;
  const folder = mkdtempSync(join(tmpdir(), 'mingce-fuzz-found-'));
  const counts = { read: 0, refused: 0, fault: 0 };
  let slowest = 0;
  let largest = 0;
  let from = Number(values.from);
  while (Date.now() < end) {
    const batch = { seed, from, to: from + BATCH, ...(values.only === undefined ? {} : { only: values.only }) };
    const result = await runBatch(batch, end);
    counts.read += result.read;
    counts.refused += result.refused;
    slowest = Math.max(slowest, result.slowest);
    largest = Math.max(largest, result.grown);
    for (const failure of result.failures) {
      counts.fault += 1;
      save(folder, seed, failure);
    }
    from = result.next;
  }
  const tried = counts.read + counts.refused + counts.fault;
  say(`${tried} inputs: ${counts.read} read, ${counts.refused} refused with a reason, ${counts.fault} faults`);
  say(
    `slowest ${Math.round(slowest)} ms of processor time, ${Math.round(largest / 1048576)} MB above idle; seed ${seed}`,
  );
  if (counts.fault > 0) say(`faults in ${folder}`);
  return counts.fault === 0 ? 0 : 1;
}

function save(folder: string, seed: number, failure: Failure): void {
  const file = join(folder, `${failure.name.replace(/[^\w.-]+/g, '-')}-${seed}-${failure.index}.bin`);
  writeFileSync(file, Buffer.from(failure.input, 'base64'));
  say(`${failure.name}, input ${failure.index}: ${failure.fault.split('\n').slice(0, 4).join(' | ')}\n    ${file}`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

process.exitCode = await fuzz();
