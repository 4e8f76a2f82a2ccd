import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Letter, loadLetter } from '../mail/letters/load-letter.ts';
import { UserError } from '../text/user-error.ts';
import { TEMPLATES } from './house-files.ts';
import type { Campaign } from './open-campaign.ts';

/** Letters that were read already: thousands of mails are written from a few of them. */
const LETTERS = new WeakMap<Campaign, Map<string, Letter>>();

/** A letter by its name: the office's own, otherwise that of the program. Throws UserError where there is none, or a mistake in it. */
export function findLetter(campaign: Campaign, name: string): Letter {
  const known = LETTERS.get(campaign) ?? new Map<string, Letter>();
  LETTERS.set(campaign, known);
  const letter = known.get(name) ?? readLetter(campaign, name);
  known.set(name, letter);
  return letter;
}

function readLetter(campaign: Campaign, name: string): Letter {
  const path = [join(campaign.folder, 'letters'), join(TEMPLATES, 'letters')]
    .map((folder) => join(folder, `${name}.md`))
    .find((candidate) => existsSync(candidate));
  if (path === undefined)
    throw new UserError(`找不到信件 letters/${name}.md`, '请从程序的 templates/letters 复制一份。');
  return loadLetter(readFileSync(path, 'utf8'), `letters/${name}.md`);
}
