import { describe, expect, it } from 'vitest';
import { officialStyles } from '../../src/sheet/official-styles.ts';
import { FONTS } from './small-form.ts';

describe('the look of an official form', () => {
  const styles = officialStyles(FONTS);
  const body = { font: { name: '仿宋', size: 11 }, border: 'thin', vertical: 'middle', wrap: true };
  const middle = { vertical: 'middle' };

  it('has the fonts and sizes of GB/T 9704', () => {
    expect(styles).toMatchObject({
      annex: { font: { name: '黑体', size: 16 }, align: 'left', ...middle },
      title: { font: { name: '标题体', size: 22 }, align: 'center', ...middle },
      head: { font: { name: '黑体', size: 11 }, border: 'thin', align: 'center', ...middle, wrap: true, format: '@' },
      noteTitle: { font: { name: '黑体', size: 16 }, align: 'left', ...middle },
      noteHead: { font: { name: '黑体', size: 11 }, border: 'thin', align: 'center', ...middle, wrap: true },
      noteCell: { ...body, align: 'left', format: '@' },
    });
  });

  it('has lines that may be filled in and lines that may not', () => {
    expect(styles['line']).toEqual({ font: { name: '仿宋', size: 12 }, ...middle, align: 'left' });
    expect(styles['blankLine']).toEqual({ font: { name: '仿宋', size: 12 }, ...middle, align: 'right', locked: false });
    expect(styles['note']).toEqual({ font: { name: '仿宋', size: 12 }, ...middle, wrap: true, align: 'left' });
  });

  it.each([
    ['center', { ...body, align: 'center', format: '@', locked: false }],
    ['left', { ...body, align: 'left', format: '@', locked: false }],
    ['number', { ...body, align: 'center', locked: false }],
    ['date', { ...body, align: 'center', format: 'yyyy-mm-dd', locked: false }],
    ['free', { font: body.font, ...middle, wrap: true, align: 'center', format: '@', locked: false }],
    ['freeNumber', { font: body.font, ...middle, align: 'center', locked: false }],
    ['freeDate', { font: body.font, ...middle, align: 'center', format: 'yyyy-mm-dd', locked: false }],
    ['plain', { format: '@' }],
    ['wrong', { fill: 'FFFFC7CE', font: { color: 'FF9C0006' } }],
  ])('lets people type into %s: text stays text', (name, style) => {
    expect(styles[name]).toEqual(style);
  });
});
