import type { CellMark } from '../../../mark.ts';
import type { EditedStyles } from './edit-styles.ts';

/** Fill colours by severity. */
const COLOURS: Readonly<Record<CellMark['severity'], string>> = {
  block: 'FFFFC7CE',
  error: 'FFFFC7CE',
  warning: 'FFFFEB9C',
  notice: 'FFDDEBF7',
};
/** Background of our solid fills: never seen, but kept by the programs, so that our marks are known again. */
const SIGN = 'FF4D4351';

/** Cell styles with and without our fill. */
export interface MarkStyles {
  /** The style with the fill of a severity over it. */
  readonly marked: (style: number, severity: CellMark['severity']) => number;
  /** The style as it was before an earlier marking. */
  readonly plain: (style: number) => number;
  /** Which style each marked one came from, to be remembered: `57=3;58=4`. */
  readonly memory: () => string;
}

/**
 * Makes and recognises marked styles. `memory` is what an earlier marking remembered, undefined where the file bears
 * none: only a file that we marked before is taken to have our colours from us when the sign was lost on the way.
 */
export function markStyles(styles: EditedStyles, memory: string | undefined): MarkStyles {
  const origins = new Map<number, number>();
  const remembered = readMemory(memory ?? '');
  const plain = (style: number): number => {
    const item = styles.item('cellXfs', style);
    const fill = numberOf(item, 'fillId');
    if (style >= styles.count('cellXfs') || !isOwnFill(styles.item('fills', fill), memory !== undefined)) return style;
    const known = origins.get(style) ?? remembered.get(style);
    if (known !== undefined && known !== style && withFill(styles.item('cellXfs', known), fill) === item) return known;
    return styles.add('cellXfs', withFill(item, 0));
  };
  const marked = (style: number, severity: CellMark['severity']): number => {
    const base = plain(style);
    const { prefix } = styles;
    const colours = `<${prefix}fgColor rgb="${COLOURS[severity]}"/><${prefix}bgColor rgb="${SIGN}"/>`;
    const pattern = `<${prefix}patternFill patternType="solid">${colours}</${prefix}patternFill>`;
    const fill = styles.add('fills', `<${prefix}fill>${pattern}</${prefix}fill>`);
    const added = styles.add('cellXfs', withFill(styles.item('cellXfs', base), fill));
    origins.set(added, base);
    return added;
  };
  return { plain, marked, memory: () => [...origins].map(([style, origin]) => `${style}=${origin}`).join(';') };
}

function isOwnFill(fill: string, markedBefore: boolean): boolean {
  if (fill.includes(SIGN)) return true;
  const colour = /fgColor\b[^>]*?rgb\s*=\s*["']([0-9A-Fa-f]{8})/u.exec(fill)?.[1]?.toUpperCase();
  return markedBefore && Object.values(COLOURS).some((own) => own === colour);
}

function readMemory(memory: string): Map<number, number> {
  const origins = new Map<number, number>();
  for (const [, style, origin] of memory.matchAll(/(\d{1,6})=(\d{1,6})/gu)) origins.set(Number(style), Number(origin));
  return origins;
}

/** The same style with another fill; nothing else of it changes. */
function withFill(item: string, fill: number): string {
  const end = item.search(/\/?>/u);
  const tag = setIn(setIn(item.slice(0, end), 'fillId', String(fill)), 'applyFill', '1');
  return tag + item.slice(end);
}

function setIn(tag: string, name: string, value: string): string {
  const pattern = new RegExp(`(\\s${name}\\s*=\\s*)(?:"[^"]*"|'[^']*')`, 'u');
  return pattern.test(tag) ? tag.replace(pattern, `$1"${value}"`) : `${tag.trimEnd()} ${name}="${value}"`;
}

function numberOf(item: string, name: string): number {
  return Number(new RegExp(`^[^>]*?\\s${name}\\s*=\\s*["'](\\d+)`, 'u').exec(item)?.[1] ?? 0);
}
