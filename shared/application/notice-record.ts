import type { NoticeCommand, NoticeEvent } from '../domain/notice/event.ts'
import { mattersOf } from '../domain/notice/gathering.ts'
import { noticeLine } from '../domain/notice/history.ts'
import type { TicketFacts } from '../domain/notice/message.ts'
import type { CallTask, MessageStatus, Notice, Recipient, Route } from '../domain/notice/notice.ts'
import { NOTICE_DECIDER } from '../domain/notice/notice-decider.ts'
import { wordingFor } from '../domain/notice/rendering/letter.ts'
import type { Priority } from '../domain/priority/grade.ts'
import type { Context, RecordKey } from '../domain/record.ts'
import { CALL_TASKS, FAILED_NOTICES } from './notice-lists.ts'
import type { ListPlace, TimelineEntry } from './ports.ts'
import type { RecordType } from './record-type.ts'
import { ticketKey } from './ticket-record.ts'

/** What the desk's lists show of a notice. */
export type NoticeSummary = {
  readonly id: string
  readonly medium: Notice['medium']
  readonly template: string
  readonly ticket: string
  readonly title: string
  readonly priority: Priority
  readonly recipient: Recipient
  readonly plannedAt: string
  readonly status: MessageStatus | 'to-call' | 'called'
  /** What to say on the phone, in the language of whoever is called; null for messages. */
  readonly say: string | null
  readonly phone: string | null
  /** The one in use, then those left; of what reached nobody all that were tried. */
  readonly routes: readonly Route[]
  /** NOT-5: the tickets the same message, or the same call, tells of besides. */
  readonly also?: readonly Pick<TicketFacts, 'number' | 'title' | 'priority'>[]
  readonly done: CallTask['done']
  /** Of messages: what was said of the last attempt that failed. */
  readonly failure?: (Route & { readonly detail: string }) | null
}

export const noticeKey = (id: string): RecordKey => ({ kind: 'notice', id })

export const noticeSummary = (notice: Notice): NoticeSummary => {
  const { id, medium, recipient, plannedAt } = notice
  const [lead, ...others] = mattersOf(notice)
  const about = { id, medium, template: lead.message.template, ticket: lead.ticket.number, title: lead.ticket.title }
  const also = others.map(({ ticket: { number, title, priority } }) => ({ number, title, priority }))
  const common = { ...about, priority: lead.ticket.priority, recipient, plannedAt, also }
  if (notice.medium === 'message') {
    const isOver = notice.status === 'undeliverable' || notice.status === 'unanswered'
    const routes = isOver ? notice.routes : [notice.route, ...notice.routesLeft]
    const { lastFailure } = notice
    const failure = lastFailure ? { ...lastFailure.route, detail: lastFailure.detail } : null
    return { ...common, status: notice.status, say: null, phone: null, routes, done: null, failure }
  }
  const { done, phone } = notice
  const say = mattersOf(notice)
    .map((matter) => wordingFor({ ...matter, recipient }))
    .map(({ paragraphs, quote }) => [...paragraphs, quote ?? ''].join(' ').trim())
    .join('\n')
  return { ...common, status: done ? 'called' : 'to-call', say, phone, routes: [], done }
}

const placeOf = (notice: Notice): ListPlace | null => {
  const sort = `${mattersOf(notice)[0].ticket.priority}#${notice.plannedAt}#${notice.id}`
  if (notice.medium === 'call') return notice.done || notice.within ? null : { key: CALL_TASKS, sort }
  const isUnheard = notice.status === 'undeliverable' || notice.status === 'unanswered'
  return isUnheard ? { key: FAILED_NOTICES, sort: `${notice.plannedAt}#${notice.id}` } : null
}

/** The notices that wait for somebody's word [NOT-3]; the list of their tickets is another one. */
export const toAcknowledgeKey = (personId: string): string => `notice:${personId}`

const placeWithRecipient = (notice: Notice): ListPlace | null => {
  const { personId } = notice.recipient
  const isOver = notice.medium === 'call' || notice.status === 'acknowledged' || notice.status === 'stopped'
  if (isOver || !notice.ladder || personId === null) return null
  return { key: toAcknowledgeKey(personId), sort: `${notice.plannedAt}#${notice.id}` }
}

const entriesOf: RecordType<Notice, NoticeCommand, NoticeEvent, Context>['entries'] = (notice, events) =>
  events.flatMap(({ id, at, actor, event: noticed }): readonly TimelineEntry[] => {
    const event = noticeLine(notice, noticed)
    return event ? [{ record: ticketKey(notice.ticket.number), id, at, actor, event }] : []
  })

/** NOT-4: every attempt and what became of it stands in the ticket's history, written in the same transaction. */
export const noticeRecord: RecordType<Notice, NoticeCommand, NoticeEvent, Context> = {
  kind: 'notice',
  decider: NOTICE_DECIDER,
  context: (base) => Promise.resolve(base),
  updatedAt: ({ updatedAt }) => updatedAt,
  shelve: (notice) => {
    const [kind, assignee] = [placeOf(notice), placeWithRecipient(notice)]
    return { places: { ...(kind && { kind }), ...(assignee && { assignee }) }, summary: noticeSummary(notice) }
  },
  entries: entriesOf,
}
