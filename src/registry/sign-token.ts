import { createHmac, timingSafeEqual } from 'node:crypto';
import type { TemplateToken } from '../sheet/table.ts';

/** Signature of a template's identity: HMAC-SHA-256 over its four parts, first 32 hex digits. */
export function signToken(token: Omit<TemplateToken, 'signature'>, key: string): string {
  return createHmac('sha256', Buffer.from(key, 'hex'))
    .update([token.campaign, token.unit, token.form, token.version].join('\n'))
    .digest('hex')
    .slice(0, 32);
}

/** True when the identity was signed with this campaign's key and not altered. */
export function isGenuine(token: TemplateToken, key: string): boolean {
  const wanted = Buffer.from(signToken(token, key));
  const given = Buffer.from(token.signature.trim().toLowerCase());
  return wanted.length === given.length && timingSafeEqual(wanted, given);
}
