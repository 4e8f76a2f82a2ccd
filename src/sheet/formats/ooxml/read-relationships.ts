import { isYes, readAttributes } from './attribute-text.ts';
import { isTag, nextTag, type XmlScan } from './xml-scan.ts';

/** One relationship of a part. */
export interface Relationship {
  readonly id: string;
  /** Last step of the type address, the same for the transitional and the strict edition: `worksheet`, `styles`. */
  readonly kind: string;
  /** Part name from the root of the package without a leading slash; the address itself where external. */
  readonly target: string;
  readonly external: boolean;
}

/** All relationships in a `.rels` part of `source`. Check `scan.fault` afterwards. (ECMA-376 part 2, 8.3.) */
export function readRelationships(scan: XmlScan, source: string): Relationship[] {
  const found: Relationship[] = [];
  while (nextTag(scan)) {
    if (scan.closing || scan.depth !== 2 || !isTag(scan, 'Relationship')) continue;
    const attributes = readAttributes(scan);
    const external = attributes.get('TargetMode')?.toLowerCase() === 'external' || isYes(attributes.get('External'));
    const target = attributes.get('Target') ?? '';
    found.push({
      id: attributes.get('Id') ?? '',
      kind: /[^/]*$/u.exec(attributes.get('Type') ?? '')?.[0] ?? '',
      target: external ? target : resolveTarget(source, target),
      external,
    });
  }
  return found;
}

/** Name of the part that holds the relationships of another. */
export function relationshipsOf(part: string): string {
  return part.replace(/([^/]*)$/u, '_rels/$1.rels');
}

/** Target of a relationship from the root of the package: `../media/a.png` of `xl/drawings/d.xml` → `xl/media/a.png`. */
export function resolveTarget(source: string, target: string): string {
  const path = target.replaceAll('\\', '/').replace(/[#?].*$/u, '');
  const steps = path.startsWith('/') ? [] : source.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
