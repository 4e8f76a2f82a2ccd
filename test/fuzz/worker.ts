import { closeDecoder } from '../../src/sheet/formats/decode-workbook.ts';
import { judge } from './judge.ts';
import { mutate } from './mutate.ts';
import { type Random, randomOf } from './random.ts';
import { makeSeeds, type Seed } from './seeds.ts';

/** What the parent asks for: inputs `from` to below `to` of a seed; `only` names one kind or one seed file. */
export interface Batch {
  readonly seed: number;
  readonly from: number;
  readonly to: number;
  readonly only?: string;
}

/** What the worker tells: ready, before each input, and after it. */
export type Word =
  | { readonly ready: true; readonly resident: number }
  | { readonly index: number; readonly name: string; readonly input: string }
  | { readonly index: number; readonly verdict: 'read' | 'refused' | 'fault'; readonly fault: string }
  | { readonly done: true };

process.on('message', (batch: Batch) => {
  run(batch).then(
    () => void say({ done: true }),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exit(1);
    },
  );
});
process.on('disconnect', () => process.exit(0));

async function run(batch: Batch): Promise<void> {
  const seeds = (await makeSeeds()).filter(({ kind, name }) => [undefined, kind, name].includes(batch.only));
  // Everything is loaded and warm before memory is measured.
  for (const seed of seeds) await judge(seed.kind, seed.bytes);
  await say({ ready: true, resident: process.memoryUsage().rss });
  for (let index = batch.from; index < batch.to; index += 1) {
    const random = randomOf(batch.seed * 1_000_003 + index);
    const seed = pickSeed(seeds, random);
    const bytes = mutate(seed, random);
    await say({
      index,
      name: `${seed.kind} ${seed.name}`,
      input: bytes.length > 2_000_000 ? '' : bytes.toString('base64'),
    });
    const verdict = await judge(seed.kind, bytes);
    await say({ index, verdict: verdict.kind, fault: verdict.kind === 'fault' ? verdict.fault : '' });
  }
  closeDecoder();
}

/** The kind first, so that the many mails do not crowd the others out. */
function pickSeed(seeds: readonly Seed[], random: Random): Seed {
  const kind = random.pick([...new Set(seeds.map((seed) => seed.kind))]);
  return random.pick(seeds.filter((seed) => seed.kind === kind || seed.kind === 'workbook'));
}

/** Waits until the word is on its way: the watcher measures from when it is told. */
function say(word: Word): Promise<void> {
  return new Promise((resolve) => {
    process.send?.(word, undefined, undefined, () => resolve());
  });
}
