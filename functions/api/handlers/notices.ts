import { answerNotice } from '../../../shared/application/acknowledging.ts'
import { CALL_TASKS, FAILED_NOTICES } from '../../../shared/application/notice-lists.ts'
import { type NoticeSummary, noticeSummary, toAcknowledgeKey } from '../../../shared/application/notice-record.ts'
import type { NoticeView, noticeEndpoints } from '../../../shared/contract/notice-endpoints.ts'
import type { NoticeCommand } from '../../../shared/domain/notice/event.ts'
import { hasRole } from '../../../shared/domain/people/actor.ts'
import { refuse } from '../../../shared/domain/refusal.ts'
import type { Call, Handler } from '../route.ts'

type Notices = typeof noticeEndpoints

const viewOf = (summary: NoticeSummary, version: number): NoticeView => ({ ...summary, version })

const LISTS = { 'call-tasks': CALL_TASKS, failed: FAILED_NOTICES } as const

/** NOT-3: of what reached nobody the incident manager is told too, and sees what it was. */
const READERS = {
  'call-tasks': ['desk', 'desk-manager'],
  failed: ['desk', 'desk-manager', 'incident-manager'],
} as const

const listNotices: Handler<Notices['listNotices']> = async ({ deps, caller, query: { view, cursor, limit } }) => {
  if (view !== 'mine' && !hasRole(caller.actor, ...READERS[view])) {
    refuse('forbidden', 'not-your-act', `This is for: ${READERS[view].join(', ')}.`)
  }
  const page =
    view === 'mine'
      ? await deps.store.list<NoticeSummary>('assignee', toAcknowledgeKey(caller.actor.id), { cursor, limit })
      : await deps.store.list<NoticeSummary>('kind', LISTS[view], { cursor, limit })
  return { body: { items: page.items.map(({ summary, version }) => viewOf(summary, version)), cursor: page.cursor } }
}

type NoticeCall = Pick<Call<Notices['acknowledgeNotice']>, 'deps' | 'caller' | 'params' | 'idempotency'>

type Answer = Extract<NoticeCommand, { readonly type: 'acknowledge' | 'tick-off' }>

const answer = async ({ deps, caller, params, idempotency }: NoticeCall, command: Answer) => {
  const { version, state } = await answerNotice(deps, params.id, command, caller.actor, { idempotency })
  return { body: viewOf(noticeSummary(state), version), version }
}

export const noticeHandlers: { readonly [Operation in keyof Notices]: Handler<Notices[Operation]> } = {
  listNotices,
  tickOffCall: (call) => answer(call, { type: 'tick-off', ...call.body }),
  acknowledgeNotice: (call) => answer(call, { type: 'acknowledge', via: 'portal' }),
}
