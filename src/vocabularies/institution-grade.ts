import type { Vocabulary } from './vocabulary.ts';

const ASK = '通知的等次为甲等、乙等、未定等，请报送单位确定';

/** 医疗机构等次: the notice's own words, and 丙等, which 二级 hospitals do carry; other words are asked. */
export const INSTITUTION_GRADE: Vocabulary = {
  id: 'institution-grade',
  title: '医疗机构等次',
  source: '通知附件2“医疗机构等次(甲等、乙等、未定等)”；国家医院质量监测系统医院名录的等次',
  terms: [
    { value: '甲等', spellings: ['甲', '甲级', 'A', 'A等'] },
    { value: '乙等', spellings: ['乙', '乙级', 'B', 'B等'] },
    { value: '丙等', spellings: ['丙', '丙级', 'C等'] },
    {
      value: '未定等',
      spellings: [
        ...[
          '未定',
          '未评',
          '未评等',
          '未评定',
          '未评审',
          '未评级',
          '未定级',
          '未定等次',
          '未评等次',
          '未参评',
          '未参加评审',
        ],
        ...['无等', '无等次', '无', '暂无', '待定', '待评', '待评审', '未定级等', '不详', '没有'],
        ...['暂未定等', '暂未定级', '暂未评审', '暂未评定', '暂无等次', '尚未定等', '尚未评审', '尚未评定'],
      ],
      note: '已按“未定等”登记',
    },
    { value: '特等', spellings: ['特'], usable: false, note: ASK },
    { value: '合格', spellings: ['达标', '合格医院'], usable: false, note: ASK },
    { value: '其他', spellings: ['其它', '未知'], usable: false, note: ASK },
  ],
};
