import type { Texts } from '../texts.ts'

export const similar: Texts['similar'] = {
  title: '相似工单',
  hint: '如属其中之一，请直接在该工单中记录来电。',
  count: (all, open) => (all === 0 ? '没有相似工单' : `${all}个相似工单，其中${open}个未完结`),
  newTab: '在新标签页中打开',
  looksLike: '疑似重复',
  looksLikeHint: '以下未完结工单描述相近；如为同一故障，请一并处理或合并。',
  mergeInto: '合并到该工单',
}
