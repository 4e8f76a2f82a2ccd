import { describe, expect, it } from 'vitest';
import { isGenuine, signToken } from '../../src/registry/sign-token.ts';
import { makeTag, readTag } from '../../src/registry/tag.ts';

const KEY = '00112233445566778899aabbccddeeff';
const parts = { campaign: 'story', unit: '510100', form: 'hospital-roster', version: '1' };

describe('the identity of a template', () => {
  const signed = { ...parts, signature: signToken(parts, KEY) };

  it('is 32 hex digits, the same on every machine', () => {
    // Templates that were sent out must be known for ever.
    expect(signed.signature).toBe('244da263457e73accca59e17ba4d3251');
    expect(signToken(parts, KEY)).toBe(signed.signature);
    expect(signToken(parts, 'ff112233445566778899aabbccddeeff')).not.toBe(signed.signature);
  });

  it.each([
    ['as it was written', {}, true],
    [
      'in capitals and with spaces around, as a program may save it',
      { signature: ` ${signed.signature.toUpperCase()} ` },
      true,
    ],
    ['copied to another unit', { unit: '510600' }, false],
    ['to another form', { form: 'liaison-list' }, false],
    ['of another campaign', { campaign: 'other' }, false],
    ['of another version', { version: '2' }, false],
    ['its parts shifted', { campaign: 'story\n510100', unit: 'hospital-roster', form: '1', version: '' }, false],
    ['a digit of its unit moved to the form', { unit: '51010', form: '0hospital-roster' }, false],
    ['cut short', { signature: signed.signature.slice(0, 31) }, false],
    [
      'with one digit changed',
      { signature: signed.signature.replace(/.$/, (last) => (last === '0' ? '1' : '0')) },
      false,
    ],
    ['blank', { signature: '' }, false],
    ['of as many bytes but other letters', { signature: 'z'.repeat(32) }, false],
  ])('%s', (_, changes, genuine) => {
    expect(isGenuine({ ...signed, ...changes }, KEY)).toBe(genuine);
  });
});

describe('the tag of a subject', () => {
  it('names the unit and carries four digits of proof', () => {
    expect(makeTag('510100', 'story')).toMatch(/^\[MC-510100-[0-9A-F]{4}\]$/);
    expect(makeTag('510100', 'story')).not.toBe(makeTag('510100', 'other'));
  });

  it.each([
    ['in the middle', (tag: string) => `回复：${tag}通知`],
    ['in small letters', (tag: string) => tag.toLowerCase()],
    ['with spaces', (tag: string) => tag.replaceAll('-', ' - ').replace('[', '[ ').replace(']', ' ]')],
    ['without blanks between', (tag: string) => `通知${tag}`],
    ['in full width', (tag: string) => tag.replaceAll('-', '－').replace('[', '［').replace(']', '］')],
  ])('%s', (_, write) => {
    expect(readTag(write(makeTag('51KXC', 'story')), 'story')).toBe('51KXC');
  });

  it.each([
    ['nothing', ''],
    ['another proof', makeTag('510100', 'story').replace(/....\]$/, 'ZZZZ]')],
    ['no brackets', makeTag('510100', 'story').replace('[', '')],
    ['too short a code', '[MC-5-0000]'],
  ])('%s names nobody', (_, subject) => {
    expect(readTag(subject, 'story')).toBeUndefined();
  });
});
