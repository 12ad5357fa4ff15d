import type { Texts } from '../texts.ts'

export const record: Texts['record'] = {
  title: '记录来电',
  requester: '来电人',
  requesterHint: '输入姓名、电话或电子邮件；名录中没有时直接输入姓名。',
  known: '名录中的人员',
  titleHint: '用一句话概括来电人的描述。',
  more: '渠道、配置项、地点……',
  lately: (name) => `${name}近期的工单`,
  nothingLately: '暂无。',
  save: '登记',
  recorded: (number) => `已登记${number}，来电人会收到含工单号的邮件。`,
}
