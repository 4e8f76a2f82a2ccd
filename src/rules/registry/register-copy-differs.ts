import type { ReadingRule } from '../rule.ts';

/** A hospital's own mail says something else than the table of its unit. */
export const registerCopyDiffers: ReadingRule = {
  scope: 'reading',
  code: 'register/copy-differs',
  severity: 'warning',
  title: '医院自报与所在单位不同',
  message: '“{column}”：医院自行报送的是“{seen}”，所在单位的表中是“{expected}”，以所在单位的表为准',
  remedy: '请所在单位与医院核对后，在本单位的表中改正。',
  example: { wrong: '医院与市（州）报的手机号码不同', right: '两处一致' },
  source: '通知报送要求：各市（州）汇总本辖区医院',
};
