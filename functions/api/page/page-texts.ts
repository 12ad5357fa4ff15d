import type { Api } from '../../../shared/contract/api.ts'
import type { BodyOf } from '../../../shared/contract/endpoint.ts'
import type { PublicEntry } from '../../../shared/contract/timeline-view.ts'
import type { Language } from '../../../shared/domain/language.ts'
import type { ReturnedAs } from '../../../shared/domain/ticket/screening.ts'

export type LinkActName = BodyOf<Api['actOnLink']>['act']

export type PageTexts = {
  readonly reportedAt: string
  readonly respondBy: string
  readonly restoreBy: string
  readonly paused: string
  readonly conversation: string
  readonly earlier: string
  readonly you: string
  readonly desk: string
  readonly events: Readonly<Record<PublicEntry['type'], string>>
  readonly question: string
  readonly write: string
  readonly send: string
  /** INT-15 */
  readonly files: {
    readonly attached: string
    readonly choose: string
    readonly hint: string
    readonly byMail: string
  }
  readonly confirmTitle: string
  readonly confirmHint: string
  readonly rating: string
  readonly scores: Readonly<Record<1 | 2 | 3 | 4 | 5, string>>
  readonly ratingComment: string
  readonly confirm: string
  readonly rejectTitle: string
  readonly rejectReason: string
  readonly reject: string
  /** INT-11 */
  readonly returned: {
    readonly as: Readonly<Record<ReturnedAs, string>>
    readonly why: string
    readonly insist: string
    readonly asked: string
    readonly declined: string
  }
  /** SLA-5 */
  readonly later: {
    readonly title: string
    readonly because: (name: string) => string
    readonly causes: Readonly<Record<'in-work' | 'not-begun', string>>
    readonly agree: string
    readonly object: string
    readonly objection: string
    readonly answered: Readonly<Record<'agreed' | 'objected', string>>
    readonly did: Readonly<Record<'agreed' | 'objected', string>>
  }
  readonly done: Readonly<Record<LinkActName, string>>
  readonly failed: string
  readonly problems: Readonly<Record<string, string>>
  readonly otherwise: string
  readonly back: string
}

const en: PageTexts = {
  reportedAt: 'Reported',
  respondBy: 'Response by',
  restoreBy: 'Solution by',
  paused: 'The clock stands still while we wait.',
  conversation: 'Conversation',
  earlier: 'Earlier entries are not shown here.',
  you: 'You',
  desk: 'Service desk',
  events: {
    recorded: 'Reported',
    accepted: 'Work has begun',
    commented: 'Message',
    contacted: 'We spoke with you',
    'waiting-started': 'Waiting',
    resumed: 'Work goes on',
    resolved: 'Solved',
    confirmed: 'Solution confirmed',
    rejected: 'Solution rejected',
    closed: 'Closed',
    cancelled: 'Cancelled',
    returned: 'Returned',
    insisted: 'Asked for it all the same',
    'service-decided': 'Decision of the project manager',
    merged: 'Put together with another ticket about the same matter',
    unmerged: 'On its own again',
    'time-proposed': 'Later time proposed',
    'time-answered': 'Answer to the later time',
    'time-unanswered': 'The time proposed has come without an answer',
    'audience-updated': 'How it stands',
  },
  question: 'We need your answer',
  write: 'Your message to the service desk',
  send: 'Send',
  files: {
    attached: 'Files:',
    choose: 'Attach files (optional)',
    hint: 'Pictures, PDF, Office and text files; ten at most, 25 MB each.',
    byMail: 'To send files, reply to the e-mail that brought you here and attach them.',
  },
  confirmTitle: 'Does it work again?',
  confirmHint: 'Without an answer we take it that it does.',
  rating: 'How satisfied are you? (if you like)',
  scores: { 1: '1 – not at all', 2: '2', 3: '3', 4: '4', 5: '5 – very' },
  ratingComment: 'Anything to add? (if you like)',
  confirm: 'Yes, it works',
  rejectTitle: 'No, it does not work',
  rejectReason: 'What still does not work?',
  reject: 'Send it back to work',
  returned: {
    as: {
      'out-of-scope': 'We cannot take this on',
      change: 'This is a change, which is decided elsewhere',
      'new-requirement': 'This is a new requirement, which is decided elsewhere',
    },
    why: 'If you need it all the same: why? (if you like)',
    insist: 'I need it all the same',
    asked: 'You have asked for it all the same. The project manager decides, and you get a mail.',
    declined: 'The project manager has decided not to serve it.',
  },
  later: {
    title: 'It may take longer. Do you agree to this time?',
    because: (name) => (name === '' ? 'The reason:' : `${name} proposes it, because:`),
    causes: {
      'in-work': 'Somebody is working on it; until they name a time, we have worked this one out from our promise.',
      'not-begun': 'Nobody has been able to begin yet; we have worked this time out from our promise.',
    },
    agree: 'I agree',
    object: 'I object',
    objection: 'If you object: what would you need? (if you like)',
    answered: { agreed: 'You have agreed to it.', objected: 'You have objected; those responsible know.' },
    did: { agreed: 'Agreed to the later time', objected: 'Objected to the later time' },
  },
  done: {
    comment: 'Thank you, your message has been added.',
    confirm: 'Thank you for confirming.',
    reject: 'Thank you, we go on working on it.',
    agree: 'Thank you for agreeing.',
    insist: 'Thank you. The project manager decides, and you get a mail.',
    object: 'Thank you, those responsible have been told.',
  },
  failed: 'That did not work',
  problems: {
    'link-unknown':
      'This link is not complete or not one of ours. Copy the whole link from the e-mail, or reply to the e-mail.',
    'link-expired': 'This link has expired. Reply to the e-mail it came with, and we will answer.',
    'ticket-closed': 'The ticket is closed. Reply to the e-mail to open a new one that refers to it.',
    'illegal-move': 'The ticket has moved on in the meantime. Look at it again.',
    'proposal-replaced': 'Another time has been proposed in the meantime. Look at it and answer that one.',
    'service-decided': 'The project manager has decided on it already. Look at the ticket again.',
    'no-open-proposal': 'There is no proposed time to answer any more. Look at the ticket, or write to us.',
    'validation-failed': 'Something is missing. Please go back and fill it in.',
    'too-many': 'Too many attempts. Try again in a few minutes.',
  },
  otherwise: 'Please try again in a few minutes, or reply to the e-mail.',
  back: 'Back to the ticket',
}

const zhCN: PageTexts = {
  reportedAt: '申报时间',
  respondBy: '响应时限',
  restoreBy: '解决时限',
  paused: '等待期间不计时。',
  conversation: '处理记录',
  earlier: '更早的记录未在此显示。',
  you: '您',
  desk: '服务台',
  events: {
    recorded: '申报',
    accepted: '已受理，正在处理',
    commented: '消息',
    contacted: '已与您联系',
    'waiting-started': '等待中',
    resumed: '继续处理',
    resolved: '已解决',
    confirmed: '已确认解决',
    rejected: '反馈未解决',
    closed: '已关闭',
    cancelled: '已取消',
    returned: '已退回',
    insisted: '要求仍予受理',
    'service-decided': '项目经理的决定',
    merged: '已与同一问题的另一工单合并',
    unmerged: '恢复单独处理',
    'time-proposed': '提出了新的解决时间',
    'time-answered': '对新时间的答复',
    'time-unanswered': '建议的时间已到，未收到答复',
    'audience-updated': '处理进展',
  },
  question: '需要您的答复',
  write: '给服务台留言',
  send: '发送',
  files: {
    attached: '文件：',
    choose: '添加附件（选填）',
    hint: '图片、PDF、Office和文本文件；最多十个，每个不超过25 MB。',
    byMail: '如需发送文件，请直接回复带您来到此页的邮件并添加附件。',
  },
  confirmTitle: '问题解决了吗？',
  confirmHint: '如您未答复，我们将视为已解决。',
  rating: '您对本次服务满意吗？（选填）',
  scores: { 1: '1 很不满意', 2: '2', 3: '3', 4: '4', 5: '5 非常满意' },
  ratingComment: '其他意见（选填）',
  confirm: '已解决',
  rejectTitle: '问题没有解决',
  rejectReason: '还有什么问题？',
  reject: '退回继续处理',
  returned: {
    as: {
      'out-of-scope': '我们无法受理',
      change: '这属于变更，需另行决定',
      'new-requirement': '这属于新需求，需另行决定',
    },
    why: '如仍需要，请说明原因（选填）',
    insist: '仍请受理',
    asked: '您已要求受理，将由项目经理决定，结果会发邮件通知您。',
    declined: '项目经理决定不予受理。',
  },
  later: {
    title: '可能需要更长时间，您是否同意以下时间？',
    because: (name) => (name === '' ? '说明如下：' : `由${name}提出，说明如下：`),
    causes: {
      'in-work': '已有人在处理；在处理人员给出时间之前，我们按承诺时长推算。',
      'not-begun': '目前还没有人能着手处理；该时间按承诺时长推算。',
    },
    agree: '同意',
    object: '不同意',
    objection: '如不同意，您有什么要求？（选填）',
    answered: { agreed: '您已同意。', objected: '您已表示不同意，相关负责人已知悉。' },
    did: { agreed: '同意了新的时间', objected: '不同意新的时间' },
  },
  done: {
    comment: '谢谢，您的留言已记入工单。',
    confirm: '感谢您的确认。',
    reject: '谢谢，我们会继续处理。',
    agree: '感谢您的同意。',
    insist: '谢谢，将由项目经理决定，结果会发邮件通知您。',
    object: '谢谢，相关负责人已收到通知。',
  },
  failed: '操作未成功',
  problems: {
    'link-unknown': '链接不完整或无效。请从邮件中复制完整链接，或直接回复邮件。',
    'link-expired': '链接已过期。请回复原邮件，我们会与您联系。',
    'ticket-closed': '工单已关闭。请回复邮件，我们会为您新建关联工单。',
    'illegal-move': '工单状态已变化，请重新查看。',
    'proposal-replaced': '我们已另提了时间，请查看后重新答复。',
    'service-decided': '项目经理已作出决定，请重新查看工单。',
    'no-open-proposal': '目前没有待答复的时间，请查看工单或给我们留言。',
    'validation-failed': '有内容未填写，请返回填写。',
    'too-many': '操作过于频繁，请几分钟后再试。',
  },
  otherwise: '请几分钟后再试，或直接回复邮件。',
  back: '返回工单',
}

/** NOT-2: the page speaks the requester's language, both complete. */
export const PAGE_TEXTS: Readonly<Record<Language, PageTexts>> = { en, 'zh-CN': zhCN }
