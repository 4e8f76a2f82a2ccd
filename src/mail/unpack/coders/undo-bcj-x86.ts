/** By the opcodes seen in the three bytes before (nearest in the lowest bit): may this one be a call at all? */
const MAY_FOLLOW = [true, true, true, false, true, false, false, false];
/** By the same: how many bytes of its operand those opcodes reach into. */
const REACH = [0, 1, 2, 2, 3, 3, 3, 3];

/**
 * Undoes the filter BCJ for x86: the targets of CALL and JMP (E8, E9), which were made absolute so that equal targets
 * look equal, become relative again.
 */
export function undoBcjX86(bytes: Uint8Array): Uint8Array {
  const out = Buffer.from(bytes);
  let seen = 0;
  let last = -1;
  for (let at = 0; at + 4 < out.length; at += 1) {
    if (((out[at] ?? 0) & 0xfe) !== 0xe8) continue;
    const since = at - last;
    last = at;
    seen = since > 3 ? 0 : (seen << (since - 1)) & 7;
    const reach = REACH[seen] ?? 0;
    const blocked = seen !== 0 && (!MAY_FOLLOW[seen] || isSign(out[at + 4 - reach]));
    if (blocked || !isSign(out[at + 4])) {
      seen = ((seen << 1) | 1) & 7;
      continue;
    }
    out.writeInt32LE(signExtend(relative(out.readUInt32LE(at + 1), at + 5, reach)), at + 1);
    at += 4;
    seen = 0;
  }
  return out;
}

/** Once more when the byte that earlier opcodes reach into would look like the sign again. */
function relative(absolute: number, next: number, reach: number): number {
  const target = (absolute - next) >>> 0;
  if (reach === 0 || !isSign((target >>> (24 - reach * 8)) & 0xff)) return target;
  return ((target ^ (2 ** (32 - reach * 8) - 1)) - next) >>> 0;
}

/** Targets are of 25 bits: the highest byte is 00 or FF. */
function isSign(byte: number | undefined): boolean {
  return byte === 0 || byte === 0xff;
}

function signExtend(target: number): number {
  return (target << 7) >> 7;
}
