import { describe, expect, it } from 'vitest';
import { printFiles } from '../../src/cli/print-files.ts';
import { makeTools } from '../support/campaign.ts';

describe('files that were written', () => {
  it('are listed, many of one folder in one line', () => {
    const lines: string[] = [];
    const many = Array.from({ length: 24 }, (_, index) => `output/分市核对/${index}.xlsx`);
    const io = { out: (text: string) => void lines.push(text), err: () => undefined, width: 80, terminal: false };
    printFiles(['output/全省.xlsx', ...many, 'output/全省.csv'], { ...io, tools: makeTools() });

    expect(lines).toEqual(['  output/全省.xlsx', '  output/全省.csv', '  output/分市核对/（24 个文件）']);
  });
});
