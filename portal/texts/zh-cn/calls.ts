import type { Texts } from '../texts.ts'

export const calls: Texts['calls'] = {
  title: '待拨电话',
  empty: '没有待拨的电话',
  emptyHint: '升级和重大事件需要致电时会出现在这里。',
  also: (count) => `同一通电话还涉及 ${count} 张工单：`,
  more: (count) => `另外 ${count} 张`,
  noNumber: '没有电话号码。',
  outcome: '通话结果',
  outcomes: {
    reached: '已接通',
    'left-message': '已留言',
    'not-reached': '未接通',
    'told-in-person': '已当面告知',
  },
  note: '备注',
  tickOff: '完成',
  tickedOff: (name) => `已完成致电${name}。`,
}
