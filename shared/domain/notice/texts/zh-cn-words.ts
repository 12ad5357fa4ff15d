import type { Names, Words } from './wording.ts'

export const WORDS_ZH_CN: Words = {
  greeting: (name) => (name === '' ? '您好！' : `${name}，您好！`),
  colon: '：',
  labels: {
    number: '工单号',
    title: '标题',
    state: '状态',
    priority: '优先级',
    service: '服务',
    requester: '申报人',
    group: '处理组',
    assignee: '处理人',
    respondBy: '响应时限',
    restoreBy: '解决时限',
    next: '接下来',
  },
  buttons: {
    open: '查看工单',
    confirm: '已解决',
    reject: '未解决',
    insist: '仍请受理',
    agree: '同意',
    object: '不同意',
    acknowledge: '我已知悉',
  },
  ladder: {
    insteadOf: (name) => `已通知${name}，但未收到确认，现转为通知您。`,
    pleaseAcknowledge: (minutes) => `请点击下方按钮确认。未确认前，每 ${minutes} 分钟会再次通知您，随后通知其他人员。`,
    acknowledge: '确认：',
    reminder: (times) => (times === 1 ? '提醒：' : `第${times}次提醒：`),
    toldBefore: (times) => `这是提醒：此前已通知您 ${times} 次，尚未收到您的确认。`,
  },
  together: {
    subject: (count) => `${count} 项通知`,
    paragraph: (count) => `短时间内有 ${count} 项事务需要您关注，现合并通知如下：`,
    next: '请优先处理最紧急的事务。',
    sms: (count, number, priority) => `您有 ${count} 项通知，最紧急的是 ${number}（${priority} 级）。`,
    more: (count) => `……另有 ${count} 项`,
  },
  footer: (deskName) => ['如需补充，请直接回复本邮件，您的回复会自动记入工单。', `本邮件由“${deskName}”自动发送。`],
  states: {
    recorded: '已登记',
    assigned: '已分派',
    accepted: '处理中',
    waiting: '等待中',
    resolved: '已解决',
    closed: '已关闭',
    returned: '已退回',
    merged: '已合并',
    cancelled: '已取消',
  },
  priorities: { 1: '1 级（紧急）', 2: '2 级（高）', 3: '3 级（中）', 4: '4 级（低）' },
}

export const NAMES_ZH_CN: Names = {
  levels: { L1: '一线支持', L2: '二线支持', PM: '项目经理', management: '管理层' },
  steps: { assign: '分派', respond: '响应', restore: '解决', confirm: '确认' },
  impacts: { extensive: '特别重大', significant: '重大', moderate: '中等', minor: '轻微' },
  urgencies: { critical: '紧急', high: '高', medium: '中', low: '低' },
}
