const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';
const SHAPE = /^([1-6]\d|71|8[1-3])\d{4}(\d{4})(\d{2})(\d{2})\d{3}[0-9X]$/;
const OLDEST = 1920;
const YOUNGEST = 2012;
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Check character of a citizen's number, GB 11643-1999 (ISO 7064 mod 11-2), from its first 17 digits. */
export function idCardCheckCharacter(body: string): string {
  let sum = 0;
  for (let index = 0; index < WEIGHTS.length; index += 1) sum += Number(body.charAt(index)) * (WEIGHTS[index] ?? 0);
  return CHECKS.charAt(sum % 11);
}

/** Eighteen characters with a region and the birth date of a living adult. */
export function hasIdCardShape(text: string): boolean {
  const parts = SHAPE.exec(text);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[2]), Number(parts[3]), Number(parts[4])];
  return year >= OLDEST && year <= YOUNGEST && day >= 1 && day <= (DAYS[month - 1] ?? 0);
}

/** A citizen's number with the right check character. */
export function isIdCard(text: string): boolean {
  return hasIdCardShape(text) && idCardCheckCharacter(text) === text.charAt(17);
}
