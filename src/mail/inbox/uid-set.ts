/** IMAP set of ascending UIDs, runs joined (`3:5,9`). Never `n:*`: some servers answer that with BAD or with the wrong mail. */
export function uidSet(uids: readonly number[]): string {
  const parts: string[] = [];
  let start = 0;
  for (let index = 0; index < uids.length; index += 1) {
    const first = uids[start] ?? 0;
    const here = uids[index] ?? 0;
    if (uids[index + 1] === here + 1) continue;
    parts.push(first === here ? String(here) : `${first}:${here}`);
    start = index + 1;
  }
  return parts.join(',');
}
