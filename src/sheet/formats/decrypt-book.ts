import type { Refusal } from '../grid.ts';
import { BOUNDS } from './bounds.ts';
import { runInChild } from './child/run-in-child.ts';
import { ENDED } from './decode-in-child.ts';
import { openCompound } from './open-compound.ts';
import { refuse } from './refusals.ts';

export type Decrypted =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * Opens an encrypted Office file (OOXML agile and standard, .xls RC4) with the first of the passwords that fits.
 * Only the first 20 different ones are tried. The passwords never leave this machine and are never part of a text.
 */
export async function decryptBook(bytes: Uint8Array, passwords: readonly string[]): Promise<Decrypted> {
  const wanted = [...new Set(passwords.filter((one) => one !== '' && one.length <= 255))].slice(0, BOUNDS.passwords);
  if (roundsOf(bytes) > BOUNDS.spinCount) return refuse('file/encryption-unknown');
  const outcome = await runInChild({ kind: 'decrypt', bytes, passwords: wanted });
  if (outcome.kind === 'bytes') return { ok: true, bytes: outcome.bytes };
  if (outcome.kind === 'ended') return refuse(ENDED[outcome.reason]);
  if (outcome.kind === 'failed' && outcome.reason === 'encryption') return refuse('file/encryption-unknown');
  if (outcome.kind === 'failed' && outcome.reason === 'corrupt') return refuse('file/corrupt');
  return refuse(wanted.length > 0 ? 'file/password-protected' : 'file/password-needed');
}

/** Key derivation rounds that the file demands; a forged number would keep the machine busy for days. */
function roundsOf(bytes: Uint8Array): number {
  const info = openCompound(bytes)?.find(({ path }) => path === 'EncryptionInfo');
  const numbers = [...(info?.read(65_536).toString('latin1') ?? '').matchAll(/spinCount\s*=\s*["'](\d+)/g)];
  return Math.max(0, ...numbers.map(([, digits]) => Number(digits)));
}
