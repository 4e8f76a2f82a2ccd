import type { ReadingRule } from '../rule.ts';

/** A row that the unit's earlier table held and a later full table does not. */
export const registerNoLongerListed: ReadingRule = {
  scope: 'reading',
  code: 'register/no-longer-listed',
  severity: 'warning',
  title: '上次有而这次没有',
  message: '上次报送的“{seen}”不在最新的表中，已按最新的表不再列入',
  remedy: '请确认是否应当删去；如是漏填，请补报该行。',
  example: { wrong: '重新报送的表少了一家医院', right: '一家不少，或说明删去的原因' },
  source: '通知附件2：报送单位的全部医院',
};
