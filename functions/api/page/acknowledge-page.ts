import type { DeskIdentity } from '../../../shared/application/deps.ts'
import type { Language } from '../../../shared/domain/language.ts'
import { mattersOf } from '../../../shared/domain/notice/gathering.ts'
import type { MessageNotice } from '../../../shared/domain/notice/notice.ts'
import { instantText } from '../../../shared/domain/notice/rendering/instant-text.ts'
import { wordingFor } from '../../../shared/domain/notice/rendering/letter.ts'
import { oneLine } from '../../../shared/domain/notice/rendering/safe-text.ts'
import { TEXTS as NOTICE_TEXTS } from '../../../shared/domain/notice/texts/texts.ts'
import { type Html, html } from './html.ts'
import { pageOf } from './layout.ts'

type Texts = {
  readonly hint: string
  readonly acknowledge: string
  readonly done: (by: string, at: string) => string
  readonly over: string
  readonly open: string
}

const TEXTS: Readonly<Record<Language, Texts>> = {
  en: {
    hint: 'Nobody else is told once you say that you have seen it.',
    acknowledge: 'I have seen it',
    done: (by, at) => `Acknowledged by ${by} on ${at}. Nobody is told again.`,
    over: 'Nothing more is needed: somebody has answered, or the ticket has moved on.',
    open: 'Open the ticket (sign-in needed)',
  },
  'zh-CN': {
    hint: '确认后，系统将不再通知其他人员。',
    acknowledge: '我已知悉',
    done: (by, at) => `${by} 已于${at}确认，不再重复通知。`,
    over: '无需再确认：已有人员答复，或工单状态已变化。',
    open: '打开工单（需要登录）',
  },
}

const answerOf = (notice: MessageNotice, action: string, texts: Texts): Html => {
  const { acknowledged, status, recipient, ticket } = notice
  if (acknowledged) {
    const at = instantText(acknowledged.at, recipient.language, ticket.timeZone)
    return html`<section class="card done" role="status">${texts.done(acknowledged.by.name, at)}</section>`
  }
  if (status === 'stopped') return html`<section class="card" role="status">${texts.over}</section>`
  return html`<section class="card"><p class="muted">${texts.hint}</p>
<form method="post" action="${action}"><button>${texts.acknowledge}</button></form></section>`
}

const joint = (language: Language, count: number): string => NOTICE_TEXTS[language].words.together.subject(count)

/** NOT-3: what a notice is about, and the one button that says it has been seen; without what only people signed in may read. */
export const acknowledgePage = (
  notice: MessageNotice,
  action: string,
  { name, publicUrl }: Pick<DeskIdentity, 'name' | 'publicUrl'>,
): string => {
  const { recipient } = notice
  const { ticket } = mattersOf(notice)[0]
  const texts = TEXTS[recipient.language]
  const matters = mattersOf(notice)
  const { subject, sms } = wordingFor({ ...matters[0], recipient })
  const heading = matters.length > 1 ? joint(recipient.language, matters.length) : subject
  return pageOf(
    recipient.language,
    `${ticket.number} ${heading}`,
    name,
    html`${
      matters.length > 1
        ? html`<section class="card"><h1>${heading}</h1><ul>${matters.map((matter) => html`<li dir="auto">${matter.ticket.number} ${oneLine(matter.ticket.title)}</li>`)}</ul></section>`
        : html`<section class="card"><h1>${heading}</h1><p>${sms}</p><p class="words" dir="auto">${ticket.title}</p></section>`
    }
${answerOf(notice, action, texts)}
<p><a href="${publicUrl}/tickets/${ticket.number}">${texts.open}</a></p>`,
  )
}
