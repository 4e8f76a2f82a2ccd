const base64 = (text: string): Buffer => Buffer.from(text, 'base64');

const BZIP2 = base64(
  'QlpoMTFBWSZTWR/i3rsAAA/YeQAQAAQwAAALygIAgIKQA8AgACGpoaANDEKBpoZGTEPA4dDFuDLIql5Q0nEQ0idkJHiQ+LuSKcKEgP8W9dg=',
);
/** One file, LZMA2, with a plain header. */
const SEVEN_ZIP = base64(
  'N3q8ryccAASNwWtCDAAAAAAAAABGAAAAAAAAAIdAOhkBAAdhLGIKMSwyCgABBAYAAQkMAAcLAQABISEBAAwIAAgKAXsHlwoAAAUBGQwAAAAAAAAAAAAAAAARDQBhAC4AYwBzAHYAAAAVBgEAIICkgQAA',
);
/** Seeds by name, packed beforehand, so that no program is needed to make them. */
export const PACKED_SEEDS: Readonly<Record<string, Buffer>> = {
  '7z': SEVEN_ZIP,
  bzip2: BZIP2,
};
