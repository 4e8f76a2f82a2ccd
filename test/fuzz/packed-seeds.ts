const base64 = (text: string): Buffer => Buffer.from(text, 'base64');

const XZ = base64(
  '/Td6WFoAAATm1rRGAgAhARYAAAB0L+WjAQAl5bqP5Y+3LOWnk+WQjQoxLOadjua1i+ivlQoyLOeOi+a1i+ivlQoAAAB5jJcmtG3TJQABPiarK06zH7bzfQEAAAAABFla',
);
const XZ_BLOCKS = base64(
  '/Td6WFoAAATm1rRGAgAhARYAAAB0L+WjAQAP5bqP5Y+3LOWnk+WQjQoxLAD9RKAQDJZ0/QIAIQEWAAAAdC/lowEAD+adjua1i+ivlQoyLOeOi+YAQbu+hcLtZmgCACEBFgAAAHQv5aMBAAW1i+ivlQoAAADaA6sDlC0eagADKBAoEB4GZmtXm7HEZ/sCAAAAAARZWg==',
);
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
  xz: XZ,
  'xz-blocks': XZ_BLOCKS,
  bzip2: BZIP2,
};
