import { digest } from '../registry/digest.ts';
import { DRAWN_WITH } from '../sheet/formats/draw-frame.ts';
import type { Frame, FrameShelf } from '../sheet/formats/frame-shelf.ts';
import type { KeptResult } from '../store/ledger.ts';
import { PROGRAM } from '../text/program.ts';
import type { Campaign } from './open-campaign.ts';

/** The frames of the workbooks that were published last, kept in the ledger. */
export interface KeptFrames extends FrameShelf {
  /** True when nothing is kept: the next workbook will need exceljs. */
  readonly isEmpty: boolean;
  /** Keeps the frames that were used; when they become too many, those alone. */
  readonly save: () => void;
}

const SCOPE = 'frame';
/** A version uses about ten; others wait for the next that has a list empty, or a note, where this one has not. */
const MOST_FRAMES = 32;
/** Characters of one frame; most have some 30,000. */
const LARGEST = 1_000_000;

/** A frame as JSON. */
type PlainFrame = readonly [
  parts: readonly (readonly [string, string])[],
  styles: readonly (readonly [string, number])[],
];

/** Frames drawn by another program, or that are not what was kept, are drawn anew. */
export function openFrames(campaign: Campaign): KeptFrames {
  const kept = new Map(campaign.ledger.keptResults(SCOPE));
  const isEmpty = kept.size === 0;
  const used = new Set<string>();
  const fresh = new Map<string, KeptResult>();
  return {
    isEmpty,
    get(key) {
      const name = digest(key);
      const found = kept.get(name);
      if (found?.input !== proof(key, found?.result ?? '')) return undefined;
      used.add(name);
      return readFrame(found.result);
    },
    put(key, frame) {
      const name = digest(key);
      if (used.has(name)) return;
      const result = writeFrame(frame);
      if (used.size === MOST_FRAMES || result.length > LARGEST) return;
      used.add(name);
      const input = proof(key, result);
      const known = kept.get(name);
      if (known?.input !== input || known.result !== result) fresh.set(name, { input, result });
    },
    save() {
      const unused = [...kept.keys()].filter((name) => !used.has(name));
      const gone = used.size + unused.length > MOST_FRAMES ? unused : [];
      if (fresh.size > 0 || gone.length > 0) campaign.ledger.saveResults(SCOPE, fresh, gone);
    },
  };
}

/** Holds for a frame as it was kept by this program only. */
function proof(key: string, result: string): string {
  return digest(PROGRAM, DRAWN_WITH, key, result);
}

function writeFrame({ parts, styles }: Frame): string {
  const texts = [...parts].map(([name, bytes]) => [name, Buffer.from(bytes).toString('utf8')] as const);
  const plain: PlainFrame = [texts, [...styles]];
  return JSON.stringify(plain);
}

function readFrame(result: string): Frame {
  const [parts, styles] = JSON.parse(result) as PlainFrame;
  return { parts: new Map(parts.map(([name, text]) => [name, Buffer.from(text)])), styles: new Map(styles) };
}
