import type { MajorTemplate, MessageOf, TicketFacts } from '../message.ts'
import type { MajorNames, TextsFor } from './wording.ts'

export const MAJOR_NAMES_ZH_CN: MajorNames = {
  stages: {
    candidate: '判定',
    mobilising: '动员',
    'first-line': '一线处理',
    'second-line': '二线处理',
    vendor: '厂商处理',
    review: '方案审核',
    report: '分析报告',
    'call-back': '回访',
    closed: '关闭',
    demoted: '普通流程',
  },
  roles: { commander: '事件指挥', communications: '通报负责人', scribe: '记录员', technical: '技术负责人' },
  audiences: { requesters: '用户', management: '管理层' },
}

const named = ({ number, title }: TicketFacts): string => `工单 ${number}“${title}”`

/** What has not been done, by the step that waits for it. */
const MISSING: Readonly<
  Partial<Record<MessageOf<'major-overdue'>['stage'], readonly [missing: string, asked: string]>>
> = {
  candidate: ['至今无人判定。', '请项目经理在工单中确认或降级。'],
  mobilising: ['尚未指定事件指挥，或尚未派人到场。', '请指定事件指挥并派一线人员到场。'],
  review: ['解决方案至今无人审核。', '请项目经理在工单中审核解决方案。'],
  report: ['分析报告尚未发送。', '请尽快完成报告的编写、批准和发送。'],
  'call-back': ['尚未回访用户。', '请回访用户并记录联系情况。'],
}

export const MAJOR_TEXTS_ZH_CN: TextsFor<MajorTemplate> = {
  updated: ({ text }, { ticket }) => ({
    subject: '处理进展',
    paragraphs: [`${named(ticket)}的最新进展：`],
    quote: text,
    next: '在服务恢复之前，我们会持续向您通报。',
    sms: `工单 ${ticket.number} 有新的处理进展，我们正在处理。`,
  }),
  reported: ({ report }, { ticket }) => ({
    subject: '分析报告',
    paragraphs: [`以下是重大事件${named(ticket)}的分析报告。`],
    quote: null,
    document: report,
    next: '服务台将就解决方案给您回电。如有疑问，请直接回复本邮件。',
    sms: `工单 ${ticket.number} 的分析报告已发送到您的邮箱。`,
  }),
  'major-candidate': (_, { ticket }) => ({
    subject: '疑似重大事件，请判定',
    paragraphs: [`${named(ticket)}为 1 级，可能是重大事件。`],
    quote: null,
    next: '请在工单中确认或降级。计时已经开始，逾期将通知管理层。',
    sms: `工单 ${ticket.number} 疑似重大事件，请立即判定。`,
  }),
  'major-judged': ({ by, confirmed, reason }, { ticket }) => ({
    subject: confirmed ? '已确认为重大事件' : '不是重大事件',
    paragraphs: [confirmed ? `${by} 已确认${named(ticket)}为重大事件：` : `${by} 认为${named(ticket)}不是重大事件：`],
    quote: reason,
    next: confirmed ? '请指定事件指挥和各角色，并派一线人员到场。' : '按普通工单继续处理，各项计时保持不变。',
    sms: `工单 ${ticket.number} ${confirmed ? '已确认为重大事件，请动员。' : '不是重大事件。'}`,
  }),
  'major-overdue': ({ stage, dueAt }, { ticket, when }) => {
    const [missing, asked] = MISSING[stage] ?? [`${MAJOR_NAMES_ZH_CN.stages[stage]}已超时。`, '请跟进。']
    return {
      subject: `超时：${MAJOR_NAMES_ZH_CN.stages[stage]}`,
      paragraphs: [`${named(ticket)}的${MAJOR_NAMES_ZH_CN.stages[stage]}应于 ${when(dueAt)}前完成。${missing}`],
      quote: null,
      next: asked,
      sms: `工单 ${ticket.number} ${MAJOR_NAMES_ZH_CN.stages[stage]}超时：${missing}`,
    }
  },
  'major-role': ({ by, roles }, { ticket }) => {
    const all = roles.map((role) => MAJOR_NAMES_ZH_CN.roles[role]).join('、')
    return {
      subject: `您担任${all}`,
      paragraphs: [`${by} 指定您担任重大事件${named(ticket)}的${all}。`],
      quote: null,
      next: '请打开工单，步骤条显示当前进展和下一步。',
      sms: `工单 ${ticket.number}：您担任该重大事件的${all}。`,
    }
  },
  'major-visit': ({ by, place, appointedFor }, { ticket, when }) => ({
    subject: '请到现场处理',
    paragraphs: [`${by} 派您到重大事件${named(ticket)}的现场，请于 ${when(appointedFor)}到达。地点：`],
    quote: place,
    next: '到达后请在工单中登记。',
    sms: `工单 ${ticket.number}：请于 ${when(appointedFor)}到现场，地点见工单。`,
  }),
  'major-resource': ({ by, what }, { ticket }) => ({
    subject: '需要资源',
    paragraphs: [`${by} 为重大事件${named(ticket)}申请以下资源：`],
    quote: what,
    next: '请安排并在工单中登记。',
    sms: `工单 ${ticket.number} 需要资源，请安排。`,
  }),
  'major-second-line': ({ by, reason }, { ticket }) => ({
    subject: '请二线支援',
    paragraphs: [
      by === null ? `一线未能在规定时间内解决重大事件${named(ticket)}。` : `${by} 请二线支援重大事件${named(ticket)}：`,
    ],
    quote: reason,
    next: '请二线立即加入，工单仍由原处理人负责。',
    sms: `工单 ${ticket.number}（${ticket.priority} 级）请二线立即支援。`,
  }),
  'major-vendor': ({ by, vendor, reason }, { ticket }) => ({
    subject: vendor ? `厂商已介入：${vendor}` : '请联系厂商',
    paragraphs: [
      by === null
        ? `二线未能在规定时间内解决重大事件${named(ticket)}。`
        : `${by} 已请${vendor ?? '厂商'}介入重大事件${named(ticket)}：`,
    ],
    quote: reason,
    next: vendor ? '厂商已参与处理。' : '请联系厂商并在工单中登记，同时向管理层汇报进展。',
    sms: `工单 ${ticket.number} ${vendor ? '厂商已介入。' : '二线未能解决，请联系厂商。'}`,
  }),
  'major-progress': ({ by, text }, { ticket }) => ({
    subject: '进展汇报',
    paragraphs: [`${by} 汇报重大事件${named(ticket)}的进展：`],
    quote: text,
    next: '将按规定的频率或在情况变化时再次汇报。',
    sms: `工单 ${ticket.number} 有新的进展汇报，请查看。`,
  }),
  'update-missed': ({ audience, dueAt, escalates }, { ticket, when }) => ({
    subject: escalates ? '进展通报仍未发布' : '进展通报到期',
    paragraphs: [`重大事件${named(ticket)}应于 ${when(dueAt)}向${MAJOR_NAMES_ZH_CN.audiences[audience]}通报进展。`],
    quote: null,
    next: '即使没有新情况，也请在工单中发布通报。',
    sms: `工单 ${ticket.number} 向${MAJOR_NAMES_ZH_CN.audiences[audience]}的进展通报${escalates ? '仍未发布' : '已到期'}。`,
  }),
  'major-solved': ({ by, solution }, { ticket }) => ({
    subject: '重大事件已解决，请审核',
    paragraphs: [by === null ? `重大事件${named(ticket)}已自行恢复：` : `${by} 已解决重大事件${named(ticket)}：`],
    quote: solution,
    next: '请在工单中审核解决方案：通过，或说明理由并退回处理。',
    sms: `工单 ${ticket.number} 重大事件已解决，请审核。`,
  }),
  'major-reviewed': ({ by, satisfied, reason }, { ticket }) => ({
    subject: satisfied ? '解决方案已通过审核' : '退回处理',
    paragraphs: [
      satisfied ? `${by} 已审核通过${named(ticket)}的解决方案。` : `${by} 对${named(ticket)}的解决方案不满意：`,
    ],
    quote: reason,
    next: satisfied ? '下一步是分析报告，工单中已有草稿。' : '重大事件恢复处理。',
    sms: `工单 ${ticket.number} 解决方案${satisfied ? '已通过审核' : '未通过，请继续处理'}。`,
  }),
  'report-written': ({ by }, { ticket }) => ({
    subject: '分析报告已起草',
    paragraphs: [`${by} 已起草${named(ticket)}的分析报告。`],
    quote: null,
    next: '请审阅并补充，由项目经理在工单中批准。',
    sms: `工单 ${ticket.number} 的分析报告已起草。`,
  }),
  'report-approved': ({ by }, { ticket }) => ({
    subject: '分析报告已批准',
    paragraphs: [`${by} 已批准${named(ticket)}的分析报告。`],
    quote: null,
    next: '请在工单中发送给客户，然后回访用户。',
    sms: `工单 ${ticket.number} 的分析报告已批准，请发送。`,
  }),
}
