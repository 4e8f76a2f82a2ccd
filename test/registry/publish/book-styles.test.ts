import { expect, it } from 'vitest';
import { bookStyles } from '../../../src/registry/publish/book-styles.ts';
import { officialStyles } from '../../../src/sheet/official-styles.ts';

const FONTS = { title: '方正小标宋简体', head: '黑体', body: '仿宋_GB2312' };
const LIST = {
  font: { name: '仿宋_GB2312', size: 10 },
  border: 'thin',
  vertical: 'middle',
  align: 'left',
  wrap: true,
  format: '@',
};

it('lists are framed and wrapped, their header is shaded, their numbers are numbers', () => {
  expect(bookStyles(FONTS)).toMatchObject({
    list: LIST,
    listCenter: { ...LIST, align: 'center' },
    listHead: { ...LIST, font: { name: '黑体', size: 10 }, align: 'center', fill: 'FFE7E6E6' },
    count: { ...LIST, align: 'center', format: '0' },
  });
});

it.each([
  ['block', 'FFF4A6A0'],
  ['error', 'FFF8CBAD'],
  ['warning', 'FFFFF2CC'],
])('what is marked as %s is filled with its colour, otherwise as it was', (mark, fill) => {
  const { left, center } = officialStyles(FONTS);

  expect(bookStyles(FONTS)).toMatchObject({
    [`left-${mark}`]: { ...left, fill },
    [`center-${mark}`]: { ...center, fill },
    [`list-${mark}`]: { ...LIST, align: 'center', fill },
  });
});
