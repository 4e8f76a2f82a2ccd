import { decodeText } from '../repair/decode-text.ts';
import { type Budget, takeFromBudget } from './bounds.ts';
import type { Entry, Opened } from './entry.ts';
import { readTnefProperties } from './tnef-properties.ts';

// [MS-OXTNEF] 2.1.3.2: attribute ids.
const RENDER_DATA = 0x00069002;
const TITLE = 0x00018010;
const DATA = 0x0006800f;
const PROPERTIES = 0x00069005;
const MAX_ATTRIBUTES = 20_000;

interface Draft {
  title: string;
  longName: string;
  data: Uint8Array | undefined;
}

/** Takes the attachments out of a winmail.dat ([MS-OXTNEF]). A file cut short gives what came before the cut. Never throws. */
export function openTnef(bytes: Uint8Array, budget: Budget): Opened {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const drafts: Draft[] = [];
  let at = 6;
  for (let count = 0; at + 9 <= buffer.length && count < MAX_ATTRIBUTES; count += 1) {
    const id = buffer.readUInt32LE(at + 1);
    const length = buffer.readUInt32LE(at + 5);
    const value = buffer.subarray(at + 9, at + 9 + length);
    if (value.length < length) return { ok: false, code: 'file/damaged-archive' };
    takeAttribute(id, value, drafts);
    at += 9 + length + 2;
  }
  const entries: Entry[] = [];
  for (const draft of drafts) {
    if (!draft.data) continue;
    entries.push({ name: draft.longName || draft.title || '附件', bytes: draft.data });
  }
  const total = entries.reduce((sum, entry) => sum + entry.bytes.length, 0);
  if (!takeFromBudget(budget, entries.length, total)) return { ok: false, code: 'file/archive-too-large' };
  return { ok: true, entries };
}

function takeAttribute(id: number, value: Buffer, drafts: Draft[]): void {
  if (id === RENDER_DATA) drafts.push({ title: '', longName: '', data: undefined });
  const draft = drafts.at(-1);
  if (!draft) return;
  if (id === TITLE) draft.title = decodeText(value, 'gbk').replace(/\0[\s\S]*$/, '');
  if (id === DATA) draft.data = value;
  if (id === PROPERTIES) {
    const found = readTnefProperties(value);
    draft.longName = found.longName;
    draft.data ??= found.data;
  }
}
