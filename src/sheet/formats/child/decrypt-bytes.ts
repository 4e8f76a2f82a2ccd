import type { Answer } from './task.ts';

/** Excel opens workbooks that were only protected against changes with this password, unasked. Source: [MS-OFFCRYPTO] 2.3. */
const EXCEL_DEFAULT = 'VelvetSweatshop';

/** Tries the passwords in their order on an encrypted Office file; the first that the file itself confirms wins. */
export async function decryptBytes(bytes: Uint8Array, passwords: readonly string[]): Promise<Answer> {
  const officeCrypto = (await import('officecrypto-tool')).default;
  const input = Buffer.from(bytes);
  let reason: 'password' | 'encryption' | 'corrupt' = 'password';
  for (const password of [...passwords, EXCEL_DEFAULT]) {
    try {
      const opened = await officeCrypto.decrypt(input, { password });
      return { kind: 'bytes', bytes: opened };
    } catch (error) {
      const text = error instanceof Error ? error.message : '';
      if (/password/i.test(text)) continue;
      reason = /unsupported|algorithm/i.test(text) ? 'encryption' : 'corrupt';
      break;
    }
  }
  return { kind: 'failed', reason };
}
