import type { ZipArchive } from '../zip/zip-archive.ts';

const BY_PART: readonly (readonly [pattern: RegExp, trait: string])[] = [
  [/(?:^|\/)vbaproject\.bin$/u, 'macros'],
  [/(?:^|\/)externallinks\/externallink\d*\.xml$/u, 'external-links'],
  [/(?:^|\/)charts\/chart[^/]*\.xml$/u, 'charts'],
  [/(?:^|\/)cellimages\.xml$/u, 'cell-pictures'],
  [/(?:^|\/)media\/[^/]+$/u, 'pictures'],
  [/(?:^|\/)threadedcomments\/[^/]+$/u, 'threaded-comments'],
  [/(?:^|\/)comments[^/]*\.xml$/u, 'comments'],
  [/(?:^|\/)pivottables\/[^/]+\.xml$/u, 'pivot-tables'],
  [/(?:^|\/)embeddings\/[^/]+$/u, 'embedded-objects'],
  [/(?:^|\/)connections\.xml$/u, 'data-connections'],
  [/(?:^|\/)_xmlsignatures\/[^/]+$/u, 'signature'],
];

/** What the package holds beside cells, as short words; judged by part names. */
export function packageTraits(zip: ZipArchive): Set<string> {
  const traits = new Set<string>();
  for (const entry of zip.entries) {
    const name = entry.name.replaceAll('\\', '/').toLowerCase();
    for (const [pattern, trait] of BY_PART) {
      if (pattern.test(name)) traits.add(trait);
    }
  }
  return traits;
}
