const WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
const NINE = 57;
/** 0–9 stand for themselves, A for 10 and so on: what to take from the character's own number. */
const BEFORE_DIGITS = 48;
const BEFORE_LETTERS = 55;
const BODY = /^[0-9A-Z]{8}$/;
const WHOLE = /^[0-9A-Z]{8}[0-9X]$/;
const SELF_DEFINED = /^PDY\d{5}[0-9X]$/;

/**
 * Check character of an organisation code, GB 11714-1997: `body` is its first eight characters (digits and capitals,
 * all 26 letters). '' when the body has another shape.
 */
export function organizationCheckCharacter(body: string): string {
  if (!BODY.test(body)) return '';
  let sum = 0;
  for (let index = 0; index < WEIGHTS.length; index += 1) {
    const character = body.charCodeAt(index);
    sum += (character - (character > NINE ? BEFORE_LETTERS : BEFORE_DIGITS)) * (WEIGHTS[index] ?? 0);
  }
  const check = 11 - (sum % 11);
  if (check === 10) return 'X';
  return check === 11 ? '0' : String(check);
}

/** Nine characters without hyphen whose last one is the right check character (GB 11714-1997). */
export function isOrganizationCode(text: string): boolean {
  return WHOLE.test(text) && organizationCheckCharacter(text.slice(0, 8)) === text.charAt(8);
}

/** A code of the zone PDY00001 to PDY99999 that GB 11714 leaves to each system for its own use. */
export function isSelfDefinedCode(text: string): boolean {
  return SELF_DEFINED.test(text);
}

/** The written form XXXXXXXX-X without its hyphen; any other text as it is. */
export function dropHyphen(text: string): string {
  return /^[0-9A-Z]{8}[-－—–‐][0-9A-Z]$/.test(text) ? text.slice(0, 8) + text.slice(9) : text;
}
