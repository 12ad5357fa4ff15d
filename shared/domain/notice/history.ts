import type { NoticeEvent } from './event.ts'
import type { Channel, Notice } from './notice.ts'

type About = {
  readonly notice: string
  readonly template: string
  /** Names and addresses are for the desk only (ROL-3). */
  readonly visibility: 'internal'
  readonly to: string
}

type By = { readonly channel: Channel; readonly address: string }

type Said =
  | ({ readonly type: 'notice-sent' | 'notice-delivered' } & By)
  | ({ readonly type: 'notice-failed'; readonly reason: string; readonly retryAt: string | null } & By)
  | ({ readonly type: 'notice-skipped' | 'notice-complained'; readonly reason: string } & By)
  | ({ readonly type: 'notice-bounced'; readonly reason: string; readonly permanent: boolean } & By)
  | { readonly type: 'notice-undeliverable' | 'notice-unanswered' | 'call-opened' }
  | { readonly type: 'notice-acknowledged'; readonly via: string }
  | { readonly type: 'notice-passed-on'; readonly next: string | null }
  | { readonly type: 'call-made'; readonly outcome: string; readonly note: string }

/** NOT-4: what became of a notice, as the history of its ticket shows it. */
export type NoticeLine = About & Said

const said = (event: NoticeEvent): Said | null => {
  switch (event.type) {
    case 'planned':
      return event.notice.medium === 'call' && !event.gathering ? { type: 'call-opened' } : null
    case 'sent':
      return { type: 'notice-sent', ...event.route }
    case 'delivered':
      return { type: 'notice-delivered', ...event.route }
    case 'attempt-failed':
      return { type: 'notice-failed', ...event.route, reason: event.detail, retryAt: event.retryAt }
    case 'route-skipped':
      return { type: 'notice-skipped', ...event.route, reason: event.why }
    case 'bounced':
      return { type: 'notice-bounced', ...event.route, reason: event.detail, permanent: event.permanent }
    case 'complained':
      return { type: 'notice-complained', ...event.route, reason: event.detail }
    case 'given-up':
      return { type: 'notice-undeliverable' }
    case 'acknowledged':
      return { type: 'notice-acknowledged', via: event.via }
    case 'passed-on':
      return { type: 'notice-passed-on', next: event.to?.name ?? null }
    case 'unanswered':
      return { type: 'notice-unanswered' }
    case 'ticked-off':
      return { type: 'call-made', outcome: event.outcome, note: event.note }
    case 'put-off':
    case 'attempt-started':
    case 'fell-over':
    case 'repeated':
    case 'stopped':
    case 'gathered':
    case 'regathered':
    case 'handed-over':
    case 'left-out':
    case 'translated':
      return null
  }
}

/** The line for one event of a notice; null when its ticket has nothing to show of it. */
export const noticeLine = ({ id, message, recipient }: Notice, event: NoticeEvent): NoticeLine | null => {
  const line = said(event)
  return line && { ...line, notice: id, template: message.template, visibility: 'internal', to: recipient.name }
}
