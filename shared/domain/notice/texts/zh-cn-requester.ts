import type { ReturnedAs } from '../../ticket/screening.ts'
import type { MessageOf, RequesterTemplate } from '../message.ts'
import type { Telling, TextsFor } from './wording.ts'

const promise = ({ ticket: { respondBy, restoreBy }, when }: Telling): string => {
  const taken = respondBy ? `我们将在 ${when(respondBy)}前开始处理` : '我们正在处理'
  return restoreBy ? `${taken}，并应在 ${when(restoreBy)}前解决。` : `${taken}。`
}

const closing = (closesAt: string | null, when: Telling['when']): string =>
  closesAt ? `如果一直没有收到您的答复，工单将在 ${when(closesAt)}之后自动关闭。` : ''

const SOLVED = {
  cure: '您的问题已经处理完毕，处理情况如下：',
  workaround: '我们提供了临时解决办法，您可以先恢复工作，彻底的解决方案仍在查找中：',
  'degraded-service': '服务已经恢复运行，但目前还有一些限制：',
}

/** SLA-5 */
const later = ({ dueAt, cause, addedPercent, by }: MessageOf<'time-proposed'>, { ticket, when }: Telling): string => {
  const promised = dueAt
    ? `我们承诺在 ${when(dueAt)} 前解决您的工单 ${ticket.number}，但可能无法按时完成。`
    : `您的工单 ${ticket.number} 处理时间比预期更长。`
  switch (cause) {
    case 'person':
      return `${promised}${by ?? '服务台'}提出了新的解决时间，说明如下：`
    case 'in-work':
      return `${promised}目前已有人在处理。在处理人员给出时间之前，我们按服务时间推算，在原承诺时长之上增加 ${addedPercent}%。`
    case 'not-begun':
      return `${promised}目前还没有人能着手处理。在有人给出时间之前，我们按服务时间推算，在原承诺时长之上增加 ${addedPercent}%。`
  }
}

/** INT-11 */
const RETURNED: Readonly<Record<ReturnedAs, { readonly subject: string; readonly said: (number: string) => string }>> =
  {
    'out-of-scope': {
      subject: '已退回',
      said: (number) => `您的工单 ${number} 不在服务台的服务范围内，无法受理。`,
    },
    change: {
      subject: '已退回：属于变更',
      said: (number) => `您的工单 ${number} 属于变更，需按变更流程决定，不由服务台直接受理。`,
    },
    'new-requirement': {
      subject: '已退回：属于新需求',
      said: (number) => `您的工单 ${number} 属于新需求，需按需求流程决定，不由服务台直接受理。`,
    },
  }

export const REQUESTER_TEXTS_ZH_CN: TextsFor<RequesterTemplate> = {
  acknowledged: (_, telling) => ({
    subject: '已为您登记工单',
    paragraphs: [`感谢您联系服务台。您反映的情况已登记，工单号为 ${telling.ticket.number}。`],
    quote: null,
    next: `${promise(telling)}您可以随时通过下方链接查看进展，无需登录。`,
    sms: `已收到您反映的情况，工单号 ${telling.ticket.number}。`,
  }),
  answered: ({ by, text }, { ticket }) => ({
    subject: '服务台给您的回复',
    paragraphs: [`关于您的工单 ${ticket.number}，${by} 回复如下：`],
    quote: text,
    next: '如有疑问，请直接回复本邮件；如无疑问，您不需要做任何操作。',
    sms: `工单 ${ticket.number} 有服务台的新回复，请查看。`,
  }),
  asked: ({ question, stopsClock }, { ticket }) => ({
    subject: '需要您的答复',
    paragraphs: [`为了继续处理您的工单 ${ticket.number}，我们需要您协助确认：`],
    quote: question,
    next: stopsClock
      ? '请直接回复本邮件。在收到您的答复之前，工单处于等待状态，处理时限暂停计算；收到答复后我们会立即继续处理。'
      : '请直接回复本邮件。您答复得越早，我们就能越早继续处理。',
    sms: `工单 ${ticket.number} 需要您的答复才能继续处理，请查看。`,
  }),
  solved: ({ outcome, solution, closesAt }, { ticket, when }) => ({
    subject: '已解决，请您确认',
    paragraphs: [SOLVED[outcome]],
    quote: solution,
    next: `请告诉我们现在是否一切正常：点击下方按钮即可，无需登录。如果问题仍然存在，我们会继续处理。${closing(closesAt, when)}`,
    sms: `工单 ${ticket.number} 已解决，请确认是否恢复正常。`,
  }),
  reminded: ({ closesAt }, { ticket, when }) => ({
    subject: '提醒：问题是否已经解决？',
    paragraphs: [`此前我们通知过您，工单 ${ticket.number} 已经解决，但还没有收到您的确认。`],
    quote: null,
    next: `点击下方按钮即可确认，无需登录。${closing(closesAt, when)}`,
    sms: `工单 ${ticket.number} 等待您确认是否已解决。`,
  }),
  closed: ({ bySystem }, { ticket }) => ({
    subject: '已关闭',
    paragraphs: [
      bySystem
        ? `您的工单 ${ticket.number} 解决后，我们一直没有收到您的答复，系统已自动将其关闭。`
        : `您的工单 ${ticket.number} 已经关闭，感谢您的配合。`,
    ],
    quote: null,
    next: '工单关闭后不再重新打开。如果问题再次出现，请直接回复本邮件，我们会新建一张与之关联的工单。',
    sms: `工单 ${ticket.number} 已关闭。`,
  }),
  'time-proposed': (message, telling) => ({
    subject: `可能要到 ${telling.when(message.restoreBy)} 才能解决，您是否同意？`,
    paragraphs: [later(message, telling), `建议的新时间：${telling.when(message.restoreBy)}。`],
    quote: message.reason,
    next: '请告诉我们您是否同意：点击下方按钮即可，无需登录。如果您不同意，相关负责人会立即收到通知。无论您如何答复，我们的承诺仍按原定时间考核。',
    sms: `工单 ${telling.ticket.number} 可能要到 ${telling.when(message.restoreBy)} 才能解决，请告知是否同意。`,
  }),
  returned: ({ reason, as = 'out-of-scope' }, { ticket }) => ({
    subject: RETURNED[as].subject,
    paragraphs: [`${RETURNED[as].said(ticket.number)}原因如下：`],
    quote: reason,
    next: '如果您仍然需要，请点击下方按钮告诉我们，无需登录。项目经理将作出决定，并通知您结果。',
    sms: `工单 ${ticket.number} 已退回，原因请查看工单。`,
  }),
  'service-decided': ({ serve, reason }, { ticket }) => ({
    subject: serve ? '我们将受理您的工单' : '维持退回',
    paragraphs: [
      serve
        ? `项目经理决定受理您的工单 ${ticket.number}，说明如下：`
        : `项目经理决定不受理您的工单 ${ticket.number}，说明如下：`,
    ],
    quote: reason,
    next: serve ? '服务台会立即处理，您不需要做什么。' : '这是对本工单的最终决定。如情况有变，请重新申报。',
    sms: `工单 ${ticket.number}：项目经理决定${serve ? '受理' : '不予受理'}。`,
  }),
  cancelled: ({ reason }, { ticket }) => ({
    subject: '已取消',
    paragraphs: [`您的工单 ${ticket.number} 已被取消，原因如下：`],
    quote: reason,
    next: '我们不会再处理这张工单。如果您仍然需要帮助，请回复本邮件，服务台会阅读您的答复。',
    sms: `工单 ${ticket.number} 已取消，原因请查看工单。`,
  }),
  merged: ({ into }, { ticket }) => ({
    subject: '已与另一工单合并处理',
    paragraphs: [
      `您在工单 ${ticket.number} 中反映的问题，也有其他人向我们反映。我们统一在工单 ${into} 下处理，因此关闭您的这张工单。`,
    ],
    quote: null,
    next: '您无需进行任何操作。如需补充信息，请直接回复本邮件，处理人员会收到您的答复。',
    sms: `工单 ${ticket.number} 已与同一问题的工单 ${into} 合并处理。`,
  }),
  unmerged: (_, telling) => ({
    subject: '恢复单独处理',
    paragraphs: [`我们曾将您的工单 ${telling.ticket.number} 与另一工单合并。经核实它是单独的问题，我们已恢复处理。`],
    quote: null,
    next: promise(telling),
    sms: `工单 ${telling.ticket.number} 已恢复处理。`,
  }),
}
