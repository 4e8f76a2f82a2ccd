/**
 * Encrypts a finished workbook with a password to open it (ECMA-376 agile: AES-256, SHA-512, 100,000 rounds), decrypts the
 * result with another implementation and compares it byte by byte.
 *
 * @throws Error when the decrypted copy is not the workbook that was given.
 */
export async function encryptBook(bytes: Uint8Array, password: string): Promise<Uint8Array> {
  const [{ default: Encryptor }, { default: officeCrypto }] = await Promise.all([
    import('xlsx-populate/lib/Encryptor.js'),
    import('officecrypto-tool'),
  ]);
  const plain = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const encrypted = new Encryptor().encrypt(plain, password);
  const decrypted = await officeCrypto.decrypt(encrypted, { password });
  if (!plain.equals(decrypted)) throw new Error('the encrypted workbook does not decrypt to the one that was given');
  return encrypted;
}
