/**
 * Encrypts a finished workbook with a password to open it (ECMA-376 agile: AES-256, SHA-512, 100,000 rounds), decrypts the
 * result with another implementation and compares it byte by byte.
 *
 * @throws Error when the decrypted copy is not the workbook that was given.
 */
export async function encryptBook(bytes: Uint8Array, password: string): Promise<Uint8Array> {
  const { default: Encryptor } = await import('xlsx-populate/lib/Encryptor.js');
  const encrypted = new Encryptor().encrypt(asBuffer(bytes), password);
  if (!(await opensTo(encrypted, password, bytes)))
    throw new Error('the encrypted workbook does not decrypt to the one that was given');
  return encrypted;
}

/** True when an encrypted workbook opens with this password, and to exactly this one. */
export async function opensTo(encrypted: Uint8Array, password: string, plain: Uint8Array): Promise<boolean> {
  const { default: officeCrypto } = await import('officecrypto-tool');
  try {
    return asBuffer(plain).equals(await officeCrypto.decrypt(asBuffer(encrypted), { password }));
  } catch {
    return false;
  }
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
