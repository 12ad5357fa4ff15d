import type { en } from '../en/unreached.ts'

export const zhCn: typeof en = {
  notices: '未能通知到本人的通知',
  noticesHint: '请自行告知对方，再在此确认，该事项即告结束。',
  noNotices: '所有人都已通知到',
  noNoticesHint: '所有渠道均无法送达，或对方始终未确认的通知会出现在这里。',
  status: { undeliverable: '所有渠道均失败', unanswered: '始终未确认' },
  tried: '已尝试：',
  channels: { email: '邮件', sms: '短信', voice: '自动语音电话', chat: '群聊' },
  also: '同时涉及：',
  told: '已当面告知',
  toldDone: (name) => `已记录：已当面告知${name}。`,
  addresses: '已停止发送的邮箱地址',
  addressesHint: '发往这些地址的邮件被永久退回，或被举报为垃圾邮件。',
  noAddresses: '所有地址均正常发送',
  noAddressesHint: '邮件被永久退回或被举报为垃圾邮件的地址会出现在这里。',
  reasons: { bounced: '被退回', complained: '被举报为垃圾邮件' },
  release: '恢复发送',
  releaseHint: (address) => `今后将重新向${address}发送邮件。`,
  releaseReason: '为何现在可以送达',
  released: (address) => `已恢复向${address}发送邮件。`,
  more: '此处为最早的一百条；CSV 文件包含全部。',
}
