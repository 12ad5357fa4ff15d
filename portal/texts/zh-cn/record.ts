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
  registerTitle: '事后补登重大事件',
  registerHint: '仅限已结束的重大事件。时限按实际时间计算，不会发出任何告警通知，须由另一人确认。',
  reportedBy: '申报人',
  solvedBy: '解决小组',
  times: '实际时间',
  timeOf: {
    occurredAt: '发生',
    reportedAt: '报告服务台',
    assignedAt: '分派',
    respondedAt: '响应',
    restoredAt: '恢复',
  },
  whyAfterwards: '未能当时登记的原因',
  register: '补登',
  registered: (number) => `${number} 已补登，须由另一人确认。`,
}
