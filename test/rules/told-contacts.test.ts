import { describe, expect, it } from 'vitest';
import { NOBODYS_ID } from '../support/judge-value.ts';
import { tellValue } from '../support/tell.ts';

describe('what the sender reads about a telephone', () => {
  it.each([
    [
      'luo@163.com',
      { row: { dataManagerEmail: '13958204716', name: '成都市霁溪医院' } },
      [
        'phone/wrong-column block: “列”填的“luo@163.com”像是电子邮箱，不是手机号码 → 13958204716（本行只有这一个手机号码，填在了别的列）',
      ],
    ],
    ['', {}, ['cell/required error: “列”未填写']],
    ['无', {}, ['cell/placeholder error: “列”填的是“无”，等于没有填写']],
    [NOBODYS_ID, {}, ['cell/id-card block: “列”填的像是身份证号码（519900***********6），属于个人信息，本表不收集']],
    ['luo@163.com', {}, ['phone/wrong-column block: “列”填的“luo@163.com”像是电子邮箱，不是手机号码']],
    [
      '12510100450712347E',
      {},
      ['phone/wrong-column block: “列”填的“12510100450712347E”像是统一社会信用代码，不是手机号码'],
    ],
    [
      '12510100450712347e',
      {},
      ['phone/wrong-column block: “列”填的“12510100450712347e”像是统一社会信用代码，不是手机号码'],
    ],
    [
      '45071234751010411A1001',
      {},
      ['phone/wrong-column block: “列”填的“45071234751010411A1001”像是医疗机构执业许可证登记号，不是手机号码'],
    ],
    ['MADLE06Q7', {}, ['phone/wrong-column block: “列”填的“MADLE06Q7”像是组织机构代码，不是手机号码']],
    ['H51010400001', {}, ['phone/wrong-column block: “列”填的“H51010400001”像是医保定点医药机构编码，不是手机号码']],
    ['13958204716/13800001234', {}, ['phone/two-numbers error: “列”填了不止一个号码：“13958204716/13800001234”']],
    ['13958204716 13800001234', {}, ['phone/two-numbers error: “列”填了不止一个号码：“13958204716 13800001234”']],
    ['1395820471613800001234', {}, ['phone/two-numbers error: “列”填了不止一个号码：“1395820471613800001234”']],
    [
      '13958204716/13958204716',
      {},
      [
        'phone/two-numbers error: “列”填了不止一个号码：“13958204716/13958204716” → 13958204716（其中只有这一个是手机号码）',
      ],
    ],
    ['028-86123456/028-86123457', {}, ['phone/two-numbers error: “列”填了不止一个号码：“028-86123456/028-86123457”']],
    [
      '13958204716、028-86123456',
      {},
      [
        'phone/two-numbers error: “列”填了不止一个号码：“13958204716、028-86123456” → 13958204716（其中只有这一个是手机号码）',
      ],
    ],
    [
      '13958204716(0838)2501234',
      {},
      [
        'phone/two-numbers error: “列”填了不止一个号码：“13958204716(0838)2501234” → 13958204716（其中只有这一个是手机号码）',
      ],
    ],
    ['028-86123456', {}, ['phone/landline block: “列”填的“028-86123456”是固定电话，收不到账号短信']],
    ['(028)86123456', {}, ['phone/landline block: “列”填的“(028)86123456”是固定电话，收不到账号短信']],
    ['02886123456', {}, ['phone/landline block: “列”填的“02886123456”是固定电话，收不到账号短信']],
    ['0838 2501234', {}, ['phone/landline block: “列”填的“0838 2501234”是固定电话，收不到账号短信']],
    ['86123456', {}, ['phone/landline block: “列”填的“86123456”是固定电话，收不到账号短信']],
    ['8612345', {}, ['phone/landline block: “列”填的“8612345”是固定电话，收不到账号短信']],
    ['0838-2501234-801', {}, ['phone/landline block: “列”填的“0838-2501234-801”是固定电话，收不到账号短信']],
    ['86123456转801', {}, ['phone/landline block: “列”填的“86123456转801”是固定电话，收不到账号短信']],
    ['1395820471', {}, ['phone/digit-count block: “列”“1395820471”有10位数字，应为11位']],
    ['139582047161', {}, ['phone/digit-count block: “列”“139582047161”有12位数字，应为11位']],
    ['139-5820-471', {}, ['phone/digit-count block: “列”“139-5820-471”有10位数字，应为11位']],
    ['23958204716', {}, ['phone/format block: “列”填的“23958204716”不是手机号码']],
    ['12058204716', {}, ['phone/format block: “列”填的“12058204716”不是手机号码']],
    ['微信同号', {}, ['phone/format block: “列”填的“微信同号”不是手机号码']],
    [
      '+8613958204716',
      {},
      ['phone/country-code notice: “列”“+8613958204716”带有国家代码 → 13958204716（去掉国家代码86）'],
    ],
    [
      '008613958204716',
      {},
      ['phone/country-code notice: “列”“008613958204716”带有国家代码 → 13958204716（去掉国家代码86）'],
    ],
    [
      '86-13958204716',
      {},
      ['phone/country-code notice: “列”“86-13958204716”带有国家代码 → 13958204716（去掉国家代码86）'],
    ],
    [
      '86 13958204716',
      {},
      ['phone/country-code notice: “列”“86 13958204716”带有国家代码 → 13958204716（去掉国家代码86）'],
    ],
    [
      '8613958204716',
      {},
      ['phone/country-code notice: “列”“8613958204716”带有国家代码 → 13958204716（去掉国家代码86）'],
    ],
    ['14958204716', {}, ['phone/unassigned warning: “列”“14958204716”的号段 149 未分配给手机用户']],
    ['14158204716', {}, ['phone/unassigned warning: “列”“14158204716”的号段 141 未分配给手机用户']],
    ['19458204716', {}, ['phone/unassigned warning: “列”“19458204716”的号段 194 未分配给手机用户']],
    ['16058204716', {}, ['phone/unassigned warning: “列”“16058204716”的号段 160 未分配给手机用户']],
    ['16358204716', {}, ['phone/unassigned warning: “列”“16358204716”的号段 163 未分配给手机用户']],
    ['13800138000', {}, ['phone/example error: “列”填的“13800138000”是示例号码或随手填的数字']],
    ['13888888888', {}, ['phone/example error: “列”填的“13888888888”是示例号码或随手填的数字']],
    ['13912345678', {}, ['phone/example error: “列”填的“13912345678”是示例号码或随手填的数字']],
    ['13123456789', {}, []],
    ['13512345678', {}, ['phone/example error: “列”填的“13512345678”是示例号码或随手填的数字']],
    ['18112345678', {}, ['phone/example error: “列”填的“18112345678”是示例号码或随手填的数字']],
    ['1.39E+10', {}, []],
    ['1e10', {}, []],
    ['139582O4716', {}, ['phone/format block: “列”填的“139582O4716”不是手机号码']],
    ['a13958204716', {}, ['phone/format block: “列”填的“a13958204716”不是手机号码']],
    ['13958204716b', {}, ['phone/format block: “列”填的“13958204716b”不是手机号码']],
  ])('“%s” %j → %j', (value, around, told) => {
    expect(tellValue('dataManagerPhone', value, around)).toEqual(told);
  });
});

describe('what the sender reads about a mailbox', () => {
  it.each([
    [
      '13958204716',
      { row: { dataManagerPhone: 'luo@163.com', name: '成都市霁溪医院' } },
      [
        'email/wrong-column block: “列”填的“13958204716”像是手机号码，不是邮箱 → luo@163.com（本行只有这一个邮箱地址，填在了别的列）',
      ],
    ],
    ['', {}, ['cell/required error: “列”未填写']],
    ['暂无', {}, ['cell/placeholder error: “列”填的是“暂无”，等于没有填写']],
    [NOBODYS_ID, {}, ['cell/id-card block: “列”填的像是身份证号码（519900***********6），属于个人信息，本表不收集']],
    [
      '12510100450712347E',
      {},
      ['email/wrong-column block: “列”填的“12510100450712347E”像是统一社会信用代码，不是邮箱'],
    ],
    [
      '12510100450712347e',
      {},
      ['email/wrong-column block: “列”填的“12510100450712347e”像是统一社会信用代码，不是邮箱'],
    ],
    [
      '45071234751010411A1001',
      {},
      ['email/wrong-column block: “列”填的“45071234751010411A1001”像是医疗机构执业许可证登记号，不是邮箱'],
    ],
    ['450712347', {}, ['email/wrong-column block: “列”填的“450712347”像是组织机构代码，不是邮箱']],
    ['H51010400001', {}, ['email/wrong-column block: “列”填的“H51010400001”像是医保定点医药机构编码，不是邮箱']],
    ['13958204716', {}, ['email/wrong-column block: “列”填的“13958204716”像是手机号码，不是邮箱']],
    ['028-86123456', {}, ['email/wrong-column block: “列”填的“028-86123456”像是固定电话，不是邮箱']],
    ['luo@163.com;deng@qq.com', {}, ['email/two-addresses error: “列”填了不止一个邮箱：“luo@163.com;deng@qq.com”']],
    ['luo@163.com，deng@qq.com', {}, ['email/two-addresses error: “列”填了不止一个邮箱：“luo@163.com，deng@qq.com”']],
    ['luo@163.com/deng@qq.com', {}, ['email/two-addresses error: “列”填了不止一个邮箱：“luo@163.com/deng@qq.com”']],
    ['luo@163.com deng@qq.com', {}, ['email/two-addresses error: “列”填了不止一个邮箱：“luo@163.com deng@qq.com”']],
    ['luo@163.comdeng@qq.com', {}, ['email/two-addresses error: “列”填了不止一个邮箱：“luo@163.comdeng@qq.com”']],
    ['luo@x.cndeng@qq.com', {}, ['email/two-addresses error: “列”填了不止一个邮箱：“luo@x.cndeng@qq.com”']],
    [
      'ｌｕｏ＠163.com',
      {},
      [
        'email/full-width error: “列”“ｌｕｏ＠163.com”用了全角字符或中文标点 → luo@163.com（全角字符和中文句号换成半角）',
      ],
    ],
    [
      'luo@163。com',
      {},
      ['email/full-width error: “列”“luo@163。com”用了全角字符或中文标点 → luo@163.com（全角字符和中文句号换成半角）'],
    ],
    [
      'luo＠163．com',
      {},
      ['email/full-width error: “列”“luo＠163．com”用了全角字符或中文标点 → luo@163.com（全角字符和中文句号换成半角）'],
    ],
    [
      'luo@１63.com',
      {},
      ['email/full-width error: “列”“luo@１63.com”用了全角字符或中文标点 → luo@163.com（全角字符和中文句号换成半角）'],
    ],
    ['luo163.com', {}, ['email/missing-at block: “列”“luo163.com”缺少“@” → luo@163.com（常用邮箱域名前只能是“@”）']],
    ['luo#163.com', {}, ['email/missing-at block: “列”“luo#163.com”缺少“@” → luo@163.com（常用邮箱域名前只能是“@”）']],
    ['luo.qq.com', {}, ['email/missing-at block: “列”“luo.qq.com”缺少“@” → luo@qq.com（常用邮箱域名前只能是“@”）']],
    [
      '284719306.qq.com',
      {},
      ['email/missing-at block: “列”“284719306.qq.com”缺少“@” → 284719306@qq.com（常用邮箱域名前只能是“@”）'],
    ],
    ['罗163.com', {}, ['email/format block: “列”填的“罗163.com”不是完整的邮箱地址']],
    ['luo@', {}, ['email/format block: “列”填的“luo@”不是完整的邮箱地址']],
    ['@163.com', {}, ['email/format block: “列”填的“@163.com”不是完整的邮箱地址']],
    ['2847', {}, ['email/format block: “列”填的“2847”不是完整的邮箱地址']],
    ['28471', {}, ['email/qq-number block: “列”填的“28471”只有数字，像是 QQ 号']],
    ['284719306', {}, ['email/qq-number block: “列”填的“284719306”只有数字，像是 QQ 号']],
    ['28471930612', {}, ['email/qq-number block: “列”填的“28471930612”只有数字，像是 QQ 号']],
    ['284719306123', {}, ['email/format block: “列”填的“284719306123”不是完整的邮箱地址']],
    ['084719306', {}, ['email/format block: “列”填的“084719306”不是完整的邮箱地址']],
    [
      'luo@163.con',
      {},
      [
        'email/domain error: “列”“luo@163.con”的域名“163.con”疑有笔误，可能是 163.com → luo@163.com（常用邮箱域名中只有 163.com 与之相近）',
      ],
    ],
    [
      'luo@163.cm',
      {},
      [
        'email/domain error: “列”“luo@163.cm”的域名“163.cm”疑有笔误，可能是 163.com → luo@163.com（常用邮箱域名中只有 163.com 与之相近）',
      ],
    ],
    [
      'luo@gmial.com',
      {},
      [
        'email/domain error: “列”“luo@gmial.com”的域名“gmial.com”疑有笔误，可能是 gmail.com → luo@gmail.com（常用邮箱域名中只有 gmail.com 与之相近）',
      ],
    ],
    [
      'luo@QQ.CN',
      {},
      [
        'email/domain error: “列”“luo@QQ.CN”的域名“QQ.CN”疑有笔误，可能是 qq.com → luo@qq.com（常用邮箱域名中只有 qq.com 与之相近）',
      ],
    ],
    [
      'luo@163com',
      {},
      [
        'email/domain error: “列”“luo@163com”的域名“163com”疑有笔误，可能是 163.com → luo@163.com（常用邮箱域名中只有 163.com 与之相近）',
      ],
    ],
    [
      'luo@vip163com',
      {},
      [
        'email/domain error: “列”“luo@vip163com”的域名“vip163com”疑有笔误，可能是 vip.163.com → luo@vip.163.com（常用邮箱域名中只有 vip.163.com 与之相近）',
      ],
    ],
    ['luo@136.com', {}, ['email/domain error: “列”“luo@136.com”的域名“136.com”疑有笔误，可能是 163.com 或 126.com']],
    ['luo@vip.com', {}, ['email/domain error: “列”“luo@vip.com”的域名“vip.com”疑有笔误']],
    ['luo@162.con', {}, ['email/domain error: “列”“luo@162.con”的域名“162.con”疑有笔误，可能是 163.com 或 126.com']],
    [
      'luo@163,com',
      {},
      [
        'email/domain error: “列”“luo@163,com”的域名“163,com”疑有笔误，可能是 163.com → luo@163.com（常用邮箱域名中只有 163.com 与之相近）',
      ],
    ],
    ['luo@163..com', {}, ['email/format block: “列”填的“luo@163..com”不是完整的邮箱地址']],
    ['luo@163;com', {}, ['email/format block: “列”填的“luo@163;com”不是完整的邮箱地址']],
    ['luo@163', {}, ['email/format block: “列”填的“luo@163”不是完整的邮箱地址']],
    ['联系办公室', {}, ['email/format block: “列”填的“联系办公室”不是完整的邮箱地址']],
    ['luo@@163.com', {}, ['email/format block: “列”填的“luo@@163.com”不是完整的邮箱地址']],
    ['luo zhi@163.com', {}, ['email/format block: “列”填的“luo zhi@163.com”不是完整的邮箱地址']],
    ['.luo@163.com', {}, ['email/format block: “列”填的“.luo@163.com”不是完整的邮箱地址']],
    ['luo.@163.com', {}, ['email/format block: “列”填的“luo.@163.com”不是完整的邮箱地址']],
    ['luo..zhi@163.com', {}, ['email/format block: “列”填的“luo..zhi@163.com”不是完整的邮箱地址']],
    ['luo@-163.com', {}, ['email/format block: “列”填的“luo@-163.com”不是完整的邮箱地址']],
    ['luo@163.c', {}, ['email/format block: “列”填的“luo@163.c”不是完整的邮箱地址']],
    ['zhangsan@example.com', {}, ['email/example error: “列”填的“zhangsan@example.com”是示例邮箱']],
    ['a@mail.example.cn', {}, ['email/example error: “列”填的“a@mail.example.cn”是示例邮箱']],
    ['a@test.com', {}, ['email/example error: “列”填的“a@test.com”是示例邮箱']],
    ['a@mytest.com', {}, []],
    ['罗@163.com', {}, ['email/format block: “列”填的“罗@163.com”不是完整的邮箱地址']],
    ['luo@医院.com', {}, ['email/format block: “列”填的“luo@医院.com”不是完整的邮箱地址']],
    ['luo@163.com、', {}, ['email/format block: “列”填的“luo@163.com、”不是完整的邮箱地址']],
    ['luo@jixi-yiyuan.cn', {}, []],
    [
      `${'l'.repeat(250)}@163.com`,
      {},
      [
        'email/format block: “列”填的“llllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllll…”不是完整的邮箱地址',
      ],
    ],
  ])('“%s” %j → %j', (value, around, told) => {
    expect(tellValue('dataManagerEmail', value, around)).toEqual(told);
  });
});
