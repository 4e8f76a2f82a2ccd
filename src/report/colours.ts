/** State colours; each also carries a word or sign, so that none is told by colour alone. */
export const STATE_COLOURS = { clean: '#2e7d5b', faulty: '#c98a1b', held: '#3f6fb5', missing: '#858d97' } as const;
export const STATE_WORDS = { clean: '已报', faulty: '有错', held: '待处理', missing: '未报' } as const;
export const SEVERITY_COLOURS = { block: '#9c2b2b', error: '#cf5f4a', warning: '#d9a441', notice: '#8aa4c8' } as const;
export const SEVERITY_WORDS = { block: '阻断', error: '错误', warning: '警告', notice: '提示' } as const;
