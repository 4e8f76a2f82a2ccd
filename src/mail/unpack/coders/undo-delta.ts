/** Undoes the filter Delta: each byte is the difference from the one `properties[0] + 1` bytes before. */
export function undoDelta(bytes: Uint8Array, properties: Uint8Array): Uint8Array {
  const distance = (properties[0] ?? 0) + 1;
  const out = Uint8Array.from(bytes);
  for (let at = distance; at < out.length; at += 1) out[at] = (out[at] ?? 0) + (out[at - distance] ?? 0);
  return out;
}
