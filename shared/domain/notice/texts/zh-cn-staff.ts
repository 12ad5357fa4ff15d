import type { MessageOf, StaffTemplate, TicketFacts } from '../message.ts'
import type { Telling, TextsFor } from './wording.ts'
import { NAMES_ZH_CN } from './zh-cn-words.ts'

const named = ({ number, title, priority }: TicketFacts): string => `工单 ${number}“${title}”（${priority} 级）`

const due = ({ ticket: { respondBy, restoreBy }, when }: Telling): string => {
  if (respondBy) return `请尽快受理，响应时限为 ${when(respondBy)}。`
  return restoreBy ? `解决时限为 ${when(restoreBy)}。` : '请查看工单。'
}

const because = (cause: MessageOf<'escalated'>['because'], { when }: Telling): string => {
  switch (cause.trigger) {
    case 'matrix':
      return '按升级矩阵的规定，问题尚未解决，现通知您。'
    case 'reassignments':
      return '该工单转派次数过多。'
    case 'missed-target':
      return `${NAMES_ZH_CN.steps[cause.step]}时限为 ${when(cause.dueAt)}，现已超时。`
    case 'manual':
      return `${cause.by} 手动升级了该工单，理由如下：`
  }
}

const afterwards = ({ next }: MessageOf<'escalated'>, { when }: Telling): string =>
  next ? `如果情况没有变化，将于 ${when(next.at)}通知${NAMES_ZH_CN.levels[next.level]}。` : ''

export const STAFF_TEXTS_ZH_CN: TextsFor<StaffTemplate> = {
  assigned: ({ toYou }, telling) => ({
    subject: toYou ? '已分派给您' : '您的小组有新工单',
    paragraphs: [
      toYou ? `${named(telling.ticket)}已分派给您。` : `${named(telling.ticket)}已分派到${telling.ticket.group}。`,
    ],
    quote: null,
    next: due(telling),
    sms: `工单 ${telling.ticket.number}（${telling.ticket.priority} 级）已分派给您${toYou ? '' : '的小组'}。`,
  }),
  transferred: ({ toYou, by, reason }, telling) => ({
    subject: toYou ? '已转派给您' : '已转派到您的小组',
    paragraphs: [
      by === null
        ? `按照升级矩阵，${named(telling.ticket)}已转派到${telling.ticket.group}。`
        : `${by} 已将${named(telling.ticket)}转派${toYou ? '给您' : `到${telling.ticket.group}`}，理由如下：`,
    ],
    quote: by === null ? null : reason,
    next: due(telling),
    sms: `工单 ${telling.ticket.number}（${telling.ticket.priority} 级）已转派${toYou ? '给您' : '到您的小组'}。`,
  }),
  commented: ({ by, byRequester, internal, text }, { ticket }) => ({
    subject: byRequester ? '申报人有新留言' : internal ? '新的内部备注' : '新的留言',
    paragraphs: [`${by} 在${named(ticket)}中写道：`],
    quote: text,
    next: internal ? '这是内部备注，申报人看不到。' : '请在工单中公开回复，申报人会收到邮件。',
    sms: `工单 ${ticket.number} 有${byRequester ? '申报人的' : ''}新留言。`,
  }),
  'waiting-overstayed': ({ code, dueAt }, { ticket, when }) => ({
    subject: '等待时间过长',
    paragraphs: [`${named(ticket)}仍在等待（${code}），按规定应在 ${when(dueAt)}前结束等待。`],
    quote: null,
    next: '请查明原因，然后恢复处理，或说明为什么需要继续等待。',
    sms: `工单 ${ticket.number} 等待时间过长，请跟进。`,
  }),
  'target-warned': ({ step, dueAt, proposed }, { ticket, when }) => ({
    subject: `预警：${NAMES_ZH_CN.steps[step]}时限 ${when(dueAt)}`,
    paragraphs: [
      `${named(ticket)}的${NAMES_ZH_CN.steps[step]}时限为 ${when(dueAt)}，时间所剩不多。`,
      ...(proposed
        ? [
            `系统已按时限推算出 ${when(proposed)}，并征求申报人同意。如您有更准确的判断，请在工单上提出新的时间，它将取代系统的建议。`,
          ]
        : []),
    ],
    quote: null,
    next: '一旦超时，工单将升级到上一级。',
    sms: `工单 ${ticket.number} ${NAMES_ZH_CN.steps[step]}即将超时，时限 ${when(dueAt)}。`,
  }),
  'registration-to-confirm': ({ by, reason }, { ticket }) => ({
    subject: '事后补登，请确认',
    paragraphs: [`${by}事后补登了${named(ticket)}，原因如下：`],
    quote: reason,
    next: '请由补登人以外的人员在工单上确认时间属实，或不予确认。确认前不能关闭。',
    sms: `工单 ${ticket.number} 为事后补登，请确认。`,
  }),
  insisted: ({ text, returnedBecause }, { ticket }) => ({
    subject: '客户坚持受理，请您决定',
    paragraphs: [`${named(ticket)}已被退回：${returnedBecause}`, `${ticket.requester}仍要求受理${text ? '：' : '。'}`],
    quote: text,
    next: '请在工单上决定受理或不受理，并说明原因，申报人可以看到。',
    sms: `工单 ${ticket.number} 的客户坚持受理，请您决定。`,
  }),
  'decision-overdue': ({ since, text }, { ticket, when }) => ({
    subject: '客户坚持受理，尚未决定',
    paragraphs: [`${named(ticket)}已被退回；${ticket.requester}自${when(since)}起仍要求受理${text ? '：' : '。'}`],
    quote: text,
    next: '请项目经理在工单上决定受理或不受理，客户正在等待答复。',
    sms: `工单 ${ticket.number} 的客户坚持受理，尚未决定。`,
  }),
  'to-be-served': ({ by, reason }, { ticket }) => ({
    subject: '决定受理',
    paragraphs: [`${by}决定受理${named(ticket)}，工单已回到受理队列。`],
    quote: reason,
    next: '请分派。退回期间不计入任何时限。',
    sms: `工单 ${ticket.number} 决定受理，请分派。`,
  }),
  'time-objected': ({ restoreBy, text }, { ticket, when }) => ({
    subject: '申报人不同意延期',
    paragraphs: [`${ticket.requester}不同意${named(ticket)}延至 ${when(restoreBy)} 解决${text ? '：' : '。'}`],
    quote: text,
    next: '请与申报人沟通：另提时间、增派人手或升级处理。未经同意而超时的，将计为未经同意的超时。',
    sms: `工单 ${ticket.number} 的申报人不同意延期。`,
  }),
  escalated: (message, telling) => ({
    subject: message.level ? `已升级至${NAMES_ZH_CN.levels[message.level]}` : '再次升级',
    paragraphs: [
      message.level
        ? `${named(telling.ticket)}已升级至${NAMES_ZH_CN.levels[message.level]}。`
        : `${named(telling.ticket)}再次升级，各级人员此前均已知悉。`,
      because(message.because, telling),
    ],
    quote: message.because.trigger === 'manual' ? message.because.reason : null,
    next: `请推动尽快解决。${afterwards(message, telling)}`,
    sms: `工单 ${telling.ticket.number}（${telling.ticket.priority} 级）${message.level ? `已升级至${NAMES_ZH_CN.levels[message.level]}` : '再次升级'}，请立即处理。`,
  }),
  'priority-change-requested': ({ by, impact, urgency, reason }, { ticket }) => ({
    subject: '申请调整优先级',
    paragraphs: [
      `${by} 申请将${named(ticket)}调整为：影响程度“${NAMES_ZH_CN.impacts[impact]}”，紧急程度“${NAMES_ZH_CN.urgencies[urgency]}”。理由如下：`,
    ],
    quote: reason,
    next: '请服务台在工单中批准或拒绝。在此之前优先级不变。',
    sms: `工单 ${ticket.number} 申请调整优先级，请审批。`,
  }),
  'priority-change-decided': ({ by, granted, reason }, { ticket }) => ({
    subject: granted ? '优先级调整已批准' : '优先级调整未获批准',
    paragraphs: [`${by} ${granted ? '批准' : '拒绝'}了${named(ticket)}的优先级调整申请，说明如下：`],
    quote: reason,
    next: granted ? '各项时限将按新的优先级、自登记之时起重新计算。' : '优先级和各项时限保持不变。',
    sms: `工单 ${ticket.number} 的优先级调整${granted ? '已批准' : '未获批准'}。`,
  }),
  'handed-over': ({ by, solution }, { ticket }) => ({
    subject: '已解决，待服务台关闭',
    paragraphs: [
      by === null ? `${named(ticket)}已自行恢复：` : `${by} 已解决${named(ticket)}并移交服务台，解决情况如下：`,
    ],
    quote: solution,
    next: '请服务台与申报人确认后关闭工单。',
    sms: `工单 ${ticket.number} 已解决并移交服务台。`,
  }),
  rejected: ({ reason }, telling) => ({
    subject: '申报人认为未解决',
    paragraphs: [`申报人认为${named(telling.ticket)}没有解决，说明如下：`],
    quote: reason,
    next: `工单已回到处理状态。${due(telling)}`,
    sms: `工单 ${telling.ticket.number}：申报人认为未解决。`,
  }),
  'rating-review-opened': ({ satisfaction }, { ticket }) => ({
    subject: '差评待复核',
    paragraphs: [
      satisfaction && 'score' in satisfaction
        ? `${ticket.requester} 对${named(ticket)}的评分为 ${satisfaction.score} 分（满分 5 分）。`
        : `${named(ticket)}收到了差评。`,
    ],
    quote: satisfaction && 'score' in satisfaction ? satisfaction.comment : null,
    next: '请了解原因，并在工单中记录结论和改进措施。',
    sms: `工单 ${ticket.number} 收到差评，请复核。`,
  }),
  unanswered: ({ told }, { ticket }) => ({
    subject: '无人确认',
    paragraphs: [`${named(ticket)}的通知无人确认，也没有其他可通知的人员。已通知：${told.join('、')}。`],
    quote: null,
    next: '请安排人员处理，并在未送达通知列表中予以确认。',
    sms: `工单 ${ticket.number}（${ticket.priority} 级）的通知无人确认，请立即处理。`,
  }),
  'alarm-returned': ({ alarm, reason, occurrences }, telling) => ({
    subject: '告警再次出现',
    paragraphs: [
      `告警 ${alarm} 再次出现（第 ${occurrences} 次），${named(telling.ticket)}已重新打开。监控系统的说明：`,
    ],
    quote: reason,
    next: due(telling),
    sms: `工单 ${telling.ticket.number}（${telling.ticket.priority} 级）告警再次出现，已重新打开。`,
  }),
}
