const NUMBER = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/;

/** The number a cleaned text means, or undefined: 1,200 and -3.5 are numbers, 约20 and 20张 are not. */
export function readNumber(text: string): number | undefined {
  return NUMBER.test(text) ? Number(text.replaceAll(',', '')) : undefined;
}
