import type { Decoded } from '../../grid.ts';
import { readHtml } from '../read-html.ts';

/** Reads the tables of a Word document (.docx); pictures are not loaded. */
export async function readDocx(bytes: Uint8Array): Promise<Decoded> {
  const mammoth = (await import('mammoth')).default;
  const noPicture = mammoth.images.imgElement(() => Promise.resolve({ src: '' }));
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { convertImage: noPicture });
  return readHtml(value, 'docx');
}
