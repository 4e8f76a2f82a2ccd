import type { Style } from 'exceljs';
import type { StylePlan } from '../book-plan.ts';

/** A planned style as exceljs knows it. Colours are ARGB, eight hex digits. */
export function writeStyle(plan: StylePlan): Partial<Style> {
  const edge = { style: 'thin' as const, color: { argb: 'FF000000' } };
  return {
    ...(plan.font ? { font: writeFont(plan.font) } : {}),
    ...(plan.fill === undefined
      ? {}
      : { fill: { type: 'pattern' as const, pattern: 'solid' as const, fgColor: { argb: argb(plan.fill) } } }),
    ...(plan.border === 'thin' ? { border: { top: edge, left: edge, bottom: edge, right: edge } } : {}),
    alignment: {
      ...(plan.align === undefined ? {} : { horizontal: plan.align }),
      ...(plan.vertical === undefined ? {} : { vertical: plan.vertical }),
      ...(plan.wrap === undefined ? {} : { wrapText: plan.wrap }),
    },
    ...(plan.format === undefined ? {} : { numFmt: plan.format }),
    ...(plan.locked === undefined ? {} : { protection: { locked: plan.locked } }),
  };
}

/** The part of a planned style that a conditional format may set: fill and font colour. */
export function writeHighlight(plan: StylePlan): Partial<Style> {
  return {
    ...(plan.font ? { font: writeFont({ ...plan.font, name: undefined, size: undefined }) } : {}),
    // In a differential format the colour of a solid fill is its background colour.
    ...(plan.fill === undefined
      ? {}
      : { fill: { type: 'pattern' as const, pattern: 'solid' as const, bgColor: { argb: argb(plan.fill) } } }),
  };
}

function writeFont(
  font: { [K in keyof NonNullable<StylePlan['font']>]?: NonNullable<StylePlan['font']>[K] | undefined },
) {
  return {
    ...(font.name === undefined ? {} : { name: font.name }),
    ...(font.size === undefined ? {} : { size: font.size }),
    ...(font.bold === undefined ? {} : { bold: font.bold }),
    ...(font.color === undefined ? {} : { color: { argb: argb(font.color) } }),
  };
}

/** RRGGBB and AARRGGBB, with or without `#`. */
function argb(color: string): string {
  const hex = color.replace('#', '').toUpperCase();
  return hex.length === 6 ? `FF${hex}` : hex;
}
