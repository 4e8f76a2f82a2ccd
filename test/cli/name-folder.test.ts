import { expect, it } from 'vitest';
import { nameFolder } from '../../src/cli/name-folder.ts';

it.each([
  ['.', 'mingce decide list'],
  ['门诊报送2025', 'mingce -C 门诊报送2025 decide list'],
  ['../a/b-c', 'mingce -C ../a/b-c decide list'],
  ['门诊报送 2025', 'mingce -C "门诊报送 2025" decide list'],
])('the next step for the folder %s is %s', (folder, command) => {
  const status = { title: '通知', next: [{ text: '有事项等您决定', command: 'mingce decide list' }] };
  expect(nameFolder(status, folder)).toEqual({ title: '通知', next: [{ text: '有事项等您决定', command }] });
});
