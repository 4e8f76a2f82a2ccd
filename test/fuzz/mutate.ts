import { openZip } from '../../src/sheet/formats/zip/open-zip.ts';
import { writeZip, type ZipPart } from '../../src/sheet/formats/zip/write-zip.ts';
import { sealSevenZip } from '../mail/unpack/write-seven-zip.ts';
import { BYTE_CHANGES } from './mutate-bytes.ts';
import { MAIL_CHANGES, XML_CHANGES, YAML_CHANGES } from './mutate-text.ts';
import type { Random } from './random.ts';
import type { Seed } from './seeds.ts';

/** Spoils a seed one to six times, mostly where its format is weak. The same choices give the same bytes. */
export function mutate(seed: Seed, random: Random): Buffer {
  let bytes = seed.bytes;
  const times = 1 + random.below(random.pick([1, 3, 6]));
  for (let time = 0; time < times; time += 1) {
    if (bytes.length === 0) return bytes;
    bytes = changeOnce(seed, bytes, random);
  }
  // Behind a wrong checksum nothing of a 7z is looked at.
  return seed.name.startsWith('7z') && random.below(4) > 0 ? sealSevenZip(bytes) : bytes;
}

function changeOnce(seed: Seed, bytes: Buffer, random: Random): Buffer {
  if (random.below(3) === 0) return random.pick(BYTE_CHANGES)(bytes, random);
  const parts = bytes.subarray(0, 2).toString('latin1') === 'PK' ? partsOf(bytes) : undefined;
  if (parts && parts.length > 0) return Buffer.from(writeZip(changeParts(parts, random)));
  const changes = textChanges(seed, bytes);
  if (!changes) return random.pick(BYTE_CHANGES)(bytes, random);
  return Buffer.from(random.pick(changes)(bytes.toString('latin1'), random), 'latin1');
}

function textChanges(seed: Seed, bytes: Buffer): typeof XML_CHANGES | undefined {
  if (seed.kind === 'mail') return MAIL_CHANGES;
  if (seed.kind === 'form' || seed.kind === 'preset') return YAML_CHANGES;
  return bytes.subarray(0, 200).includes('<') ? XML_CHANGES : undefined;
}

function partsOf(bytes: Buffer): ZipPart[] | undefined {
  const opened = openZip(bytes);
  if (!opened.ok) return undefined;
  const parts: ZipPart[] = [];
  for (const entry of opened.zip.entries) {
    const content = opened.zip.read(entry);
    if (content.ok) parts.push({ name: entry.name, bytes: content.bytes });
  }
  return parts;
}

/** Mostly a part's text is changed; sometimes a part is left out, doubled, renamed or exchanged. */
function changeParts(parts: readonly ZipPart[], random: Random): ZipPart[] {
  const at = random.below(parts.length);
  const part = parts[at];
  const other = random.pick(parts);
  if (!part) return [...parts];
  switch (random.below(12)) {
    case 0:
      return parts.filter((one) => one !== part);
    case 1:
      return [...parts, part];
    case 2:
      return parts.with(at, {
        ...part,
        name: random.pick([
          '../../x.xml',
          '/a',
          part.name.toUpperCase(),
          part.name.replaceAll('/', '\\'),
          '',
          'xl/vbaProject.bin',
        ]),
      });
    case 3:
      return parts.with(at, { name: part.name, bytes: other.bytes });
    case 4:
      return parts.with(at, { name: part.name, bytes: Buffer.alloc(0) });
    default: {
      const text = Buffer.from(part.bytes).toString('latin1');
      const changed = random.pick(XML_CHANGES)(text, random);
      return parts.with(at, { name: part.name, bytes: Buffer.from(changed, 'latin1') });
    }
  }
}
