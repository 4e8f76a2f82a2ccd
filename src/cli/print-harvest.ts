import type { HarvestReport } from '../flows/harvest.ts';
import type { Io } from './io.ts';

/** How much was taken in, and what could not be taken or read, with what to ask for. */
export function printHarvest(harvest: HarvestReport, io: Io): void {
  io.out(`新收 ${harvest.taken} 封（件），已收过 ${harvest.known} 封（件）。`);
  for (const problem of harvest.problems) io.out(`没有收取 ${problem.name}：${problem.problem}`);
  for (const refused of harvest.refused)
    io.out(`读不了 ${refused.name}：${[refused.text, refused.ask].map(sentence).join('')}`);
}

function sentence(text: string): string {
  return text === '' || /[。！？]$/.test(text) ? text : `${text}。`;
}
